"""The index in a browser on this machine, read-only, by Datasette."""

from __future__ import annotations

from extractor.serving.running import HOST, serve

__all__ = ["HOST", "serve"]

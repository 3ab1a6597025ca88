"""Questions in plain Chinese, answered with rows and where they were read: `ask`, `suggest`."""

from __future__ import annotations

from extractor.questions.answer import Answer, Figure, Recognised
from extractor.questions.asking import ask
from extractor.questions.suggestions import suggest

__all__ = ["Answer", "Figure", "Recognised", "ask", "suggest"]

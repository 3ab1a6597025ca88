"""Starting Datasette over an index."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from extractor.errors import JuesuanError
from extractor.messages import say
from extractor.serving.metadata import metadata

HOST = "127.0.0.1"
_SETTINGS = {
    "allow_download": "off", "default_page_size": "50", "facet_time_limit_ms": "2000", "max_returned_rows": "5000",
    "sql_time_limit_ms": "10000", "truncate_cells_html": "160", "suggest_facets": "off",
}  # fmt: skip


def arguments(db: Path, port: int, folder: Path, browser: bool) -> list[str]:
    """The command line of Datasette, its metadata and plugin written into `folder`."""
    told = folder / "metadata.json"
    told.write_text(json.dumps(metadata(db.stem), ensure_ascii=False), encoding="utf-8")
    plugins = folder / "plugins"
    plugins.mkdir(exist_ok=True)
    (plugins / "juesuan.py").write_text("from extractor.serving.plugin import prepare_connection\n", encoding="utf-8")
    static = folder / "static"
    static.mkdir(exist_ok=True)
    shutil.copy(Path(__file__).with_name("juesuan.css"), static)
    settings = [part for name, value in _SETTINGS.items() for part in ("--setting", name, value)]
    place = ["--host", HOST, "--port", str(port), "--metadata", str(told), "--plugins-dir", str(plugins)]
    place += ["--static", f"juesuan:{static}"]
    return [str(db), *place, *settings, *(["--open"] if browser else [])]


def serve(db: Path, port: int, browser: bool = False) -> None:
    """Serve the index at `db` on this machine until Ctrl-C; it is only read."""
    try:
        from datasette.cli import cli
    except ImportError as wrong:
        raise JuesuanError(say("export.needs", module="datasette", extra="serve")) from wrong
    with tempfile.TemporaryDirectory() as folder:
        cli.main(["serve", *arguments(db.resolve(), port, Path(folder), browser)], standalone_mode=False)

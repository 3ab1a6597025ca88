"""What happens, for a log: one line an event, `time level event key=value …`, and no word of a report above debug level."""

from __future__ import annotations

import json
import logging
import re
import time
import traceback
from contextlib import suppress
from pathlib import Path

from extractor.clean import escaped
from extractor.errors import JuesuanError
from extractor.messages import say

DEBUG, INFO, WARNING, ERROR = logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR
LEVELS = {"info": INFO, "debug": DEBUG}

_log = logging.getLogger("juesuan")
_log.addHandler(logging.NullHandler())  # what nobody wants to read is not printed
_PLAIN = re.compile(r"[\w./:+<>-]+", re.ASCII)


class _File(logging.FileHandler):
    """A full disk costs lines, not the work."""

    def handleError(self, record: logging.LogRecord) -> None:
        """The line is lost."""

    def close(self) -> None:
        """What is still buffered is lost where it cannot be written."""
        with suppress(OSError):
            super().close()


def to(file: Path, level: str = "info") -> None:
    """From now on events go to the end of this file; JuesuanError where it cannot be written."""
    close()
    try:
        handler = _File(file, encoding="utf-8", errors="backslashreplace")
    except OSError as wrong:
        raise JuesuanError(say("log.unwritable", path=file, detail=wrong.strerror), exit_code=2) from wrong
    lines = logging.Formatter("%(asctime)s.%(msecs)03dZ %(levelname)s %(message)s", "%Y-%m-%dT%H:%M:%S")
    lines.converter = time.gmtime
    handler.setFormatter(lines)
    _log.addHandler(handler)
    _log.setLevel(LEVELS[level])


def close() -> None:
    """No file any more."""
    for handler in [each for each in _log.handlers if isinstance(each, _File)]:
        _log.removeHandler(handler)
        handler.close()


def where() -> tuple[Path, str] | None:
    """The file that events go to and the level, as `to` takes them: for processes that are begun."""
    for handler in _log.handlers:
        if isinstance(handler, _File):
            return Path(handler.baseFilename), "debug" if _log.level == DEBUG else "info"
    return None


def event(name: str, level: int = INFO, **figures: object) -> None:
    """Something happened. `figures`: counts, names of files, seconds; above DEBUG nothing that a report says."""
    if _log.isEnabledFor(level):
        told = (f"{key}={_value(value)}" for key, value in figures.items() if value is not None)
        _log.log(level, "%s", " ".join((name, *told)))


def fault(name: str, wrong: BaseException, **figures: object) -> None:
    """The program failed: with what and where. What it says of it may quote a report, so only DEBUG tells that."""
    last = traceback.extract_tb(wrong.__traceback__)[-1:]
    at = next((f"{Path(frame.filename).name}:{frame.lineno}" for frame in last), None)
    event(name, ERROR, error=type(wrong).__name__, at=at, **figures)
    event(f"{name}.trace", DEBUG, trace="".join(traceback.format_exception(wrong)), **figures)


def _value(value: object) -> str:
    """As it is where it is one plain word, else as a JSON string, on one line."""
    shown = f"{value:.3f}" if isinstance(value, float) else str(value)
    return shown if _PLAIN.fullmatch(shown) else escaped(json.dumps(shown, ensure_ascii=False))

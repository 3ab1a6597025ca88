"""What a run over many files tells at its end, and the exit code it has."""

from __future__ import annotations

from dataclasses import asdict

from extractor.clean import clean
from extractor.commands.output import echo, echo_json
from extractor.messages import say
from extractor.pipeline import Outcome

_BROKEN_OFF = 130


def told(done: Outcome, seconds: float, where: object, as_json: bool) -> int:
    """Tell what was not read and how much was, in `seconds`, into the index or the parts at `where`; the exit code."""
    if as_json:
        echo_json(asdict(done) | {"failures": [asdict(f) | {"path": str(f.path)} for f in done.failures]})
    else:
        for failure in done.failures:
            echo(f"{clean(failure.path)}: {clean(failure.message)}", error=True)
        figures = {name: getattr(done, name) for name in ("new", "changed", "unchanged", "same", "failed", "removed")}
        echo(say("index.done", **figures, seconds=f"{seconds:.1f}", db=clean(where)))
    if done.interrupted:
        echo(say("index.interrupted"), error=True)
        return _BROKEN_OFF
    return 0 if done.files > done.failed or done.removed else 1

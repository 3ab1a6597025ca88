"""Indexing in a process of its own, so that whoever started it goes on undisturbed.

`python -m extractor.background DB PATH…` tells how far it is as JSON, one line a file; `Indexing` starts it and listens.
"""

from __future__ import annotations

import json
import queue
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Thread

from extractor.errors import JuesuanError
from extractor.messages import language, use

COUNTED = ("new", "changed", "unchanged", "same", "failed", "removed")


@dataclass(frozen=True, slots=True)
class Progress:
    """So many of `total` files are done, the last of them `name`."""

    number: int
    total: int
    name: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The run is over: files by outcome, or the sentence that says why it could not be done."""

    counts: dict[str, int] = field(default_factory=dict)
    interrupted: bool = False
    wrong: str = ""


class Indexing:
    """A run of `index_paths` in another process. `news` is asked for now and then; `stop` ends it after whole documents."""

    def __init__(self, paths: Sequence[Path], db: Path) -> None:
        call = [sys.executable, "-m", "extractor.background", language(), str(db), *map(str, paths)]
        self._process = subprocess.Popen(
            call,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            start_new_session=True,  # Ctrl-C in the terminal is not meant for it
        )
        self._news: queue.SimpleQueue[Progress | Ended] = queue.SimpleQueue()
        self._listening = Thread(target=self._listen, daemon=True)
        self._listening.start()

    def news(self) -> list[Progress | Ended]:
        """What has happened since the last time; the last news of a run is `Ended`."""
        found: list[Progress | Ended] = []
        while not self._news.empty():
            found.append(self._news.get())
        return found

    def stop(self) -> None:
        """End it as Ctrl-C does: the documents already written stay."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)

    def wait(self, seconds: float | None = None) -> None:
        """Wait until the process has ended and all news are there."""
        self._process.wait(seconds)
        self._listening.join(seconds)

    def _listen(self) -> None:
        ended = False
        for line in self._process.stdout or ():
            told = json.loads(line)
            ended = "counts" in told
            self._news.put(Ended(**told) if ended else Progress(**told))
        if not ended:  # killed, or it broke before it could say so
            self._news.put(Ended(interrupted=True))


def main(lang: str, db: str, *paths: str) -> None:
    """Index the paths, and say on standard output how far that is."""
    from extractor.pipeline import Step, index_paths

    use(lang)

    def tell(news: Progress | Ended) -> None:
        print(json.dumps(asdict(news)), flush=True)

    def step(done: Step) -> None:
        tell(Progress(done.number, done.total, done.path.name.encode("utf-8", "replace").decode()))

    try:
        done = index_paths([Path(path) for path in paths], Path(db), progress=step)
    except JuesuanError as wrong:
        tell(Ended(wrong=wrong.message))
    except KeyboardInterrupt:
        tell(Ended(interrupted=True))
    else:
        tell(Ended({name: getattr(done, name) for name in COUNTED}, done.interrupted))


if __name__ == "__main__":
    main(*sys.argv[1:])

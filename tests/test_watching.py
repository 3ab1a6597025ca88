from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

from extractor.corrections import Corrections
from extractor.pipeline import Outcome
from extractor.store import open_index
from extractor.watching import watch
from tests.made import made, made_extract


def test_new_files_are_indexed_as_they_arrive(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    db = folder / "index.db"  # in the folder itself: its own changes must not be taken for news
    stop, arrived, done = Event(), Event(), list[Outcome]()

    def run() -> None:
        for outcome in watch([folder], db, stop=stop, extract=made_extract, settled=50):
            done.append(outcome)
            arrived.set()

    (folder / "a.txt").write_text(made().report.text, encoding="utf-8")
    thread = Thread(target=run, daemon=True)
    thread.start()
    assert arrived.wait(30)
    arrived.clear()
    with open_index(db) as index:
        Corrections.beside(db).accept(index.reasons()[0])
    for attempt in range(100):  # the watcher may not have begun to watch
        (folder / f"b{attempt}.txt").write_text(f"{made().report.text}{attempt}", encoding="utf-8")
        if arrived.wait(0.3):
            break
    stop.set()
    thread.join(30)
    assert not thread.is_alive()
    with open_index(db) as index:
        names = {document.name for document in index.documents()}
    assert "a.txt" in names and any(name.startswith("b") for name in names)
    assert not any(name.startswith("index") for name in names)
    assert sum(outcome.new for outcome in done) == len(names)


def test_an_empty_folder_is_watched(tmp_path: Path) -> None:
    stop = Event()
    stop.set()
    assert list(watch([tmp_path], tmp_path / "index.db", stop=stop, extract=made_extract, settled=50)) == []

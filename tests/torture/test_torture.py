"""A little of `make torture`: killed, crowded, fed with hostile files, cut off from the network; nothing is lost."""

from __future__ import annotations

from pathlib import Path

from benchmarks.places import CORPUS
from benchmarks.torture.crowd import crowd
from benchmarks.torture.files import HOSTILE, feed
from benchmarks.torture.kills import kill
from benchmarks.torture.offline import asked, heard


def test_killed_at_any_moment_the_index_stays_whole(tmp_path: Path) -> None:
    done = kill(tmp_path, moments=4, reports=8)
    assert done.kills == 4 and done.runs > 4
    assert done.harm == 0, done


def test_readers_are_not_disturbed_by_a_writer(tmp_path: Path) -> None:
    met = crowd(tmp_path, seconds=3, readers=3)
    assert met.writes >= 1 and met.rounds >= 3
    assert met.harm == 0, met


def test_hostile_files_end_in_facts_or_a_sentence(tmp_path: Path) -> None:
    done = feed(tmp_path, timeout=5)
    assert done.files >= len(HOSTILE) + 5 and done.read >= 2
    assert done.lost == 0, done


def test_nothing_asks_for_the_network(tmp_path: Path) -> None:
    assert heard(tmp_path / "proof"), "the guard hears what is asked for"
    assert asked(tmp_path / "work", CORPUS / "reports") == []

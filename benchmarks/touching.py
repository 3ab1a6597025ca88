"""Which tests run a line, found out once, so that a mutant meets only the tests that can notice it.

Each file of tests is run in a process of its own under coverage, which notes the test that runs a line. What a file runs
when it is collected, and what it runs to fill a cache, counts for all its tests, what a fixture runs for all tests that
use it, and what runs when the package is imported for every test. What a test runs in other processes is not seen: a
mutant can then be called a survivor that a test would have noticed, never the reverse.
"""

from __future__ import annotations

import ast
import functools
import os
import pickle
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import coverage
import pytest

IMPORTED, SHARED = "imported", "shared"
QUICK = (
    *("-x", "-q", "-p", "no:cacheprovider", "-p", "no:unraisableexception", "-p", "no:threadexception"),
    *("--no-header", "--tb=no", "--assert=plain"),
)
"""Options of pytest: until the first failure, of which nobody reads more than that there is one."""
_lru_cache = functools.lru_cache
Line = tuple[str, int]
"""A file of the project, and a line in it."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What a file of tests takes: the seconds of each test, by context (test, fixture, …) the lines that it runs."""

    file: str
    seconds: dict[str, float]
    fixtures: dict[str, frozenset[str]]
    lines: dict[str, frozenset[Line]]

    def tests(self, lines: Iterable[Line]) -> list[str]:
        """The tests that run one of these lines, cheapest first."""
        wanted = set(lines)
        hit = {context for context, run in self.lines.items() if not wanted.isdisjoint(run)}
        if hit & {IMPORTED, SHARED}:
            hit |= set(self.seconds)
        found = [test for test in self.seconds if test in hit or self.fixtures[test] & hit]
        return sorted(found, key=self.seconds.__getitem__)


def statement(source: str, line: int) -> range:
    """The lines of the statement that a line belongs to, without those of the statements within it."""
    around: list[tuple[int, int]] = []
    within: list[int] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.stmt):
            decorators = [each.lineno for each in getattr(node, "decorator_list", ())]
            first, last = min([node.lineno, *decorators]), node.end_lineno or node.lineno
            if first <= line <= last:
                around.append((last - first, first))
            elif first > line:
                within.append(first)
    size, first = min(around)
    return range(first, min([first + size + 1, *(each for each in within if each > line)]))


def trace(tree: Path, package: str, file: str, kept: Path) -> int:
    """Run a file of tests; what it touches of a package of extractor/ is kept in a file. The exit code of pytest."""
    cover = coverage.Coverage(data_file=None, config_file=False, source=[str(tree / "extractor" / package)])
    watcher = _Watcher(cover)
    functools.cache = watcher.cache  # type: ignore[assignment]
    functools.lru_cache = watcher.lru_cache  # type: ignore[assignment]
    cover.start()
    cover.switch_context(IMPORTED)
    for path in sorted((tree / "extractor" / package).rglob("*.py")):
        import_module(".".join(path.relative_to(tree).with_suffix("").parts).removesuffix(".__init__"))
    with watcher.within(SHARED):
        code = run(file, None, watcher)
    cover.stop()
    data = cover.get_data()
    lines: dict[str, set[Line]] = {}
    for name in data.measured_files():
        for line, contexts in data.contexts_by_lineno(name).items():
            for context in contexts:
                lines.setdefault(context, set()).add((Path(name).relative_to(tree).as_posix(), line))
    frozen = {context: frozenset(each) for context, each in lines.items()}
    kept.write_bytes(pickle.dumps((file, watcher.seconds, watcher.fixtures, frozen)))
    return code


def run(file: str, tests: list[str] | None, *plugins: object) -> int:
    """Run these tests of a file, in this order, until the first that fails (None: all). The exit code of pytest."""
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    chosen = [] if tests is None else [_Chosen(tests)]
    return int(pytest.main([*QUICK, file], [*chosen, *plugins]))


class _Chosen:
    """Leaves only the tests that are wanted, in the order that is wanted."""

    def __init__(self, tests: list[str]) -> None:
        self.order = {name: number for number, name in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((i for i in items if i.nodeid in self.order), key=lambda item: self.order[item.nodeid])


class _Watcher:
    """Tells coverage whose lines are being run."""

    def __init__(self, cover: coverage.Coverage) -> None:
        self.cover = cover
        self.contexts = [IMPORTED]
        self.seconds: dict[str, float] = {}
        self.fixtures: dict[str, frozenset[str]] = {}

    def cache(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Stands in for `functools.cache`."""
        cached: Callable[..., Any] = self.lru_cache(maxsize=None)(function)
        return cached

    def lru_cache(self, maxsize: int | None = 128, typed: bool = False) -> Callable[..., Any]:
        """Stands in for `functools.lru_cache` with its parentheses."""
        return lambda function: _lru_cache(maxsize, typed)(functools.wraps(function)(self._filling(function)))

    def _filling(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def filled(*given: Any, **named: Any) -> Any:
            with self.within(SHARED if self.contexts[-1] != IMPORTED else IMPORTED):
                return function(*given, **named)

        return filled

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.fixtures[item.nodeid] = frozenset(f"fixture {name}" for name in getattr(item, "fixturenames", ()))
        begun = time.process_time()
        with self.within(item.nodeid):
            result = yield
        self.seconds[item.nodeid] = time.process_time() - begun
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[object]) -> Iterator[None]:
        with self.within(f"fixture {fixturedef.argname}"):
            return (yield)

    @contextmanager
    def within(self, context: str) -> Iterator[None]:
        """What is run meanwhile is noted under this context."""
        self.contexts.append(context)
        self.cover.switch_context(context)
        try:
            yield
        finally:
            self.contexts.pop()
            self.cover.switch_context(self.contexts[-1])

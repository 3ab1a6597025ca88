"""Do the tests notice? `python -m benchmarks.mutants --sample N --seed S`: small faults put into facts, checks, questions.

Each mutant is the project with one operator, constant or condition changed (by cosmic-ray's operators) at a place drawn
at random; the tests that run its line (benchmarks.touching) run until the first that fails. Left out are changes that
nothing can notice: annotations (never evaluated here), caches and slots taken away (slower, else the same), `is` for
`==` (the same for small numbers and for names).
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import io
import os
import pickle
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from random import Random

from benchmarks.places import PROJECT
from benchmarks.touching import Touched, statement, trace
from benchmarks.touching import run as run_tests

_REPORTS = ("tests/corpus/test_accuracy.py", "tests/corpus/test_blind_sets.py", "tests/corpus/test_told.py")
TESTS = {
    "facts": (
        *(*_REPORTS, "tests/wordings", "tests/facts", "tests/checks", "tests/test_extraction.py"),
        *("tests/test_generated.py", "tests/commands/test_explain.py"),
    ),
    "checks": ("tests/checks", *_REPORTS, "tests/commands/test_explain.py"),
    "questions": ("tests/questions", "tests/commands/test_ask.py", "tests/organisations", "tests/corrections"),
}
"""By package of extractor/: its tests."""
HEAVY = (
    *("spacy", "jieba", "lxml.html", "pdfplumber", "pypdfium2", "docx", "openpyxl", "xlrd", "opencc", "rapidfuzz"),
    *("sqlite_utils", "hypothesis", "pytest", "_pytest.assertion.rewrite", "rich.table", "pebble", "reportlab"),
)
"""Loaded once, before a process is forked for each mutant."""
SECONDS = 60
"""Of the processor, after which a mutant counts as one that never ends."""
KILLED, SURVIVED, ENDLESS = "killed", "survived", "timeout"
_SAME = ("_Eq_Is", "_NotEq_IsNot", "_Is_Eq", "_IsNot_NotEq")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change: which file of the project, which operator of cosmic-ray, its how-manieth place there, the line."""

    file: str
    operator: str
    occurrence: int
    line: int

    @property
    def package(self) -> str:
        """The package of extractor/ that the file belongs to."""
        return self.file.split("/")[1]

    def code(self, source: str) -> str:
        """The source with the change."""
        from cosmic_ray.mutating import mutate_code
        from cosmic_ray.plugins import get_operator

        changed = mutate_code(source, get_operator(self.operator)(), self.occurrence)
        assert isinstance(changed, str), self
        return changed

    def shown(self, source: str) -> str:
        """The first line that is changed, as it was and as it is."""
        lines = zip(source.splitlines(), self.code(source).splitlines(), strict=False)
        return next((f"    - {old.strip()}\n    + {new.strip()}" for old, new in lines if old != new), "")


def sample(size: int, seed: int) -> list[Mutant]:
    """So many mutants, each at another place; every place is as likely as every other."""
    random = Random(seed)
    places = sorted((p, m) for name in TESTS for f in _sources(name) for p, m in _places(f).items())
    drawn = random.sample(places, min(size, len(places)))
    return [random.choice(mutants) for _, mutants in drawn]


def _tests(package: str) -> list[str]:
    """The files of tests of a package, each once."""
    files = (sorted(Path(name).rglob("test_*.py")) if Path(name).is_dir() else [Path(name)] for name in TESTS[package])
    return list(dict.fromkeys(str(file) for each in files for file in each))


def _sources(package: str) -> list[str]:
    return sorted(p.relative_to(PROJECT).as_posix() for p in (PROJECT / "extractor" / package).rglob("*.py"))


def _places(file: str) -> dict[tuple[str, int, int], list[Mutant]]:
    """By place (file, line, column): what can be changed there."""
    from cosmic_ray.ast import ast_nodes, get_ast
    from cosmic_ray.plugins import get_operator, operator_names

    source = (PROJECT / file).read_text(encoding="utf-8")
    tree, left_out = get_ast(source), _unnoticeable(source)
    nodes = list(ast_nodes(tree))
    found: dict[tuple[str, int, int], list[Mutant]] = defaultdict(list)
    for name in sorted(operator_names()):
        if get_operator(name).arguments() or name.endswith(_SAME):
            continue  # the former want to be told which variable
        operator, occurrence = get_operator(name)(), 0
        for node in nodes:
            for start, _ in operator.mutation_positions(node):
                if not any(begin <= start <= end for begin, end in left_out):
                    found[file, *start].append(Mutant(file, name, occurrence, start[0]))
                occurrence += 1
    return found


def _unnoticeable(source: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Where a change changes nothing: annotations, decorators that only keep what was computed, slots."""
    parts: list[ast.AST | None] = []
    for node in ast.walk(ast.parse(source)):
        parts.append(getattr(node, "annotation", None))
        parts.append(getattr(node, "returns", None))
        parts += [each for each in getattr(node, "decorator_list", ()) if "cache" in ast.unparse(each)]
        parts += [node] if isinstance(node, ast.keyword) and node.arg == "slots" else []
    return [
        ((p.lineno, p.col_offset - 1), (p.end_lineno, p.end_col_offset))  # type: ignore[attr-defined]
        for p in parts
        if p is not None
    ]


def judge(mutant: Mutant, tree: Path, touched: list[Touched]) -> tuple[str, float]:
    """What the tests that run its line make of a mutant, and the processor's seconds."""
    file = tree / mutant.file
    original = file.read_text(encoding="utf-8")
    lines = [(mutant.file, line) for line in statement(original, mutant.line)]
    tests = [(each.file, found) for each in touched if (found := each.tests(lines))]
    if not tests:
        return SURVIVED, 0.0
    file.write_text(mutant.code(original), encoding="utf-8")
    status, seconds = _forked(tree, lambda: next((code for name, some in tests if (code := run_tests(name, some))), 0))
    file.write_text(original, encoding="utf-8")
    return SURVIVED if status == 0 else ENDLESS if status == -signal.SIGXCPU else KILLED, seconds


def touching(tree: Path, package: str) -> list[Touched]:
    """What each file of tests of a package touches of it, cheapest first; SystemExit where tests fail as it is.

    It is kept beside the copies, under the digest of the project, so that another run need not find it out again.
    """
    kept = Path(tempfile.gettempdir()) / f"touched-{_digest(tree)}-{package}.pickle"
    if not kept.exists():
        found, one = [], tree / "touched.pickle"
        for name in _tests(package):
            status, seconds = _forked(tree, partial(trace, tree, package, name, one), limit=20 * SECONDS)
            if status:
                raise SystemExit(f"{name} fails as it is")
            found.append(pickle.loads(one.read_bytes()))
            print(f"{package}: {name} takes {seconds:.0f} s while it is watched", file=sys.stderr, flush=True)
        one.unlink()
        kept.write_bytes(pickle.dumps(found))
    touched = [Touched(*each) for each in pickle.loads(kept.read_bytes())]
    return sorted(touched, key=lambda each: sum(each.seconds.values()))


def _digest(tree: Path) -> str:
    """Of all files of a copy, by name and content."""
    whole = hashlib.sha256()
    for file in sorted(path for path in tree.rglob("*") if path.is_file()):
        whole.update(file.relative_to(tree).as_posix().encode() + file.read_bytes())
    return whole.hexdigest()[:16]


def _forked(tree: Path, work: Callable[[], int], limit: int = SECONDS) -> tuple[int, float]:
    """The exit code of work that is done in a process of its own in a copy of the project, the processor's seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    child = os.fork()
    if child == 0:
        try:
            os._exit(_prepared(tree, work, limit))
        finally:
            os._exit(70)
    _, status = os.waitpid(child, 0)
    now = resource.getrusage(resource.RUSAGE_CHILDREN)
    return os.waitstatus_to_exitcode(status), now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime


def _prepared(tree: Path, work: Callable[[], int], limit: int) -> int:
    from hypothesis import HealthCheck, settings

    # The same examples for every mutant, and no test that fails because the machine is busy.
    settings.register_profile("mutants", deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    settings.load_profile("mutants")
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    os.chdir(tree)
    os.environ["PYTHONPATH"] = str(tree)
    sys.path[:] = [str(tree), *(p for p in sys.path if p not in ("", str(PROJECT)))]
    for name in [name for name in sys.modules if name.split(".")[0] in ("extractor", "benchmarks", "tests", "tui")]:
        del sys.modules[name]
    sys.dont_write_bytecode = True
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        return work()


def copied(folder: Path) -> Path:
    """A copy of the files of the project that are under version control, as they are now."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, check=True).stdout
    for name in filter(None, listed.decode().split("\0")):
        if (PROJECT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(PROJECT / name, folder / name)
    return folder


def run(mutants: list[Mutant]) -> Iterator[tuple[Mutant, str, float, str]]:
    """Each mutant with its verdict, what it cost, its changed line; SystemExit where the tests fail without any."""
    for name in HEAVY:
        import_module(name)
    with tempfile.TemporaryDirectory(prefix="mutants") as folder:
        tree = copied(Path(folder).resolve())
        touched = {package: touching(tree, package) for package in sorted({mutant.package for mutant in mutants})}
        for mutant in mutants:
            source = (tree / mutant.file).read_text(encoding="utf-8")
            yield mutant, *judge(mutant, tree, touched[mutant.package]), mutant.shown(source)


def main() -> None:
    """Draw, judge, print: the survivors with their changed lines, then the counts by package."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sample", type=int, default=40)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--skip", type=int, default=0, help="leave out so many of the sample: to go on with a run")
    said = options.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    begun, cost = time.monotonic(), 0.0
    drawn = sample(said.sample, said.seed)[said.skip :]
    for number, (mutant, verdict, seconds, shown) in enumerate(run(drawn), said.skip):
        counts[mutant.package, verdict] += 1
        cost += seconds
        print(f"{number} {verdict} {seconds:.0f} s {mutant.file}:{mutant.line} {mutant.operator}", flush=True)
        if verdict == SURVIVED:
            print(shown, flush=True)
    for package in TESTS:
        print(package, *(f"{verdict} {counts[package, verdict]}" for verdict in (KILLED, SURVIVED, ENDLESS)))
    total, survived = counts.total(), sum(counts[package, SURVIVED] for package in TESTS)
    print(
        f"{total} mutants: killed {total - survived} ({(total - survived) / max(total, 1):.0%}),"
        f" of which {sum(counts[p, ENDLESS] for p in TESTS)} never ended; survived {survived};"
        f" {cost / 60:.0f} minutes of the processor, {(time.monotonic() - begun) / 60:.0f} in all"
    )


if __name__ == "__main__":
    main()

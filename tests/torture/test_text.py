"""Hostile text in reports, names and calls: never raw on a terminal, never a formula, never a piece of a query."""

from __future__ import annotations

import csv
import io
import json
import re
import time
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import pytest
from click.testing import CliRunner
from datasette.app import Datasette
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from extractor.cli import COMMANDS, main
from extractor.export import export
from extractor.export.panel import panel
from extractor.report import Extraction
from extractor.serving.metadata import metadata
from extractor.serving.running import arguments
from extractor.store import Filter, Index, open_index
from extractor.workers import Here
from tests.commands.test_terminal import MAIN, SLOW, _shown
from tests.made import made, made_extract, made_index

EVIL = "[bold red]甲[/]\x1b[2J\x1b]0;owned\x07\x9b31m\u202e反\u2066\u2028乙[/nothing]<script>alert(1)</script>"
RAW = set("\x1b\x07\x9b\u202e\u2066\u2028\x00")
FORMULAS = ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1")


def poisoned(evil: str, name: str = "n.txt", extraction: Extraction | None = None) -> Extraction:
    """The fictional report with `evil` in every text that comes out of a report."""
    base = extraction or made(name=name)

    def harmed(record: Any) -> Any:
        texts = [each for each in ("subject", "reason", "category", "project", "indicator", "message", "text",
                                   "unit", "expected", "observed", "target", "problems", "name", "title", "number",
                                   "stated", "code", "measure", "direction")
                 if isinstance(getattr(record, each, None), str)]  # fmt: skip
        more = {each: f"{evil}{getattr(record, each)}" for each in texts}
        if isinstance(causes := getattr(record, "causes", None), tuple):
            more["causes"] = tuple(map(harmed, causes))
        if hasattr(record, "severity"):
            more["severity"] = "note"
        if hasattr(record, "cells"):
            more["cells"] = tuple(tuple(cell and f"{evil}{cell}" for cell in row) for row in record.cells)
        if hasattr(record, "start"):
            more["start"], more["end"] = moved(record.start), moved(record.end)
        if hasattr(record, "quote") and not hasattr(record, "cells"):
            more["quote"] = text[more["start"] : more["end"]]
        return replace(record, **more)

    def moved(at: int) -> int:
        return at + len(evil) * sum(start < at for start in starts)

    facts = (*base.amounts, *base.variances, *base.projects, *base.indicators, *base.findings, *base.unbound)
    starts = sorted({each.start for fact in facts for each in (fact, *getattr(fact, "causes", ()))})
    cuts = [0, *starts, len(base.report.text)]
    text = evil.join(base.report.text[first:last] for first, last in pairwise(cuts))

    kinds = ("amounts", "variances", "projects", "indicators", "findings", "tables", "sections", "passages", "unbound")
    pages = tuple(replace(page, start=moved(page.start), end=moved(page.end)) for page in base.report.pages)
    title, warnings = evil + (base.report.title or ""), (f"{evil}没有读出。",)
    report = replace(base.report, text=text, pages=pages, title=title, warnings=warnings)
    return replace(
        base, report=report, organisation=evil + (base.organisation or ""), kind=evil,
        **{kind: tuple(map(harmed, getattr(base, kind))) for kind in kinds},
    )  # fmt: skip


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return made_index(tmp_path / "index.db", poisoned(EVIL))


CALLS = [
    ["search", "人员"], ["search", "人员", "--facets"], ["search", "--like", "人员调动"], ["search", "nothing\x1b[2J"],
    ["ask", "住房公积金决算数是多少"], ["ask", "因为人员变动没有完成预算的有哪些", "--sql"], ["ask", "\x1b[2J[red]是什么"],
    ["ask", "--suggest"], ["reasons"], ["reasons", "--why", "1"], ["reasons", "--category", "\x1b]0;x\x07"], ["documents"],
    ["show", "n.txt"], ["show", "n.txt", "--facts"], ["show", "n.txt", "--tables"], ["show", "\x1b[2J"], ["stats"],
    ["check"], ["check", "\x1b[2J"], ["corrections"], ["correct", "1", "category=\x1b[2J"], ["correct", "\x1b[2J", "--undo"],
    ["correct", "1", "reason=\x1b[2J乙"], ["organisations"], ["organisations", "--proposals"],
    ["organisations", "--same", "\x1b[2J", "[red]乙\x07"], ["explain", "n.txt"], ["explain", "\x1b[2J"],
    ["lexicon", "check"], ["lexicon", "check", "--lexicon", "\x1b[2J"], ["export"], ["export", "--format", "jsonl"],
    ["export", "--columns", "\x1b[2J"], ["export", "--panel", "\x1b[2J"], ["export", "--row", "\x1b[2J"],
    ["export", "-o", "/nowhere/\x1b[2J.csv"], ["index", "/nowhere/\x1b[2J"], ["watch", "/nowhere/\x1b[2J"],
    ["\x1b[2J"], ["search", "--\x1b[2J"], ["search", "人员", "--limit", "\x1b[2J"], ["stats", "--log", "/nowhere/\x1b[2J"],
]  # fmt: skip


@pytest.mark.parametrize("terminal", [False, True], ids=["pipe", "terminal"])
@pytest.mark.parametrize("call", CALLS, ids=lambda call: " ".join(call).encode("unicode_escape").decode())
def test_no_command_shows_it_raw(db: Path, call: list[str], terminal: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if terminal:
        for module in ("output", "export", "explain", "lexicon"):
            monkeypatch.setattr(f"extractor.commands.{module}.on_terminal", lambda: True, raising=False)
    json_too = call[0] in COMMANDS and call[0] not in ("index", "watch", "export", "lexicon")
    for more in ([], ["--json"]) if json_too else ([],):
        done = CliRunner().invoke(main, [*call, *more], env={"JUESUAN_DB": str(db), "LANG": ""}, color=True)
        shown = re.sub(r"\x1b\[[0-9;]*m", "", done.output)  # our own emphasis
        assert not set(shown) & RAW, (call, more)
        assert done.output and "Traceback" not in done.output
        assert not isinstance(done.exception, Exception), done.exception
        if more and done.exit_code == 0:
            json.loads(done.stdout)


def test_markup_is_text_in_drawn_tables(db: Path) -> None:
    shown, code = _shown(MAIN, "documents", "--db", str(db), columns=200)
    assert code == 0 and "[bold" in shown and "[/no" in shown
    assert "\x1b[2J" not in shown and "\x1b]" not in shown and "\x07" not in shown and "\u202e" not in shown


@pytest.mark.parametrize("format_", ["csv", "md", "jsonl"])
def test_an_export_onto_a_terminal_is_harmless(db: Path, format_: str) -> None:
    shown, code = _shown(MAIN, "export", "--format", format_, "--db", str(db))
    assert code == 0 and "人员调动" in shown
    assert not set(shown.replace("\\u", "")) & RAW


@pytest.mark.parametrize("format_", ["xlsx", "parquet", "dta"])
def test_bytes_do_not_go_onto_a_terminal(db: Path, format_: str) -> None:
    shown, code = _shown(MAIN, "export", "--format", format_, "--db", str(db))
    assert code == 2 and "请用 -o" in shown


def test_names_of_files_are_shown_harmlessly_while_they_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(4):
        (folder / f"[red]{number}\x1b[2J\x1b]0;owned\x07\u202e.txt").write_text(
            f"{number}坏" if number == 3 else str(number)
        )
    shown, code = _shown(SLOW + MAIN, "index", str(folder), "--db", str(tmp_path / "index.db"))
    assert code == 0 and "份/秒" in shown and "[red]" in shown
    assert "\x1b[2J" not in shown and "\x1b]" not in shown and "\x07" not in shown and "\u202e" not in shown


def test_a_name_with_line_breaks_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.pipeline.Workers", lambda *_: Here(made_extract))
    (tmp_path / "一\n坏\r\x1b[2J.txt").write_text("坏")
    (tmp_path / "二.txt").write_text("二")
    log = tmp_path.parent / f"{tmp_path.name}.log"
    call = ["index", str(tmp_path), "--db", str(tmp_path / "index.db"), "--log", str(log)]
    done = CliRunner().invoke(main, call, env={"LANG": ""}, color=True)
    assert done.exit_code == 0 and len(done.stderr.splitlines()) == 1 and not set(done.output) & (RAW | {"\r"})
    assert not set(log.read_text("utf-8")) & RAW


# Formulas


@pytest.fixture
def formulas(tmp_path: Path) -> Index:
    reports = [
        poisoned(formula, f"{number}.txt", made(f"{number}.txt", f"局{number}", 2022, data=str(number).encode()))
        for number, formula in enumerate(FORMULAS)
    ]
    return open_index(made_index(tmp_path / "index.db", *reports))


def harmless(cell: object) -> bool:
    """Whether a spreadsheet takes a cell for what it is: a number, or a text that is no formula."""
    text = str(cell)
    return bool(re.fullmatch(r"[-+]?\d+(\.\d+)?(e[-+]?\d+)?", text)) or not text.startswith(
        ("=", "+", "-", "@", "\t", "\r", "＝")
    )


def csv_cells(data: bytes) -> list[str]:
    return [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")) for cell in row]


def test_no_cell_of_a_csv_is_a_formula(formulas: Index, tmp_path: Path) -> None:
    assert export(formulas, "csv", tmp_path / "all.csv") > 100
    assert export(formulas, "csv", tmp_path / "all.zip") > 100
    panel(formulas, "csv", tmp_path / "panel.csv", ["organisation", "year", "subject"], ["决算数", "原因类别"])
    panel(formulas, "csv", tmp_path / "years.csv", ["organisation", "year"], [f"{FORMULAS[0]}住房公积金:决算数"])
    written = [(tmp_path / f"{name}.csv").read_bytes() for name in ("all", "panel", "years")]
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        written += [archive.read(name) for name in archive.namelist()]
    cells = [cell for data in written for cell in csv_cells(data)]
    assert any("calc" in cell for cell in cells)
    assert [cell for cell in cells if not harmless(cell)] == []


def test_no_cell_of_a_workbook_is_a_formula(formulas: Index, tmp_path: Path) -> None:
    export(formulas, "xlsx", tmp_path / "all.xlsx")
    panel(formulas, "xlsx", tmp_path / "panel.xlsx", ["organisation", "year", "subject"], ["决算数", "原因类别"])
    for name in ("all.xlsx", "panel.xlsx"):
        book = openpyxl.load_workbook(tmp_path / name)
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert any("calc" in str(cell.value) for cell in cells)
        assert {cell.data_type for cell in cells} <= {"s", "n"}, "no formula"
        links = [cell.hyperlink.target for cell in cells if cell.hyperlink]
        assert all(link.endswith(".txt") and "calc" not in link for link in links)
        assert links or name == "panel.xlsx"


def test_stata_and_markdown_hold_text_as_text(formulas: Index, tmp_path: Path) -> None:
    export(formulas, "dta", tmp_path / "all.dta")
    export(formulas, "md", tmp_path / "all.md")
    read = pandas.read_stata(tmp_path / "all.dta")
    assert read["subject"].str.startswith(FORMULAS[0]).any(), "a format without formulas keeps the text as it is"
    assert "\n=" not in (tmp_path / "all.md").read_text("utf-8")


def test_markdown_holds_no_markup_of_a_report(db: Path, tmp_path: Path) -> None:
    with open_index(db) as index:
        export(index, "md", tmp_path / "all.md")
    written = (tmp_path / "all.md").read_text("utf-8")
    assert not set(written) & RAW
    assert not re.search(r"(?<!\\)<script", written) and not re.search(r"(?<!\\)\[bold", written)


async def test_pages_of_serve_escape_what_reports_say(db: Path, tmp_path: Path) -> None:
    arguments(db, 0, tmp_path, False)
    served = Datasette([str(db)], metadata=metadata("index"), plugins_dir=str(tmp_path / "plugins"))
    await served.invoke_startup()
    for page in ("v_reasons", "v_findings", "documents", "tables"):
        answer = await served.client.get(f"/index/{page}")
        assert answer.status_code == 200 and "&lt;script&gt;" in answer.text and "<script>alert" not in answer.text


# Pieces of queries

PIECES = st.sampled_from(["'", '"', ";", "--", "/*", "*", "%", "_", "\\", "(", ")", "^", ":", "{", "}", "+", "-", "\x00", "\n",
                          " OR ", " AND ", " NOT ", " NEAR ", "1=1", "UNION SELECT", "DROP TABLE documents", "DELETE FROM documents",
                          "tokens:", "ATTACH", "人员", "住房公积金", "2022", "?", ":1", "$1", "\ud800", "”", "％"])  # fmt: skip
WORDS = st.one_of(st.lists(PIECES, min_size=1, max_size=6).map("".join), st.text(min_size=1, max_size=12))
SLOWLY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
OPTIONS = [
    (name, option)
    for name, options in {
        "reasons": ("organisation", "subject", "category", "wording", "direction", "document", "review"),
        "export": ("organisation", "subject", "category", "wording", "direction", "measure", "document", "review",
                   "columns", "panel", "values", "row"),
        "documents": ("organisation", "kind", "status"),
        "search": ("document", "like"),
        "check": ("rule",),
        "explain": ("find",),
    }.items()
    for option in options
]  # fmt: skip


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    return made_index(tmp_path / "index.db", made(), made("b.txt", "白石镇水利站", 2023))


def quietly(db: Path, call: list[str]) -> Any:
    """A call that must end in words: its result; the index stays as it is, byte for byte."""
    before = db.read_bytes()
    done = CliRunner().invoke(main, call, env={"JUESUAN_DB": str(db), "LANG": ""})
    assert not isinstance(done.exception, Exception), (call, done.exception)
    assert done.exit_code in (0, 1, 2)
    assert db.read_bytes() == before
    return done


@pytest.mark.parametrize(("command", "option"), OPTIONS)
@SLOWLY
@example(words="' OR 1=1 --")
@example(words='" OR tokens:"人')
@given(words=WORDS)
def test_every_option_takes_words_for_words(plain: Path, command: str, option: str, words: str) -> None:
    start = ["explain", "b.txt"] if command == "explain" else [command]
    quietly(plain, [*start, f"--{option}={words}"])


@SLOWLY
@example(words='人员" OR "a', command="search")
@example(words="2022年' UNION SELECT sql FROM sqlite_master --是多少", command="ask")
@given(words=WORDS, command=st.sampled_from(["search", "ask", "show", "check", "correct"]))
def test_every_argument_takes_words_for_words(plain: Path, words: str, command: str) -> None:
    quietly(plain, [command, "--", words])


FIELDS = (
    "organisation",
    "subject",
    "category",
    "wording",
    "direction",
    "measure",
    "document",
    "review",
    "kind",
    "status",
)


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("words", ["' OR 1=1 --", "' OR ''='", "x' UNION SELECT 1 --", "%", "_", "*"])
def test_what_is_no_value_finds_nothing(plain: Path, name: str, words: str) -> None:
    with open_index(plain) as index:
        assert index.reasons(Filter(**{name: words})) == [] if name not in ("kind", "status", "measure") else True
        if name in ("organisation", "kind", "status", "document"):
            assert list(index.documents(Filter(**{name: words}))) == []


@pytest.mark.parametrize("words", ["' OR 1=1 --", '人" OR tokens:"人员', "tokens:人员", "人员*zz", "{tokens}:人员"])
def test_a_search_knows_no_operators(plain: Path, words: str) -> None:
    with open_index(plain) as index:
        assert index.search(words).total == 0


def test_a_search_is_quick_whatever_is_sought(plain: Path) -> None:
    begun = time.process_time()
    with open_index(plain) as index:
        for words in ("(" * 5000, "a " * 2000, "“" * 3000, "人" * 5000, "*" * 3000):
            index.search(words)
    assert time.process_time() - begun < 60, "no search of so little takes minutes"


def test_a_lexicon_of_hostile_files_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "subjects.csv").write_bytes(b"\x00\xff\x1b[2J,,,\n" * 50)
    (tmp_path / "a.txt").write_text("收入总计1.00万元。")
    call = ["index", str(tmp_path / "a.txt"), "--db", str(tmp_path / "i.db"), "--lexicon", str(tmp_path / "lexicon")]
    done = CliRunner().invoke(main, call, env={"LANG": ""}, color=True)
    assert done.exit_code in (1, 2) and "Traceback" not in done.output and not set(done.output) & RAW


def test_hostile_words_survive_the_whole_way_as_they_are(tmp_path: Path) -> None:
    """JSON Lines hold what the report says exactly, though no terminal obeys it."""
    db = made_index(tmp_path / "index.db", poisoned(EVIL))
    export(open_index(db), "jsonl", tmp_path / "all.jsonl")
    data = (tmp_path / "all.jsonl").read_bytes()
    assert not set(data.decode()) & RAW
    assert all(EVIL in json.loads(line)["quote"] for line in data.decode().splitlines())

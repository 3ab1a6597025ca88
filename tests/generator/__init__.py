"""A generator of fictional reports with known facts: style, accounts, wording, numbers and noise drawn from one seed."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from extractor.report import Page, Report
from tests.generator import accounts, noise
from tests.generator.figures import Printing
from tests.generator.pen import Pen, Row
from tests.generator.sections import Writer

FOLDER = Path(__file__).parent
NUMERALS = "一二三四五六七八九十"
SECTIONS = (
    "totals", "income", "expenditure", "fiscal", "general", "basic", "public", "running", "procurement", "assets",
    "performance",
)  # fmt: skip


@dataclass(frozen=True)
class Generated:
    """A report and its gold: `records` in the form of docs/records.md, without places."""

    seed: int
    name: str
    style: str
    text: str
    hard_lines: bool
    records: tuple[Row, ...]

    def report(self) -> Report:
        """What a reader would yield for the text; a form feed ends a page."""
        pages, start = [], 0
        for number, page in enumerate(self.text.split("\f"), 1):
            pages.append(Page(number, start, min(start + len(page) + 1, len(self.text))))
            start += len(page) + 1
        return Report(
            name=self.name, format="txt", sha256=sha256(self.text.encode()).hexdigest(), text=self.text,
            pages=tuple(pages) if len(pages) > 1 else (), hard_lines=self.hard_lines,
        )  # fmt: skip


def generate(seed: int) -> Generated:
    """The report of this seed; the same seed, the same report."""
    random = Random(seed)
    style, pool = random.choice(_styles()), {**_load("names"), **_load("reasons")}
    year = random.randint(2018, 2025)
    office = random.choice(pool["places"]) + random.choice(pool["offices"])
    title = f"{office}{year}年部门预算" if style["kind"] == "预算" else f"{office}{year}年度部门决算"
    words = {"Y": str(year), "Y1": str(year - 1), "org": office, "use": random.choice(pool["purposes"])}
    printing = Printing.draw(random, random.choice(style["units"]))
    pen = Pen(style, printing, pool, words, random)
    lines = [
        title,
        *_body(
            Writer(pen, accounts.draw(random, pool, style["kind"] == "预算"), style, pool), style, words, random, pool
        ),
    ]
    done = noise.add(lines, title, random)
    name = f"{seed:05d}-{title}.txt"
    records = tuple({"document": name, "source": "narrative", **row} for row in pen.records)
    return Generated(seed, name, f"{style['name']}（{done.name}）", done.text, done.hard_lines, records)


def _body(
    writer: Writer, style: dict[str, Any], words: dict[str, str], random: Random, pool: dict[str, Any]
) -> list[str]:
    """The parts of a report: an introduction, the sections in an order drawn at random, a glossary."""
    lines = ["第一部分 概况", "一、主要职能", random.choice(pool["duties"]), style["part"].format(**words)]
    chosen = [name for name in SECTIONS if name not in style["skip"]]
    if style.get("joined"):
        chosen = [name for name in chosen if name not in ("income", "expenditure")]
    random.shuffle(chosen)
    for number, name in enumerate(chosen):
        numeral = NUMERALS[number] if number < len(NUMERALS) else "十一"
        heading = style["headings"][name]
        lines.append(f"（{numeral}）{heading}" if style["numbers"] == "（一）" else f"{numeral}、{heading}")
        lines += getattr(writer, name)()
    return [*lines, "第四部分 名词解释", *random.sample(pool["glossary"], 2)]


@cache
def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def _styles() -> tuple[dict[str, Any], ...]:
    """Every style on top of what is common to all."""
    loaded = _load("styles")
    common = loaded["common"]
    return tuple(
        {
            **common, **style, "headings": {**common["headings"], **style.get("headings", {})},
            "texts": style["texts"], "common": common["texts"],
        }
        for style in loaded["style"]
    )  # fmt: skip

"""A small fictional report, extracted by hand: what the tests of the store and of all that reads it work on."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path
from typing import Any

from extractor.records import Amount, Finding, Indicator, Project, Reason, Variance
from extractor.report import Extraction, Page, Passage, Report, Section, Sum, TableNote, Unbound, Unreadable
from extractor.store.writer import Source, Writer

VERSION = "made-1"

TEXT = """{organisation}{year}年度部门决算
第一部分 决算情况说明
一、收入支出决算总体情况
{year}年度收入总计、支出总计均为320.50万元。与上年相比，收入总计减少12.40万元，下降3.7%，
主要原因是压减一般性支出。
二、一般公共预算财政拨款支出决算情况
1.一般公共服务支出（类）档案事务（款）行政运行（项）。年初预算为150.20万元，支出决算为131.75万元，完成年初预算的87.7%，
支出决算数小于年初预算数的主要原因：一是人员调动，二是厉行节约。
2.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为20.00万元，支出决算为18.60万元，完成年初预算的93%，
支出决算数小于年初预算数的主要原因是人员调动，缴存人数减少。
3.农林水支出（类）水利（款）防汛（项）。年初预算为0万元，支出决算为45.00万元，主要原因是年中追加防汛专项资金。
\f三、“三公”经费支出决算情况
“三公”经费支出决算为1,062.09元，其中公务接待费0万元，本年度未发生公务接待。
四、预算绩效情况
馆藏数字化项目：全年预算60.00万元，执行数54.30万元，完成预算90.5%，自评得分93分。
数字化卷宗数目标值5000卷，实际完成4310卷，未完成原因是设备到货较晚。
另有88.8万元未说明用途。
"""


class _Made:
    """Finds quotes in the text, in order, so that every record's offsets are true."""

    def __init__(self, name: str, organisation: str, year: int) -> None:
        self.name, self.year = name, year
        self.text = TEXT.format(organisation=organisation, year=year)
        self.split = self.text.index("\f") + 1

    def at(self, quote: str, **own: Any) -> dict[str, Any]:
        start = self.text.index(quote)
        place = {"start": start, "end": start + len(quote), "page": 1 if start < self.split else 2, "quote": quote}
        return {"document": self.name, "year": self.year, **place, **own}

    def money(self, subject: str, measure: str, value: str, quote: str, **own: Any) -> Amount:
        yuan = str(round(float(value) * 10000))
        fields = {"unit": "万元", "yuan": yuan, **own}
        return Amount(**self.at(quote, subject=subject, measure=measure, value=value, **fields))

    def short(self, subject: str, quote: str, *causes: tuple[str, str], **own: Any) -> Variance:
        """A comparison with the budget whose clause prints no figure."""
        fields = {"compared_with": "年初预算", "direction": "减少", **own}
        rows = tuple(
            Reason(
                **self.at(
                    text,
                    subject=subject,
                    compared_with=fields["compared_with"],
                    direction=fields["direction"],
                    text=text,
                    category=category,
                    rank=rank,
                )
            )
            for rank, (text, category) in enumerate(causes, 1)
        )
        category = rows[0].category if rows else None
        return Variance(**self.at(quote, subject=subject, category=category, causes=rows, **fields))


def made(
    name: str = "青溪县档案馆2022年度部门决算.txt",
    organisation: str = "青溪县档案馆",
    year: int = 2022,
    kind: str = "决算",
    data: bytes | None = None,
) -> Extraction:
    """The extraction of the fictional report; `data` are the bytes of the file it was read from."""
    m = _Made(name, organisation, year)
    running = "一般公共服务支出/档案事务/行政运行"
    housing = "住房保障支出/住房改革支出/住房公积金"
    flood = "农林水支出/水利/防汛"
    amounts = (
        m.money("收入总计", "决算数", "320.50", "收入总计、支出总计均为320.50万元"),
        m.money("支出总计", "决算数", "320.50", "收入总计、支出总计均为320.50万元"),
        m.money(running, "年初预算数", "150.20", "年初预算为150.20万元", code="2012601"),
        m.money(running, "决算数", "131.75", "支出决算为131.75万元", code="2012601"),
        m.money(running, "完成率", "87.7", "完成年初预算的87.7%", code="2012601", unit="%", yuan=None),
        m.money(housing, "年初预算数", "20.00", "年初预算为20.00万元"),
        m.money(housing, "决算数", "18.60", "支出决算为18.60万元"),
        m.money(housing, "完成率", "93", "完成年初预算的93%", unit="%", yuan=None),
        m.money(flood, "年初预算数", "0", "年初预算为0万元"),
        m.money(flood, "决算数", "45.00", "支出决算为45.00万元"),
        m.money("“三公”经费", "决算数", "1062.09", "“三公”经费支出决算为1,062.09元", unit="元", yuan="1062.09"),
        m.money("公务接待费", "决算数", "0", "公务接待费0万元", stated="无"),
    )
    variances = (
        m.short(
            "收入总计",
            "收入总计减少12.40万元，下降3.7%，\n主要原因是压减一般性支出",
            ("压减一般性支出", "压减开支"),
            compared_with="上年决算",
            actual="320.50",
            change="-12.40",
            change_rate="-3.7",
            unit="万元",
            reason="压减一般性支出",
        ),
        m.short(
            running,
            "支出决算数小于年初预算数的主要原因：一是人员调动，二是厉行节约",
            ("人员调动", "人员变动"),
            ("厉行节约", "压减开支"),
            reason="一是人员调动，二是厉行节约",
        ),
        m.short(
            housing,
            "支出决算数小于年初预算数的主要原因是人员调动，缴存人数减少",
            ("人员调动，缴存人数减少", "人员变动"),
            reason="人员调动，缴存人数减少",
        ),
        m.short(
            flood,
            "主要原因是年中追加防汛专项资金",
            ("年中追加防汛专项资金", "上级或调剂资金"),
            direction="增加",
            reason="年中追加防汛专项资金",
        ),
    )
    project = Project(
        **m.at(
            "馆藏数字化项目：全年预算60.00万元，执行数54.30万元，完成预算90.5%，自评得分93分",
            project="馆藏数字化项目",
            budget="60.00",
            executed="54.30",
            completion_rate="90.5",
            unit="万元",
            score="93",
        )
    )
    late = "设备到货较晚"
    cause = Reason(
        **m.at(
            late,
            subject="数字化卷宗数",
            compared_with="指标值",
            direction="减少",
            text=late,
            category="项目进度",
            rank=1,
        )
    )
    indicator = Indicator(
        **m.at(
            "数字化卷宗数目标值5000卷，实际完成4310卷，未完成原因是设备到货较晚",
            project="馆藏数字化项目",
            indicator="数字化卷宗数",
            type="数量",
            comparator=">=",
            target="5000",
            actual="4310",
            unit="卷",
            reason=late,
            category="项目进度",
            causes=(cause,),
        )
    )
    span = m.at("完成预算90.5%")
    finding = Finding(
        **span,
        rule="完成率",
        severity="info",
        message="完成率按四舍五入印出",
        expected="90.5",
        observed="90.5",
        evidence=((span["start"], span["end"]),),
    )
    loose = m.at("另有88.8万元未说明用途")
    return Extraction(
        report=_report(m, data),
        organisation=organisation,
        year=year,
        kind=kind,
        sections=_sections(m),
        passages=_passages(m),
        amounts=amounts,
        variances=variances,
        projects=(project,),
        indicators=(indicator,),
        findings=(finding,),
        unbound=(Unbound("88.8万元", loose["start"] + 2, loose["start"] + 8, 2, loose["quote"]),),
        tables=_tables(m),
        sums=(Sum("支出总计", "320.50", "320.50", 2, True), Sum("基本支出", "170.20", "150.35", 2, False)),
    )


def _report(m: _Made, data: bytes | None) -> Report:
    sha256 = hashlib.sha256(m.text.encode() if data is None else data).hexdigest()
    pages = (Page(1, 0, m.split), Page(2, m.split, len(m.text)))
    return Report(m.name, Path(m.name).suffix.lstrip("."), sha256, m.text, pages, title=m.text.splitlines()[0])


def _tables(m: _Made) -> tuple[TableNote, ...]:
    """A table that is known and one that is not."""
    known, unknown = (m.at(quote) for quote in ("“三公”经费支出决算为1,062.09元，其中公务接待费0万元", "另有88.8万元"))
    return (
        TableNote(
            name="“三公”经费支出决算表",
            title="“三公”经费支出决算表",
            page=known["page"],
            start=known["start"],
            end=known["end"],
            cells=(("项目", "决算数", None), ("“三公”经费", "1,062.09", "元"), ("公务接待费", "0.00", "万元")),
        ),
        TableNote(
            None, "库房台账", unknown["page"], unknown["start"], unknown["end"], (("库房", "卷"), ("东库", "88"))
        ),
    )


def _sections(m: _Made) -> tuple[Section, ...]:
    begin = ("第一", "一、", "二、", "三、", "四、")
    heads = [line for line in m.text.replace("\f", "").splitlines() if line.startswith(begin)]
    starts = [m.text.index(head) for head in heads]
    ends = [*starts[1:], len(m.text)]
    return tuple(
        Section(
            level=1 if head.startswith("第") else 2,
            number=head[:4] if head.startswith("第") else head[:2],
            title=head[5:] if head.startswith("第") else head[2:],
            start=start,
            end=len(m.text) if head.startswith("第") else end,
            page=1 if start < m.split else 2,
            parent=None if head.startswith("第") else 0,
        )
        for head, start, end in zip(heads, starts, ends, strict=True)
    )


def _passages(m: _Made) -> tuple[Passage, ...]:
    """The paragraphs: what stands between headings and numbered items, with the broken lines joined."""
    passages: list[Passage] = []
    start, section = 0, None
    heads = {section.start: index for index, section in enumerate(_sections(m))}
    for line in m.text.splitlines(keepends=True):
        end = start + len(line)
        if start in heads:
            section = heads[start]
        elif line.strip():
            whole = line.strip("\n\f")
            page = 1 if start < m.split else 2
            if passages and passages[-1].text.endswith("，"):
                last = passages.pop()
                passages.append(Passage(last.text + whole, last.start, start + len(whole), last.page, last.section))
            else:
                passages.append(Passage(whole, start, start + len(whole), page, section))
        start = end
    return tuple(passages)


def made_index(path: Path, *extractions: Extraction) -> Path:
    """An index at `path` that holds the extractions (the fictional report where none is given)."""
    with Writer(path, VERSION) as writer:
        for extraction in extractions or (made(),):
            file = path.parent / extraction.report.name
            file.write_text(extraction.report.text, encoding="utf-8")
            writer.add(extraction, Source.of(file))
    return path


def made_extract(path: Path) -> Extraction:
    """Stands in for `extractor.extract`: a file whose text says 坏 cannot be read, 炸 is a fault of the program.

    崩 crashes the process, as a broken library does, 慢 takes a minute, 大 more memory than there is.
    """
    return made_from(path.read_bytes(), path.name)


def made_from(data: bytes, name: str) -> Extraction:
    """The same of bytes, as `extractor.extraction.extract_bytes` has them."""
    text = data.decode("utf-8", "replace")
    if not data:
        raise Unreadable("empty", "文件是空的。")
    if "坏" in text:
        raise Unreadable("damaged", "文件已损坏。")
    if "炸" in text:
        raise ZeroDivisionError("fault")
    if "崩" in text:
        os.abort()
    if "慢" in text:
        time.sleep(60)
    if "大" in text:
        raise MemoryError
    return made(name=name, data=data)

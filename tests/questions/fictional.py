"""Five fictional reports of four organisations, small enough to know by heart: what the questions are about."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

from extractor.records import Amount, Finding, Indicator, Project, Reason, Variance
from extractor.report import Extraction, Page, Passage, Report
from extractor.store.writer import Source, Writer

ARCHIVE = "云岭市青溪区档案局"
HEALTH = "云岭市青溪区卫生健康委员会"
OFFICE = "云岭市白沙县人民政府办公室"
COUNTY = "云岭市白沙县档案局"

RUN = "一般公共服务支出/档案事务/行政运行"
HALL = "一般公共服务支出/档案事务/档案馆"
ADMIN = "一般公共服务支出/档案事务/一般行政管理事务"
PENSION = "社会保障和就业支出/行政事业单位养老支出/机关事业单位基本养老保险缴费支出"
ANNUITY = "社会保障和就业支出/行政事业单位养老支出/机关事业单位职业年金缴费支出"
MEDICAL = "卫生健康支出/行政事业单位医疗/行政单位医疗"
FUND = "住房保障支出/住房改革支出/住房公积金"

Causes = tuple[tuple[str, str], ...]


def one(reason: str, category: str) -> tuple[str, Causes]:
    """An explanation that is a single cause."""
    return reason, ((reason, category),)


class Book:
    """Writes a report sentence by sentence, each sentence with the records that are read from it."""

    def __init__(self, organisation: str, year: int, kind: str = "决算") -> None:
        self.organisation, self.year, self.kind = organisation, year, kind
        self.name = f"{organisation}{year}年度部门{kind}.txt"
        self.text = f"{organisation}{year}年度部门{kind}\n"
        self.amounts: list[Amount] = []
        self.variances: list[Variance] = []
        self.projects: list[Project] = []
        self.indicators: list[Indicator] = []
        self.findings: list[Finding] = []
        self.page = 1
        self.pages: list[Page] = []

    def write(self, sentence: str) -> dict[str, Any]:
        """A sentence more; the place of the records read from it."""
        start = len(self.text)
        self.text += f"{sentence}。\n"
        place = {"start": start, "end": start + len(sentence), "page": self.page, "quote": sentence}
        return {"document": self.name, "year": self.year, **place}

    def turn(self) -> None:
        """Begin a new page."""
        begin = self.pages[-1].end if self.pages else 0
        self.pages.append(Page(self.page, begin, len(self.text)))
        self.page += 1

    def amount(self, subject: str, measure: str, value: str, unit: str = "万元", **own: Any) -> None:
        """An amount in a sentence of its own."""
        place = self.write(f"{subject.rsplit('/', 1)[-1]}的{measure}为{value}{unit}")
        self.amounts.append(Amount(**{**place, **own}, subject=subject, measure=measure, value=value, unit=unit))

    def spent(self, subject: str, value: str, share: str | None = None) -> None:
        """What was spent, and its share of the whole."""
        self.amount(subject, "决算数", value)
        if share:
            self.amount(subject, "占比", share, "%")

    def item(
        self,
        subject: str,
        budget: str,
        actual: str,
        rate: str,
        way: str,
        reason: str | None = None,
        causes: Causes = (),
    ) -> None:
        """An item against its budget, as three amounts and a comparison."""
        self.amount(subject, "年初预算数", budget)
        self.amount(subject, "决算数", actual)
        self.amount(subject, "完成率", rate, "%")
        self.compare(subject, "年初预算", way, reason, causes, baseline=budget, actual=actual, completion_rate=rate)

    def compare(
        self, subject: str, base: str, way: str, reason: str | None = None, causes: Causes = (), **own: str
    ) -> None:
        """A comparison and its explanation."""
        leaf = subject.rsplit("/", 1)[-1]
        place = self.write(f"{leaf}与{base}相比{way}，主要原因是{reason or '（未说明）'}")
        common = {"subject": subject, "compared_with": base, "direction": way}
        parts = tuple(
            Reason(**place, **common, text=text, category=category, rank=rank)
            for rank, (text, category) in enumerate(causes, 1)
        )
        category = parts[0].category if parts else None
        self.variances.append(
            Variance(**place, **common, **own, unit="万元", reason=reason, category=category, causes=parts)
        )

    def change(
        self, subject: str, actual: str, change: str, rate: str, reason: str, category: str, base: str = "上年决算"
    ) -> None:
        """A figure and how it changed against the year before."""
        self.amount(subject, "决算数" if base == "上年决算" else "预算数", actual)
        way = "减少" if change.startswith("-") else "增加"
        self.amount(subject, "增减额", change)
        self.amount(subject, "增减率", rate, "%")
        self.compare(subject, base, way, reason, ((reason, category),), actual=actual, change=change, change_rate=rate)

    def project(self, project: str, budget: str, executed: str, rate: str, score: str) -> None:
        """The self-evaluation of a project."""
        place = self.write(f"{project}：全年预算{budget}万元，执行数{executed}万元，执行率{rate}%，得分{score}分")
        own = {"budget": budget, "executed": executed, "completion_rate": rate, "score": score, "unit": "万元"}
        self.projects.append(Project(**place, project=project, **own))

    def indicator(self, project: str, indicator: str, comparator: str, target: str, actual: str, **own: Any) -> None:
        """An indicator of a project, with the reason why it was not reached."""
        place = self.write(f"{indicator}：目标值{comparator}{target}，完成值{actual}，{own.get('reason') or '已完成'}")
        fields = {"comparator": comparator, "target": target, "actual": actual, **own}
        self.indicators.append(Indicator(**place, project=project, indicator=indicator, **fields))

    def finding(self, rule: str, message: str) -> None:
        """A sentence in which the report contradicts itself."""
        place = self.write(message)
        evidence = ((place["start"], place["end"]),)
        self.findings.append(Finding(**place, rule=rule, severity="error", message=message, evidence=evidence))

    def extraction(self) -> Extraction:
        """The report with its records."""
        self.turn()
        sha256 = hashlib.sha256(self.text.encode()).hexdigest()
        report = Report(self.name, "txt", sha256, self.text, tuple(self.pages))
        whole = (Passage(self.text, 0, len(self.text), 1, None),)
        facts = {
            "amounts": tuple(self.amounts),
            "variances": tuple(self.variances),
            "projects": tuple(self.projects),
            "indicators": tuple(self.indicators),
            "findings": tuple(self.findings),
        }
        return Extraction(report, self.organisation, self.year, self.kind, passages=whole, **facts)


def archive(year: int = 2022) -> Extraction:
    """The district archive's outturn: the report that most questions are about."""
    book = Book(ARCHIVE, year)
    for total in ("收入总计", "支出总计"):
        book.change(total, "620.40", "35.20", "6.0", "新增库房改造项目", "项目增减")
    book.spent("支出合计", "605.15")
    book.spent("基本支出", "410.05", "67.8")
    book.spent("项目支出", "195.10", "32.2")
    book.item("一般公共预算财政拨款支出", "583.50", "598.00", "102.5", "增加", *one("年中追加资金", "上级或调剂资金"))
    for name, value, share in (
        ("一般公共服务支出", "505.30", "84.5"),
        ("社会保障和就业支出", "55.20", "9.2"),
        ("卫生健康支出", "21.00", "3.5"),
        ("住房保障支出", "16.50", "2.8"),
    ):
        book.spent(name, value, share)
    book.item(
        RUN, "330.00", "302.20", "91.6", "减少", "一是人员调出，二是压减办公费",
        (("人员调出", "人员变动"), ("压减办公费", "压减开支")),
    )  # fmt: skip
    book.item(HALL, "120.00", "150.10", "125.1", "增加", *one("年中追加库房改造资金", "上级或调剂资金"))
    book.item(ADMIN, "53.00", "53.00", "100", "持平")
    book.item(PENSION, "40.00", "36.20", "90.5", "减少", "人员退休", (("人员退休", "人员变动"),))
    book.item(ANNUITY, "0", "19.00", "100", "增加", "职业年金记实补缴", (("职业年金记实补缴", "薪酬社保政策"),))
    book.item(MEDICAL, "22.50", "21.00", "93.3", "减少")
    book.item(
        FUND, "18.00", "16.50", "91.7", "减少", "人员退休，缴存基数下降",
        (("人员退休", "人员变动"), ("缴存基数下降", "薪酬社保政策")),
    )  # fmt: skip
    book.turn()
    book.item("“三公”经费", "6.00", "4.20", "70.0", "减少", "接待批次减少", (("接待批次减少", "业务量变化"),))
    book.amount("公务接待费", "预算数", "2.00")
    book.spent("公务接待费", "0.70")
    book.spent("公务用车运行费", "3.50")
    book.amount("因公出国（境）费", "决算数", "0", stated="无")
    book.compare("因公出国（境）费", "无", "未发生", *one("本年没有出国任务", "无此项业务"), actual="0")
    book.change("机关运行经费", "48.30", "-3.10", "-6.0", "厉行节约，压减办公费", "压减开支")
    book.spent("政府采购支出", "88.00")
    book.spent("政府采购货物支出", "12.00")
    book.spent("政府采购工程支出", "60.00")
    book.spent("政府采购服务支出", "16.00")
    book.amount("车辆", "数量", "3", "辆")
    book.amount("公务接待批次", "数量", "6", "批次")
    book.amount("公务接待人次", "数量", "45", "人次")
    book.amount("在职实有人数", "数量", "32", "人")
    book.turn()
    book.project("整体支出", "650.00", "605.15", "93.10", "94.5")
    book.project("库房改造", "60.00", "60.00", "100", "98")
    book.project("档案数字化加工", "80.00", "61.60", "77.0", "88")
    book.project("档案宣传活动", "5.00", "4.80", "96.0", "92")
    book.indicator(
        "档案数字化加工", "数字化页数", ">=", "200", "152", unit="万页", score="15", full_score="20",
        reason="招标较晚，尚未加工完", category="项目进度",
    )  # fmt: skip
    book.indicator("档案数字化加工", "抽检合格率", ">=", "98", "99.2", unit="%", score="20", full_score="20")
    book.indicator("库房改造", "库房温湿度达标率", ">=", "95", "91", unit="%", score="8", full_score="10")
    book.indicator("档案宣传活动", "观众满意度", ">=", "90", "95", unit="%", score="10", full_score="10")
    place = {"source": "table", "table": "一般公共预算财政拨款支出决算表"}
    for subject, whole, basic in (
        ("一般公共服务支出", "505.30", "302.20"),
        ("一般公共服务支出/档案事务", "505.30", "302.20"),
        (RUN, "302.20", "302.20"),
        (HALL, "150.10", "0.00"),
    ):
        book.amount(subject, "决算数", whole, column="合计", **place)
        book.amount(subject, "决算数", basic, column="基本支出", **place)
    book.amount("政府采购支出", "决算数", "88.50")  # the report contradicts itself
    return book.extraction()


def archive_before() -> Extraction:
    """The district archive's outturn of the year before."""
    book = Book(ARCHIVE, 2021)
    book.spent("支出合计", "570.00")
    book.change("机关运行经费", "51.40", "2.40", "4.9", "办公楼维修", "资产购置维修")
    book.item(RUN, "310.00", "305.50", "98.5", "减少", "人员调出", (("人员调出", "人员变动"),))
    book.spent("“三公”经费", "5.00")
    book.spent("公务接待费", "1.10")
    book.amount("在职实有人数", "数量", "35", "人")
    return book.extraction()


def health() -> Extraction:
    """The district health commission's outturn."""
    book = Book(HEALTH, 2022)
    book.spent("支出合计", "2350.60")
    book.change("机关运行经费", "102.00", "8.00", "8.5", "疫情防控值守增加", "疫情影响")
    book.amount("公务接待费", "预算数", "5.00")
    book.spent("公务接待费", "1.90")
    book.spent("“三公”经费", "12.40")
    base = "卫生健康支出/卫生健康管理事务/行政运行"
    book.item(base, "900.00", "871.30", "96.8", "减少", "厉行节约", (("厉行节约", "压减开支"),))
    book.item(
        "卫生健康支出/公共卫生/突发公共卫生事件应急处置", "0", "412.50", "100", "增加",
        "疫情防控支出增加，上级追加核酸检测经费",
        (("疫情防控支出增加", "疫情影响"), ("上级追加核酸检测经费", "上级或调剂资金")),
    )  # fmt: skip
    book.item(
        "卫生健康支出/公共卫生/基本公共卫生服务", "600.00", "540.00", "90.0", "减少", "部分项目尚未结算",
        (("部分项目尚未结算", "项目进度"),),
    )  # fmt: skip
    book.item(FUND, "80.00", "80.00", "100", "持平")
    book.amount("在职实有人数", "数量", "65", "人")
    return book.extraction()


def office() -> Extraction:
    """The county office's budget."""
    book = Book(OFFICE, 2023, "预算")
    book.amount("收入总计", "预算数", "1500.00")
    book.amount("支出总计", "预算数", "1500.00")
    book.change("财政拨款支出", "1500.00", "-120.00", "-7.4", "信息化项目调整", "项目增减", base="上年预算")
    root = "一般公共服务支出/政府办公厅（室）及相关机构事务"
    book.amount(f"{root}/行政运行", "预算数", "800.00")
    book.amount(f"{root}/机关服务", "预算数", "300.00")
    book.amount("“三公”经费", "预算数", "20.00")
    book.compare("“三公”经费", "上年预算", "持平", actual="20.00")
    book.amount("机关运行经费", "预算数", "95.00")
    return book.extraction()


def county() -> Extraction:
    """The county archive's outturn: its name ends like the district archive's."""
    book = Book(COUNTY, 2022)
    book.spent("支出合计", "300.00")
    book.change("机关运行经费", "20.00", "-1.00", "-4.8", "人员调出", "人员变动")
    book.amount("公务接待费", "决算数", "0", stated="无")
    book.compare("公务接待费", "无", "未发生", "全年没有接待任务", (("全年没有接待任务", "无此项业务"),), actual="0")
    return book.extraction()


def made(path: Path) -> Path:
    """An index of the five reports at `path`."""
    return indexed(path, archive(), archive_before(), health(), office(), county())


def indexed(path: Path, *extractions: Extraction) -> Path:
    """An index of these reports at `path`."""
    with Writer(path, "made-1") as writer:
        for extraction in extractions:
            money = {"万元": 10000, "元": 1}
            amounts = tuple(
                replace(a, yuan=f"{float(a.value) * money[a.unit]:.2f}") if a.unit in money else a
                for a in extraction.amounts
            )
            file = path.parent / extraction.report.name
            file.write_text(extraction.report.text, encoding="utf-8")
            writer.add(replace(extraction, amounts=amounts), Source.of(file))
    return path

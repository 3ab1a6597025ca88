"""The sections of a report: which figures they state and in which order, in the words of the style."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from random import Random
from typing import Any

from tests.generator.accounts import Accounts, Figure, total
from tests.generator.figures import Printed, rounded
from tests.generator.pen import Base, Line, Pen

KINDS = {"人员经费": "基本工资、津贴补贴、奖金、绩效工资", "公用经费": "办公费、印刷费、水电费、差旅费"}
PARTS = {
    "abroad": ("因公出国（境）费", ("因公出国（境）费", "因公出国（境）费用")),
    "car": ("公务用车购置及运行费", ("公务用车购置及运行费", "公务用车购置及运行维护费")),
    "host": ("公务接待费", ("公务接待费",)),
}


class Writer:
    """Writes the sections of one report."""

    def __init__(self, pen: Pen, accounts: Accounts, style: dict[str, Any], pool: dict[str, Any]) -> None:
        self.pen, self.accounts, self.style, self.pool = pen, accounts, style, pool
        self.random: Random = pen.random
        self.budgeted = style["kind"] == "预算"
        self.measure = "预算数" if self.budgeted else "决算数"

    def totals(self) -> list[str]:
        lines = [self.pen.say("totals", self._line(("收入总计", "支出总计"), "收、支总计", self.accounts.totals))]
        if self.style.get("joined"):
            lines += self.income() + self.expenditure()
        return lines

    def fiscal(self) -> list[str]:
        subjects = ("财政拨款收入总计", "财政拨款支出总计")
        return [self.pen.say("fiscal", self._line(subjects, "财政拨款收、支总计", self.accounts.fiscal))]

    def income(self) -> list[str]:
        name = "收入总计" if self.budgeted else "收入合计"
        lines = self._whole("income", name, self.accounts.income, self.accounts.incomes)
        if "carry" not in self.style["skip"]:
            nil = self.pen.printing.money(Decimal(0))
            said = self.pen.say("carry", self._line("年初结转和结余", "", self.accounts.carried), {"nil": nil.text})
            if nil.text in said and "使用非财政拨款结余" in said:
                self.pen.amount("使用非财政拨款结余", self.measure, nil)
            lines[-1] += said
        return lines

    def expenditure(self) -> list[str]:
        if self.budgeted:
            whole = self._line("支出总计", "", self.accounts.income)
            granted = self.pen.printing.money(self.accounts.incomes["财政拨款收入"].amount)
            self.pen.amount("财政拨款支出", self.measure, granted)
            return [self.pen.say("expenditure", whole, {"w": granted.text})]
        lines = self._whole("expenditure", "支出合计", self.accounts.expenditure, self.accounts.kinds)
        if "carry" not in self.style["skip"]:
            lines.append(self.pen.say("carry.end", self._line("年末结转和结余", "年末结转和结余", self.accounts.left)))
        return lines

    def general(self) -> list[str]:
        name, general = "一般公共预算财政拨款支出", self.accounts.general
        lines = []
        if not self.budgeted:
            whole = self.accounts.expenditure.amount
            lines.append(self.pen.say("general", self._line(name, name, general, whole)))
        classes = self._classes()
        if "structure" not in self.style["skip"]:
            parts = [self.pen.say("structure.item", self._class(named, one)) for named, one in classes.items()]
            lines.append(self.pen.say("structure", self._line(name, name, general), {"list": "；".join(parts)}))
        if "budget" not in self.style["skip"] and general.budget and general.budget != general.amount:
            lines.append(self.pen.say("budget", self._line(name, name, general)))
        return lines + self._numbered(self._class_lines(classes) if self.pen.has("class") else self._item_lines())

    def basic(self) -> list[str]:
        whole = self._line("一般公共预算财政拨款基本支出", "", self.accounts.basic)
        parts = []
        for name, one in (("人员经费", self.accounts.staff), ("公用经费", self.accounts.office)):
            parts.append(self.pen.say("basic.item", self._line(name, name, one), {"kinds": KINDS[name]}))
        divider = "。" if self.style["name"] == "重庆" else "；"
        return [self.pen.say("basic", whole, {"list": divider.join(parts)})]

    def public(self) -> list[str]:
        parts = self.accounts.public
        whole = total(parts.values())
        base = self.style.get("public_base", "预算")
        line = self._line("“三公”经费", "“三公”经费", whole, base=base)
        lines = [self.pen.say("public", line)] if whole.amount else []
        order = self.style.get("public_order") or self.random.sample(list(parts), 3)
        return lines + self._numbered([self._part(part, parts[part], base) for part in order])

    def running(self) -> list[str]:
        if self.random.random() < 0.2 and not self.budgeted:
            said = self.pen.say("running.nil")
            self.pen.amount("机关运行经费", self.measure, Printed("", "0", self.pen.printing.unit), stated="无")
            return [said]
        return [self.pen.say("running", self._line("机关运行经费", "机关运行经费", self.accounts.office))]

    def procurement(self) -> list[str]:
        goods = self.accounts.goods
        whole = sum(goods.values(), Decimal(0))
        suffix = "预算" if self.budgeted else "支出"
        parts = [
            self.pen.say("procurement.item", self._single(f"政府采购{name}支出", f"政府采购{name}{suffix}", amount))
            for name, amount in goods.items()
        ]
        said = [self.pen.say("procurement", self._single("政府采购支出", "", whole), {"list": "、".join(parts)})]
        if whole and not self.budgeted:
            small = rounded(whole * Decimal(str(round(self.random.uniform(0.3, 1), 2))), 2)
            said.append(self.pen.say("procurement.small", self._single("授予中小企业合同金额", "", small, whole)))
        return said

    def assets(self) -> list[str]:
        before = len(self.pen.records)
        said = self._assets()
        for row in self.pen.records[before:] if self.budgeted else []:
            row["year"] = self.pen.year - 1  # a budget counts what there was in August before its year
        return said

    def _assets(self) -> list[str]:
        unit = self.random.choice(("辆", "台"))
        parts = []
        for name, count in self.accounts.vehicles.items():
            parts.append(f"{name}{self._count(name, count, unit)}")
        whole = self._count("车辆", sum(self.accounts.vehicles.values()), unit)
        devices = self._count("单位价值100万元以上设备", self.random.randint(0, 9), "台（套）")
        return [
            self.pen.say("assets", None, {"v": whole, "list": "、".join(parts)}).removesuffix("。")
            + "；" + self.pen.say("assets.device", None, {"v": devices})
        ]  # fmt: skip

    def performance(self) -> list[str]:
        number = max(2, self.random.randint(1, 12))
        money = self.pen.printing.money(self.accounts.kinds["项目支出"].amount)
        self.pen.amount("绩效自评项目", "金额", money)
        count = self._count("绩效自评项目", number, "个")
        lines = [self.pen.say("scope", None, {"v": count, "w": money.text})]
        names = self.random.sample(self.pool["projects"], self.random.randint(1, 3))[: number - 1]  # only some of them
        return lines + self._numbered([self._review(name) for name in names])

    def _review(self, name: str) -> str:
        executed = self.accounts.kinds["项目支出"].amount / 10
        budget = executed * Decimal(str(round(self.random.uniform(1.0, 1.4), 2)))
        printing = self.pen.printing
        printed = {"B": printing.money(budget), "v": printing.money(executed)}
        done = printing.rate(Decimal(printed["v"].value), Decimal(printed["B"].value))
        problem, improvement = self.random.choice(self.pool["problems"]), self.random.choice(self.pool["improvements"])
        row = {"project": name, "year": self.pen.year}
        self.pen.records.append({
            "record": "project", **row, "budget": printed["B"].value, "executed": printed["v"].value,
            "completion_rate": done.value, "unit": printing.unit, "problems": problem, "improvements": improvement,
        })  # fmt: skip
        output, unit = self.random.choice(self.pool["outputs"])
        count, share = str(self.random.randint(2, 900)), str(self.random.randint(85, 100))
        pleased = self.random.choice(self.pool["shares"])
        for indicator, actual, of in ((output, count, unit), (pleased, share, "%")):
            self.pen.records.append(
                {"record": "indicator", **row, "indicator": indicator, "actual": actual, "unit": of}
            )
        words = {
            "p": name, "B": printed["B"].text, "v": printed["v"].text, "done": done.text, "problem": problem,
            "improvement": improvement, "list": f"一是{output}{count}{unit}；二是{pleased}达到{share}%",
        }  # fmt: skip
        return self.pen.say("review", None, words)

    def _whole(self, section: str, subject: str, whole: Figure, parts: dict[str, Figure]) -> list[str]:
        """A total with its parts; the parts that are nothing in one of three ways."""
        way = self.random.choice(self.style["zeros"])
        said, zeros = [], []
        for name, one in parts.items():
            if one.amount == 0 and way != "items":
                zeros.append(name)
                continue
            printed = "事业单位经营收入" if self.budgeted and name == "经营收入" else name
            said.append(self.pen.say(f"{section}.item", self._line(name, printed, one, whole.amount)))
        text = self.pen.say(section, self._line(subject, subject, whole), {"list": "；".join(said)})
        if way == "none" and zeros:
            for name in zeros:
                self.pen.amount(name, self.measure, Printed("", "0", self.pen.printing.unit), stated="无")
            text += self.pen.say(f"{section}.none", None, {"zeros": "、".join(zeros)})
        return [text]

    def _part(self, part: str, one: Figure, base: str) -> str:
        """A part of 三公 with its counts."""
        subject, names = PARTS[part]
        line = self._line(subject, self.random.choice(names), one, base=base)
        said = self._nil(line) if one.amount == 0 and one.budget == 0 else self.pen.say("public.item", line)
        if part == "car" and one.amount:
            bought, running = ("公务用车购置费", self.accounts.bought), ("公务用车运行费", self.accounts.running)
            parts = [self.pen.say("public.car", self._line(name, name, figure)) for name, figure in (bought, running)]
            said = said.removesuffix("。") + "。其中：" + "；".join(parts) + "。"
        if self.budgeted:
            return said
        return said + self._counts(part, one)

    def _nil(self, line: Line) -> str:
        if not self.budgeted:
            line.bases = {"none": Base("无", "", Decimal(0), self.pen.year)}
            return self.pen.say("public.nil", line)
        said = self.pen.say("public.nil", line)
        variance = {"record": "variance", "subject": line.subjects[0], "compared_with": "上年预算", "direction": "持平"}
        self.pen.records.append({**variance, "year": self.pen.year})
        return said

    def _counts(self, part: str, one: Figure) -> str:
        if self.random.random() < 0.4 or (one.amount == 0) != (part == "abroad"):
            return ""
        number = self.random.randint(1, 40)
        if part == "abroad":
            words = {"v": self._count("因公出国（境）团组", 0, "个"), "w": self._count("因公出国（境）人次", 0, "人次")}
        elif part == "car":
            words = {"v": self._count("公务用车保有量", number, "辆")}
        else:
            words = {
                "v": self._count("国内公务接待批次", number, "批次"),
                "w": self._count("国内公务接待人次", number * 8, "人次"),
            }
        return self.pen.say(f"count.{part}", None, words)

    def _count(self, subject: str, number: int, unit: str) -> str:
        self.pen.amount(subject, "数量", Printed("", str(number), unit))
        return f"{number}{unit}"

    def _classes(self) -> dict[str, Figure]:
        classes: dict[str, Figure] = {}
        for (name, _, _), one in self.accounts.items.items():
            classes[name] = classes[name] + one if name in classes else one
        return classes

    def _class(self, name: str, one: Figure) -> Line:
        form = self.random.choice(self.style["class_names"])
        return self._line(name, form.format(a=name, k=name.removesuffix("支出")), one, self.accounts.general.amount)

    def _class_lines(self, classes: dict[str, Figure]) -> list[str]:
        return [self.pen.say("class", self._class(name, one), self._use()) for name, one in classes.items()]

    def _item_lines(self) -> list[str]:
        form = self.random.choice(self.style["item_names"])
        return [
            self.pen.say(
                "item", self._line("/".join(path), form.format(a=path[0], b=path[1], c=path[2]), one), self._use()
            )
            for path, one in self.accounts.items.items()
        ]

    def _use(self) -> dict[str, str]:
        return {"use": self.random.choice(self.pool["purposes"])}

    def _numbered(self, lines: Iterable[str]) -> list[str]:
        form = self.random.choice(("{}.", "{}、", "（{}）"))
        return [form.format(number) + line for number, line in enumerate(lines, 1)]

    def _single(self, subject: str, name: str, amount: Decimal, whole: Decimal | None = None) -> Line:
        return Line((subject,), name, self.measure, amount, {}, whole)

    def _line(
        self, subject: str | tuple[str, ...], name: str, one: Figure, whole: Decimal | None = None, base: str = ""
    ) -> Line:
        subjects = (subject,) if isinstance(subject, str) else subject
        item = "/" in subjects[0]
        budget = base or self.style["budget_base"] or "年初预算"
        last = "上年预算" if self.budgeted and not item else "上年决算"
        bases = {
            "b": Base(budget, f"{budget}数", one.budget, self.pen.year),
            "y": Base(last, f"{last}数", one.last, self.pen.year - 1),
        }
        return Line(subjects, name, self.measure, one.amount, bases, whole)

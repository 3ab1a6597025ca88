"""The accounts of a fictional office: drawn at random, adding up like real ones. Amounts in 万元."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

from tests.generator.figures import cents, near

ZERO = Decimal("0.00")


@dataclass(frozen=True)
class Figure:
    """This year's figure, what was budgeted, and last year's."""

    amount: Decimal
    budget: Decimal
    last: Decimal

    def __add__(self, other: Figure) -> Figure:
        return Figure(self.amount + other.amount, self.budget + other.budget, self.last + other.last)


@dataclass(frozen=True)
class Accounts:
    """`items` by path, `incomes` and `kinds` (基本支出, 项目支出) by name, `public` by part; the rest as named."""

    items: dict[tuple[str, str, str], Figure]
    general: Figure
    incomes: dict[str, Figure]
    income: Figure
    kinds: dict[str, Figure]
    expenditure: Figure
    totals: Figure
    fiscal: Figure
    carried: Figure
    left: Figure
    staff: Figure
    office: Figure
    basic: Figure
    public: dict[str, Figure]
    bought: Figure
    running: Figure
    goods: dict[str, Decimal]
    vehicles: dict[str, int]


def draw(random: Random, pool: dict[str, Any], planned: bool = False) -> Accounts:
    """Accounts that add up: items to expenditure, parts to totals, income and what was carried over to what was spent.

    `planned`: those of a budget, which spends what it is granted and carries nothing over.
    """
    size = random.choice((8, 60, 400))
    paths = sorted(random.sample(pool["items"], random.randint(3, 9)), key=pool["items"].index)
    items = {(a, b, c): figure(random, size) for a, b, c in paths}
    general = total(items.values())
    basic_share = Decimal(str(round(random.uniform(0.4, 0.8), 2)))
    basic = _part(general, basic_share)
    staff = _part(basic, Decimal("0.86"))
    other = figure(random, size / 10) if random.random() < 0.6 else Figure(ZERO, ZERO, ZERO)
    business = figure(random, size) if random.random() < 0.2 else Figure(ZERO, ZERO, ZERO)
    expenditure = general + other + business
    carried, left = figure(random, size / 10), figure(random, size / 10)
    if planned:
        carried = left = NOTHING
    income = expenditure + left + _negative(carried)
    granted = income + _negative(other) + _negative(business)
    bought, running = _public(random, 20, rare=True), _public(random, 12)
    return Accounts(
        items=items,
        general=general,
        incomes={
            "财政拨款收入": granted, "上级补助收入": NOTHING, "事业收入": business, "经营收入": NOTHING,
            "附属单位上缴收入": NOTHING, "其他收入": other,
        },
        income=income,
        kinds={
            "基本支出": basic, "项目支出": expenditure + _negative(basic), "上缴上级支出": NOTHING, "经营支出": NOTHING,
            "对附属单位补助支出": NOTHING,
        },
        expenditure=expenditure,
        totals=expenditure + left,
        fiscal=granted + carried,
        carried=carried,
        left=left,
        staff=staff,
        office=basic + _negative(staff),
        basic=basic,
        public={"abroad": _public(random, 10, rare=True), "car": bought + running, "host": _public(random, 5)},
        bought=bought,
        running=running,
        goods={name: cents(random, 0, size) if random.random() < 0.8 else ZERO for name in ("货物", "工程", "服务")},
        vehicles={name: random.randint(0, 5) for name in ("机要通信用车", "应急保障用车", "执法执勤用车", "其他用车")},
    )  # fmt: skip


def figure(random: Random, size: float) -> Figure:
    """A figure and what it is compared with: mostly moved, at times equal, at times without a budget."""
    amount = max(cents(random, size / 20, size), Decimal("0.50"))
    budget = amount if random.random() < 0.2 else ZERO if random.random() < 0.15 else near(random, amount)
    last = amount if random.random() < 0.1 else near(random, amount)
    return Figure(amount, budget, last)


def total(figures: Any) -> Figure:
    """The sum of figures."""
    return sum(figures, NOTHING)


NOTHING = Figure(ZERO, ZERO, ZERO)


def _part(whole: Figure, share: Decimal) -> Figure:
    return Figure(*((value * share).quantize(Decimal("0.01")) for value in (whole.amount, whole.budget, whole.last)))


def _negative(one: Figure) -> Figure:
    return Figure(-one.amount, -one.budget, -one.last)


def _public(random: Random, size: float, rare: bool = False) -> Figure:
    return NOTHING if random.random() < (0.85 if rare else 0.25) else figure(random, size)

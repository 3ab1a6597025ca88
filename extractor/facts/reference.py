"""Names that need their surroundings: bare 收入 and 支出, 一般公共预算财政拨款 without a side, 收入总计 in a section on grants."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from extractor.facts.model import Fact
from extractor.language.patterns import Name, expression, names

GRANT = "财政拨款"
FUNDS = (("政府性基金", "政府性基金预算财政拨款"), ("国有资本经营", "国有资本经营预算财政拨款"))
# The general budget of an area, not of an organisation: named so once, the section goes on with it.
_AREA = {
    "一般公共预算财政拨款收入": "一般公共预算收入",
    "一般公共预算财政拨款支出": "一般公共预算支出",
}
_SIDES = {"in": ("收入",), "out": ("支出",), "both": ("收入", "支出")}


def side_of(subjects: Sequence[str]) -> tuple[str, ...]:
    """The sides that names belong to: 收入, 支出, both or none."""
    return tuple(word for word in ("收入", "支出") if any(word in name for name in subjects))


def bare(side: str, stated: Sequence[Fact], title: str) -> tuple[str, ...]:
    """What a bare 收入, 支出 or 收支 means: the first such name that the section stated, else what its title says."""
    found: list[str] = []
    for word in _SIDES[side]:
        first = next((f.subject for f in stated if "/" not in f.subject and _is_whole(f.subject, word)), None)
        name = first or _beside(_by_title(word, title), stated) or _other_side(word, stated)
        if name:
            found.append(name)
    return tuple(found)


def _other_side(word: str, stated: Sequence[Fact]) -> str | None:
    """政府性基金预算财政拨款收入N，支出M: the other side of the grant that was stated last."""
    other = counterpart(word)
    last = next((f.subject for f in reversed(stated) if _is_whole(f.subject, other)), None)
    return counterpart(last) if last is not None and GRANT in last else None


def _beside(name: str | None, stated: Sequence[Fact]) -> str | None:
    """财政拨款收入N，支出M: beside what is no total stands no total."""
    if name is None or not name.endswith("总计"):
        return name
    plain, known = name.removesuffix("总计"), {f.subject for f in stated}
    return plain if counterpart(plain) in known and counterpart(name) not in known else name


def with_stem(stem: str, subjects: Sequence[str], title: str) -> tuple[str, ...]:
    """A stem without a side takes that of what it stands under, else of the section."""
    sides = side_of(subjects) or tuple(word for word in ("收入", "支出") if word in title) or ("收入",)
    return tuple(stem + side for side in sides)


def in_section(name: str, stated: Sequence[Fact], title: str, after: str) -> str:
    """收入总计 in a section on grants is 财政拨款收入总计; so is 财政拨款收入 there, where a comparison follows (`after`)."""
    if name in _AREA and any(f.subject in _AREA.values() for f in stated):
        return _AREA[name]  # 全区一般公共预算收入N，一般公共预算支出M
    fund = _fund_of(title)
    if fund is not None and (named := _of_fund(name, fund)):
        return named
    if (
        "总体" in title
        and expression("binding", "compared_next").match(after)
        and any(f.subject == f"{name}总计" for f in stated)
    ):
        return f"{name}总计"
    if (
        name in ("收入总计", "支出总计")
        and expression("binding", "compared_next").match(after)
        and not any(f.subject == name for f in stated)
        and any(f.subject == name.replace("总计", "合计") for f in stated)
    ):
        return name.replace("总计", "合计")  # 与上年对比，总收入减少: what the section called 收入合计
    if (
        name in ("收入总计", "支出总计")
        and GRANT in title
        and any(f.subject in (f"{GRANT}收入总计", f"{GRANT}支出总计") for f in stated)
    ):
        return GRANT + name
    return name


@lru_cache(maxsize=256)
def _fund_of(title: str) -> str | None:
    return next((stem for word, stem in FUNDS if word in title), None)


def _of_fund(name: str, fund: str) -> str | None:
    """本年收入 in a section on a fund is the fund's."""
    table = {
        "收入合计": "收入", "支出合计": "支出", "财政拨款收入": "收入", "财政拨款支出": "支出", "收入总计": "收入总计", "支出总计": "支出总计",
        "财政拨款收入总计": "收入总计", "财政拨款支出总计": "支出总计", "年初结转和结余": "年初结转和结余", "年末结转和结余": "年末结转和结余",
        "年初财政拨款结转和结余": "年初结转和结余", "年末财政拨款结转和结余": "年末结转和结余",
    }  # fmt: skip
    return fund + table[name] if name in table else None


def counterpart(name: str) -> str:
    """The other side of a total: 收入总计 ↔ 支出总计."""
    return name.replace("收入", "支出") if "收入" in name else name.replace("支出", "收入")


def _is_whole(name: str, word: str) -> bool:
    return name.endswith((f"{word}总计", f"{word}合计", f"拨款{word}")) or name == word


def _by_title(word: str, title: str) -> str | None:
    if _names_a_line(title):
        return None
    if GRANT in title and "总体" in title:
        return f"{GRANT}{word}总计"
    if "总体" in title or "收支" in title or "收入支出" in title:
        return f"{word}总计"
    return f"{word}合计" if word in title and GRANT not in title else None


@cache
def _names_a_line(title: str) -> bool:
    """Whether a title is about a line of the accounts (“三公”经费支出): its 支出 is no total."""
    return any(words in title for words, name in names().items() if name.kind == "subject" and _is_line(name))


def _is_line(name: Name) -> bool:
    return not any(each.endswith(("总计", "合计")) or GRANT in each for each in name.names) and name.within is None

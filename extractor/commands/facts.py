"""A record as lines of text: what it says, and below it the citation."""

from __future__ import annotations

from typing import Any

from extractor.clean import clean
from extractor.commands.output import cited, faint, leaf, money
from extractor.messages import say
from extractor.store.fill import minus

Row = dict[str, Any]


def fact(row: Row) -> str:
    """The record in a line or two and its citation: document, page, quoted clause."""
    says = _SAYS.get(row.get("record", ""), _anything)(row)
    lines = [" ".join(part for part in says if part)]
    why = row.get("reason") or (row.get("text") if row.get("record") == "reason" else None)
    if why:
        category = f" [{clean(row['category'])}]" if row.get("category") else ""
        lines.append(say("fact.reason", reason=clean(why)) + category)
    lines.append(faint(f"{cited(row.get('document'), row.get('page'))}：「{clean(row.get('quote'))}」"))
    return "\n   ".join(lines)


def _amount(row: Row) -> list[str]:
    return [_who(row), leaf(row["subject"]), clean(row["measure"]), money(row["value"], row["unit"])]


def _variance(row: Row) -> list[str]:
    unit = row.get("unit")
    budget, actual = row.get("budget", row.get("baseline")), row.get("actual")
    change = row.get("difference", row.get("change")) or minus(actual, budget)
    return [
        _who(row),
        leaf(row["subject"]),
        f"{clean(row.get('compared_with'))} {money(budget, unit)}".rstrip(),
        f"→ {money(actual, unit)}" if actual else "",
        say("fact.difference", change=money(change, unit)) if change else "",
        money(row.get("change_rate"), "%"),
        say("fact.rate", rate=clean(row["completion_rate"])) if row.get("completion_rate") else "",
        clean(row.get("direction")),
    ]


def _cause(row: Row) -> list[str]:
    return [_who(row), leaf(row["subject"]), clean(row.get("compared_with")), clean(row.get("direction"))]


def _project(row: Row) -> list[str]:
    unit = row.get("unit")
    return [
        _who(row),
        clean(row["project"]),
        say("fact.executed", budget=money(row.get("budget"), unit), executed=money(row.get("executed"), unit)),
        say("fact.rate", rate=clean(row["completion_rate"])) if row.get("completion_rate") else "",
        say("fact.score", score=clean(row["score"])) if row.get("score") else "",
    ]


def _indicator(row: Row) -> list[str]:
    unit = row.get("unit")
    target = f"{clean(row.get('comparator'))}{money(row['target'], unit)}" if row.get("target") else ""
    return [
        _who(row),
        clean(row["project"]),
        clean(row["indicator"]),
        say("fact.target", target=target) if target else "",
        say("fact.actual", actual=money(row["actual"], unit)) if row.get("actual") else "",
    ]


def _finding(row: Row) -> list[str]:
    return [f"[{clean(row['severity'])}]", clean(row["rule"]), clean(row["message"])]


def _anything(row: Row) -> list[str]:
    return [clean(row.get("subject") or row.get("indicator") or row.get("project"))]


def _who(row: Row) -> str:
    return " ".join(clean(row[name]) for name in ("organisation", "year") if row.get(name) is not None)


_SAYS = {
    "amount": _amount,
    "variance": _variance,
    "reason": _cause,
    "project": _project,
    "indicator": _indicator,
    "finding": _finding,
}

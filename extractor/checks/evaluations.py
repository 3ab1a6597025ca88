"""Self-evaluations: the projects against the number and sum of what was evaluated, scores against their total."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from extractor.checks.material import ERROR, WARNING, Doubt, Material, find
from extractor.checks.rates import remark
from extractor.checks.rounding import AGREES, OFF, around, follows, half_up, ratio, step
from extractor.checks.sums import plain
from extractor.lexicon import load
from extractor.records import Indicator, Project

_FULL = Decimal(100)  # points of a whole evaluation


def evaluations(material: Material) -> Iterator[Doubt]:
    """What the evaluations of a report do not add up to."""
    for project in material.extraction.projects:
        yield from _rate(material, project)
    yield from _evaluated(material)
    for name in dict.fromkeys(one.project for one in material.extraction.indicators):
        own = [one for one in material.extraction.indicators if one.project == name and one.score is not None]
        stated = (p for p in material.extraction.projects if p.project == name and p.score is not None)
        total = next(stated, None) or next(
            (i for i in own if i.indicator in load("checks")["evaluation"]["total"]), None
        )
        if total is not None:
            yield from _scores(material, total, own)


def _rate(material: Material, project: Project) -> Iterator[Doubt]:
    if project.budget is None or project.executed is None or project.completion_rate is None:
        return
    if Decimal(project.budget) <= 0:
        return
    base = around(Decimal(project.budget), step(project.budget))
    actual = around(Decimal(project.executed), step(project.executed))
    exact = Decimal(project.executed) * 100 / Decimal(project.budget)
    verdict = follows(project.completion_rate, exact, ratio(actual, base))
    if verdict == AGREES:
        return
    within, text = (project.start, project.end), material.text
    budgets, spent = find(text, within, project.budget), find(text, within, project.executed)
    rates = find(text, within, project.completion_rate, "%")
    if not (budgets and spent and rates):
        return
    expected = half_up(exact, step(project.completion_rate))
    message = (
        f"项目“{project.project}”执行率按{project.executed}÷{project.budget}应为{expected}%，"
        f"印为{project.completion_rate}%{remark(verdict)}。"
    )
    same = project.budget == project.executed  # then the later one is what was spent
    spans = (budgets[0], spent[-1 if same else 0], rates[0])
    severity = ERROR if verdict == OFF else WARNING
    fixes = {rates[0]: ratio(actual, base)}
    yield Doubt("完成率复算", severity, message, spans, f"{expected}%", f"{project.completion_rate}%", fixes)


def _evaluated(material: Material) -> Iterator[Doubt]:
    """As many projects as were evaluated: their money is what was evaluated."""
    whole = load("checks")["evaluation"]["whole"]
    listed = {one.project: one for one in material.extraction.projects if one.project != whole}
    stated = [a for a in material.narrative if a.subject == load("checks")["evaluation"]["subject"]]
    counts = {a.value for a in stated if a.measure == "数量"}
    money = [a for a in stated if a.yuan is not None]
    if counts != {str(len(listed))} or len(listed) < 2 or len({a.yuan for a in money}) != 1:
        return
    figure = material.figure(money[0])
    unit = money[0].unit
    if figure is None or any(p.unit != unit or p.budget is None or p.executed is None for p in listed.values()):
        return
    total = Decimal(money[0].value)
    sums = [sum((Decimal(p.budget or 0) for p in listed.values()), Decimal(0))]
    sums.append(sum((Decimal(p.executed or 0) for p in listed.values()), Decimal(0)))
    slack = step(money[0].value) / 2 + sum((step(p.budget or "0") / 2 for p in listed.values()), Decimal(0))
    if any(abs(one - total) <= slack for one in sums):
        return
    message = (
        f"自评项目{len(listed)}个，预算合计{plain(sums[0])}{unit}、执行合计{plain(sums[1])}{unit}，"
        f"与所说的{figure.printed}不符。"
    )
    spans = (figure.span, *((p.start, p.end) for p in listed.values()))
    yield Doubt("自评项目合计", WARNING, message, spans, f"{plain(sums[0])}{unit}", figure.printed)


def _scores(material: Material, total: Project | Indicator, scored: list[Indicator]) -> Iterator[Doubt]:
    """The points of all indicators add up to the total, where their full points prove that they are all."""
    assert total.score is not None
    named = load("checks")["evaluation"]["points"]
    parts = [one for one in scored if one.full_score is not None]
    points = [(one, _number(one.score), _number(one.full_score)) for one in parts]
    full = sum((most for _, _, most in points if most is not None), Decimal(0))
    got = sum((score for _, score, _ in points if score is not None), Decimal(0))
    if len(points) < 2 or full != _FULL:
        sections = [one for one in scored if one.indicator in named]
        if len(sections) < 2:
            return
        got = sum((_number(one.score) or Decimal(0) for one in sections), Decimal(0))
        parts = sections
    if got == _number(total.score):
        return
    spans = ((total.start, total.end), *((one.start, one.end) for one in parts))
    places = find(material.text, (total.start, total.end), total.score)
    message = f"“{total.project}”各项得分之和{plain(got)}分，与总分{total.score}分不符。"
    yield Doubt("得分合计", ERROR if places else WARNING, message, spans, plain(got), total.score)


def _number(value: str | None) -> Decimal | None:
    try:
        return Decimal(value) if value is not None else None
    except InvalidOperation:
        return None

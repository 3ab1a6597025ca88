"""An explained paragraph as lines of (text, style): its clauses with what was recognised, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.clean import clean
from extractor.commands.facts import fact
from extractor.messages import Table, add, say

if TYPE_CHECKING:
    from extractor.explaining import ExplainedClause, ExplainedMention, ExplainedParagraph, ExplainedRecord

Line = list[tuple[str, str]]

_TEXTS: Table = {
    "explain.none": ("没有符合条件的段落。", "No paragraph fits."),
    "explain.mentions": ("词语", "words"),
    "explain.record": ("记录", "record"),
    "explain.unbound": ("未归属 {text}", "unbound {text}"),
    "region.reason": ("原因", "reason"),
    "region.before": ("原因（在前）", "reason (before)"),
    "region.purpose": ("用途", "purpose"),
    "fate.bound": ("✓", "✓"),
    "fate.unbound": ("未归属", "unbound"),
    "fate.unused": ("未用", "unused"),
    "from.paragraph": ("科目承前文", "subject from before"),
    "from.heading": ("科目承标题", "subject from the heading"),
    "from.derived": ("科目为推定", "subject derived"),
    "skipped.table": ("表格，不按叙述读", "table, not read as prose"),
    "skipped.silent": ("释义、职能等章节，不陈述数字", "a section that states no figures"),
    "skipped.performance": ("按绩效自评读", "read as performance self-evaluation"),
    "skipped.plain": ("没有可以陈述事实的词", "no word that states a fact"),
    "mention.subject": ("科目", "subject"),
    "mention.nothing": ("没有的科目", "subject of a none"),
    "mention.relative": ("待补全的名称", "name to complete"),
    "mention.count": ("计数对象", "thing counted"),
    "mention.money": ("金额", "money"),
    "mention.percent": ("百分数", "percent"),
    "mention.quantity": ("数量", "quantity"),
    "mention.number": ("数", "number"),
    "mention.to": ("增减至", "changed to"),
    "mention.complete": ("完成", "completion"),
    "mention.base": ("比较基数", "base"),
    "mention.measure": ("度量", "measure"),
    "mention.direction": ("方向", "direction"),
    "mention.share": ("占比", "share"),
    "mention.none": ("否定", "none"),
    "mention.unbudgeted": ("没有年初预算", "unbudgeted"),
    "mention.reason": ("原因引导", "reason marker"),
    "mention.because": ("因果", "because"),
    "mention.purpose": ("用途引导", "purpose marker"),
    "mention.mainly": ("主要", "mainly"),
    "mention.which": ("其中", "of which"),
    "mention.year": ("年份", "year"),
    "mention.blank": ("空缺", "blank"),
    "mention.ordinal": ("序号", "ordinal"),
    "mention.by": ("由…", "from"),
    "mention.noise": ("无关数字", "noise"),
}
add(_TEXTS)

_STYLES = {
    "subject": "cyan", "count": "cyan", "relative": "cyan", "nothing": "cyan", "measure": "blue", "base": "magenta",
    "direction": "magenta", "complete": "magenta", "to": "magenta", "reason": "yellow", "because": "yellow",
    "purpose": "yellow", "mainly": "yellow", "none": "yellow", "noise": "dim", "year": "dim",
}  # fmt: skip
_FATES = {"bound": "bold green", "unbound": "bold red reverse", "unused": "dim"}
_MARGIN = "    "


def lines(paragraph: ExplainedParagraph) -> Iterator[Line]:
    """A paragraph: where it stands, then clause by clause."""
    where = [say("page", page=paragraph.page)] if paragraph.page else []
    yield [(clean(" · ".join([*where, *paragraph.section])), "bold")]
    if paragraph.skipped:
        yield [("  " + say(f"skipped.{paragraph.skipped}"), "dim")]
    for clause in paragraph.clauses:
        yield from _clause(clause)
    yield []


def _clause(clause: ExplainedClause) -> Iterator[Line]:
    yield [("  ", ""), *_text(clause)]
    if clause.mentions:
        yield [(f"{_MARGIN}{say('explain.mentions')}  ", "dim"), *_mentions(clause)]
    for region in clause.regions:
        name = say(f"region.{region.kind}")
        yield [(f"{_MARGIN}{name}  ", "dim"), (f"{clean(region.marker)}「{clean(region.text)}」", "yellow")]
    for record in clause.records:
        yield from _record(record)
    for mention in clause.mentions:
        if mention.fate == "unbound":
            yield [(_MARGIN + say("explain.unbound", text=clean(mention.text)), _FATES["unbound"])]


def _text(clause: ExplainedClause) -> Line:
    """The clause, its mentions in their colours."""
    line: Line = []
    at = 0
    for mention in clause.mentions:
        line.append((clean(clause.text[at : mention.at]), ""))
        at = mention.at + len(mention.text)
        line.append((clean(clause.text[mention.at : at]), _style(mention)))
    return [*line, (clean(clause.text[at:]), "")]


def _mentions(clause: ExplainedClause) -> Line:
    line: Line = []
    for mention in clause.mentions:
        same = mention.meaning.replace(" ", "") in ("", mention.text)
        means = "" if same else f"={clean(mention.meaning)}"
        fate = f" {say(f'fate.{mention.fate}')}" if mention.fate else ""
        line += [
            (f"{say(f'mention.{mention.kind}')} ", "dim"),
            (f"{clean(mention.text)}{means}{fate}", _style(mention)),
        ]
        line.append((" · ", "dim"))
    return line[:-1]


def _style(mention: ExplainedMention) -> str:
    return _FATES[mention.fate] if mention.fate else _STYLES.get(mention.kind, "")


def _record(explained: ExplainedRecord) -> Iterator[Line]:
    """What the record says; its citation is the clause above it."""
    says, *more = fact(explained.record.row()).splitlines()[:-1]
    origin = "" if explained.subject_from == "clause" else say(f"from.{explained.subject_from}")
    kind = say(f"kind.{explained.record.kind}")
    yield [(f"{_MARGIN}{say('explain.record')}  ", "dim"), (f"{kind} {says}", "green"), (f"  {origin}", "dim")]
    for line in more:
        yield [(f"{_MARGIN}      {line.strip()}", "green")]

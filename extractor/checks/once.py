"""One contradiction, one finding: what several rules met is told once, by the first of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.checks.material import ERROR, SEVERITIES, Doubt


def once(doubts: Sequence[Doubt]) -> list[Doubt]:
    """The doubts without those that the same correction of the same figure would remove."""
    kept: list[Doubt] = []
    for doubt in doubts:
        at = next((at for at, other in enumerate(kept) if _same(other, doubt)), None)
        if at is None:
            kept.append(doubt)
        else:
            worse = min(kept[at].severity, doubt.severity, key=SEVERITIES.index)
            spans = (*kept[at].spans, *(doubt.spans if kept[at].terms == doubt.terms else ()))
            kept[at] = replace(kept[at], severity=worse, spans=tuple(dict.fromkeys(spans)))
    return kept


def _same(one: Doubt, other: Doubt) -> bool:
    """The same places, or a figure that both would have corrected to the same."""
    if one.terms and one.terms == other.terms:
        return True
    if one.rule == other.rule and set(one.spans) == set(other.spans):
        return True
    if one.observed == other.observed and one.expected == other.expected and one.rule == other.rule and one.observed:
        return one.spans[0] == other.spans[0]
    if ERROR not in (one.severity, other.severity) or one.severity != other.severity:
        return False
    return any(fix.meets(other.fixes[place]) for place, fix in one.fixes.items() if place in other.fixes)

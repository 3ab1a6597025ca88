"""The organisations of an index, each under one name: equal spellings are joined, and what a person said is the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.organisations.decisions import CALLED, Decisions
from extractor.organisations.reading import Said, said, spelt
from extractor.store import Index
from extractor.store.database import ReadOnly
from extractor.store.tokens import normalise


@dataclass(frozen=True, slots=True)
class Organisation:
    """`name` is the canonical one, `aliases` all names that its reports give it, that one included; `region` "" where no
    name says it; `years` of its reports, ascending."""

    name: str
    region: str
    level: str | None
    kind: str | None
    aliases: tuple[str, ...]
    documents: int
    years: tuple[int, ...]


def reconciled(index: Index) -> list[Organisation]:
    """Sorted by name. A report that names no organisation has none."""
    return named(index.database, "organisation")


def named(database: ReadOnly, name: str = "coalesce(organisation, name)") -> list[Organisation]:
    """The organisations by a column of the documents: a report that names none goes by its own name."""
    sql = f"SELECT {name}, year, count(*) FROM documents WHERE {name} IS NOT NULL GROUP BY 1, 2"
    counts: dict[str, int] = defaultdict(int)
    years: dict[str, set[int]] = defaultdict(set)
    for each, year, count in database.rows(sql):
        counts[each] += count
        years[each] |= {year} if year is not None else set()
    decisions = Decisions.beside(database.path)
    made = [_made(group, counts, years, decisions) for group in grouped(counts, decisions)]
    return sorted(made, key=lambda one: one.name)


def grouped(names: Iterable[str], decisions: Decisions) -> list[list[str]]:
    """The names that are of one organisation together."""
    by_spelling: dict[str, set[str]] = defaultdict(set)
    apart = decisions.apart()
    for name in sorted(names):
        key = spelt(name)
        if any(frozenset((name, other)) in apart for other in by_spelling[key]):
            key = name  # one spelling, and yet a person says they are two
        by_spelling[key].add(name)
    groups = {name: group for group in by_spelling.values() for name in group}
    for decided in decisions.groups():
        known = [groups[name] for name in sorted(decided) if name in groups]
        together = set().union(*known)
        groups.update(dict.fromkeys(together, together))
    return [sorted(group) for group in {id(group): group for group in groups.values()}.values()]


def _made(group: list[str], counts: dict[str, int], years: dict[str, set[int]], decisions: Decisions) -> Organisation:
    read = [said(name) for name in group]
    called = decisions.told(CALLED)
    name = next((called[each] for each in group if each in called), None) or _best(read, counts)
    best = said(name)
    own = {
        what: next((told[each] for each in [name, *group] if each in told), None)
        for what in ("region", "level", "kind")
        for told in [decisions.told(what)]
    }
    longest = max([best, *read], key=lambda one: len(one.region))
    return Organisation(
        name=name,
        region=own["region"] or longest.region,
        level=own["level"] or best.level or longest.level,
        kind=own["kind"] or best.kind or next((one.kind for one in read if one.kind), None),
        aliases=tuple(group),
        documents=sum(counts[each] for each in group),
        years=tuple(sorted(set().union(*(years[each] for each in group)))),
    )


def _best(read: list[Said], counts: dict[str, int]) -> str:
    """The name with the fullest region, without 本级, 部门 and the like, that of most reports, the longest."""

    def good(one: Said) -> tuple[object, ...]:
        whole = normalise(one.name) == spelt(one.name)
        return len(one.region), not one.own, whole, counts[one.name], len(one.name), one.name

    return max(read, key=good).name

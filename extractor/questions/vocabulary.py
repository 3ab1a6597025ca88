"""What an index can be asked about: its organisations, years, subjects, projects, indicators and categories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from extractor.organisations.units import NO_UNITS, Units
from extractor.questions.text import key
from extractor.questions.words import Alias, Reading, words
from extractor.store import Index


@dataclass(frozen=True)
class Vocabulary:
    """The names in an index. `exact` is every form in which a name is recognised whole; `leaves` are for parts."""

    organisations: tuple[str, ...]
    units: Units
    years: tuple[int, ...]
    subjects: tuple[str, ...]
    projects: tuple[str, ...]
    indicators: tuple[str, ...]
    categories: tuple[str, ...]
    exact: dict[str, tuple[Reading, ...]]
    squeezed: dict[str, tuple[Reading, ...]]
    leaves: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, index: Index) -> Vocabulary:
        """The names in the index, read again where its documents have changed since the last question."""
        state = *index.state(), index.units
        kept = _KEPT.get(index)
        if kept is None or kept[0] != state:
            kept = _KEPT[index] = state, cls._read(index)
        return kept[1]

    @classmethod
    def _read(cls, index: Index) -> Vocabulary:
        def column(sql: str) -> tuple[str, ...]:
            return tuple(row[0] for row in index.select(sql))

        return cls.made(
            units=index.units,
            organisations=column(
                "SELECT DISTINCT coalesce(organisation, name) FROM documents WHERE +status = 'ok' ORDER BY 1"
            ),
            years=tuple(index.years()),
            subjects=column("SELECT DISTINCT name FROM subjects ORDER BY name"),
            projects=column("SELECT DISTINCT project FROM projects ORDER BY project"),
            indicators=column("SELECT DISTINCT indicator FROM indicators ORDER BY indicator"),
            categories=column("SELECT DISTINCT category FROM reasons ORDER BY category"),
        )

    @classmethod
    def made(
        cls,
        organisations: Iterable[str] = (),
        years: Iterable[int] = (),
        subjects: Iterable[str] = (),
        projects: Iterable[str] = (),
        indicators: Iterable[str] = (),
        categories: Iterable[str] = (),
        units: Units = NO_UNITS,
    ) -> Vocabulary:
        """The vocabulary of these names."""
        subjects, projects, indicators = tuple(subjects), tuple(projects), tuple(indicators)
        leaves = _leaves(subjects)
        exact = _exact(subjects, leaves)
        for role, names in (("project", projects), ("indicator", indicators)):
            for name in names:
                exact[key(name)].append(Reading(role, (name,)))
        if words().whole in projects:
            for name in words().whole_also:
                exact[name].append(Reading("project", (words().whole,)))
        for category in categories:
            exact[key(category)].append(Reading("category", category))
        return cls(
            organisations=tuple(dict.fromkeys((*organisations, *units.aliases))),
            units=units,
            years=tuple(years),
            subjects=subjects,
            projects=projects,
            indicators=indicators,
            categories=tuple(categories),
            exact=_frozen(exact),
            squeezed=_frozen(_squeezed(exact)),
            leaves=leaves,
        )


_KEPT: WeakKeyDictionary[Index, tuple[tuple[object, ...], Vocabulary]] = WeakKeyDictionary()


def _frozen(found: dict[str, list[Reading]]) -> dict[str, tuple[Reading, ...]]:
    return {form: tuple(dict.fromkeys(readings)) for form, readings in found.items() if form}


def _leaves(subjects: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The last name of every subject, as matched, and the subjects that end with it: the shortest path first."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in subjects:
        found[key(name.rsplit("/", 1)[-1])].append(name)
    return {leaf: tuple(sorted(names, key=lambda n: (n.count("/"), n))) for leaf, names in found.items() if leaf}


def _exact(subjects: Iterable[str], leaves: dict[str, tuple[str, ...]]) -> dict[str, list[Reading]]:
    found: dict[str, list[Reading]] = defaultdict(list)
    for leaf in leaves:
        found[leaf].append(Reading("subject", Alias(tuple(leaves[leaf]))))
    for name in subjects:
        if "/" in name:
            found[key(name.replace("/", ""))].append(Reading("subject", Alias((name,))))
    for form, aliases in words().aliases.items():
        for alias in aliases:
            ends = () if alias.ordered or alias.every else leaves.get(key(alias.names[0]), ())
            full = tuple(dict.fromkeys((*alias.names, *ends)))
            found[form].append(Reading("subject", replace(alias, names=full)))
    return found


def _squeezed(exact: dict[str, list[Reading]]) -> dict[str, list[Reading]]:
    """The forms without the words that may stand between the words of a name; only subjects are said so."""
    gaps = words().gaps
    found: dict[str, list[Reading]] = defaultdict(list)
    for form, readings in exact.items():
        short = gaps.sub("", form)
        if len(short) > 3:
            found[short].extend(reading for reading in readings if reading.role == "subject")
    return found

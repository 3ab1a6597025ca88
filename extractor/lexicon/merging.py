"""One's own lexicon file laid over the shipped one: lists grow, tables merge, what comes later wins.

Entries of a list of tables ([[subject]], [[category]] …) are the same where they mean the same (`identity`). A wording
that the own file gives to one meaning is taken from the others, where one wording has one meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

Tables = dict[str, Any]

_IDENTITY = ("name", "names", "stem", "every", "role", "means", "measure", "within", "side", "bare", "short", "pattern")
_TRIED = ("example", "counter_example")
_EXAMPLES = "example"

#: File → table → the space inside which a wording has one meaning.
SPACES: dict[str, dict[str, str]] = {
    "subjects": {
        **dict.fromkeys(("subject", "pair", "count", "nothing", "relative"), "name"),
        "counted_after": "counted_after",
        "stem_words": "stem_words",
    },
    "words": {table: table for table in ("measures", "direction", "direction_short")},
    "reasons": {"category": "category", "neutral": "category"},
    "functional": {"classes": "classes"},
}


class Misplaced(ValueError):
    """A table, key or value that the shipped file has no place for."""


@dataclass(frozen=True, slots=True)
class Wordings:
    """A list of wordings: where it stands (`direction.增加`, `subject.收入总计.aliases`) and what owns it.

    `space` is None where a wording may stand in several lists; `entry` is the table of a [[list]] that holds it.
    """

    table: str
    owner: str
    key: str
    words: list[str]
    space: str | None
    entry: Tables

    @property
    def place(self) -> str:
        """Where to find the list in its file."""
        return ".".join(part for part in (self.table, self.owner, self.key) if part)


def wordings(name: str, tables: Tables) -> Iterator[Wordings]:
    """Every list of wordings in the file `name`, examples left out."""
    spaces = SPACES.get(name, {})
    for table, content in tables.items():
        if table == _EXAMPLES:
            continue
        if _is_words(content):
            yield Wordings(table, "", "", content, spaces.get(table), {})
        for owner, entry in _owned(content):
            if _is_words(entry):
                yield Wordings(table, owner, "", entry, spaces.get(table), {})
            elif isinstance(entry, dict):
                for key, value in entry.items():
                    if _is_words(value) and key not in (*_IDENTITY, *_TRIED, "units"):
                        yield Wordings(table, owner, key, value, spaces.get(table), entry)


def _owned(content: Any) -> list[tuple[str, Any]]:
    if isinstance(content, dict):
        return list(content.items())
    if _is_tables(content):
        return [(label(entry), entry) for entry in content]
    return []


def identity(entry: Tables) -> tuple[tuple[str, str], ...]:
    """What an entry means: the keys that tell it from its neighbours."""
    return tuple((key, str(entry[key])) for key in _IDENTITY if key in entry)


def label(entry: Tables) -> str:
    """An entry's meaning in words: 收入总计、支出总计 预算数."""
    values = ((key, entry[key]) for key in _IDENTITY if key in entry)
    words = (
        key if value is True else "、".join(value) if isinstance(value, list) else str(value) for key, value in values
    )
    return " ".join(word for word in words if word)


def merged(name: str, shipped: Tables, own: Tables) -> Tables:
    """The shipped file with one's own laid over it; Misplaced where a part of the own one has no place."""
    for table in own.keys() - shipped.keys() - {_EXAMPLES}:
        raise Misplaced(f"[{table}]")
    result: Tables = _over(deepcopy(shipped), own, "")
    _take(name, own, result)
    return result


def _over(shipped: Any, own: Any, path: str) -> Any:
    if shipped is None or type(shipped) is not type(own):
        if shipped is None or (isinstance(shipped, int | float) and isinstance(own, int | float)):
            return deepcopy(own)
        raise Misplaced(path)
    if isinstance(shipped, dict):
        return shipped | {key: _over(shipped.get(key), value, f"{path}.{key}".strip(".")) for key, value in own.items()}
    if _is_tables(shipped):
        return _entries(shipped, own, path)
    if isinstance(shipped, list):
        return list(dict.fromkeys([*shipped, *own]))
    return own


def _entries(shipped: list[Tables], own: list[Tables], path: str) -> list[Tables]:
    allowed = {key for entry in shipped for key in entry} | set(_TRIED)
    needed = set.intersection(*(set(entry) for entry in shipped))
    for entry in own:
        if not isinstance(entry, dict) or entry.keys() - allowed:
            raise Misplaced(f"[[{path}]] {'、'.join(sorted(set(entry) - allowed))}")
        at = next((at for at, other in enumerate(shipped) if identity(other) == identity(entry)), None)
        if path == _EXAMPLES or at is None:
            if missing := needed - entry.keys():
                raise Misplaced(f"[[{path}]] {'、'.join(sorted(missing))}")
            shipped.append(deepcopy(entry))
        else:
            tried = {key: [*_as_list(shipped[at].get(key)), *_as_list(entry[key])] for key in _TRIED if key in entry}
            plain = {key: value for key, value in entry.items() if key not in _TRIED}
            shipped[at] = _over(shipped[at], plain, path) | tried
    return shipped


def _take(name: str, own: Tables, result: Tables) -> None:
    """Take each wording that the own file claims from the other meanings of its space."""
    claims: dict[tuple[str, str], set[str]] = {}
    for mine in wordings(name, own):
        for word in mine.words if mine.space else []:
            claims.setdefault((str(mine.space), word), set()).add(mine.place)
    for list_ in wordings(name, result):
        kept = [word for word in list_.words if list_.place in claims.get((str(list_.space), word), {list_.place})]
        list_.words[:] = kept


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(word, str) for word in value)


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(entry, dict) for entry in value)

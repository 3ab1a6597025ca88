"""The official codes of the functional classification: subject path ↔ code, exactly or not at all.

Data: lexicon/functional_codes.csv. `from_year` and `to_year` are the years between which a source shows the pair of
code and name (empty: not known, or still in use); each row names its source. Several names of a code: the first is
the one in use, the others are earlier ones. Names of classes have their earlier names in lexicon/functional.toml.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from extractor.lexicon import load, rows


def code_of(path: str) -> str | None:
    """The code of a subject path (类, 类/款 or 类/款/项); None where the name or one of its parents does not agree.

    >>> code_of("医疗卫生支出/行政事业单位医疗/行政单位医疗")
    '2101101'
    """
    return _by_path().get(plain(path))


def path_of(code: str) -> str | None:
    """The path of a code of 3, 5 or 7 digits, in the names now in use; None for a code that is not listed.

    >>> path_of("2210201")
    '住房保障支出/住房改革支出/住房公积金'
    """
    names = [_names().get(code[:length]) for length in (3, 5, 7) if length <= len(code)]
    if len(code) not in (3, 5, 7) or None in names:
        return None
    return "/".join(known[0] for known in names if known)


def printed_codes(cells: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """Path (plain) → code, as a report's own tables print them; left out where a level or the one code is missing.

    `cells` are the subject and code of each cell. What the list does not know yet, or what another year called
    otherwise, is known so for the report that prints it.

    >>> printed_codes([("农林水支出/水利/防汛", "2130314"), ("防汛", "2130314"), ("基本工资", "30101")])
    {'农林水支出/水利/防汛': '2130314'}
    """
    found: dict[str, str] = {}
    classes = load("functional")["classes"]
    for path, code in cells:
        if code is None or code[:3] not in classes or len(code) != 3 + 2 * path.count("/"):
            continue
        found[plain(path)] = "" if found.get(plain(path), code) != code else code
    return {path: code for path, code in found.items() if code}


@cache
def class_names() -> tuple[str, ...]:
    """The names of all classes of the classification, those in use and earlier ones."""
    return tuple(dict.fromkeys(name for code, names in _names().items() if len(code) == 3 for name in names))


@lru_cache(maxsize=4096)
def plain(path: str) -> str:
    """A path as paths are compared: no spaces, brackets of one width."""
    return unicodedata.normalize("NFKC", path).replace(" ", "")


@cache
def _names() -> dict[str, list[str]]:
    """Code → its names, the one in use first."""
    names: dict[str, list[str]] = {}
    for row in rows("functional_codes"):
        names.setdefault(row["code"], []).append(row["name"])
    for code, aliases in load("functional")["classes"].items():
        known = names.setdefault(code, [])
        known += [alias for alias in aliases if alias not in known]
    return names


@cache
def _by_path() -> dict[str, str]:
    """Every path under every name of its levels → its code; a path that would mean two codes is left out."""
    found: dict[str, str] = {}
    paths: dict[str, list[str]] = {"": [""]}
    for code in sorted(_names(), key=len):
        parent = code[:-2] if len(code) > 3 else ""
        paths[code] = [f"{above}/{name}".lstrip("/") for above in paths.get(parent, []) for name in _names()[code]]
        for path in paths[code]:
            known = plain(path)
            found[known] = "" if found.get(known, code) != code else code
    return {path: code for path, code in found.items() if code}

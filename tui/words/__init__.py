"""The interface's words, Chinese and English. A binding's description is a key of this dictionary."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tui.words import interface, keys, states

Say = Callable[..., str]

LANGUAGES = ("zh", "en")

WORDS: dict[str, tuple[str, str]] = {**interface.WORDS, **states.WORDS, **keys.WORDS}


def say(key: str, *, lang: str, **values: object) -> str:
    """The words for `key` in `lang`, with `values` filled in; a key that is not in the dictionary is its own words."""
    pair = WORDS.get(key)
    if pair is None:
        return key
    words = pair[LANGUAGES.index(lang)]
    return words.format(**values) if values else words


def speaker(lang: str) -> Say:
    """`say` in one language; anything but a language we have is Chinese."""
    return partial(say, lang=lang if lang in LANGUAGES else LANGUAGES[0])

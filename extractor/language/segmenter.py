"""jieba with the words of the field: one tokenizer a process, its dictionary cache in the user's cache folder."""

from __future__ import annotations

import logging
import os
import tempfile
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from extractor.language import patterns


@cache
def tokenizer() -> Any:
    """The jieba tokenizer that knows the lexicon's words."""
    import jieba

    jieba.setLogLevel(logging.WARNING)
    made = jieba.Tokenizer()
    made.tmp_dir = str(_cache_folder())
    for word in domain_words():
        made.add_word(word)
    return made


@lru_cache(maxsize=50_000)
def cut(text: str) -> tuple[str, ...]:
    """`text` as words; joined they are `text` again. What stands between figures says the same again and again."""
    return tuple(tokenizer().lcut(text)) if text else ()


def domain_words() -> set[str]:
    """The words of the field that jieba would cut."""
    words = {name for name in patterns.names() if 2 <= len(name) <= 12 and "、" not in name}
    words.update(patterns.meanings("measures"), patterns.meanings("direction"))
    return words


def _cache_folder() -> Path:
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = base / "juesuan"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return folder
    except OSError:
        return Path(tempfile.gettempdir())

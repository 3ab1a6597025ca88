from __future__ import annotations

import string

import pytest

from extractor import messages
from extractor.commands import texts


@pytest.fixture(autouse=True)
def all_texts() -> None:
    texts.add_texts()


def test_both_languages_say_the_same_with_the_same_fields() -> None:
    for key, (chinese, english) in messages._TABLE.items():
        assert chinese and english, key
        assert _fields(chinese) == _fields(english), key


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ({"LC_MESSAGES": "en_GB"}, "en"),
    ],
)
def test_the_language_is_the_environments(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: str
) -> None:
    for name in ("LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    messages.use(None)
    assert messages.language() == language
    messages.use("en")
    assert messages.language() == "en"


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}

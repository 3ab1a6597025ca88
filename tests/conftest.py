"""What all tests share: the program speaks Chinese, whatever the machine's language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from extractor import messages


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    messages.use("zh")
    yield
    messages.use(None)

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.store import Index, open_index
from tests.made import made, made_index


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    """The fictional report of two organisations."""
    other = made("白石镇水利站2023年度部门决算.txt", "白石镇水利管理服务站", 2023)
    with open_index(made_index(tmp_path / "index.db", made(), other)) as opened:
        yield opened

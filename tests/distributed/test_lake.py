"""Parts asked by DuckDB: the same tables, views and exports as those of the index that is merged from them."""

from __future__ import annotations

import io
import json
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from extractor.cli import main
from extractor.distributed.engine import extract_to_parts
from extractor.distributed.merging import merge
from extractor.errors import JuesuanError
from extractor.export import export
from extractor.store import Filter, open_index
from extractor.store.schema import TABLES
from extractor.store.views import VIEWS
from tests.made import made_from

pytest.importorskip("duckdb", reason="DuckDB is not installed: pip install 'juesuan[duckdb]'")

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, client: Any) -> Iterator[Path]:
    """A folder with the parts of real reports (`parts`) and what is merged from them (`index.db`): one report was there
    under two names, one changed after it was first read, one cannot be read."""
    folder = tmp_path_factory.mktemp("lake")
    reports = folder / "reports"
    shutil.copytree(CORPUS / "reports", reports)
    texts = sorted(reports.glob("*.txt"))
    shutil.copy(texts[0], reports / "A 副本.txt")
    shutil.copy(texts[1], reports / "改.txt")
    (reports / "坏.pdf").write_bytes(b"%PDF-1.7 nonsense")
    extract_to_parts([str(reports)], str(folder / "parts"), client, batch=3)
    changed = texts[1].read_text(encoding="utf-8").replace("主要原因", "主要是因为")
    (reports / "改.txt").write_text(changed, encoding="utf-8")
    assert extract_to_parts([str(reports)], str(folder / "parts"), client).changed == 1
    merge(str(folder / "parts"), folder / "index.db")
    yield folder


def _call(*arguments: object, code: int = 0) -> Result:
    result = CliRunner().invoke(main, list(map(str, arguments)), env={"LANG": "zh_CN.UTF-8", "LC_ALL": ""})
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result


@pytest.mark.parametrize("name", [*TABLES, *VIEWS])
def test_every_table_and_view_holds_the_same(made: Path, name: str) -> None:
    from extractor.distributed.lake import Lake

    if name in ("meta", "texts", "passages"):  # v_texts and v_passages tell what the index has taken apart
        return
    index = sqlite3.connect(made / "index.db")
    columns = [row[1] for row in index.execute(f'PRAGMA table_info("{name}")')]
    own = ("id", "parent", "indexed_at")  # given by the index
    same = [column for column in columns if column not in own and not column.endswith("_id")]
    sql = f"""SELECT {", ".join(f'"{column}"' for column in same)} FROM "{name}" """
    with Lake(str(made / "parts")) as lake:
        found = sorted(map(repr, lake.select(sql).fetchall()))
    expected = sorted(map(repr, index.execute(sql)))
    index.close()
    if name == "subjects":  # a row a document, where the index has one for all
        found, expected = sorted(set(found)), sorted(set(expected))
        assert {row.split(",")[0] for row in found} == {row.split(",")[0] for row in expected}
        return
    assert found == expected


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(),
        Filter(year=2022, subject="公务"),
        Filter(organisation="南浦文联"),
        Filter(organisation="没有这个单位"),
        Filter(category="人员", wording="人员"),
        Filter(document="副本", report_year=2022),
    ],
    ids=str,
)
@pytest.mark.parametrize("format_", ["jsonl", "csv", "md"])
def test_an_export_is_the_same_bytes(made: Path, wanted: Filter, format_: str) -> None:
    from extractor.distributed.lake_index import LakeIndex

    def exported(index: Any) -> tuple[int, bytes]:
        out = io.BytesIO()
        with index:
            return export(index, format_, out, wanted=wanted), out.getvalue()

    assert exported(LakeIndex(str(made / "parts"))) == exported(open_index(made / "index.db"))


def test_sql_asks_an_index_and_parts_alike(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(made)
    query = "SELECT year, category, count FROM v_categories ORDER BY count DESC, year, category"
    index, parts = (_call("sql", query, "--db", db, "--limit", "5") for db in ("index.db", "parquet:parts"))
    assert index.output == parts.output and "人员变动" in index.output and "只显示前 5 行" in index.output
    rows = json.loads(_call("sql", query, "--db", "parquet:parts", "--json").output)
    assert set(rows[0]) == {"year", "category", "count"}
    for db in ("index.db", "parquet:parts"):
        for wrong in ("DELETE FROM documents", "SELECT 1; DROP TABLE documents", "nonsense", "SELECT nonsense"):
            assert "Traceback" not in _call("sql", wrong, "--db", db, code=_code(wrong, db)).output
        _call("sql", "SELECT 1 WHERE 1 = 0", "--db", db, code=1)
    assert "只能用一条 SELECT" in _call("sql", "COPY documents TO 'x.csv'", "--db", "parquet:parts", code=2).output
    assert not (made / "x.csv").exists()


def _code(wrong: str, db: str) -> int:
    """SQLite finds out only when it is asked."""
    return 1 if db == "index.db" and wrong.startswith("SELECT") else 2


def test_what_parts_cannot_do_is_said(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(made)
    for more in (["--panel", "organisation,year"], ["--row", "3"], ["--review", "none"]):
        said = _call("export", "--db", "parquet:parts", *more, code=2).output
        assert "要用索引：先运行 juesuan merge parts" in said
    assert "没有写完的部分" in _call("sql", "SELECT 1", "--db", "parquet:nowhere", code=1).output
    monkeypatch.setitem(sys.modules, "duckdb", None)
    assert "pip install 'juesuan[duckdb]'" in _call("sql", "SELECT 1", "--db", "parquet:parts", code=1).output


def test_parts_may_lie_elsewhere(here: Any, tmp_path: Path) -> None:
    from extractor.distributed.lake import Lake

    (tmp_path / "一.txt").write_text("一")
    extract_to_parts([str(tmp_path)], "memory://lake", here, extract=made_from, version="1")
    with Lake("memory://lake") as lake:
        assert lake.select("SELECT count(*) FROM v_amounts").fetchone() == (12,)
        assert lake.select("SELECT count(*) FROM v_findings WHERE rule = '没有'").fetchone() == (0,)


def test_parts_that_do_not_go_together_are_told(here: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.distributed.lake import Lake

    (tmp_path / "一.txt").write_text("一")
    for version in ("1", "2"):
        extract_to_parts([str(tmp_path / "一.txt")], str(tmp_path / version), here, extract=made_from, version=version)
    shutil.copy(next((tmp_path / "2" / "documents").iterdir()), tmp_path / "1" / "documents" / "2.parquet")
    with pytest.raises(JuesuanError, match="几个版本"):
        Lake(str(tmp_path / "1"))
    monkeypatch.setattr("extractor.distributed.lake.SCHEMA_VERSION", 1)
    with pytest.raises(JuesuanError, match="另一版"):
        Lake(str(tmp_path / "2"))

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pandas
import pytest
import sqlite_utils

from extractor.store import dictionary, documenting, fulltext
from extractor.store.database import SCHEMA_VERSION
from extractor.store.schema import TABLES
from extractor.store.views import VIEWS
from tests.made import made, made_index

DOCUMENTED = Path(__file__).parents[2] / "docs" / "schema.md"


def test_the_documentation_is_that_of_the_code() -> None:
    assert DOCUMENTED.read_text("utf-8") == documenting.schema()


def test_every_table_view_and_column_is_described() -> None:
    named = [name for columns in [*TABLES.values(), *documenting.columns_of_views().values()] for name in columns]
    assert [name for name in dict.fromkeys(named) if not dictionary.knows(name)] == []
    for name in [*TABLES, *VIEWS]:
        assert dictionary.table(name) != (name, name), name


def test_the_documented_version_is_the_one_written() -> None:
    told = re.search(r"the version of the schema \((\d+)\)", DOCUMENTED.read_text("utf-8"))
    assert told and int(told[1]) == SCHEMA_VERSION


def test_the_documented_query_runs(tmp_path: Path) -> None:
    sql = re.findall(r"```sql\n(.*?)```", DOCUMENTED.read_text("utf-8"), re.S)
    assert sql
    database = sqlite3.connect(made_index(tmp_path / "index.db"))
    rows = [database.execute(statement).fetchall() for statement in sql]
    database.close()
    assert len(rows[0]) == 2


def test_every_view_reads_and_every_key_holds(tmp_path: Path) -> None:
    database = sqlite3.connect(made_index(tmp_path / "index.db", made(), made("乙.txt", "白石镇", 2023)))
    for view in VIEWS:
        assert database.execute(f"SELECT count(*) FROM {view}").fetchone()[0] > 0, view
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    database.close()


def test_deleting_a_document_leaves_nothing_of_it(tmp_path: Path) -> None:
    database = sqlite3.connect(made_index(tmp_path / "index.db"))
    database.execute("PRAGMA foreign_keys = ON")
    with database:
        fulltext.forget(database, 1)
        database.execute("DELETE FROM documents")
    for table in set(TABLES) - {"meta", "subjects"}:
        assert database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] == 0, table
    assert _words(database) == {}
    database.close()


def test_a_tool_that_cannot_clear_the_full_text_deletes_nothing(tmp_path: Path) -> None:
    database = sqlite3.connect(made_index(tmp_path / "index.db"))
    with pytest.raises(sqlite3.IntegrityError, match="juesuan index --prune"):
        database.execute("DELETE FROM documents")
    assert database.execute("SELECT count(*) FROM documents").fetchone()[0] == 1
    database.close()


def test_what_is_forgotten_and_added_again_is_indexed_as_before(tmp_path: Path) -> None:
    database = sqlite3.connect(made_index(tmp_path / "index.db", made(), made("乙.txt", "白石镇", 2023)))
    before = _words(database)
    fulltext.forget(database, 1)
    assert set(_words(database)) < set(before) and not any(word == "“d1" for word in _words(database))
    fulltext.add(database, 1)
    assert _words(database) == before
    database.execute("INSERT INTO passages_fts (passages_fts) VALUES ('integrity-check')")
    database.close()


def _words(database: sqlite3.Connection) -> dict[str, int]:
    """Of every word in the full text: in how many passages it is."""
    database.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab ('main', 'passages_fts', 'row')")
    return dict(database.execute("SELECT term, doc FROM temp.words"))


def test_other_programs_read_the_file(tmp_path: Path) -> None:
    db = made_index(tmp_path / "index.db")
    utils = sqlite_utils.Database(db)
    assert set(utils.view_names()) == set(VIEWS)
    assert [row["leaf"] for row in utils.query("SELECT leaf FROM v_shortfalls ORDER BY id")] == [
        "行政运行",
        "住房公积金",
    ]
    connection = sqlite3.connect(db)
    data = pandas.read_sql("SELECT organisation, year, expenditure FROM v_totals", connection)
    connection.close()
    assert data.values.tolist() == [["青溪县档案馆", 2022, 3205000.0]]

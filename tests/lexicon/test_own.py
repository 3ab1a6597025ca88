"""A researcher's own folder of words: what it adds, what it moves, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.errors import JuesuanError
from extractor.lexicon import OWN, SHIPPED, forget, load, names, rows, using
from extractor.lexicon.merging import wordings
from extractor.pipeline import extraction_version


def _own(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def _owners(name: str, word: str) -> set[str]:
    return {each.place for each in wordings(name, load(name)) if word in each.words}


def test_an_entry_of_the_same_meaning_grows(tmp_path: Path) -> None:
    own = _own(tmp_path / "own", "subjects", '[[subject]]\nname = "公务接待费"\naliases = ["来宾款待费"]')
    before = _owners("subjects", "公务接待费")
    with using(own):
        assert _owners("subjects", "来宾款待费") == _owners("subjects", "公务接待费") == before
    assert not _owners("subjects", "来宾款待费")


def test_an_entry_of_another_meaning_is_added(tmp_path: Path) -> None:
    text = '[[subject]]\nname = "收入总计"\nmeasure = "上年决算数"\naliases = ["去岁总收入"]'
    with using(_own(tmp_path / "own", "subjects", text)):
        assert _owners("subjects", "去岁总收入") == {"subject.收入总计 上年决算数.aliases"}
        assert len(_owners("subjects", "收入总计")) == 1


def test_a_wording_claimed_by_the_own_file_leaves_its_old_meaning(tmp_path: Path) -> None:
    assert _owners("words", "压缩") == {"direction.减少"}
    with using(_own(tmp_path / "own", "words", '[direction]\n"增加" = ["压缩"]')):
        assert _owners("words", "压缩") == {"direction.增加"}


def test_a_wording_may_stand_in_several_lists_where_each_means_something_of_its_own(tmp_path: Path) -> None:
    before = _owners("words", "年初预算数")
    with using(_own(tmp_path / "own", "words", '[base]\nplain = ["年初预算数"]')):
        assert _owners("words", "年初预算数") == before | {"base.plain"}


def test_what_was_compiled_before_is_compiled_anew(tmp_path: Path) -> None:
    from extractor.language.mentions import find_mentions

    text = "来宾款待费支出3万元。"
    found = [m.names for m in find_mentions(text, 2023, "决算")]
    assert ("公务接待费",) not in found
    with using(_own(tmp_path / "own", "subjects", '[[subject]]\nname = "公务接待费"\naliases = ["来宾款待费"]')):
        assert ("公务接待费",) in [m.names for m in find_mentions(text, 2023, "决算")]
    assert [m.names for m in find_mentions(text, 2023, "决算")] == found


def test_reports_are_extracted_anew_after_a_change(tmp_path: Path) -> None:
    shipped = extraction_version()
    own = _own(tmp_path / "own", "structure", 'silent_titles = ["附则"]')
    with using(own):
        first = extraction_version()
    _own(own, "structure", 'silent_titles = ["附录"]')
    with using(own):
        assert len({shipped, first, extraction_version()}) == 3
    assert extraction_version() == shipped


def test_the_environment_names_the_folder_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = _own(tmp_path / "own", "structure", 'silent_titles = ["附则"]')
    monkeypatch.setenv(OWN, str(own))
    forget()
    try:
        assert "附则" in load("structure")["silent_titles"]
    finally:
        monkeypatch.delenv(OWN)
        forget()


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("subject", "", "不是词表文件"),
        ("subjects", "[[subject", "用不了"),
        ("subjects", '[[subjekt]]\nname = "甲"\naliases = ["乙"]', "subjekt"),
        ("subjects", '[[subject]]\nname = "甲"', "aliases"),
        ("subjects", '[[subject]]\nname = "甲"\nalias = ["乙"]', "alias"),
        ("subjects", '[[subject]]\nname = "公务接待费"\naliases = "乙"', "subject.aliases"),
        ("words", '[direction]\n"增加" = "翻番"', "direction.增加"),
        ("words", "direction = 3", "direction"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_one_sentence(tmp_path: Path, name: str, text: str, says: str) -> None:
    own = _own(tmp_path / "own", name, text)
    with pytest.raises(JuesuanError) as wrong, using(own):
        load(name)
    assert says in wrong.value.message and "\n" not in wrong.value.message
    assert wrong.value.exit_code == 2


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(JuesuanError, match="没有词表文件夹"), using(tmp_path / "none"):
        pass
    assert load("words") is not None


def test_rows_of_a_table_of_ones_own_follow_the_shipped_ones(tmp_path: Path) -> None:
    shipped = rows("functional_codes")
    line = ",".join({**dict.fromkeys(shipped[0], ""), "code": "2990199", "name": "虚构事务"}.values())
    own = tmp_path / "functional_codes.csv"
    own.write_text(f"{','.join(shipped[0])}\n{line}\n", encoding="utf-8")
    with using(tmp_path):
        assert rows("functional_codes")[:-1] == shipped
        assert rows("functional_codes")[-1]["name"] == "虚构事务"
    own.write_text("code,name\n2990199,虚构事务,多一格\n", encoding="utf-8")
    with pytest.raises(JuesuanError, match="用不了"), using(tmp_path):
        rows("functional_codes")


def test_every_shipped_file_can_be_added_to() -> None:
    assert names() == sorted(file.name for file in SHIPPED.iterdir() if file.suffix in (".toml", ".csv"))
    for name in (Path(name).stem for name in names() if name.endswith(".toml")):
        assert list(wordings(name, load(name))), name

"""`juesuan lexicon check`: examples, contradictions, overlaps, and what no report uses."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import main
from extractor.lexicon import using
from extractor.lexicon.checking import FILES, Text, check
from tests.made import made_index

Own = Callable[..., AbstractContextManager[Path]]


@pytest.fixture
def own(tmp_path: Path) -> Own:
    """A folder of one's own words, given as name="text", that is in use inside."""

    @contextmanager
    def lay(**texts: str) -> Iterator[Path]:
        folder = tmp_path / "own"
        folder.mkdir(exist_ok=True)
        for name, text in texts.items():
            (folder / f"{name}.toml").write_text(text, encoding="utf-8")
        with using(folder):
            yield folder

    return lay


def _call(*arguments: str | Path, code: int = 0) -> Result:
    result = CliRunner().invoke(main, [*map(str, arguments)], env={"LANG": "zh_CN.UTF-8", "LC_ALL": ""})
    assert result.exit_code == code, result.output
    return result


def test_the_shipped_lexicon_is_sound() -> None:
    found = check()
    assert not found.failed and not found.conflicts
    assert found.examples >= 185


def test_an_example_that_is_not_read_so_fails(own: Own) -> None:
    entry = '[[subject]]\nname = "公务接待费"\naliases = ["来宾款待费"]\nexample = "{}"\n'
    with own(subjects=entry.format("来宾款待费2.20万元。")):
        assert check().sound
    with own(subjects=entry.format("来宾住宿费2.20万元。")):
        (failed,) = check().failed
    assert (failed.file, failed.expected, failed.text) == ("subjects", "subject 公务接待费", "来宾住宿费2.20万元。")


def test_a_counter_example_that_is_read_so_fails(own: Own) -> None:
    entry = '[[subject]]\nname = "公务接待费"\naliases = ["款待"]\ncounter_example = "款待不周之处2.20万元。"'
    with own(subjects=entry):
        (failed,) = check().failed
    assert failed.expected == "≠ subject 公务接待费" and "公务接待费" in failed.found


@pytest.mark.parametrize(
    ("example", "sound"),
    [
        ('words = "翻番"\ntext = "培训费翻番。"\nexpects = "direction 增加"', True),
        ('words = "翻番"\ntext = "培训费翻番。"\nexpects = "direction 减少"', False),
        ('words = "翻番"\ntext = "培训费翻番。"\nnever = "direction"', False),
        ('words = "翻番"\ntext = "培训费翻番。"\nnever = "direction 减少"', True),
        ('words = "翻番"\ntext = "培训费增加。"\nexpects = "direction 增加"', False),  # says nothing of the wording
        ('words = "翻两番"\ntext = "培训费翻两番。"\nnever = "none"', False),  # no wording of this file
    ],
)
def test_examples_beside_lists_of_words(own: Own, example: str, sound: bool) -> None:
    with own(words=f'[direction]\n"增加" = ["翻番"]\n[[example]]\n{example}'):
        assert check().sound is sound


def test_categories_have_examples(own: Own) -> None:
    entry = '[[category]]\nname = "疫情影响"\nwords = ["流感"]\nexample = "受流感影响停课两周"\ncounter_example = "{}"'
    with own(reasons=entry.format("厉行节约")):
        assert check().sound
    with own(reasons=entry.format("流感多发，活动取消")):
        assert [failed.file for failed in check().failed] == ["reasons"]


def test_a_wording_with_two_meanings_is_a_conflict(own: Own) -> None:
    text = '[[subject]]\nname = "甲费"\naliases = ["合用费"]\n[[subject]]\nname = "乙费"\naliases = ["合用费"]'
    with own(subjects=text):
        (clash,) = check().conflicts
        assert not check().sound
    assert (clash.file, clash.wording, clash.entries) == (
        "subjects",
        "合用费",
        ("subject.甲费.aliases", "subject.乙费.aliases"),
    )


def test_a_name_that_is_also_a_measure_overlaps(own: Own) -> None:
    with own(subjects='[[subject]]\nname = "甲费"\naliases = ["实际列支"]'):
        found = check()
    assert [clash.wording for clash in found.overlaps] == ["实际列支"] and found.sound


def test_what_no_report_uses() -> None:
    found = check([Text("公务接待费1.50万元，比上年减少0.40万元。", 2023, "决算")], ["退休人员减少"])
    silent = {(each.file, each.entry): each for each in found.silent}
    reception = silent["subjects", "subject.公务接待费.aliases"]
    assert not reception.whole and "公务接待费" not in reception.wordings and "公务接待支出" in reception.wordings
    assert silent["subjects", "subject.会议费.aliases"].whole
    assert "减少" not in silent["words", "direction.减少"].wordings
    assert silent["words", "direction.持平"].whole
    assert all(each.wordings and each.file in FILES for each in found.silent)
    assert not check().silent


def test_the_command_counts_and_ends_well(tmp_path: Path) -> None:
    db = made_index(tmp_path / "index.db")
    shown = _call("lexicon", "check", "--db", db).stdout
    assert "不符 0；矛盾 0" in shown and "从未出现" in shown and "未用" not in shown
    assert "未用 words direction.持平" in _call("lexicon", "check", "--unused", "--db", db).stdout
    assert "没有索引" in _call("lexicon", "check", "--db", tmp_path / "none.db").stdout
    found = json.loads(_call("lexicon", "check", "--json", "--db", db).stdout)
    assert found["sound"] and found["examples"] >= 185 and found["silent"]


def test_the_command_fails_on_a_failed_example(own: Own, tmp_path: Path) -> None:
    with own(subjects='[[subject]]\nname = "甲费"\naliases = ["甲费"]\nexample = "乙费1万元。"') as folder:
        shown = _call("lexicon", "check", "--lexicon", folder, "--db", tmp_path / "none.db", code=1).stdout
    assert "不符 subjects subject.甲费：「乙费1万元。」应为 subject 甲费" in shown
    assert "可选 check" in _call("lexicon", "mend", code=2).stderr

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import main
from extractor.errors import JuesuanError
from extractor.organisations import Decisions, proposals, reconciled
from extractor.organisations.reading import said
from extractor.store import Filter, Index, open_index
from extractor.store.writer import Source, Writer
from tests.made import VERSION, made, made_index

REPORTS = [
    ("a.txt", "云坪市柳湖区科学技术协会", 2021),
    ("b.txt", "柳湖区科协", 2022),
    ("c.txt", "云坪市柳湖区科学技术协会（部门）", 2023),
    ("d.txt", "云坪市柳湖区科学技术协会（本级）", 2023),
    ("e.txt", "云坪市柳湖区第一小学", 2022),
    ("f.txt", "云坪市柳湖区第二小学", 2022),
    ("g.txt", "白石县农业局", 2018),
    ("h.txt", "白石县农业农村局", 2019),
]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return made_index(tmp_path / "index.db", *(made(*report) for report in REPORTS))


@pytest.fixture
def index(db: Path) -> Iterator[Index]:
    with open_index(db) as opened:
        yield opened


@pytest.mark.parametrize(
    ("name", "region", "level", "kind"),
    [
        ("安濮市柳湖区清溪街道办事处", "安濮市柳湖区", "乡", "乡镇街道"),
        ("锦川市第三人民医院", "锦川市", "市", "医院和卫生机构"),
        ("盐城市城市管理局", "盐城市", "市", "政府部门"),
        ("云浦市市场监督管理局", "云浦市", "市", "政府部门"),
        ("中共青溪县委宣传部", "青溪县", "县", "党委机构"),
        ("乌兰河旗第一中学", "乌兰河旗", "县", "学校"),
        ("白石镇水利管理服务站", "", "乡", "事业单位"),
        ("内蒙古自治区财政厅", "内蒙古自治区", "省", "政府部门"),
        ("北京市东城区社区服务中心", "北京市东城区", "县", "事业单位"),
        ("北京市审计局", "北京市", "省", "政府部门"),
        ("国家税务总局", "", "中央", "政府部门"),
        ("白沙州人民检察院", "白沙州", "市", "法院检察院"),
        ("青溪县残联", "青溪县", "县", "群团组织"),
    ],
)
def test_a_name_says_where_and_what(name: str, region: str, level: str, kind: str) -> None:
    read = said(name)
    assert (read.region, read.level, read.kind) == (region, level, kind)


def test_equal_spellings_are_one_and_nothing_else_is(index: Index) -> None:
    found = {one.name: one for one in reconciled(index)}
    assert len(found) == 7
    whole = found["云坪市柳湖区科学技术协会"]
    assert whole.aliases == ("云坪市柳湖区科学技术协会", "云坪市柳湖区科学技术协会（部门）")
    assert (whole.documents, whole.years, whole.level) == (2, (2021, 2023), "县")


def test_what_may_be_the_same_is_proposed_likest_first(index: Index) -> None:
    found = proposals(reconciled(index), Decisions.beside(index.path))
    science = "云坪市柳湖区科学技术协会"
    assert {(frozenset((each.one, each.other)), each.because) for each in found} == {
        (frozenset((science, f"{science}（本级）")), "part"),
        (frozenset((science, "柳湖区科协")), "area"),
        (frozenset((f"{science}（本级）", "柳湖区科协")), "area"),
        (frozenset(("白石县农业局", "白石县农业农村局")), "renamed"),
    }
    assert [each.likeness for each in found] == sorted((each.likeness for each in found), reverse=True)


def test_decisions_are_kept_whatever_is_indexed_again(db: Path) -> None:
    decisions = Decisions.beside(db)
    decisions.decide("same", "柳湖区科协", "云坪市柳湖区科学技术协会", who="甲")
    decisions.decide("called", "白石县农业局", "白石县农业农村局（原农业局）")
    decisions.decide("different", "白石县农业局", "白石县农业农村局")
    decisions.decide("level", "柳湖区科协", "区")
    with Writer(db, VERSION) as writer:
        for report in REPORTS:
            extraction = made(*report)
            file = db.parent / extraction.report.name
            writer.remove(str(file))
            writer.add(extraction, Source.of(file))
    with open_index(db) as index:
        found = {one.name: one for one in reconciled(index)}
        whole = found["云坪市柳湖区科学技术协会"]
        assert whole.years == (2021, 2022, 2023) and "柳湖区科协" in whole.aliases and whole.level == "区"
        assert found["白石县农业农村局（原农业局）"].aliases == ("白石县农业局",)
        assert [each.because for each in proposals([*found.values()], decisions)] == ["part"]
        assert {row.year for row in index.documents(Filter(organisation="柳湖区科协"))} == {2021, 2022, 2023}
        assert [row.year for row in index.documents(Filter(organisation="原农业局"))] == [2018]


def test_a_later_decision_holds(index: Index) -> None:
    decisions = Decisions.beside(index.path)
    decisions.decide("same", "柳湖区科协", "云坪市柳湖区科学技术协会")
    decisions.decide("different", "云坪市柳湖区科学技术协会", "柳湖区科协")
    assert "柳湖区科协" in {one.name for one in reconciled(index)}
    decisions.decide("different", "云坪市柳湖区科学技术协会", "云坪市柳湖区科学技术协会（部门）")
    assert len(reconciled(index)) == 8


def test_a_broken_line_is_told_with_its_number(index: Index) -> None:
    decisions = Decisions.beside(index.path)
    decisions.decide("same", "柳湖区科协", "云坪市柳湖区科学技术协会")
    with decisions.file.open("a") as out:
        out.write("{\n")
    with pytest.raises(JuesuanError, match="第 2 行"):
        reconciled(index)


Call = Callable[..., Result]


@pytest.fixture
def call(db: Path) -> Call:
    def run(*arguments: str, code: int = 0, typed: str = "") -> Result:
        environment = {"JUESUAN_DB": str(db), "LANG": "zh_CN.UTF-8", "LC_ALL": ""}
        result = CliRunner().invoke(main, ["organisations", *arguments], env=environment, input=typed)
        assert result.exit_code == code, result.output
        assert "Traceback" not in result.output
        return result

    return run


def test_reviewing_asks_and_remembers(call: Call) -> None:
    assert "白石县农业局" in call("--proposals").stdout
    assert "决定了 1 对" in call("--review", typed="s\nx\ny\nq\n").stdout
    assert "白石县农业局" in call().stdout
    assert "1/" in call("--review", typed="n\nn\nn\n").stdout
    call("--review", code=1)
    call("--proposals", code=1)


def test_deciding_without_being_asked(call: Call) -> None:
    listed = call("--same", "白石县农业局", "白石县农业农村局", "--describe", "白石县农业局", "region", "白石市").stdout
    assert "2018, 2019" in listed and "白石市" in listed
    assert "没有" in call("--same", "某局", "白石县农业局", code=1).stderr
    assert "region" in call("--describe", "白石县农业局", "colour", "red", code=2).stderr

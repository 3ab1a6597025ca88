from __future__ import annotations

import pickle

import pytest

from extractor.store import Filter, Index


def test_what_is_asked_for_by_name_becomes_a_data_frame(index: Index) -> None:
    rows = index.reasons(category="人员变动", year=2022)
    assert rows == index.reasons(Filter(category="人员变动", year=2022))
    assert pickle.loads(pickle.dumps(rows)) == rows
    data = rows.to_pandas().set_index("subject")
    housing = data.loc["住房保障支出/住房改革支出/住房公积金"]
    assert (housing["budget"], housing["difference"], housing["unit"]) == (20.0, -1.4, "万元")
    assert str(data["difference"].dtype) == "float64" and str(data["page"].dtype) == "Int64"
    assert data["change_rate"].isna().all() and data["review"].isna().all()


def test_every_kind_becomes_one_and_nothing_an_empty_one(index: Index) -> None:
    for rows in (index.amounts(), index.variances(), index.projects(), index.indicators(), index.documents()):
        data = rows.to_pandas()
        assert len(data) == len(rows) > 0
    assert str(index.documents().to_pandas()["characters"].dtype) == "Int64"
    assert index.indicators().to_pandas()["target"].tolist() == ["5000", "5000"]
    empty = index.reasons(category="没有这一类").to_pandas()
    assert len(empty) == 0 and "budget" in empty.columns


def test_a_misspelt_filter_is_an_error(index: Index) -> None:
    with pytest.raises(TypeError):
        index.reasons(categry="人员变动")

"""A paragraph as a spaCy document: its words are the text again, its mentions whole words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.language.pipeline import mentions_of, parse, regions_of

TEXT = "2023年度支出决算1,234.56万元，比上年减少12.5%，主要原因是人员调动。年初预算1,300.00万元。"


def test_mentions_are_labelled_spans() -> None:
    doc = parse(TEXT, 2023, "决算")
    spans = [(span.label_, span.text) for span in doc.spans["mentions"]]
    assert spans == [(mention.kind, mention.text) for mention in mentions_of(doc)]
    assert {("money", "1,234.56万元"), ("percent", "12.5%"), ("direction", "减少")} <= set(spans)


def test_clauses_and_regions_are_spans() -> None:
    doc = parse(TEXT, 2023, "决算")
    assert "".join(span.text for span in doc.spans["clauses"]) == TEXT
    assert [(span.label_, span.text) for span in doc.spans["regions"]] == [("reason", "人员调动")]
    assert [TEXT[region.start : region.end] for region in regions_of(doc)] == ["人员调动"]


@pytest.mark.parametrize("kind", ["决算", "预算", None])
@given(
    text=st.text(st.sampled_from("支出决算数比上年减少万元，。12.5%主要原因是人员的“三公”经费 年初预算"), max_size=60)
)
def test_words_are_the_text_again(kind: str | None, text: str) -> None:
    doc = parse(text, 2023, kind)
    assert doc.text == text
    words = {(token.idx, token.idx + len(token)) for token in doc}
    assert all((mention.start, mention.end) in words for mention in mentions_of(doc))

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.store.tokens import find, normalise, phrase, terms, token, tokens


def test_two_spellings_of_one_term_are_one() -> None:
    for spelling in ("“三公”经费", "三公经费", "三公 經費", "「三公」經費", "‘三公’\n经费"):
        assert normalise(spelling) == "三公经费"
    assert normalise("１，０６２．０９ 万元") == normalise("1,062.09万元") == "1062.09万元"
    assert normalise("ＧＤＰ") == "gdp"


def test_a_control_character_or_half_a_surrogate_pair_is_no_text() -> None:
    assert normalise("人\x00员\x1b调\ud800动") == "人员调动"


def test_a_query_splits_at_blanks_and_drops_what_is_nothing() -> None:
    assert terms(" 人员　调动 “” 人员 ") == ("人员", "调动")
    assert terms("\x00 ''") == ()


def test_find_gives_places_in_the_text_as_it_is() -> None:
    text = "其中“三公” 经\n费支出1, 062.09元"
    spans = find(text, terms("三公经费 1062.09"))
    assert [text[start:end] for start, end in spans] == ["三公” 经\n费", "1, 062.09"]


def test_overlapping_terms_are_one_span() -> None:
    assert find("公务接待费", ("公务接待", "接待费")) == [(0, 5)]


@given(st.text(max_size=60), st.data())
def test_a_part_of_a_text_normalises_to_a_part_of_the_normalised_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert normalise(text[start:end]).strip(",") in normalise(text)


@given(st.text(max_size=60))
def test_tokens_are_pairs_of_characters_that_ascii_tokenizers_keep(text: str) -> None:
    each = tokens(text).split(" ") if tokens(text) else []
    assert len(each) == len(normalise(text))
    assert all(len(own) == 2 for own in each[:-1]) and all(len(own) == 1 for own in each[-1:])
    assert all(not character.isascii() or character.isalnum() for own in each for character in own)


@given(st.text(max_size=60))
def test_a_whole_name_is_one_token_that_begins_with_the_letter_of_its_field(name: str) -> None:
    assert token("（科协）", "o") == "o（科协）"
    assert token(name, "o")[0] == "o"
    assert all(not character.isascii() or character.isalnum() for character in token(name, "o"))


@given(st.text(max_size=40))
def test_no_query_can_speak_the_language_of_the_index(query: str) -> None:
    for term in terms(query):
        words = phrase(term)
        assert words.startswith('"') and words.count('"') == 2 and words.endswith(('"', '" *'))


@given(st.text(max_size=60), st.text(min_size=1, max_size=3))
def test_what_find_finds_normalises_to_the_term(text: str, term: str) -> None:
    wanted = normalise(term).strip(",")
    if wanted:
        spans = find(text, (wanted,))
        assert bool(spans) == (wanted in normalise(text))
        assert all(wanted in normalise(text[start:end]) for start, end in spans)

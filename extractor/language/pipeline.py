"""The spaCy pipeline that a paragraph goes through: words, mentions, clauses, regions.

The tokenizer cuts at the mentions first and lets jieba cut what lies between, so that every mention is one token
(jieba alone straddles a quarter of them, see docs/dependencies.md). The document then carries `doc.spans["mentions"]`
(labels of `mentions.LABELS`), `doc.spans["clauses"]` and `doc.spans["regions"]` (reason, before, purpose), and in
`doc.user_data` the `mentions` and `regions` with what each of them holds, its `text`, which `doc.text` puts together
anew each time, and the `starts` of its words.

The vocabulary is a bare one: nobody asks for the shape of a word or whether it is a stop word, and to know costs as much
as the rest. Parse within `pipeline().memory_zone()`, or every figure of every report stays in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import accumulate

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from extractor.facts.regions import Region, find_regions
from extractor.language.mentions import LABELS, Mention, find_mentions
from extractor.language.segmenter import cut, domain_words

_CLAUSE = re.compile(r"[^。；！？]+[。；！？]?")

_MARKS = "，。、；：（）“”%元年的为和"
_LABELS = (*LABELS, "clause", "before")


@Language.component("juesuan_clauses")
def clauses(doc: Doc) -> Doc:
    """`doc.spans["clauses"]`: from one full stop or semicolon to the next."""
    found = (match.span() for match in _CLAUSE.finditer(doc.user_data["text"]))
    doc.spans["clauses"] = _spans(doc, ((start, end, "clause") for start, end in found))
    return doc


@Language.component("juesuan_regions")
def regions(doc: Doc) -> Doc:
    """`doc.spans["regions"]`: what explains and what tells a purpose."""
    carried = doc.user_data
    carried["regions"] = found = tuple(find_regions(carried["text"], carried["mentions"]))
    doc.spans["regions"] = _spans(doc, ((region.start, region.end, region.kind) for region in found))
    return doc


def _spans(doc: Doc, places: Iterable[tuple[int, int, str]]) -> list[Span]:
    """Stretches of characters with their labels, each from the token that holds its first to that which holds its last."""
    starts = doc.user_data["starts"]
    return [
        Span(doc, bisect_right(starts, start) - 1, bisect_left(starts, end), label=_label(label))
        for start, end, label in places
        if start < end
    ]


@cache
def _label(name: str) -> int:
    """The number of a label in the vocabulary: a name would be looked up for each span anew."""
    return int(pipeline().vocab.strings[name])


@cache
def pipeline() -> Language:
    """The pipeline, made once a process. Its tokenizer is replaced by `parse`, which knows the mentions."""
    nlp = spacy.blank("zh", vocab=Vocab())
    for word in (*domain_words(), *_MARKS):  # what every report has is not made anew with each memory zone
        nlp.vocab[word]
    for label in _LABELS:
        nlp.vocab.strings.add(label)
    nlp.add_pipe("juesuan_clauses")
    nlp.add_pipe("juesuan_regions")
    return nlp


def parse(text: str, year: int | None = None, kind: str | None = None) -> Doc:
    """A paragraph of the flow as a spaCy document. `year` and `kind` (决算, 预算, 绩效) are the report's."""
    nlp = pipeline()
    mentions = find_mentions(text, year, kind)
    words, places = _words(text, mentions)
    starts = list(accumulate(map(len, words), initial=0))[:-1]
    carried = {"text": text, "starts": starts, "mentions": mentions}
    doc = Doc(nlp.vocab, words=words, spaces=[False] * len(words), user_data=carried)
    doc.spans["mentions"] = [
        Span(doc, at, at + 1, label=_label(mention.kind)) for at, mention in zip(places, mentions, strict=True)
    ]
    for component in _components():
        doc = component(doc)
    return doc


@cache
def _components() -> list[Callable[[Doc], Doc]]:
    """The pipeline's components, which `Language` would list and check anew for each paragraph."""
    return [component for _, component in pipeline().pipeline]


def mentions_of(doc: Doc) -> tuple[Mention, ...]:
    """The typed mentions of a parsed paragraph."""
    mentions: tuple[Mention, ...] = doc.user_data["mentions"]
    return mentions


def regions_of(doc: Doc) -> tuple[Region, ...]:
    """The regions of a parsed paragraph."""
    regions: tuple[Region, ...] = doc.user_data["regions"]
    return regions


def _words(text: str, mentions: Sequence[Mention]) -> tuple[list[str], list[int]]:
    """The words of a text, and which of them are the mentions: each is one word, what lies between is cut by jieba."""
    words: list[str] = []
    places: list[int] = []
    at = 0
    for mention in mentions:
        if at < mention.start:
            words += cut(text[at : mention.start])
        places.append(len(words))
        words.append(mention.text)
        at = mention.end
    words += cut(text[at:])
    return words, places

"""A paragraph as a spaCy document: words, mentions, clauses, regions. For whoever goes on from its words.

The records are made from the mentions and regions alone: indexing makes no documents, which would take longer than
finding what is in them.

The tokenizer cuts at the mentions first and lets jieba cut what lies between, so that every mention is whole tokens
(jieba alone straddles a quarter of them, see docs/dependencies.md). The document then carries `doc.spans["mentions"]`
(labels of `mentions.LABELS`), `doc.spans["clauses"]` and `doc.spans["regions"]` (reason, before, purpose), and in
`doc._.mentions` and `doc._.regions` the same with what each of them holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.facts.regions import Region, find_regions
from extractor.language.mentions import Mention, find_mentions
from extractor.language.segmenter import cut

_CLAUSE = re.compile(r"[^。；！？]+[。；！？]?")

for _name in ("mentions", "regions"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=())


@Language.component("juesuan_clauses")
def clauses(doc: Doc) -> Doc:
    """`doc.spans["clauses"]`: from one full stop or semicolon to the next."""
    spans = (
        doc.char_span(m.start(), m.end(), label="clause", alignment_mode="expand") for m in _CLAUSE.finditer(doc.text)
    )
    doc.spans["clauses"] = [span for span in spans if span is not None]
    return doc


@Language.component("juesuan_regions")
def regions(doc: Doc) -> Doc:
    """`doc.spans["regions"]`: what explains and what tells a purpose."""
    found = find_regions(doc.text, doc._.mentions)
    doc._.regions = tuple(found)
    spans = (doc.char_span(r.start, r.end, label=r.kind, alignment_mode="expand") for r in found)
    doc.spans["regions"] = [span for span in spans if span is not None]
    return doc


@cache
def pipeline() -> Language:
    """The pipeline, made once a process. Its tokenizer is replaced by `parse`, which knows the mentions."""
    nlp = spacy.blank("zh")
    nlp.add_pipe("juesuan_clauses")
    nlp.add_pipe("juesuan_regions")
    return nlp


def parse(text: str, year: int | None = None, kind: str | None = None) -> Doc:
    """A paragraph of the flow as a spaCy document. `year` and `kind` (决算, 预算, 绩效) are the report's."""
    nlp = pipeline()
    mentions = find_mentions(text, year, kind)
    words = _words(text, mentions)
    doc = Doc(nlp.vocab, words=words, spaces=[False] * len(words))
    doc._.mentions = tuple(mentions)
    doc.spans["mentions"] = [span for m in mentions if (span := _span(doc, m)) is not None]
    return nlp(doc)


def mentions_of(doc: Doc) -> tuple[Mention, ...]:
    """The typed mentions of a parsed paragraph."""
    return tuple(doc._.mentions)


def regions_of(doc: Doc) -> tuple[Region, ...]:
    """The regions of a parsed paragraph."""
    return tuple(doc._.regions)


def _span(doc: Doc, mention: Mention) -> Span | None:
    return doc.char_span(mention.start, mention.end, label=mention.kind)


def _words(text: str, mentions: Sequence[Mention]) -> list[str]:
    """The words of a text: each mention one word, what lies between cut by jieba."""
    words: list[str] = []
    at = 0
    for mention in mentions:
        words.extend(cut(text[at : mention.start]))
        words.append(text[mention.start : mention.end])
        at = mention.end
    words.extend(cut(text[at:]))
    return [word for word in words if word]

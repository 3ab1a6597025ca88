"""A department's own accounts (本级) beside those of the whole department, which hold them: never added up together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.lexicon import load
from extractor.organisations.reading import said, spelt
from extractor.questions.facts import Fact
from extractor.store.tokens import normalise


def without_own_accounts(facts: Sequence[Fact]) -> tuple[list[Fact], list[str]]:
    """The facts without those of a part whose whole tells the same, and the names of these parts."""
    own = re.compile(load("organisations")["spelling"]["own"])
    names = {fact.organisation for fact in facts}
    parts = {name: said(name) for name in names if own.search(normalise(name))}
    if not any(part.own for part in parts.values()):
        return list(facts), []
    wholes = {(spelt(fact.organisation), fact.year, fact.subject) for fact in facts if fact.organisation not in parts}

    def told(fact: Fact) -> bool:
        part = parts.get(fact.organisation)
        return part is not None and (part.region + part.core, fact.year, fact.subject) in wholes

    kept = [fact for fact in facts if not told(fact)]
    return kept, sorted({fact.organisation for fact in facts if told(fact)})

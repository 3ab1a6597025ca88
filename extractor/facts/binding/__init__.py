"""Mentions bound to facts: one pass over a paragraph, left to right, remembering what governs the next figure.

The subject comes from the clause, else from the sentence before, else from the heading; the measure from the nearest
governing word; the base of a comparison from 与…相比, 比…, 完成…的. A figure whose words are not understood is left
unbound: it never takes the subject of another clause.
"""

from extractor.facts.binding.binder import Binder
from extractor.facts.binding.scope import Scope

__all__ = ["Binder", "Scope"]

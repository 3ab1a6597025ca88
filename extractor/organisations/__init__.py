"""Organisations reconciled over years and spellings: proposals by likeness, decisions by a person, kept in a file."""

from __future__ import annotations

from extractor.organisations.decisions import Decisions
from extractor.organisations.proposing import Proposal, proposals
from extractor.organisations.reconciling import Organisation, reconciled

__all__ = ["Decisions", "Organisation", "Proposal", "proposals", "reconciled"]

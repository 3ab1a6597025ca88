"""Lists that people scroll, sort, filter and group: windows of rows, counts, groups, one subject over time."""

from __future__ import annotations

from extractor.store.survey.grouping import Bin, Group
from extractor.store.survey.kept import Kept
from extractor.store.survey.names import Names
from extractor.store.survey.rows import FindingRow, Order
from extractor.store.survey.series import Peers, Point
from extractor.store.survey.surveying import Survey

__all__ = ["Bin", "FindingRow", "Group", "Kept", "Names", "Order", "Peers", "Point", "Survey"]

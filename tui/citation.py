"""How a piece of evidence is cited: organisation, report, year, page, quote."""

from __future__ import annotations

from pathlib import PurePath

from tui.clean import line
from tui.listing import Evidence
from tui.words import Say


def source(evidence: Evidence, say: Say) -> str:
    """Where the evidence stands, in one line: organisation, report, page."""
    organisation, report = line(evidence.organisation), line(PurePath(evidence.document).stem)
    parts = [organisation] if organisation and organisation[-6:] not in report else []
    parts.append(f"《{report}》")
    if evidence.year is not None and str(evidence.year) not in report:
        parts.append(str(evidence.year))
    if evidence.page is not None:
        parts.append(say("page", n=evidence.page))
    return " ".join(parts)


def quoted(evidence: Evidence) -> str:
    """The quote alone, as one line."""
    return line(evidence.quote)


def cited(evidence: Evidence, say: Say) -> str:
    """The quote with everything a footnote needs: organisation, report, year, page."""
    place = [line(evidence.organisation), f"《{line(PurePath(evidence.document).stem)}》"]
    place.append(str(evidence.year) if evidence.year is not None else "")
    place.append(say("page", n=evidence.page) if evidence.page is not None else "")
    return f"“{quoted(evidence)}”（{'，'.join(part for part in place if part)}）"

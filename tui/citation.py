"""How a piece of evidence is cited: organisation, report, year, page, quote; as text, Markdown or BibTeX."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePath

from tui.clean import line
from tui.listing import Evidence
from tui.words import Say

STYLES = ("plain", "markdown", "bibtex")

_WIDE = r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
_LAYOUT = re.compile(rf"(?<={_WIDE})\s+|\s+(?={_WIDE})")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|])")
_BIBTEX = re.compile(r"([\\{}%&$#_~^])")


def source(evidence: Evidence, say: Say) -> str:
    """Where the evidence stands, in one line: organisation, report, page."""
    organisation, report = line(evidence.organisation), _report(evidence)
    parts = [organisation] if organisation and organisation[-6:] not in report else []
    parts.append(f"《{report}》")
    if evidence.year is not None and str(evidence.year) not in report:
        parts.append(str(evidence.year))
    if evidence.page is not None:
        parts.append(say("page", n=evidence.page))
    return " ".join(parts)


def quoted(evidence: Evidence) -> str:
    """The quote alone, as one line, without the blanks that a page's layout leaves between Chinese characters."""
    return _LAYOUT.sub("", line(evidence.quote))


def cited(evidence: Evidence, say: Say, style: str = "plain") -> str:
    """The quote with everything a footnote needs, in one of STYLES."""
    match style:
        case "markdown":
            return f"> {_escaped(quoted(evidence))}\n>\n> —— {_escaped(_place(evidence, say))}"
        case "bibtex":
            return _bibtex(evidence, say)
        case _:
            return f"“{quoted(evidence)}”（{_place(evidence, say)}）"


def _place(evidence: Evidence, say: Say) -> str:
    parts = [line(evidence.organisation), f"《{_report(evidence)}》"]
    parts.append(str(evidence.year) if evidence.year is not None else "")
    parts.append(say("page", n=evidence.page) if evidence.page is not None else "")
    return "，".join(part for part in parts if part)


def _bibtex(evidence: Evidence, say: Say) -> str:
    """A `@techreport`; its key is made of the year and the report's name, the same for every quote of it."""
    name = hashlib.sha1(evidence.document.encode("utf-8", "backslashreplace")).hexdigest()[:6]
    fields = {
        "author": f"{{{_tex(line(evidence.organisation) or _report(evidence))}}}",
        "title": _tex(_report(evidence)),
        "institution": _tex(line(evidence.organisation)),
        "year": str(evidence.year or ""),
        "pages": str(evidence.page or ""),
        "note": _tex(quoted(evidence)),
    }
    told = ",\n".join(f"  {field} = {{{value}}}" for field, value in fields.items() if value)
    return f"@techreport{{juesuan{evidence.year or ''}{name},\n{told}\n}}"


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _tex(text: str) -> str:
    return _BIBTEX.sub(r"\\\1", text)


def _report(evidence: Evidence) -> str:
    return line(PurePath(evidence.document).stem)

"""Figures as people read them: grouped in thousands, money in 万元 or 亿元, bars of eighths."""

from __future__ import annotations

_EIGHTHS = " ▏▎▍▌▋▊▉"
_FULL = "█"


def grouped(printed: str) -> str:
    """A printed decimal with its thousands set off; anything else as it is.

    >>> grouped("-1620.50")
    '-1,620.50'
    """
    sign, digits = (printed[0], printed[1:]) if printed[:1] in ("-", "+") else ("", printed)
    whole, point, decimals = digits.partition(".")
    if not (whole.isascii() and whole.isdigit()) or (point and not decimals.isdigit()):
        return printed
    return f"{sign}{int(whole):,}{point}{decimals}" if len(whole) < 40 and whole[0] != "0" else printed


def wan(yuan: float | None) -> str:
    """Yuan in 万元, two decimals, grouped."""
    return "" if yuan is None else f"{yuan / 10_000:,.2f}"


def short(yuan: float) -> str:
    """Money in few characters: 3.2亿, −86.4万, 950元."""
    size = abs(yuan)
    for least, unit in ((1e8, "亿"), (1e4, "万")):
        if size >= least:
            value = yuan / least
            return f"{value:,.1f}{unit}" if abs(value) < 1000 else f"{value:,.0f}{unit}"
    return f"{yuan:,.0f}元" if yuan else "0"


def bar(part: float, whole: float, cells: int) -> str:
    """A bar of at most so many cells; what is not nothing is at least seen.

    >>> bar(1, 2, 4)
    '██  '
    """
    if whole <= 0 or part <= 0 or cells <= 0:
        return " " * max(0, cells)
    eighths = max(1, round(min(1.0, part / whole) * cells * 8))
    full, rest = divmod(eighths, 8)
    return (_FULL * full + (_EIGHTHS[rest] if rest else "")).ljust(cells)

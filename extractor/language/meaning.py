"""What a mention means, in a few words of the field: for people who ask how a sentence was read."""

from __future__ import annotations

from extractor.language.mentions import Mention

FIGURES = ("money", "percent", "quantity", "number")
NAMES = ("subject", "pair", "count", "relative", "nothing")


def meaning(mention: Mention) -> str:
    """The canonical names, the value and unit, the measure, base or direction; empty where its kind says it all.

    >>> meaning(Mention("money", 0, 5, "3.5万元", value="3.5", unit="万元"))
    '3.5 万元'
    """
    if mention.kind in FIGURES:
        parts: tuple[str | None, ...] = (mention.value, mention.unit)
    elif mention.kind == "base":
        parts = (mention.measure,)
    elif mention.kind == "year":
        parts = (mention.value,)
    else:
        side = mention.note if mention.names == ("",) else None
        parts = ("、".join(name for name in mention.names if name), side, mention.measure)
    return " ".join(part for part in parts if part)

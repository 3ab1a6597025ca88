"""The one place that decides which characters are stored: what no reader of the printed report would see is dropped."""

from __future__ import annotations

import re
import unicodedata

_BREAKS = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")
# Mirrored Traditional pages gloss characters with their sound: 預(yù)算. Only toned letters show that it is a gloss.
_GLOSS = re.compile("(?<=[\u3400-\u9fff])[(（][a-zàáèéìíòóùúāēěīńňōūǎǐǒǔǖǘǚǜüê]{1,6}[)）]")
_TONED = re.compile("[(（][a-z]{0,3}[àáèéìíòóùúāēěīńňōūǎǐǒǔǖǘǚǜ][a-z]{0,3}[)）]")
_FEWEST_GLOSSES = 3


def _characters() -> dict[int, str | None]:
    """Control and zero-width characters go; radicals and compatibility forms become the character they look like."""
    table: dict[int, str | None] = {
        code: None
        for code in (*range(0x10000), *range(0xE0000, 0xE0080))
        if unicodedata.category(chr(code)) in ("Cc", "Cf") and chr(code) not in "\n\t\f"
    }
    table.update(dict.fromkeys((0xFFFE, 0xFFFF)))
    for code in (*range(0x2F00, 0x2FE0), *range(0xF900, 0xFB00)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1:
            table[code] = plain
    return table


_CHARACTERS = _characters()
# A PDF prints these as hyphens: pdfium writes U+FFFE (or U+0002) for a hyphen at a line end, fonts map "-" to U+00AD.
_HYPHENS = str.maketrans("\ufffe\x02\xad", "---")


def clean(text: str) -> str:
    """`text` as it is stored: lines end with "\\n", no invisible characters, no sound glosses."""
    text = _BREAKS.sub("\n", text).translate(_CHARACTERS)
    if len(_TONED.findall(text)) >= _FEWEST_GLOSSES:
        text = _GLOSS.sub("", text)
    return text


def clean_pdf(text: str) -> str:
    """`clean` for a PDF page, where hyphens hide behind other characters."""
    return clean(text.translate(_HYPHENS)).replace("\f", "\n")

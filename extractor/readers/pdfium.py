"""The functions of pdfium that are called for every character and every line of a page, ready for many calls.

They take addresses as whole numbers, and do not hand over the interpreter's lock: that takes longer than they do.
"""

from __future__ import annotations

from collections.abc import Callable
from ctypes import PYFUNCTYPE, c_int, c_void_p, cast
from typing import Any

from pypdfium2 import raw

_Address, _Number = c_void_p, c_int


def address(handle: Any) -> int:
    """Where a page, a text page or an object of pypdfium2 lies."""
    return cast(handle, c_void_p).value or 0


def _ready(function: Any, result: Any, *arguments: Any) -> Callable[..., int]:
    return PYFUNCTYPE(result, *arguments)(address(function))


char_box = _ready(raw.FPDFText_GetLooseCharBox, _Number, _Address, _Number, _Address)

page_count = _ready(raw.FPDFPage_CountObjects, _Number, _Address)
page_object = _ready(raw.FPDFPage_GetObject, _Address, _Address, _Number)
form_count = _ready(raw.FPDFFormObj_CountObjects, _Number, _Address)
form_object = _ready(raw.FPDFFormObj_GetObject, _Address, _Address, _Number)
kind = _ready(raw.FPDFPageObj_GetType, _Number, _Address)
matrix = _ready(raw.FPDFPageObj_GetMatrix, _Number, _Address, _Address)

segment_count = _ready(raw.FPDFPath_CountSegments, _Number, _Address)
segment = _ready(raw.FPDFPath_GetPathSegment, _Address, _Address, _Number)
segment_kind = _ready(raw.FPDFPathSegment_GetType, _Number, _Address)
segment_point = _ready(raw.FPDFPathSegment_GetPoint, _Number, _Address, _Address, _Address)
segment_closes = _ready(raw.FPDFPathSegment_GetClose, _Number, _Address)

"""Whether a PDF page has ruled lines, as a table does: told from its drawing, before any table work."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw

_SHORTEST = 5.0  # points: a shorter line is a dot or the bar of a character
_FEWEST_LINES = 2  # lines either way without which there is no grid
_MOST_LINES = 20_000  # a map or a drawing, not a table


def ruled(page: pypdfium2.PdfPage) -> bool:
    """Whether a page has lines both ways, as a table does. Looks at the page's drawing only: no text is parsed."""
    across = down = 0
    for at, shape in enumerate(page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_PATH,), max_depth=3)):
        left, bottom, right, top = shape.get_bounds()
        across += right - left > _SHORTEST
        down += top - bottom > _SHORTEST
        if min(across, down) >= _FEWEST_LINES:
            return True
        if at > _MOST_LINES:
            break
    return False

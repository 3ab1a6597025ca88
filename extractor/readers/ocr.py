"""Text of pictures by rapidocr, whose models come inside its package (`pip install 'juesuan[ocr]'`): offline."""

from __future__ import annotations

import importlib.util
import io
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from extractor.readers.clean import clean
from extractor.report import Page, Unreadable

if TYPE_CHECKING:
    import pypdfium2

INSTALL = "请先 pip install 'juesuan[ocr]'"
CERTAIN = 0.95
"""The score from which a line is not marked as doubtful."""

_UPRIGHT = 0.9  # the score of a page below which it is tried turned round
_RESOLUTION = 200  # dots per inch that a PDF page is drawn at
_LARGEST_SIDE = 2400  # dots: an A4 page at 200 dpi is not made smaller, which costs thin strokes
_MOST_DOTS = 80_000_000  # that a page is drawn with, however large its paper
# In heights of a line: boxes nearer than the first belong to one word, further than the second to two columns.
_WORD, _COLUMN = 0.5, 2.0
_SAME_LINE = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """One piece of text on one line: its box in dots from the top left corner, and the engine's score, 0 to 1."""

    text: str
    score: float
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page as it was read: `confidence` is the mean score by characters, `doubtful` the spans of lines below
    `CERTAIN`."""

    text: str
    confidence: float
    doubtful: tuple[tuple[int, int], ...]


def is_installed() -> bool:
    """Whether the extra is there; nothing is imported."""
    return all(importlib.util.find_spec(name) for name in ("rapidocr", "onnxruntime", "PIL"))


def require() -> None:
    """Raises `Unreadable` with the sentence that says what to install where the extra is not there."""
    if not is_installed():
        raise Unreadable("no-text", f"这是图片，识别文字需要 OCR，{INSTALL} 再试。")


def read_image(data: bytes) -> list[Line]:
    """The lines of the first picture in an image file. Raises `Unreadable`: no-text, damaged, too-large."""
    return lines(next(pictures(data)))


def pictures(data: bytes) -> Iterator[Any]:
    """Every picture (page) of an image file, upright. Raises `Unreadable`: no-text, damaged, too-large."""
    require()
    from PIL import Image, ImageOps, ImageSequence

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data))
        for frame in ImageSequence.Iterator(image):
            yield ImageOps.exif_transpose(frame).convert("RGB")
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise Unreadable("too-large", "图片大得不合常理，没有读，请缩小后再试。") from None
    except (OSError, ValueError, SyntaxError):
        raise Unreadable("damaged", "图片已损坏，打不开，请重新下载后再试。") from None


def ocr_page(page: pypdfium2.PdfPage) -> list[Line]:
    """The lines of a PDF page, drawn first."""
    scale = _RESOLUTION / 72
    dots = page.get_width() * page.get_height() * scale**2
    return lines(page.render(scale=scale * min(1.0, (_MOST_DOTS / dots) ** 0.5)).to_pil().convert("RGB"))


def scanned(document: pypdfium2.PdfDocument, numbers: Sequence[int]) -> dict[int, Recognised]:
    """The pages `numbers` (1-based) of a PDF as read from their pictures; unread ones where the extra is missing."""
    if not is_installed():
        return dict.fromkeys(numbers, Recognised("", 0.0, ()))
    return {number: recognised(ocr_page(document[number - 1])) for number in numbers}


def recognised(pieces: Sequence[Line]) -> Recognised:
    """The pieces of a page in reading order: lines from above, each from the left, columns set apart by a tab."""
    rows = [sorted(row, key=lambda piece: piece.left) for row in _rows(pieces)]
    texts: list[str] = []
    doubtful: list[tuple[int, int]] = []
    at = 0
    for row in rows:
        text = clean(_joined(row)).replace("\n", " ")
        if min(piece.score for piece in row) < CERTAIN:
            doubtful.append((at, at + len(text)))
        texts.append(text)
        at += len(text) + 1
    return Recognised("\n".join(texts), round(_score(pieces), 4), tuple(doubtful))


def marked(pages: Sequence[Page], read: Mapping[int, Recognised]) -> tuple[Page, ...]:
    """The pages, those that were read from pictures (by number) with their confidence and doubtful spans."""
    return tuple(_marked(page, read[page.number]) if page.number in read else page for page in pages)


def _marked(page: Page, read: Recognised) -> Page:
    doubtful = tuple((page.start + start, page.start + end) for start, end in read.doubtful)
    return replace(page, confidence=read.confidence, doubtful=doubtful)


def _rows(pieces: Sequence[Line]) -> list[list[Line]]:
    """The pieces that stand side by side; each is held against its neighbour, so that a page may hang askew."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda piece: piece.top + piece.bottom):
        if rows and _beside(rows[-1][-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _beside(one: Line, other: Line) -> bool:
    apart = abs((one.top + one.bottom) - (other.top + other.bottom)) / 2
    return apart < _SAME_LINE * min(one.bottom - one.top, other.bottom - other.top)


def _joined(row: Sequence[Line]) -> str:
    text = row[0].text
    for before, piece in pairwise(row):
        gap = (piece.left - before.right) / (piece.bottom - piece.top)
        text += ("" if gap < _WORD else " " if gap < _COLUMN else "\t") + piece.text
    return text


def lines(picture: Any) -> list[Line]:
    """The lines of a picture (a PIL image in RGB), in no particular order; a page that lies askew is turned first."""
    found = _found(picture)
    if _level(found) >= _UPRIGHT * sum(len(piece.text) for piece in found):
        return found
    turned = (_found(picture.rotate(angle, expand=True)) for angle in (180, 90, 270))
    return max([found, *turned], key=_level)


def _level(pieces: Sequence[Line]) -> float:
    """The scores of the characters on lines that lie level: lines on end the engine reads too, in the wrong order."""
    level = (piece for piece in pieces if piece.right - piece.left >= piece.bottom - piece.top)
    return sum(piece.score * len(piece.text) for piece in level)


def _found(picture: Any) -> list[Line]:
    import numpy

    # Told to look for lines that stand on their heads, the engine turns upright ones over and reads nonsense.
    found = _engine()(numpy.asarray(picture)[:, :, ::-1], use_cls=False)  # blue comes first
    if found.boxes is None:
        return []
    pieces = zip(found.boxes, found.txts, found.scores, strict=True)
    return [_line(box, text, float(score)) for box, text, score in pieces if text.strip()]


def _score(pieces: Sequence[Line]) -> float:
    """The mean score by characters, 0 where there are none."""
    characters = sum(len(piece.text) for piece in pieces)
    return sum(piece.score * len(piece.text) for piece in pieces) / characters if characters else 0.0


def _line(box: Any, text: str, score: float) -> Line:
    across, down = [float(x) for x, _ in box], [float(y) for _, y in box]
    return Line(text.strip(), score, min(across), min(down), max(across), max(down))


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "critical", "Global.max_side_len": _LARGEST_SIDE})

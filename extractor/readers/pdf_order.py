"""PDF text in the order of the page: pdfium gives it in the order of the file, where a font's characters may come late.

Some programs write a line in one font with gaps, and what belongs there (the quotation marks, every number of a
paragraph) afterwards. Such pieces are put back where they stand. Whatever is written in order stays as pdfium gives it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractor.readers.pdf_chars import Box

_SAME_LINE = 0.6  # share of the lower one's height by which two pieces of a line stand side by side
_GAP = 0.2  # of the height: a wider gap may be one that is filled later
_CLOSE = 1.0  # of the height: what fills a gap stands as close to what is on both sides (cells of a table do not)
_BLANK = 0.8  # of the height: a wider gap is a blank
_TOUCH = 0.25  # of the height: pieces of a line may overlap by so much


@dataclass(slots=True)
class _Piece:
    """Characters `first` to `last` (of the page's text) side by side, and the box around them.

    `letters`: there is a letter, such as a Chinese character, among them. What is written late is in a Latin font: quotation marks, numbers.
    """

    first: int
    last: int
    left: float
    bottom: float
    right: float
    top: float
    letters: bool

    @property
    def height(self) -> float:
        return self.top - self.bottom


@dataclass(slots=True)
class _Line:
    """Pieces side by side, in the order of the file; `filled`: one of them stands in a gap of those before it."""

    bottom: float
    top: float
    pieces: list[_Piece] = field(default_factory=list)
    filled: bool = False

    def holds(self, piece: _Piece) -> bool:
        """Whether the piece stands on this line."""
        shared = min(self.top, piece.top) - max(self.bottom, piece.bottom)
        return shared >= _SAME_LINE * min(self.top - self.bottom, piece.height)

    def add(self, piece: _Piece) -> None:
        """Put a piece on the line."""
        self.filled = self.filled or (not piece.letters and self._filled_by(piece))
        self.pieces.append(piece)

    def _filled_by(self, piece: _Piece) -> bool:
        """Whether the piece stands in a gap just wide enough for it."""
        slack, close = _TOUCH * piece.height, _CLOSE * piece.height
        before = [other.right for other in self.pieces if other.left < piece.left]
        behind = [other.left for other in self.pieces if other.left >= piece.left]
        if not before or not behind:
            return False
        left, right = piece.left - max(before), min(behind) - piece.right
        return -slack <= left <= close and -slack <= right <= close


def in_order(text: str, boxes: Sequence[Box]) -> str:
    """The text of a page, given the box of every character: what was written late put back into the gaps it fills."""
    if len(text) != len(boxes):  # offsets would not be those of the boxes
        return text
    lines = _lines(list(_pieces(text, boxes)))
    filled = [line for line in lines if line.filled]
    return _moved(text, filled) if filled else text


def _pieces(text: str, boxes: Sequence[Box]) -> Iterator[_Piece]:
    """The printed characters of a page, cut where the next one does not follow close by on the same line."""
    piece: _Piece | None = None
    for at, (char, (left, bottom, right, top)) in enumerate(zip(text, boxes, strict=True)):
        if char.isspace():
            continue
        if piece is not None:
            height = top - bottom
            close = -_TOUCH * height <= left - piece.right <= _GAP * height
            if close and ((top == piece.top and bottom == piece.bottom) or _beside(piece, bottom, top)):
                piece.last, piece.letters = at, piece.letters or char.isalpha()
                if right > piece.right:
                    piece.right = right
                continue
            yield piece
        piece = _Piece(at, at, left, bottom, right, top, char.isalpha())
    if piece is not None:
        yield piece


def _beside(piece: _Piece, bottom: float, top: float) -> bool:
    """Whether a character stands on the line of the piece."""
    shared = min(top, piece.top) - max(bottom, piece.bottom)
    return shared >= _SAME_LINE * min(top - bottom, piece.height)


def _lines(pieces: list[_Piece]) -> list[_Line]:
    lines: list[_Line] = []
    for piece in pieces:
        bottom, top = piece.bottom, piece.top
        for line in reversed(lines):
            if line.bottom <= top and bottom <= line.top and line.holds(piece):
                break
        else:
            line = _Line(bottom, top)
            lines.append(line)
        line.add(piece)
    return lines


def _moved(text: str, lines: list[_Line]) -> str:
    """The text with the pieces of these lines from left to right, each line where its first piece stood."""
    places: dict[int, str] = {}
    gone: set[int] = set()
    for line in lines:
        ordered = sorted(line.pieces, key=lambda piece: piece.left)
        places[min(piece.first for piece in line.pieces)] = _joined(text, ordered)
        for piece in line.pieces:
            gone.update(range(piece.first, piece.last + 1))
    return "".join(_kept(text, places, gone))


def _joined(text: str, pieces: list[_Piece]) -> str:
    said = ""
    for before, piece in zip([None, *pieces], pieces, strict=False):
        if before is not None and piece.left - before.right > _BLANK * piece.height:
            said += " "
        said += "".join(text[piece.first : piece.last + 1].split())
    return said


def _kept(text: str, places: dict[int, str], gone: set[int]) -> Iterator[str]:
    """The characters that stay, the lines put in; blanks that stood behind moved pieces go with them."""
    for at, char in enumerate(text):
        if at in places:
            yield places[at]
        if at not in gone and not (char == " " and at - 1 in gone):
            yield char

"""RTF: the text, the numbers of lists and the tables of a file as Word and WPS write it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from extractor.readers.clean import clean
from extractor.readers.content import Content, Flow
from extractor.readers.rtf_table import RtfTable
from extractor.readers.title import cover_title
from extractor.report import Unreadable

_TOKENS = re.compile(r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)")
_BINARY = re.compile(r"\\bin\d+ ?")
_SKIPPED = {
    "colortbl", "stylesheet", "info", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl",
    "footerr", "footerf", "footnote", "annotation", "object", "fldinst", "listtable", "listoverridetable", "revtbl",
    "rsidtbl", "filetbl", "xmlnstbl", "themedata", "datastore", "latentstyles", "shprslt", "sp", "nonesttables", "tc",
    "xe", "bkmkstart", "bkmkend",
}  # fmt: skip
_OPENED = {"shpinst", "shptxt", "listtext", "pntext"}  # of the destinations that old programs pass over
_BREAKS = {"par": "\n", "line": "\n", "sect": "\n", "page": "\n", "column": "\n"}
_CHARACTERS = {
    "tab": " ", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "nestcell": " ", "nestrow": " ",
}  # fmt: skip
_SYMBOLS = {"~": " ", "_": "-", "\n": "\n", "\r": "\n"}
_CHARSETS = {134: "gb18030", 136: "big5hkscs", 128: "cp932", 129: "cp949"}
_MOST_GROUPS = 1000  # one inside the other


def content(data: bytes) -> Content:
    """The text and tables of an RTF file. Raises `Unreadable`: damaged."""
    reader = _Reader()
    reader.run(_without_binary(data.decode("latin-1")))
    text = reader.flow.text
    return Content(text=text, tables=tuple(reader.flow.tables), hard_lines=True, title=cover_title(text))


def _without_binary(source: str) -> str:
    """The source less the raw bytes of embedded pictures (`\\binN` and N bytes)."""
    parts, at = [], 0
    for found in _BINARY.finditer(source):
        if found.start() >= at:
            parts.append(source[at : found.start()])
            at = found.end() + int("".join(c for c in found[0] if c.isdigit())[:10])
    return "".join([*parts, source[at:]])


def _damaged() -> Unreadable:
    return Unreadable("damaged", "RTF 文件已损坏或不完整，读不出全文，请重新下载，或用 Word、WPS 另存为 .docx 再试。")


@dataclass(slots=True)
class _State:
    """What a group may change and its end restores. `silent`: its text is not printed."""

    silent: bool = False
    deleted: bool = False
    hidden: bool = False
    fonts: bool = False
    codec: str = "cp1252"
    fallback: int = 1  # characters for old programs behind a Unicode one


@dataclass(slots=True)
class _Reader:
    """Runs through the tokens and writes paragraphs and tables into `flow`."""

    flow: Flow = field(default_factory=Flow)
    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    table: RtfTable = field(default_factory=RtfTable)
    codecs: dict[int, str] = field(default_factory=dict)
    text: list[str] = field(default_factory=list)
    raw: bytearray = field(default_factory=bytearray)
    font: int = 0
    standard: str = "cp1252"
    in_table: bool = False
    starred: bool = False
    passing: int = 0

    def run(self, source: str) -> None:
        """Reads the whole source. Raises `Unreadable` where a group is never closed."""
        for token in _TOKENS.finditer(source):
            word, number, code, symbol, brace, plain = token.groups()
            if plain or code:
                self._bytes(plain.encode("latin-1") if plain else bytes.fromhex(code))
            elif brace:
                self._group(brace == "{")
            elif symbol:
                self._symbol(symbol)
            else:
                self._word(word, int(number) if number else None)
        self._paragraph()
        self.table.write(self.flow)
        if self.stack:
            raise _damaged()

    def _bytes(self, data: bytes) -> None:
        passed = min(self.passing, len(data))
        self.passing -= passed
        state = self.state
        if not (state.silent or state.deleted or state.hidden or state.fonts):
            self.raw += data[passed:]

    def _write(self, text: str) -> None:
        self._decode()
        state = self.state
        if not (state.silent or state.deleted or state.hidden or state.fonts):
            self.text.append(text)

    def _decode(self) -> None:
        """The bytes so far as characters: two of them may have come as a code and a letter."""
        if self.raw:
            self.text.append(self.raw.decode(self.state.codec, "replace"))
            self.raw.clear()

    def _group(self, opens: bool) -> None:
        self._decode()
        self.starred, self.passing = False, 0
        if opens:
            if len(self.stack) > _MOST_GROUPS:
                raise _damaged()
            self.stack.append(replace(self.state))
        elif self.stack:
            self.state = self.stack.pop()

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self.starred = True
        elif symbol in "\\{}":
            self._bytes(symbol.encode())
        elif symbol in _SYMBOLS:
            self._write(_SYMBOLS[symbol])

    def _word(self, word: str, number: int | None) -> None:
        self._decode()
        starred, self.starred = self.starred, False
        if word in _SKIPPED or (starred and word not in _OPENED):
            self.state.silent = True
        elif word == "u" and number is not None:
            self._write(chr(number % 0x10000))
            self.passing = self.state.fallback
        elif word in _BREAKS:
            self._break(word)
        elif word in _CHARACTERS:
            self._write(_CHARACTERS[word])
        elif word in _COMMANDS:
            _COMMANDS[word](self, number)

    def _break(self, word: str) -> None:
        if self.in_table or self.state.silent:
            self._write(" ")
        elif word == "line":
            self._write("\n")
        else:
            self._paragraph()

    def _paragraph(self) -> None:
        line = self._taken()
        if line.strip():
            self.table.write(self.flow)
            self.flow.add(line)

    def _taken(self) -> str:
        """The characters so far, and begins anew. Halves of a character beyond the first plane come together."""
        self._decode()
        whole = "".join(self.text).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        self.text.clear()
        return clean(whole)

    def _cell(self, _: int | None) -> None:
        if not self.state.silent:
            self.table.cell(self._taken())

    def _row(self, _: int | None) -> None:
        self.table.row()
        self.in_table = False

    def _inside(self, _: int | None) -> None:
        self.in_table = True

    def _plain_paragraph(self, _: int | None) -> None:
        self.in_table = False

    def _code_page(self, number: int | None) -> None:
        self.standard = self.state.codec = _codec(number)

    def _font_table(self, _: int | None) -> None:
        self.state.fonts = True

    def _font(self, number: int | None) -> None:
        if self.state.fonts:
            self.font = number or 0
        else:
            self.state.codec = self.codecs.get(number or 0, self.standard)

    def _character_set(self, number: int | None) -> None:
        if self.state.fonts and number in _CHARSETS:
            self.codecs[self.font] = _CHARSETS[number]

    def _fallback(self, number: int | None) -> None:
        self.state.fallback = max(0, min(number if number is not None else 1, 10))

    def _deleted(self, number: int | None) -> None:
        self.state.deleted = number != 0

    def _hidden(self, number: int | None) -> None:
        self.state.hidden = number != 0

    def _plain(self, _: int | None) -> None:
        self.state.deleted = self.state.hidden = False


def _codec(number: int | None) -> str:
    name = {936: "gb18030", 950: "big5hkscs", 65001: "utf-8"}.get(number or 0, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


_COMMANDS: dict[str, Callable[[_Reader, int | None], None]] = {
    "cell": _Reader._cell,
    "row": _Reader._row,
    "intbl": _Reader._inside,
    "pard": _Reader._plain_paragraph,
    "trowd": lambda reader, _: reader.table.begin(),
    "cellx": lambda reader, number: reader.table.edge(number or 0),
    "clmrg": lambda reader, _: reader.table.merge(),
    "clvmrg": lambda reader, _: reader.table.merge(),
    "ansicpg": _Reader._code_page,
    "fonttbl": _Reader._font_table,
    "f": _Reader._font,
    "fcharset": _Reader._character_set,
    "uc": _Reader._fallback,
    "deleted": _Reader._deleted,
    "v": _Reader._hidden,
    "plain": _Reader._plain,
}

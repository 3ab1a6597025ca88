"""Take a picture of the terminal UI: `python docs/pictures/take.py index.db browse.png [--size 140x42] [--light] KEY…`.

KEY is a key as Textual names it (`enter`, `slash`, `down`), `=words` to type words, `<words` to paste them. Needs rsvg-convert
(librsvg2-bin), Pillow (which reportlab brings) and a font whose Chinese characters are exactly two cells wide (fonts-noto-cjk).
"""

from __future__ import annotations

import argparse
import asyncio
import io
import re
import subprocess
from pathlib import Path

from PIL import Image

from tui.app import JuesuanApp

FONT, NARROW = "Noto Sans Mono CJK SC", "DejaVu Sans Mono"

COLOURS = 48
"""Of the picture: a screen has few, and a file of a picture with few is small."""


async def screenshot(db: Path, keys: list[str], size: tuple[int, int], dark: bool, lang: str) -> str:
    """The screen as SVG after the keys were pressed."""
    app = JuesuanApp(db, lang, dark)
    async with app.run_test(size=size) as pilot:
        for key in ["", *keys]:
            if key.startswith("<"):
                app.screen.place.field.value = key[1:]  # type: ignore[attr-defined]
            elif key.startswith("="):
                await pilot.press(*("space" if letter == " " else letter for letter in key[1:]))
            elif key:
                await pilot.press(key)
            for _ in range(4):  # a query may start another: rows, then the evidence of the first
                await pilot.pause(0.15)
                await app.workers.wait_for_complete()
        return app.export_screenshot()


def drawable(svg: str) -> str:
    """The SVG in fonts that are installed; blanks at the beginning of a run are kept, narrow marks stay one cell."""
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.S)
    svg = svg.replace("Fira Code", FONT).replace("font-size: 20px", "font-size: 24.4px")
    svg = svg.replace("<text ", '<text xml:space="preserve" ')
    narrow = f'<tspan style="font-family:{NARROW};font-size:20.26px">\\1</tspan>'
    return re.sub(r"(?<=[>\S\s])([…“”·─│╭╮╰╯▁▂▃▄▅▆▇█▏▎▍▌▋▊▉]+)(?=[^<>]*</text>)", narrow, svg)


def main() -> None:
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("db", type=Path)
    ask.add_argument("picture", type=Path)
    ask.add_argument("keys", nargs="*")
    ask.add_argument("--size", default="140x42")
    ask.add_argument("--light", action="store_true")
    ask.add_argument("--lang", default="zh")
    said = ask.parse_args()
    width, height = map(int, said.size.split("x"))
    svg = asyncio.run(screenshot(said.db, said.keys, (width, height), not said.light, said.lang))
    png = subprocess.run(["rsvg-convert"], input=drawable(svg).encode(), stdout=subprocess.PIPE, check=True).stdout
    Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS).save(said.picture, optimize=True)


if __name__ == "__main__":
    main()

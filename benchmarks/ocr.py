"""Reading pictures of pages: characters right, and seconds a page: `python -m benchmarks.ocr [--pages N]`.

Pages of reports whose text is known are drawn as a scanner would see them and read back; then the scans beside the
project (../shared/scans), whose text nobody typed, with the engine's own confidence.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from rapidfuzz.distance import Levenshtein

from benchmarks.places import CORPUS, SHARED, commit
from extractor.readers import ocr, read

FEWEST = 300  # characters: a page with less says little


def drawn(files: list[Path], most: int) -> Iterator[tuple[str, str, float, float]]:
    """Name, text, accuracy and seconds of the first page with enough text of each file, `most` of them."""
    for file in files[:most]:
        document = pypdfium2.PdfDocument(file)
        for number, page in enumerate(document, 1):
            printed = _plain(page.get_textpage().get_text_range())
            if len(printed) >= FEWEST:
                begun = time.perf_counter()
                found = _plain(ocr.recognised(ocr.ocr_page(page)).text)
                seconds = time.perf_counter() - begun
                yield f"{file.name} 第 {number} 页", printed, Levenshtein.normalized_similarity(found, printed), seconds
                break


def _plain(text: str) -> str:
    """Text without blanks and without the dots that lead to a page's number."""
    return re.sub(r"\s+|[.…·]{3,}", "", text)


def main() -> None:
    """Print a line for every page, then the means."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pages", type=int, default=6, metavar="N", help="how many pages of known text (default: 6)")
    most = options.parse_args().pages
    if not ocr.is_installed():
        sys.exit(f"{commit()}：没有测 OCR，{ocr.INSTALL}。")
    folders = [SHARED / "reports", CORPUS / "reports", CORPUS / "formats"]
    files = [file for folder in folders if folder.is_dir() for file in sorted(folder.glob("*.pdf"))]
    ocr.ocr_page(pypdfium2.PdfDocument(files[0])[0])  # loads the models
    measured = list(drawn(files, most))
    for name, printed, accuracy, seconds in measured:
        print(f"{name}：{len(printed)} 字，准确率 {accuracy:.4f}，{seconds:.1f} 秒")
    characters = sum(len(printed) for _, printed, _, _ in measured)
    mean = sum(accuracy * len(printed) for _, printed, accuracy, _ in measured) / characters
    pace = sum(seconds for *_, seconds in measured) / len(measured)
    print(f"{commit()}：{len(measured)} 页 {characters} 字，字符准确率 {mean:.4f}，{pace:.1f} 秒/页")
    for scan in sorted((SHARED / "scans").glob("*.png")):
        begun = time.perf_counter()
        report = read(scan)
        score = report.pages[0].confidence
        print(f"{scan.name}：{len(report.text)} 字，引擎自评 {score:.4f}，{time.perf_counter() - begun:.1f} 秒")


if __name__ == "__main__":
    main()

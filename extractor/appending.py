"""Lines added to a file that only grows, each whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def append(file: Path, line: bytes) -> None:
    """Add a line (which ends with its line break) on disk; OSError, and the file as it was, where that is not possible."""
    with file.open("ab+", buffering=0) as out:
        before = out.seek(0, os.SEEK_END)
        if before:
            out.seek(-1, os.SEEK_END)
            if out.read(1) != b"\n":  # someone's editor left the last line open
                line = b"\n" + line
        try:  # one write at the end of the file: two programs do not mix their lines
            written = 0
            while written < len(line):  # a second time where the disk is nearly full: that says what is wrong
                written += out.write(line[written:])
            os.fsync(out.fileno())
        except OSError:
            out.truncate(before)
            raise

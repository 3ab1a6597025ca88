"""Errors that a user can cause: one sentence each, and the exit code the command line ends with."""

from __future__ import annotations


class JuesuanError(Exception):
    """Bad input. The message is one sentence in the user's words; `exit_code` is 1 (no result) or 2 (bad call)."""

    exit_code = 1

    def __init__(self, message: str, exit_code: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        if exit_code is not None:
            self.exit_code = exit_code

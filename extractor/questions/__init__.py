"""Questions in plain Chinese, answered with rows and where they were read: `ask`, `suggest`, `Conversation`."""

from __future__ import annotations

from extractor.questions.answer import Answer, Figure, Recognised
from extractor.questions.asking import ask
from extractor.questions.conversation import Conversation, Turn
from extractor.questions.suggestions import suggest

__all__ = ["Answer", "Conversation", "Figure", "Recognised", "Turn", "ask", "suggest"]

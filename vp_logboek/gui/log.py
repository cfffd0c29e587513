"""What is logged of what goes wrong: which kind and where, and never a word of the content."""

import sys
import threading

from PySide6.QtCore import QMessageLogContext, QtMsgType

from vp_logboek.messages import defect_code


def log_without_content(kind: QtMsgType, context: QMessageLogContext, _message: str) -> None:
    """Qt's own messages can quote what is on the screen: only their kind and place are logged."""
    if kind is not QtMsgType.QtDebugMsg and kind is not QtMsgType.QtInfoMsg:
        print(f"qt {kind.name} {context.category or ''}", file=sys.stderr)


def log_without_words(told: "sys.UnraisableHookArgs | threading.ExceptHookArgs") -> None:
    """A defect nobody waits for. Python itself would print the object it happened in."""
    print(defect_code(told.exc_type, told.exc_traceback), file=sys.stderr)

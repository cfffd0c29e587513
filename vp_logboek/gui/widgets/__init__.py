"""Small parts that every room uses."""

from vp_logboek.gui.widgets.basics import (
    Card,
    button,
    heading,
    label,
    line,
    link_button,
    primary_button,
    quiet_button,
    title,
)
from vp_logboek.gui.widgets.fields import FieldRow, FieldRows
from vp_logboek.gui.widgets.messagebar import MessageBar, Tone

__all__ = [
    "Card",
    "FieldRow",
    "FieldRows",
    "MessageBar",
    "Tone",
    "button",
    "heading",
    "label",
    "line",
    "link_button",
    "primary_button",
    "quiet_button",
    "title",
]

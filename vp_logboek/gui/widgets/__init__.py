"""Small parts that every room uses."""

from vp_logboek.gui.widgets.announce import announce
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
from vp_logboek.gui.widgets.choices import Dropdown, Radios, Ticks, calm_wheel
from vp_logboek.gui.widgets.datefield import DateField, short_day
from vp_logboek.gui.widgets.fields import FieldRow, FieldRows
from vp_logboek.gui.widgets.flow import Flow, FlowLayout
from vp_logboek.gui.widgets.messagebar import MessageBar, Tone

__all__ = [
    "Card",
    "DateField",
    "Dropdown",
    "FieldRow",
    "FieldRows",
    "Flow",
    "FlowLayout",
    "MessageBar",
    "Radios",
    "Ticks",
    "Tone",
    "announce",
    "button",
    "calm_wheel",
    "heading",
    "label",
    "line",
    "link_button",
    "primary_button",
    "quiet_button",
    "short_day",
    "title",
]

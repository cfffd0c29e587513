"""The window: thin Qt widgets, one folder for each room of the house."""

from vp_logboek.gui.pyside_fault import hold_true

hold_true()

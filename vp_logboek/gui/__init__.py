"""The window: thin Qt widgets, one folder for each room of the house."""

from vp_logboek.gui.pyside_fault import hold_constants

hold_constants()

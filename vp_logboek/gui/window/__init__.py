"""The main window: places, panes, menus, status; it wires the rooms to each other."""

"""The window: thin Qt widgets, one folder for each room of the house."""

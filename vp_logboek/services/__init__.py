"""Verbs of more than one step, without Qt: the window, the command line and the tests call them."""

"""Every text the program shows, and the rules for it."""

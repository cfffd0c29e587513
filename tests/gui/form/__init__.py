"""Writing a talk down: its names, its days, its subject."""

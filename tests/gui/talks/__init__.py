"""The room of that name."""

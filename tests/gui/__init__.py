"""The rooms, each through a real store."""

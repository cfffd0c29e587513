"""The lock and what sets it off."""

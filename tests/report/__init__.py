"""The overview on paper."""

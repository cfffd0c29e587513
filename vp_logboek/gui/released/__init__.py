"""What was issued: the list, and the same PDF again."""

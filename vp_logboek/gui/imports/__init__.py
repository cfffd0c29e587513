"""Taking over a registration: columns, a dry run of every row, and all of it in one go."""

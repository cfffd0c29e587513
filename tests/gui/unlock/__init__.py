"""Before the window comes: a new logbook, and what helps when the passphrase does not."""

"""What keeps a logbook safe for its owner: the passphrase and the recovery sheet."""

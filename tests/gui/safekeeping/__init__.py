"""The passphrase and the recovery sheet in the window."""

"""Before the logbook is open: welcome, make, and the calm screen that asks for the passphrase."""

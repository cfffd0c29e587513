"""What lies in the logbook longer than it should, and how it goes."""

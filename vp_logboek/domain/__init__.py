"""What a logbook is about, in plain Python: no Qt, no SQL, no PDF and no clock."""

"""VP Logboek: an offline, encrypted logbook for Dutch confidential counsellors."""

__version__ = "0.1.0"

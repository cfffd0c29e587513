"""Dossiers, what became known of them, what is still to be done, and activities."""

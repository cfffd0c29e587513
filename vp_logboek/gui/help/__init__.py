"""The help: a page for each screen, to be searched, without any network."""

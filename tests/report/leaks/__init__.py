"""The leak check of the overview: a reader of PDF of its own that trusts nothing of the program.

It shares no code with ``vp_logboek.report``: what it knows of the page is written down here once
more, from the design. ``check.findings`` is its door; ``plants`` hides things for it to find.
"""

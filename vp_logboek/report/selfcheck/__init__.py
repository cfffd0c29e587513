"""The check before any byte of a PDF leaves: everything in it is known, or it is refused.

It reads the finished bytes back (``reread``) and compares them with the fixed texts and with the
SafeReport. It asks nothing of what drew the pages, so that a mistake there is found here.
"""

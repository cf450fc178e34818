"""Quotations of one utterance, in one source or several, joined into one statement."""

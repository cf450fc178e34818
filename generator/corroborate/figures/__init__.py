"""Figures of one thing in several sources: made ready, lined up, and those that cannot both hold."""

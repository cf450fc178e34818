"""Copies among the articles: found, lined up with their originals, and what they changed."""

"""The names of one document: which of them name one person, body, state or place."""

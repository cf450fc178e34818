"""Whom a pronoun or a phrase without a name means inside one document."""

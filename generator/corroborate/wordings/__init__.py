"""What one speaker is given in words that cannot all be meant: of one utterance, of one thing, of what is ruled out."""

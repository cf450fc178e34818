"""Articles on one affair: what they show together of those whom one of them does not name."""

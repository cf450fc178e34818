"""The days that articles give for one thing, and those that cannot both be its day."""

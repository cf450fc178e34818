"""What happened or is to happen: mentions of one event joined, named and dated."""

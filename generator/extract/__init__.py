"""What one document says: spaCy components, Doc in, records out, each usable alone in anybody's pipeline."""

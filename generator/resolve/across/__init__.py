"""People, bodies and places of all documents, and which of them are one."""

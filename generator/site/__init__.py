"""The site: an MkDocs plugin that writes pages from the records."""

"""Who speaks each quotation of a document."""

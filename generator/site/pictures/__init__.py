"""The pictures: records laid out on a page, worked out while building, the same for the same records."""

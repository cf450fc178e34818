"""One module for each kind of page: the documented context of its template, and the function that makes it."""

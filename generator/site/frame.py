"""The theme's part of a page, made valid: Material 9 writes a few attributes that HTML does not know.

Material is in maintenance, so these will stay; each line names what it mends, and does nothing where that is gone.
"""

import re

# Screen readers announce the dialog of the search as nothing in particular.
_SEARCH = 'data-md-component="search" role="dialog"'
# A section of the navigation that cannot be folded has a label with an empty tabindex.
_TABINDEX = ' tabindex=""'
# Autocompletion does not apply to check boxes; `onrecord.js` does what it is there for, in a browser that keeps their
# state over a reload.
_TOGGLE = re.compile(r'(<input class="md-toggle[^>]*type="checkbox"[^>]*?) autocomplete="off"')
# The table of contents names a check box that is only on pages where it is folded into the navigation.
_TOC_LABEL = re.compile(r'<label class="md-nav__title" for="__toc">(.*?)</label>', re.DOTALL)


def mended(html: str) -> str:
    """The HTML of a page as a validator accepts it."""
    html = html.replace(_SEARCH, f'{_SEARCH} aria-label="Search"', 1).replace(_TABINDEX, "")
    html = _TOGGLE.sub(r"\1", html)
    if 'id="__toc"' not in html:
        html = _TOC_LABEL.sub(r'<span class="md-nav__title">\1</span>', html)
    return html

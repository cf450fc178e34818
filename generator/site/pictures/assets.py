"""Which page loads which file for its picture; every other page loads none of them."""

from markupsafe import Markup

from generator.site.addresses import Addresses

VENDORED = "vendor/d3-zoom.min.js"
STYLE, SHARED = "pictures.css", "pictures.js"
SCRIPTS = {
    "timeline.html": (VENDORED, SHARED, "pictures-timeline.js"),
    "network.html": (VENDORED, SHARED, "pictures-network.js"),
    "figures.html": (SHARED, "pictures-figures.js"),
    "corroboration.html": (SHARED, "pictures-matrix.js"),
}


def picture_assets(template: str, at: Addresses) -> Markup:
    """The lines in the head of a page with a picture; empty for other pages.

    The scripts are deferred: they run after the page's own, which set up the controls that narrow a list.
    """
    scripts = SCRIPTS.get(template, ())
    lines = [Markup('<link rel="stylesheet" href="{}">').format(_at(at, STYLE))] if scripts else []
    lines += [Markup('<script src="{}" defer></script>').format(_at(at, name)) for name in scripts]
    return Markup("\n").join(lines)


def _at(at: Addresses, name: str) -> str:
    return at.file(f"assets/onrecord/{name}")

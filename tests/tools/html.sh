#!/bin/sh
# Check every page of built sites with html-validate (from the npm registry, pinned in package-lock.json): sh html.sh SITE…
set -eu
tools=$(dirname "$0")
. "$tools/npm_tools.sh"
validate() { "$tools/node_modules/.bin/html-validate" --config "$tools/htmlvalidate.json" --formatter text "$@"; }
if validate "$tools/broken.html" >/dev/null 2>&1; then
    echo "html-validate finds nothing wrong in $tools/broken.html: it does not work" >&2
    exit 1
fi
for site; do
    
    validate "$site/**/*.html"
done

#!/bin/sh
# Measure a built site with Lighthouse (from the npm registry, pinned in lighthouse/package-lock.json): lighthouse.sh SITE
# More options go to lighthouse/run.mjs. Not part of the tests: 200 packages, two minutes, and figures that a busy machine
# makes worse.
set -eu
tools=$(dirname "$0")/lighthouse
[ -f "$1/index.html" ] || { echo "lighthouse: no site in $1; run make site" >&2; exit 1; }
. "$(dirname "$0")/npm_tools.sh"
node "$tools/run.mjs" "$@"

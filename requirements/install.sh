#!/bin/sh
# Make .venv hold what a lock file lists, and this project itself: `sh requirements/install.sh site` or `dev`.
# PYTHON names the interpreter to use. Does nothing when there is nothing to do.
set -eu

which=$1
lock=requirements/$which.lock
stamp=.venv/.$which
supported='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'

say() { printf '%s\n' "$*" >&2; }

choose_python() {
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11 python}; do
        if "$candidate" -c "$supported" 2>/dev/null; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    found=$("${PYTHON:-python3}" -V 2>&1) || found='not there'
    say "onrecord needs Python 3.11, 3.12 or 3.13; ${PYTHON:-python3} is $found."
    say "Install one of them, or name it: make site PYTHON=/path/to/python3.12"
    exit 1
}

create_venv() {
    python=$(choose_python)
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        say "$python cannot make virtual environments: its 'venv' or 'ensurepip' module is missing."
        say "On Debian and Ubuntu: apt-get install python3-venv; or name another Python: make site PYTHON=/path/to/python"
        exit 1
    fi
    say "Setting up .venv with $("$python" -V)"
    "$python" -m venv --clear .venv
}

# The folder is part of it: an installed environment that is moved no longer works.
state() {
    { pwd && .venv/bin/python -V && cat "$1" pyproject.toml; } | cksum
}

if ! .venv/bin/python -c "$supported" 2>/dev/null; then
    create_venv
elif [ -n "${PYTHON:-}" ] && [ "$("$PYTHON" -V 2>&1)" != "$(.venv/bin/python -V)" ]; then
    create_venv
fi

if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(state "$lock")" ]; then
    exit 0
fi
say "Installing what $lock lists into .venv (once, a minute or two)"
.venv/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes -r "$lock"
.venv/bin/python -m pip --disable-pip-version-check install --quiet --no-build-isolation --no-deps --no-index --editable .
state "$lock" >"$stamp"
# The developers' list holds the readers' list with the same versions.
if [ "$which" = dev ]; then
    state requirements/site.lock >.venv/.site
fi

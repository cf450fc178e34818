"""Fuzzing with atheris: `python -m tests.fuzz [-max_total_time=3600] [any other option of libFuzzer]`.

Needs Python 3.11 and `pip install atheris`; no part of `make test`, which runs the corpus alone. The first byte of an
input chooses the target; what is found lies in `.cache/fuzz/`. An input that found a fault goes, without that byte,
into `corpus/TARGET/`, where it is tested from then on.
"""

import hashlib
import sys
from pathlib import Path

try:
    import atheris
except ImportError:
    sys.exit("fuzzing needs atheris: .venv/bin/python -m pip install atheris (Python 3.11)")

with atheris.instrument_imports(include=["generator", "pypdf", "trafilatura", "htmldate", "email"]):
    from tests.fuzz.targets import TARGETS, run

NAMES = tuple(TARGETS)
CORPUS = Path(__file__).parent / "corpus"
WORK = Path(".cache/fuzz")


def one_input(data: bytes) -> None:
    """One input, as libFuzzer gives it."""
    if data:
        run(NAMES[data[0] % len(NAMES)], data[1:])


def seeds() -> Path:
    """The kept corpus as one folder of inputs with their choosing byte, beside what earlier runs found of interest."""
    merged = WORK / "corpus"
    merged.mkdir(parents=True, exist_ok=True)
    for path in sorted(CORPUS.glob("*/*")):
        data = bytes([NAMES.index(path.parent.name)]) + path.read_bytes()
        (merged / hashlib.sha1(data).hexdigest()).write_bytes(data)
    return merged


def main() -> None:
    """Run until a fault is found or the time is up."""
    options = ["-max_len=6000", "-timeout=60", "-rss_limit_mb=3000", f"-artifact_prefix={WORK}/"]
    atheris.Setup([sys.argv[0], *options, *sys.argv[1:], str(seeds())], one_input)
    atheris.Fuzz()


main()

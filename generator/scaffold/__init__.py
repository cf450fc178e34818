"""The files of a new dossier, which works outside this repository."""

import json
from collections.abc import Mapping
from pathlib import Path

PROJECT = Path(__file__).parent / "project"

# Where each template goes. Names without a leading dot: tools that pack a project pass over what is hidden.
FILES = {
    "README.md": "README.md",
    "Makefile": "Makefile",
    "onrecord": "onrecord",
    "mkdocs.yml": "mkdocs.yml",
    "gitignore": ".gitignore",
    "workflow.yml": ".github/workflows/site.yml",
    "dossier.yml": "seeds/dossier.yml",
}
EXECUTABLE = {"onrecord"}
# The lock file of the repository travels in the wheel (pyproject.toml, force-include).
_LOCKS = (PROJECT / "site.lock", PROJECT.parents[2] / "requirements" / "site.lock")
_REQUIREMENT = "# The program. What it needs in turn stands in site.lock, with versions and hashes.\n{}\n"


def project_files(title: str, program: str) -> Mapping[str, str]:
    """The files of a new dossier: path below its folder to text.

    `program` is the requirement that installs onrecord itself (PEP 508): `onrecord==0.1.0`.
    """
    name = " ".join(title.split())
    files = {
        place: (PROJECT / template)
        .read_text(encoding="utf-8")
        .replace("@TITLE_YAML@", json.dumps(name, ensure_ascii=False))
        .replace("@TITLE@", name)
        for template, place in FILES.items()
    }
    lock = next(path for path in _LOCKS if path.is_file())
    return files | {
        "requirements/site.lock": lock.read_text(encoding="utf-8"),
        "requirements/onrecord.txt": _REQUIREMENT.format(program),
        "docs/briefings/.gitkeep": "",
    }


def title_of(folder: str) -> str:
    """A title from a folder's name: `harbour-strike_2026` gives `Harbour strike 2026`."""
    words = " ".join(folder.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:] or "Dossier"

"""Vendor the npm libraries of the pictures: `python tests/tools/vendor.py` fetches what `vendor.json` lists.

`generator/site/assets/vendor/vendor.json` names each bundle, its packages with version and npm's own digest, and the
digest of the bundle. To update: change the versions there, run this with `--accept`, look at the pictures, commit.
A bundle is the packages' own minified files, unchanged and one after the other, behind a line that names each.
"""

import argparse
import base64
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent.parent / "generator" / "site" / "assets" / "vendor"


def packed(name: str, version: str) -> bytes:
    """The package as npm serves it."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", f"{name}@{version}"], cwd=folder, check=True, capture_output=True)
        return next(Path(folder).iterdir()).read_bytes()


def member(archive: bytes, path: str) -> str:
    """A text file of the package."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        found = tar.extractfile(f"package/{path}")
        assert found is not None, f"no {path} in the package"
        return found.read().decode()


def bundled(entry: dict[str, Any], accept: bool) -> tuple[str, str]:
    """The code of a bundle and its licences; a package whose digest is not the one listed stops everything."""
    code, licences = [], []
    for package in entry["packages"]:
        name, version = package["name"], package["version"]
        archive = packed(name, version)
        digest = "sha512-" + base64.b64encode(hashlib.sha512(archive).digest()).decode()
        if accept:
            package["integrity"] = digest
        assert package["integrity"] == digest, f"{name} {version} is not the package that was vendored"
        code.append(f"/* {name} {version}, {package['licence']} */\n{member(archive, package['file']).strip()}\n")
        licences.append(f"{name} {version}\n\n{member(archive, 'LICENSE').strip()}\n")
    return "".join(code), "\n----\n\n".join(licences)


def main() -> None:
    """Write the bundles; with `--accept` also the digests of what came."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--accept", action="store_true", help="write the digests of what npm gives into vendor.json")
    accept = parser.parse_args().accept
    listed = json.loads((FOLDER / "vendor.json").read_text(encoding="utf-8"))
    for file, entry in listed.items():
        code, licences = bundled(entry, accept)
        digest = hashlib.sha256(code.encode()).hexdigest()
        if accept:
            entry["sha256"] = digest
        if entry["sha256"] != digest:
            sys.exit(f"{file}: {digest} is not the digest in vendor.json")
        (FOLDER / file).write_text(code, encoding="utf-8")
        (FOLDER / entry["licences"]).write_text(licences, encoding="utf-8")
    (FOLDER / "vendor.json").write_text(json.dumps(listed, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""The workflow publishes what `make site` builds, at the address GitHub Pages gives it."""

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / ".github" / "workflows" / "site.yml").read_text(encoding="utf-8")
WORKFLOW = yaml.safe_load(TEXT)


def test_the_site_gets_the_address_it_is_published_at() -> None:
    step = next(step for step in WORKFLOW["jobs"]["build"]["steps"] if step.get("run") == "make site")
    given = "steps.pages.outputs.base_url"
    assert step["env"] == {"SITE_URL": f"${{{{ {given} && format('{{0}}/', {given}) || '' }}}}"}
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert re.search(r"^site_url: !ENV \[SITE_URL,", configuration, re.MULTILINE)


def test_only_official_actions_at_released_versions_are_used() -> None:
    used = re.findall(r"uses: (\S+)", TEXT)
    assert used
    assert [name for name in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", name)] == []


def test_only_the_deployment_may_write() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    writing = {name for name, job in WORKFLOW["jobs"].items() if "write" in (job.get("permissions") or {}).values()}
    assert writing == {"deploy"}

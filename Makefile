# onrecord: from a folder of articles to a citable site. `make help` lists what there is.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help site serve changes doctor empty test check eval bench fuzz lock clean distclean
.SUFFIXES:

export PYTHON
# Material announces another program at every build otherwise.
export NO_MKDOCS_2_WARNING = 1
PY := .venv/bin/python

# What the files say decides whether there is work, not when they were written: copying and checking out keep or set
# dates as they please, and a removed file has none.
digest = find $(1) -type f ! -path '*/__pycache__/*' ! -name .DS_Store -exec cksum {} + 2>/dev/null | LC_ALL=C sort
LOCKED := pyproject.toml requirements/site.lock
EXTRACTS := seeds $(LOCKED) $(filter-out generator/site generator/__pycache__,$(wildcard generator/*))
# the seeds too: a page of anybody's must not tell what is redacted or under an embargo there
BUILDS := mkdocs.yml docs generator seeds $(LOCKED)

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

site: ## Set up, extract the articles in seeds/, check, and build site/; only what has changed
	@sh requirements/install.sh site
	@mkdir -p .stamps
	@{ echo "$$ONRECORD_TODAY"; $(call digest,$(EXTRACTS)); } >.stamps/extract.now; \
	{ cat .stamps/extract.now; $(call digest,docs/data); } | cmp -s - .stamps/extract && { rm -f .stamps/extract.now; exit 0; }; \
	rm -f .stamps/extract .stamps/faults; \
	$(PY) -m generator extract || { status=$$?; [ $$status -eq 1 ] || exit $$status; echo 1 >.stamps/faults; }; \
	$(PY) -m generator check --no-site || { status=$$?; [ $$status -eq 1 ] || exit $$status; echo 1 >.stamps/faults; }; \
	[ -f .stamps/faults ] || { cat .stamps/extract.now; $(call digest,docs/data); } >.stamps/extract; \
	rm -f .stamps/extract.now
	@{ echo "$$SITE_URL $$ONRECORD_TODAY"; $(call digest,$(BUILDS)); } >.stamps/build.now; \
	if [ -f site/index.html ] && cmp -s .stamps/build.now .stamps/build; then rm -f .stamps/build.now; \
	else rm -f .stamps/build; $(PY) -m generator build && mv .stamps/build.now .stamps/build; fi
	@if [ -f .stamps/faults ]; then echo "site/ is built, without what is reported above" >&2; exit 1; fi
	@echo "site/ is up to date: open site/index.html, or run 'make serve' and go to http://127.0.0.1:8000"
	@echo "publish it: commit seeds/ and docs/data/, push to GitHub; once: Settings, Pages, Source: GitHub Actions"

serve: ## Build the site and show it at http://127.0.0.1:8000, again at every change
	@sh requirements/install.sh site
	@$(PY) -m generator serve

changes: ## Tell what changed since the last commit, or since an edition: make changes SINCE=v1
	@sh requirements/install.sh site
	@$(PY) -m generator diff --since $(or $(SINCE),HEAD)

doctor: ## Tell what is missing on this machine, and what to do about it
	@sh requirements/install.sh site
	@$(PY) -m generator doctor

empty: ## Take the example out for articles of your own: seeds/, docs/data/ and briefings begin anew; they stay in git's history
	@sh requirements/install.sh site
	@git rm -rq --ignore-unmatch seeds || { echo "nothing is removed: commit what you changed in seeds/ first" >&2; exit 1; }
	@git rm -rfq --ignore-unmatch docs/data docs/briefings
	@$(PY) -m generator new . --seeds-only --keep

test: ## Set up and run every test
	@sh requirements/install.sh dev
	@$(PY) -m pytest -n 2

check: ## Style, types, committed data equal to a fresh extraction, the site's links and HTML, the workflow
	@sh requirements/install.sh dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	@sh tests/tools/data_is_fresh.sh
	$(PY) -m mkdocs build --quiet --strict --site-dir .cache/strict
	@sh tests/tools/html.sh .cache/strict
	@sh tests/tools/actionlint.sh

eval: ## Measure extraction on the annotated articles of tests/gold; fail below a floor
	@sh requirements/install.sh site
	@$(PY) -m generator evaluate

bench: ## Measure what a run costs, against stock spaCy and MkDocs; BENCH="--articles 50" for a quick look
	@sh requirements/install.sh dev
	@$(PY) -m tests.bench $(BENCH)

fuzz: ## Look for inputs that make a fault, for an hour (Python 3.11 with atheris); FUZZ="-max_total_time=60" for less
	@sh requirements/install.sh dev
	@$(PY) -m tests.fuzz $(or $(FUZZ),-max_total_time=3600)

lighthouse: ## Measure home, an actor and a statement of site/ with Lighthouse; fail below 95 (needs Node.js and Chromium)
	@sh tests/tools/lighthouse.sh $(or $(SITE),site) $(LIGHTHOUSE)

lock: ## Choose the newest versions pyproject.toml allows and write requirements/*.lock (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs uv: python3 -m pip install uv" >&2; exit 1; }
	@rm -f requirements/dev.lock requirements/site.lock
	$(LOCK) --extra dask --group build --group test --group check --output-file requirements/dev.lock
	$(LOCK) --group build --constraint requirements/dev.lock --output-file requirements/site.lock

# One version of each package for every Python, so that they all write the same data.
LOCK = uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --custom-compile-command "make lock"

clean: ## Remove what was built: site/, caches, stamps
	rm -rf site .site.spare.old .stamps .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## Remove .venv and installed tools too
	rm -rf .venv tests/tools/node_modules tests/tools/lighthouse/node_modules

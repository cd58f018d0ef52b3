# Everything runs from .venv, made here when there is none: by uv where it is installed, else by venv and pip.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help demo test lint format schema checks faults attacks tampering fuzz mutants record golden picture starter bench

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/ready  ## get the embedded model (1.1 GB, once) and extract the seed article
	$(BIN)/eventx models pull
	$(BIN)/eventx extract seeds/idlib-clashes.txt --published 2023-08-28 --model local --format table

test: .venv/ready  ## run the tests, offline and without a model
	$(BIN)/pytest -n auto --cov --cov-report=term-missing:skip-covered --cov-fail-under=90

lint: .venv/ready  ## ruff, mypy strict, and who may import whom
	$(BIN)/ruff check && $(BIN)/ruff format --check && $(BIN)/mypy && $(BIN)/lint-imports

format: .venv/ready  ## lay the code out
	$(BIN)/ruff check --fix && $(BIN)/ruff format

schema: .venv/ready  ## write schemas/ anew from the code
	$(BIN)/eventx schema --write schemas

checks: .venv/ready  ## write docs/checks.md anew from the rules and their examples
	$(BIN)/python tests/checks_page.py

faults: .venv/ready  ## write docs/faults.md anew: meet every fault in every way to ask
	$(BIN)/python tests/faults_page.py

fuzz: .venv/ready  ## SECONDS=600: hunt for inputs of any kind that break a promise, and say how many were tried
	PYTHONPATH=. $(BIN)/python tests/fuzzing.py $(or $(SECONDS),600)

attacks: .venv/ready  ## write docs/attacks.md anew: meet every attack with a model that obeys
	$(BIN)/python tests/attacks_page.py

tampering: .venv/ready  ## write docs/verify.md anew: do to a run what can be done, and verify it
	$(BIN)/python tests/verify_page.py

mutants: .venv/ready  ## change checks, dates and counts in 9,000 small ways and see which the tests notice (hours)
	$(BIN)/mutmut run && $(BIN)/mutmut results

record: .venv/ready  ## ID=<seed>: ask the embedded model about a seed and keep the exchange
	$(BIN)/python tests/recorded.py record $(ID)

golden: .venv/ready  ## ID=<seed>: replay its exchange, keep what eventx makes of it, in the README too
	$(BIN)/python tests/recorded.py golden $(ID) && $(BIN)/python tests/readme.py

picture: .venv/ready  ## take the picture of the page of evidence, with the system's Chromium
	$(BIN)/python tests/picture.py docs/evidence-page.png

starter: .venv/ready  ## record the case that `eventx init` writes, and its golden
	cd src/eventx/starter/files && PATH="$(CURDIR)/$(BIN):$$PATH" && \
	eventx extract seeds/starter.txt --model local --record cassettes/starter.yaml --format table && eventx check --update

bench: .venv/ready  ## measure start-up, the scanner, the exports, and eventx against plain instructor (half an hour)
	$(BIN)/python bench/startup.py && $(BIN)/python bench/counts_speed.py && $(BIN)/python bench/export_speed.py && $(BIN)/python bench/against_plain.py

# A file of its own, so that an installation that broke off is done again.
.venv/ready: pyproject.toml
	@if command -v uv >/dev/null; then uv venv --allow-existing .venv && uv pip install --python .venv -e '.[local,test,lint]'; \
	else $(PYTHON) -m venv .venv && $(BIN)/python -m pip install --quiet -e '.[local,test,lint]'; fi
	@touch $@

# Needs Python 3.11 or newer, make and a package index; everything else is set up in .venv.
# make PYTHON=/path/to/python3.12 … picks the interpreter that .venv is made from.

VENV := .venv
BIN := $(VENV)/bin
FITS := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for name in python3 python python3.14 python3.13 python3.12 python3.11; do \
	$$name -c '$(FITS)' 2>/dev/null && { command -v $$name; break; }; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

GOLD ?=
CORPUS ?= $(GOLD)/../corpus
SCORE ?= $(GOLD)/../eval/score.py
OLD ?= seeds/hangzhou-2020.md
NEW ?= seeds/hangzhou-2024.txt
DEMO := reports/hangzhou-2020-vs-hangzhou-2024.html

.PHONY: help demo test lint bench eval clean
.DEFAULT_GOAL := help

help:
	@echo "make demo    compare two of the sample reports into $(DEMO)"
	@echo "make test    lint, then every test (installs a Chromium for the browser tests if it may)"
	@echo "make lint    ruff format, ruff check, mypy"
	@echo "make bench   speed, growth, reading and what marks are like (OLD=… NEW=… for your own)"
	@echo "make eval    measure against gold: GOLD=folder [CORPUS=folder] [SCORE=score.py]"
	@echo "make clean   remove .venv and all caches"

demo: $(VENV)/.ready
	@$(BIN)/compare-reports diff seeds/hangzhou-2020.md seeds/hangzhou-2024.txt -o $(DEMO)
	@echo "Open in a browser: $(CURDIR)/$(DEMO)"

test: $(VENV)/.ready-to-work lint
	@sh tests/chromium.sh $(BIN)/python
	$(BIN)/python -m pytest -n 2

lint: $(VENV)/.ready-to-work
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(VENV)/.ready-to-bench
	$(BIN)/python benchmarks/speed.py $(OLD) $(NEW)
	$(BIN)/python benchmarks/floor.py $(OLD) $(NEW)
	$(BIN)/python benchmarks/growth.py $(OLD) $(NEW)
	$(BIN)/python benchmarks/reading.py $(OLD)
	$(BIN)/python benchmarks/marks.py $(OLD) $(NEW)
	$(BIN)/python benchmarks/moves.py $(OLD)

eval: $(VENV)/.ready
	@test -n "$(GOLD)" || { echo "name the folder of gold: make eval GOLD=…" >&2; exit 2; }
	@$(BIN)/python benchmarks/eval.py --gold $(GOLD) --corpus $(CORPUS) --score $(SCORE)

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer with venv and ensurepip was found" \
		"(Debian: apt-get install python3-venv). Name one: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@"$(PYTHON)" -c '$(FITS)' || { echo "$(PYTHON) cannot be used: Python 3.11 or newer with" \
		"venv and ensurepip is needed. Name one: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	"$(PYTHON)" -m venv --clear $(VENV)

$(VENV)/.ready: pyproject.toml $(BIN)/python
	$(PIP) -e .
	@touch $@

$(VENV)/.ready-to-work: pyproject.toml $(BIN)/python
	$(PIP) -e '.[test,lint,package]'
	@$(PIP) -e '.[ocr]' || echo "scans are not tested: no [ocr] for this Python or machine"
	@touch $(VENV)/.ready $@

$(VENV)/.ready-to-bench: pyproject.toml $(BIN)/python
	$(PIP) -e '.[bench]'
	@touch $(VENV)/.ready $@

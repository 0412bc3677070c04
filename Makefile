# Everything that is done with a checkout. `make` alone lists it.
#
# Each target sets up what it needs in $(VENV) and leaves a stamp there; a second call starts
# at once. Nothing is needed beforehand but Python 3.11 or newer and a package index that pip
# knows of.

PYTHON ?= python3
VENV ?= .venv
WORKERS ?= 4
ARGS ?=

BIN := $(VENV)/bin
STAMPS := $(VENV)/.stamps
# Errors are shown, warnings about how this machine is set up are not.
INSTALL := $(BIN)/python -m pip install -qq --no-input --disable-pip-version-check
NEW_ENOUGH := -c 'import sys; sys.exit(sys.version_info < (3, 11))'
PYTEST := $(BIN)/python -m pytest -n auto --maxprocesses $(WORKERS) --dist loadgroup

export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help demo test test-slow doctest lint format types catalogue docs bench mutants check clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "  PYTHON=$(PYTHON)  VENV=$(VENV)  WORKERS=$(WORKERS)  ARGS='-k region' (given on to the tool)"

demo: $(STAMPS)/demo ## Classify the example communes, explain two of them
	@$(BIN)/python examples/demo.py $(ARGS)

test: $(STAMPS)/dev ## Run the tests (all but the slow ones)
	$(PYTEST) $(ARGS)

test-slow: $(STAMPS)/dev ## Run the slow tests (Spark, big tables); none at all is no failure
	$(PYTEST) -m slow $(ARGS) || [ $$? -eq 5 ]

doctest: $(STAMPS)/dev ## Run the examples in docstrings, README and docs
	$(BIN)/python -m pytest -p no:randomly --doctest-modules src README.md $(wildcard docs) $(ARGS)

lint: $(STAMPS)/dev ## Check style, formatting and the one-way imports
	@failed=0; \
	$(BIN)/ruff check || failed=1; \
	$(BIN)/ruff format --check || failed=1; \
	$(BIN)/lint-imports --no-logo || failed=1; \
	exit $$failed

format: $(STAMPS)/dev ## Put style and formatting right where a tool can
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

types: $(STAMPS)/dev ## Check the types with mypy and pyright
	@failed=0; \
	$(BIN)/mypy || failed=1; \
	$(BIN)/pyright || failed=1; \
	exit $$failed

catalogue: $(STAMPS)/dev ## Compile catalogue/ into the data of the package, and count what is verified
	@$(BIN)/python tools/build_catalogue.py $(ARGS)

docs: $(STAMPS)/dev ## Build the documentation into site/
	$(BIN)/mkdocs build --strict --quiet

bench: $(STAMPS)/bench ## Time against hand-written Polars, NumPy, DuckDB, OpenFisca, and eyecite
	$(BIN)/python -m benchmarks $(ARGS)

mutants: $(STAMPS)/dev ## Flip the operators of rules/ and instruments/ and see which tests notice
	WORKERS=$(WORKERS) .ci/mutants $(abspath $(BIN)) $(ARGS)

check: ## Everything that has to hold before a change is done
	.ci/run

clean: ## Remove what the targets made (the environment stays)
	rm -rf build dist site htmlcov .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests examples benchmarks -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

# --- the environment ----------------------------------------------------------------------

# An environment that is there already is used, unless its Python is too old.
$(STAMPS)/venv:
	@if ! [ -x $(BIN)/python ]; then \
	  command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) not found. Say which Python to use: make PYTHON=python3.11 ..." >&2; exit 1; }; \
	  $(PYTHON) $(NEW_ENOUGH) || { echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version 2>&1). Say another: make PYTHON=python3.11 ..." >&2; exit 1; }; \
	  echo "Making $(VENV) with $$($(PYTHON) --version)" >&2; \
	  $(PYTHON) -m venv $(VENV); \
	fi
	@$(BIN)/python $(NEW_ENOUGH) || { echo "$(VENV) holds $$($(BIN)/python --version 2>&1), and 3.11 or newer is needed. Remove it and call make again." >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null
	@$(INSTALL) --upgrade 'pip>=25.1' # the first that knows dependency groups
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/demo: pyproject.toml constraints.txt $(STAMPS)/venv
	@echo "Installing the command and what it needs" >&2
	@$(INSTALL) -c constraints.txt -e '.[cli]'
	@touch $@

$(STAMPS)/dev: pyproject.toml constraints.txt $(STAMPS)/venv
	@echo "Installing every extra and the development tools (some minutes the first time)" >&2
	@$(INSTALL) -c constraints.txt -e '.[all]' --group dev
	@# Its data files alone are read; one of its own dependencies has a licence that ours cannot have.
	@$(INSTALL) -c constraints.txt --no-deps vietnamadminunits
	@touch $@ $(STAMPS)/demo

$(STAMPS)/bench: pyproject.toml constraints.txt $(STAMPS)/dev
	@$(INSTALL) -c constraints.txt --group bench
	@touch $@

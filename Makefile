# Needs Python 3.11 or newer, git and make; pip's own configuration says where packages come from.
# PYTHON=/path/to/python3.12 make test    chooses another Python than the first that fits.

VENV := .venv
BIN := $(VENV)/bin
FITS := import sys; sys.exit(sys.version_info < (3, 11))

ifeq ($(origin PYTHON),undefined)
PYTHON := $(shell for python in $(BIN)/python python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c '$(FITS)' 2>/dev/null && echo "$$python" && break; done)
REMAKE := $(filter-out $(BIN)/python,$(PYTHON))
endif
VERSION := $(shell "$(PYTHON)" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)

MADE := $(VENV)/.made-with-$(VERSION)
INSTALLED := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-dev

export PIP_CONSTRAINT := constraints.txt
export PIP_BUILD_CONSTRAINT := constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# An environment whose Python no longer runs is made anew.
.PHONY: $(if $(REMAKE),$(MADE))
.PHONY: run test lint types layers screenshots bench lock clean
.DELETE_ON_ERROR:

run: $(INSTALLED)
	@if ! { [ -t 0 ] && [ -t 1 ]; }; then exec $(BIN)/hrd demo --check; fi; \
	if [ "$$($(BIN)/hrd feeds list --json)" = "[]" ]; then exec $(BIN)/hrd demo; else exec $(BIN)/hrd; fi

# Looked through once before, so that the tests are compiled once and not by each process.
test: lint types layers
	@$(BIN)/python -m pytest --collect-only -qq >/dev/null 2>&1 || true
	@$(BIN)/python -u -m pytest -n 6 --dist worksteal

lint: $(INSTALLED_DEV)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(INSTALLED_DEV)
	@$(BIN)/mypy

layers: $(INSTALLED_DEV)
	@$(BIN)/lint-imports --no-logo

screenshots: $(INSTALLED_DEV)
	@$(BIN)/python screenshots/make.py

bench: $(INSTALLED_DEV)
	@$(BIN)/python benchmarks/run.py

$(MADE):
	@"$(PYTHON)" -c '$(FITS)' 2>/dev/null || { \
		echo "hrd needs Python 3.11 or newer. Name one that you have: PYTHON=/path/to/python3.12 make" >&2; exit 1; }
	@[ "$(PYTHON)" = "$(BIN)/python" ] || { \
		echo "Making $(VENV) with $(PYTHON) ($(VERSION)) …"; \
		"$(PYTHON)" -m venv --clear $(VENV) || { rm -rf $(VENV); \
			echo "$(PYTHON) cannot make an environment. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }; }
	@touch $@

$(INSTALLED): $(MADE) pyproject.toml constraints.txt
	@echo "Installing hrd into $(VENV) …"
	@$(BIN)/python -m pip install -qq --editable .
	@touch $@

$(INSTALLED_DEV): $(INSTALLED)
	@echo "Installing the development tools …"
	@$(BIN)/python -m pip install -qq --editable '.[dev]'
	@touch $@

# Newest versions that fit pyproject.toml, resolved in an environment of their own.
lock: $(MADE)
	@rm -rf build/lock && "$(PYTHON)" -m venv build/lock
	@PIP_CONSTRAINT= PIP_BUILD_CONSTRAINT= build/lock/bin/python -m pip install -qq '.[dev]' hatchling editables
	@{ echo "# Exact versions of everything that make installs. Written by: make lock"; \
		build/lock/bin/python -m pip freeze --exclude hrd-tui; } > build/constraints.txt
	@mv build/constraints.txt constraints.txt && rm -rf build/lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

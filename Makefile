# make demo   set up, audit the sample plans, write a workbook and say where it is
# make app    set up and open the app on this computer
# make test   set up and run every test
# make check  lint, types, import contracts, tests: what CI runs
PYTHON ?= python3
BIN := .venv/bin
export PYTHON

.PHONY: demo app test check lint types contracts train accuracy lock clean

demo:
	@tools/setup.sh runtime
	@$(BIN)/pep-qa demo

app:
	@tools/setup.sh runtime
	@$(BIN)/pep-qa app

test: .dev
	@$(BIN)/python -m pytest

check: lint types contracts test

lint: .dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: .dev
	@$(BIN)/mypy

contracts: .dev
	@$(BIN)/lint-imports

train: .dev
	@$(BIN)/python -m qa_app.training all

accuracy: .dev
	@$(BIN)/python benchmarks/accuracy.py

lock:
	@tools/lock.sh

.PHONY: .dev
.dev:
	@tools/setup.sh dev

clean:
	@rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

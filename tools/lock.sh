#!/usr/bin/env bash
# Writes the lock files with hashes from pyproject.toml. Needs uv. Run after changing a dependency.
set -euo pipefail
cd "$(dirname "$0")/.."
compile() { uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-emit-find-links --no-header --quiet "$@"; }
compile --group build --output-file requirements/runtime.lock
compile --group dev --output-file requirements/dev.lock

#!/usr/bin/env bash
# Creates .venv and installs PEP QA with its locked dependencies: setup.sh runtime|dev
set -euo pipefail
cd "$(dirname "$0")/.."
which="${1:-runtime}"
python="${PYTHON:-python3}"

"$python" - <<'CHECK' || exit 2
import sys
if sys.version_info < (3, 11):
    sys.exit(f"PEP QA needs Python 3.11 or later; this is {sys.version.split()[0]}. Set PYTHON to a newer one: make demo PYTHON=python3.12")
CHECK

if [ ! -x .venv/bin/python ]; then
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    echo "Python's venv module is missing; installing Debian's python3-venv."
    if [ "$(id -u)" = 0 ]; then as=""; elif command -v sudo >/dev/null; then as="sudo"; else
      echo "Ask an administrator to run: apt-get install python3-venv"; exit 2
    fi
    $as apt-get update -qq && $as apt-get install -y -qq python3-venv
  fi
  "$python" -m venv .venv
fi

stamp=".venv/.installed-$which"
if [ ! -f "$stamp" ] || [ "requirements/$which.lock" -nt "$stamp" ] || [ pyproject.toml -nt "$stamp" ]; then
  echo "Installing PEP QA into .venv (about a minute, 1 GB)…"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "requirements/$which.lock"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
  touch "$stamp"
fi

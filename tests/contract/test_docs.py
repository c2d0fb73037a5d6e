"""The documents are true where a program can tell: links lead somewhere, commands exist."""

import re
from pathlib import Path

import pytest
import typer

from qa_app.cli.main import app

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "corpus").rglob("README.md")])
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    broken = [link for link in LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()]
    assert broken == []


def test_the_readme_names_every_command_and_no_other() -> None:
    named = set(re.findall(r"^ {4}pep-qa ([a-z]+)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE))
    assert named == set(typer.main.get_command(app).commands)


def test_the_changelog_knows_the_version_or_is_ahead_of_it() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert "## Unreleased" in text or re.search(r"^## \d", text, re.MULTILINE)


def test_make_targets_named_in_the_documents_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {name for page in PAGES for name in re.findall(r"`make ([a-z]+)`", page.read_text("utf-8"))}
    assert named <= targets

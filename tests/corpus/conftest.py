"""Gives the tests the plain reader beside them."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def visible_text() -> ModuleType:
    """The module ``visible_text.py`` of this folder."""
    spec = importlib.util.spec_from_file_location("visible_text", Path(__file__).with_name("visible_text.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

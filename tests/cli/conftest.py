"""The command line, run in this process."""

from collections.abc import Callable

import pytest
from click.testing import Result
from typer.testing import CliRunner

from qa_app.cli.main import app


@pytest.fixture
def pep_qa() -> Callable[..., Result]:
    runner = CliRunner()
    return lambda *arguments: runner.invoke(app, [str(argument) for argument in arguments])

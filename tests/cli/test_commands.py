"""Every command has help with an example; the smaller commands do what they say."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from click.testing import Result

from qa_app.cli.main import app

PepQa = Callable[..., Result]
COMMANDS = typer.main.get_command(app)
CONTRACT = {"audit", "app", "demo", "judge", "evaluate", "coach", "templates", "doctor"}


def test_the_contracts_commands_are_there() -> None:
    assert set(COMMANDS.commands) >= CONTRACT


@pytest.mark.parametrize("name", sorted(COMMANDS.commands))
def test_every_command_has_help_with_an_example(pep_qa: PepQa, name: str) -> None:
    result = pep_qa(name, "--help")
    assert result.exit_code == 0
    group = getattr(COMMANDS.commands[name], "commands", None)
    texts = [pep_qa(name, sub, "--help").output for sub in group] if group else [result.output]
    assert all("pep-qa" in text for text in texts)


def test_help_loads_no_heavy_library() -> None:
    heavy = ("spacy", "sklearn", "pandas", "streamlit", "openpyxl")
    code = f"import sys; import qa_app.cli.main; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def write(path: Path, *records: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return path


def test_judge_targets_gives_the_contracts_fields(pep_qa: PepQa, tmp_path: Path) -> None:
    row = {"id": "a", "target": "Swim one width without armbands", "by_when": "20 March 2026", "labels": {"specific": "not"}}
    (line,) = pep_qa("judge", "targets", write(tmp_path / "t.jsonl", row)).stdout.splitlines()
    judged = json.loads(line)
    components = {"specific", "measurable", "achievable", "relevant", "time_bound"}
    assert judged["id"] == "a"
    assert set(judged["labels"]) == set(judged["confidence"]) == set(judged["reasons"]) == components
    assert set(judged["labels"].values()) <= {"met", "partly", "not"}
    assert all(0 <= value <= 1 for value in judged["confidence"].values())
    assert isinstance(judged["improve"], list)


def test_judge_voice_gives_the_contracts_fields(pep_qa: PepQa, tmp_path: Path) -> None:
    passage = {"id": "b", "heading": "My views", "child": "Nel", "text": "I like the library because it is quiet."}
    (line,) = pep_qa("judge", "voice", write(tmp_path / "v.jsonl", passage)).stdout.splitlines()
    judged = json.loads(line)
    assert (judged["id"], judged["label"]) == ("b", "quoted")
    assert 0 <= judged["confidence"] <= 1


def test_judge_language_quotes_the_text(pep_qa: PepQa, tmp_path: Path) -> None:
    text = {"id": "c", "heading": "Behaviour", "text": "Gwil is a naughty boy who likes jigsaws.", "speaker": "adult"}
    (line,) = pep_qa("judge", "language", write(tmp_path / "l.jsonl", text)).stdout.splitlines()
    spans = json.loads(line)["spans"]
    assert spans
    for span in spans:
        assert str(text["text"])[span["start"] : span["end"]] == span["text"]
        assert span["why"]
        assert isinstance(span["instead"], list)


def test_judge_leaves_the_childs_own_words_alone(pep_qa: PepQa, tmp_path: Path) -> None:
    text = {"id": "d", "text": "I am not naughty, I am just loud", "speaker": "child"}
    (line,) = pep_qa("judge", "language", write(tmp_path / "l.jsonl", text)).stdout.splitlines()
    assert json.loads(line)["spans"] == []


def test_evaluate_prints_figures_for_each_labelled_file(pep_qa: PepQa, tmp_path: Path) -> None:
    write(
        tmp_path / "voice.jsonl", {"id": "b", "text": "I like art.", "heading": "My views", "child": "Nel", "label": "quoted"}
    )
    result = pep_qa("evaluate", tmp_path)
    assert result.exit_code == 0
    assert "macro-F1" in result.stdout


@pytest.mark.parametrize("arguments", [("evaluate", "."), ("judge", "targets", "none.jsonl")])
def test_nothing_to_judge_is_a_usage_error(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "qa_app.cli.main", *arguments], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_coach_shows_each_component(pep_qa: PepQa) -> None:
    result = pep_qa("coach", "Improve his reading")
    assert result.exit_code == 0
    for word in ("Specific", "Measurable", "Achievable", "Relevant", "Time-bound"):
        assert word in result.stdout


def test_coach_reads_standard_input_and_refuses_nothing(pep_qa: PepQa) -> None:
    assert pep_qa("coach").exit_code == 2


def test_templates_list_show_check(pep_qa: PepQa) -> None:
    assert "wales-2025" in pep_qa("templates", "list").stdout
    assert "smart-targets" in pep_qa("templates", "show", "wales-2025").stdout
    assert pep_qa("templates", "check", "wales-2025").exit_code == 0


def test_doctor_finds_this_installation_whole(pep_qa: PepQa) -> None:
    result = pep_qa("doctor")
    assert result.exit_code == 0, result.stdout

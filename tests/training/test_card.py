"""Models are written the same each time, and refused when they are not those of their card."""

import json
from pathlib import Path

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from qa_app.core.errors import ModelMismatch, ModelUnavailable
from qa_app.nlp.classifier import load_model, read_model
from qa_app.training.card import ModelCard, data_record, write_model
from qa_app.training.reliability import reliability


def _card() -> ModelCard:
    return ModelCard(
        title="A model", task="t", method="m", labels=("a", "b"), figures={},
        data={"files": {"x": 2}, "items": 2, "sha256": "0"},
        intended_use="u", limits=("l",), seed=1,
    )  # fmt: skip


def _content() -> dict[str, object]:
    fitted = LogisticRegression().fit(np.array([[0.0], [1.0], [2.0], [3.0]]), [0, 0, 1, 1])
    return {"weigh": fitted, "names": ["a", "b"], "limit": 0.5}


def test_the_same_content_gives_the_same_bytes_and_loads(tmp_path: Path) -> None:
    first = write_model(tmp_path / "m" / "1", _content(), _card())
    second = write_model(tmp_path / "n" / "1", _content(), _card())
    assert (first / "model.skops").read_bytes() == (second / "model.skops").read_bytes()
    loaded = read_model(first)
    assert loaded.origin == "m-1"
    assert loaded.content["weigh"].predict([[3.0]]) == [1]


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "m" / "1", _content(), _card())
    (folder / "model.skops").write_bytes((folder / "model.skops").read_bytes() + b"x")
    with pytest.raises(ModelMismatch, match="card"):
        read_model(folder)


def test_another_library_version_is_refused_with_its_cure(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "m" / "1", _content(), _card())
    card = json.loads((folder / "card.json").read_text("utf-8"))
    card["libraries"]["scikit-learn"] = "0.20.1"
    (folder / "card.json").write_text(json.dumps(card), "utf-8")
    with pytest.raises(ModelMismatch, match="pip install"):
        read_model(folder)


def test_a_damaged_card_and_a_missing_file_are_named(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "m" / "1", _content(), _card())
    (folder / "card.json").write_text("{", "utf-8")
    with pytest.raises(ModelMismatch, match="damaged"):
        read_model(folder)
    (folder / "card.json").unlink()
    with pytest.raises(ModelUnavailable, match="lacks a file"):
        read_model(folder)


def test_the_newest_version_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for version in ("2", "10", "9"):
        write_model(tmp_path / "models" / "m" / version, _content(), _card())
    monkeypatch.setenv("PEP_QA_HOME", str(tmp_path))
    load_model.cache_clear()
    assert load_model("m").version == "10"
    with pytest.raises(ModelUnavailable):
        load_model("no-such-model")
    load_model.cache_clear()


def test_data_are_named_and_hashed_in_name_order(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_text("{}\n\n", "utf-8")
    (tmp_path / "a.jsonl").write_text("{}\n{}\n", "utf-8")
    record = data_record([tmp_path / "b.jsonl", tmp_path / "a.jsonl"], tmp_path)
    assert list(record["files"].items()) == [("a.jsonl", 2), ("b.jsonl", 1)]
    assert record["items"] == 3


def test_a_sure_and_right_model_has_no_calibration_error() -> None:
    found = reliability(np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([0, 1]))
    assert found == {"expected calibration error": 0.0, "curve": [[1.0, 1.0, 2]]}

"""The JSON keeps to its published schema and holds every field of the contract."""

import copy
import json

import pytest
from jsonschema import Draft202012Validator

from qa_app.report.as_json import CONTRACT_FACTS, audit_to_json, json_schema
from tests.report.builders import LABEL, SAMPLE, WISH, audit

VALIDATOR = Draft202012Validator(json_schema())
PLAN_FIELDS = {
    *("file", "sha256", "plan_no", "language", "facts", "sections", "targets", "previous_targets", "views", "flags"),
    *("criteria", "overall"),
}


def as_json(*ratings, **options):
    return json.loads(json.dumps(audit_to_json(audit(*ratings, **options)), ensure_ascii=False))


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("ratings", [(), SAMPLE[:1], SAMPLE])
@pytest.mark.parametrize("unread", [False, True])
def test_every_audit_keeps_to_the_schema(ratings, unread):
    assert list(VALIDATOR.iter_errors(as_json(*ratings, unread=unread))) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda a: a["plans"][0].pop("overall"),
        lambda a: a["plans"][0]["criteria"][0].update(rating=None),
        lambda a: a["plans"][0]["criteria"][0].update(status="n/a"),
        lambda a: a["plans"][0]["views"].update(level=4),
        lambda a: a["plans"][0]["facts"].update(meeting_date=3),
        lambda a: a["plans"][0]["targets"][0]["labels"].pop("relevant"),
        lambda a: a.update(schema=2),
    ],
)
def test_the_schema_notices_what_is_wrong(spoil):
    spoiled = copy.deepcopy(as_json(*SAMPLE))
    spoil(spoiled)
    assert list(VALIDATOR.iter_errors(spoiled))


def test_every_field_of_the_contract_is_there():
    whole = as_json(*SAMPLE)
    assert {"schema", "engine", "template", "plans", "unreadable", "sample"} <= set(whole)
    plan = whole["plans"][0]
    assert set(plan) >= PLAN_FIELDS
    assert set(CONTRACT_FACTS) <= set(plan["facts"])
    assert plan["facts"]["date_of_birth"] is None
    assert plan["facts"]["meeting_date"] == "2026-02-05"
    assert plan["views"]["evidence"][0]["quote"] == WISH
    assert plan["flags"][0]["text"] == LABEL
    assert LABEL in plan["flags"][0]["quote"]
    assert plan["dates"][0]["days_late"] == 3


def test_the_sample_adds_up():
    sample = as_json(*SAMPLE)["sample"]
    assert sample["plans"] == len(SAMPLE)
    views = sample["criteria"]["views"]
    assert sum(views["ratings"].values()) + views["not_applicable"] + views["cannot_judge"] == len(SAMPLE)
    assert sample["by_phase"]["primary"]["plans"] == len(SAMPLE)
    assert sample["by_language"]["en"]["mean_score"] == sample["mean_score"]


def test_the_same_audit_gives_the_same_json():
    assert json.dumps(as_json(*SAMPLE)) == json.dumps(as_json(*SAMPLE))

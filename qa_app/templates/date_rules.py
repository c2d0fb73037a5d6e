"""Timing rules: ``audit_templates/date_rules.yaml``, checked, and turned into settings of the ``date_rule`` detector."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, TypeAlias

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from qa_app.core.errors import InvalidTemplate
from qa_app.core.finding import MeasureValue
from qa_app.core.paths import resource

FILE_NAME = "date_rules.yaml"
RuleSettings: TypeAlias = Mapping[str, MeasureValue | tuple[str, ...]]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class DateRuleEntry(_Strict):
    """One rule as it is written in the file; the head of the file says what each key means."""

    id: str = Field(pattern=r"^[A-Z0-9]+(-[A-Z0-9]+)+$")
    framework: Literal["wales", "england", "walsall", "essex", "camden"]
    trigger: str
    trigger_words: str = Field(min_length=3)
    actual: str
    actual_words: str = Field(min_length=3)
    limit: int = Field(ge=-31, le=400)
    unit: Literal["working", "school", "calendar", "weeks", "months", "term", "order", "apart"]
    severity: Literal["critical", "high", "medium", "low", "info"]
    source: str = Field(min_length=3)
    note: str = ""
    proxies: tuple[str, ...] = ()
    birthday: int | None = Field(default=None, ge=1, le=25)
    may_precede: bool = False
    roll_forward: bool = False

    @model_validator(mode="after")
    def _limits_fit_their_unit(self) -> DateRuleEntry:
        if self.limit < 0 and self.unit != "order":
            raise ValueError(f"a limit below 0 is only for the unit order, not {self.unit}")
        if self.trigger == self.actual:
            raise ValueError("trigger and actual are the same fact")
        return self

    def settings(self) -> RuleSettings:
        """Return the rule as settings of the ``date_rule`` detector."""
        jurisdiction = "wales" if self.framework == "wales" else "england"
        values = self.model_dump(exclude={"id", "framework"})
        return MappingProxyType({"rule": self.id, "jurisdiction": jurisdiction, **values})


class OutOfScopeEntry(_Strict):
    """A rule of a framework that one plan cannot show, with the reason."""

    id: str
    framework: str
    source: str
    reason: str = Field(min_length=10)


class _File(_Strict):
    rules: tuple[DateRuleEntry, ...]
    out_of_scope: tuple[OutOfScopeEntry, ...] = ()


def load_date_rules(file: Path | None = None) -> Mapping[str, DateRuleEntry]:
    """Return all timing rules by id, in the file's order.

    Args:
        file: Another file of the same form; the one that ships with the program when None.

    Raises:
        InvalidTemplate: With every problem of the file.
    """
    return _load(file or resource("audit_templates") / FILE_NAME)


def date_rule_settings(rule: str) -> RuleSettings:
    """Return the settings that ``rule: ID`` in a template stands for.

    Raises:
        InvalidTemplate: There is no such rule.
    """
    rules = load_date_rules()
    if rule not in rules:
        raise InvalidTemplate(FILE_NAME, [f"There is no date rule “{rule}”. There are: {', '.join(rules)}."])
    return rules[rule].settings()


@lru_cache(maxsize=8)
def _load(file: Path) -> Mapping[str, DateRuleEntry]:
    try:
        data: object = yaml.safe_load(file.read_text(encoding="utf-8"))
        entries = _File.model_validate(data)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise InvalidTemplate(file.name, [f"The file cannot be read as YAML: {type(error).__name__}."]) from error
    except ValidationError as error:
        raise InvalidTemplate(file.name, [_problem(data, each["loc"], each["msg"]) for each in error.errors()]) from error
    ids = [entry.id for entry in entries.rules] + [entry.id for entry in entries.out_of_scope]
    if doubled := sorted({each for each in ids if ids.count(each) > 1}):
        raise InvalidTemplate(
            file.name, [f"The rule “{each}” is there twice; give one of them another id." for each in doubled]
        )
    return MappingProxyType({entry.id: entry for entry in entries.rules})


def _problem(data: object, place: Sequence[str | int], message: str) -> str:
    """Say which rule is wrong, and where, for people."""
    where = [str(part) for part in place]
    entry = data
    for part in place[:2]:
        if isinstance(entry, Mapping):
            entry = entry.get(part)
        elif isinstance(entry, list) and isinstance(part, int):
            entry = entry[part]
    if isinstance(entry, Mapping) and "id" in entry:
        where[:2] = [f"rule {entry['id']}"]
    return f"{', '.join(where) or 'the file'}: {message}."

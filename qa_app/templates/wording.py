"""Say pydantic's errors in words that a template author understands."""

from __future__ import annotations

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from qa_app.templates.problems import Problems, suggestion
from qa_app.templates.schema import keys_allowed
from qa_app.templates.source import Path, Source

_WANTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "yes or no",
    "list_type": "a list (lines that begin with a dash)",
    "dict_type": "an entry with keys",
    "model_type": "an entry with keys",
}


def note_shape_errors(error: ValidationError, file: type[BaseModel], source: Source, problems: Problems) -> None:
    """Add each of pydantic's errors to ``problems``, with its line, the criterion it is in, and a cure."""
    for detail in error.errors(include_url=False, include_input=True):
        path = _path_in_file(detail["loc"], source)
        what, cure = _say(detail, file, path)
        problems.add(source.line(path), what, cure, place_of(path, source))


def place_of(path: Path, source: Source) -> str:
    """Name the criterion or band that an entry is in."""
    if len(path) < 2 or path[0] not in ("criteria", "bands") or not isinstance(source.data, dict):
        return ""
    listed = source.data.get(path[0])
    entry = listed[path[1]] if isinstance(listed, list) and isinstance(path[1], int) and path[1] < len(listed) else None
    name = (entry.get("id") or entry.get("name")) if isinstance(entry, dict) else None
    kind = "criterion" if path[0] == "criteria" else "band"
    return f"{kind} “{name}”" if name else f"{kind} number {int(path[1]) + 1}"


def _path_in_file(loc: tuple[str | int, ...], source: Source) -> Path:
    """Drop the parts of pydantic's location that name a type and not an entry of the file."""
    parts = [part for part in loc if part != "[key]"]
    path: Path = ()
    for part in parts:
        if (*path, part) in source.lines or part == parts[-1]:
            path = (*path, part)
    return path


def _say(detail: ErrorDetails, file: type[BaseModel], path: Path) -> tuple[str, str]:
    """Return what is wrong and its cure."""
    kind, key = detail["type"], str(path[-1]) if path else "the file"
    if kind == "extra_forbidden":
        return f"“{key}” is not a key that is known here.", suggestion(key, keys_allowed(file, path[:-1]))
    if kind == "literal_error":
        return f"“{key}” has a value that is not allowed.", f"Use one of: {detail.get('ctx', {}).get('expected', '')}."
    if kind == "string_pattern_mismatch":
        return f"“{key}” is not written as it must be.", _PATTERN_CURES.get(key, "Use small letters, digits and hyphens.")
    if kind in _WANTED:
        return f"“{key}” must be {_WANTED[kind]}.", "Put a text that looks like a number or a date in quotation marks."
    if kind in _PLAIN:
        what, cure = _PLAIN[kind]
        return what.format(key=key), cure
    return f"“{key}” cannot be used: {detail['msg']}.", "Compare it with the same entry of another template."


_PLAIN = {
    "missing": ("“{key}” is missing.", "Add it; docs/templates.md says what belongs there."),
    "greater_than_equal": ("“{key}” is outside its range.", "Use a number from 0 to 10."),
    "less_than_equal": ("“{key}” is outside its range.", "Use a number from 0 to 10."),
    "too_short": ("“{key}” is empty.", "Fill it in."),
    "string_too_short": ("“{key}” is empty.", "Fill it in."),
}
_PATTERN_CURES = {
    "version": "Write it as “1” or “1.2”, in quotation marks.",
    "since": "Write it as “1” or “1.2”, in quotation marks.",
}

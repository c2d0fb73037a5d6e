"""Read YAML with the line of every entry, so that each problem can be shown where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import yaml
from yaml.constructor import SafeConstructor

from qa_app.templates.problems import Problems

Path: TypeAlias = tuple[str | int, ...]
"""Keys and list positions from the top of the file to an entry."""

LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Safe, and in C where PyYAML was built with it: ten times as quick."""
LARGEST_FILE: Final = 1_000_000  # characters; the largest template in use has under 200,000


@dataclass(frozen=True)
class Source:
    """A YAML file as plain values, and the line on which each of them starts.

    Attributes:
        data: Mappings, lists, texts, numbers and booleans. None when the file could not be read.
        lines: Line from 1, by path.
    """

    data: object
    lines: Mapping[Path, int] = field(default_factory=dict)

    def line(self, path: Path) -> int:
        """Return the line of an entry, or of the nearest entry round it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_source(text: str, problems: Problems) -> Source:
    """Read YAML, and note in ``problems`` what makes it unusable."""
    if len(text) > LARGEST_FILE:
        problems.add(1, f"The file has more than {LARGEST_FILE:,} characters.", "Split it into packs.")
        return Source(None)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            if isinstance(event, yaml.AliasEvent):
                problems.add(
                    _line(event.start_mark),
                    f"“*{event.anchor}” points back to another entry.",
                    "Write the entry out; entries that point at each other can run in a circle.",
                )
                return Source(None)
        root = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problems.add(
            line,
            f"The layout cannot be read: {error.problem}.",
            "Look for a missing colon, quote or space in front of this line.",
        )
        return Source(None)
    except yaml.YAMLError:
        problems.add(1, "The file holds characters that cannot be read.", "Save it as plain text in UTF-8.")
        return Source(None)
    if root is None:
        problems.add(1, "The file is empty.", "Start from a copy of another template.")
        return Source(None)
    lines: dict[Path, int] = {}
    return Source(_Reader(lines, problems).read(root, ()), lines)


def _line(mark: object) -> int:
    return int(getattr(mark, "line", 0)) + 1


class _Reader:
    """Turns YAML nodes into plain values; remembers lines and refuses double keys."""

    def __init__(self, lines: dict[Path, int], problems: Problems) -> None:
        self._lines = lines
        self._problems = problems
        self._scalars = SafeConstructor()

    def read(self, node: yaml.Node, path: Path) -> object:
        self._lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*path, index)) for index, item in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str | int, object]:
        found: dict[str | int, object] = {}
        for key_node, value_node in node.value:
            key = self._scalar(key_node)
            line = key_node.start_mark.line + 1
            if isinstance(key, bool) or not isinstance(key, str | int):
                self._problems.add(line, "A key must be a word or a whole number.", "Put the key in quotation marks.")
                continue
            if key in found:
                self._problems.add(line, f"“{key}” is there twice in the same entry.", "Keep one of them.")
                continue
            self._lines[(*path, key)] = line
            found[key] = self.read(value_node, (*path, key))
        return found

    def _scalar(self, node: yaml.Node) -> object:
        if not isinstance(node, yaml.ScalarNode):
            return None
        try:
            return self._scalars.construct_object(node)
        except (ValueError, yaml.YAMLError):
            return str(node.value)

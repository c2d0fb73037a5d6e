"""Words for people, by key and language: a catalogue is a TOML file, so that a translator needs no code.

A key names a text (``plan.score``) or a group of forms by number (``batch.plans.1`` and ``batch.plans.other``): the form of
the exact number comes before ``other``, which is enough for English and for the numbers that Welsh treats apart.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

OTHER: Final = "other"


@dataclass(frozen=True)
class Words:
    """One language's texts by their dotted keys, with ``{names}`` to be filled in.

    Attributes:
        language: ISO code, ``en`` or ``cy``.
        texts: By key.
    """

    language: str
    texts: Mapping[str, str]

    @classmethod
    def read(cls, folder: Path, language: str) -> Words:
        """Read ``folder/LANGUAGE.toml``.

        Raises:
            FileNotFoundError: There is no catalogue in that language.
        """
        with (folder / f"{language}.toml").open("rb") as file:
            return cls(language, MappingProxyType(dict(_flat(tomllib.load(file)))))

    def __call__(self, key: str, **values: object) -> str:
        """Return the text for ``key`` with its names filled in.

        Raises:
            KeyError: The catalogue has no such key, or a name of the text was not given.
        """
        return self.texts[key].format(**values)

    def count(self, key: str, number: int, **values: object) -> str:
        """Return the form of ``key`` that goes with ``number``; the text may use ``{number}``."""
        exact = f"{key}.{number}"
        return self(exact if exact in self.texts else f"{key}.{OTHER}", number=number, **values)

    def of(self, group: str, name: str) -> str:
        """Return the text for ``name`` in a group of names, or the name itself, made readable, when it is not listed.

        For vocabularies that may grow without the catalogue: a template's own sections, a new fact.
        """
        return self.texts.get(f"{group}.{name}", name.replace("_", " ").replace("-", " ").capitalize())


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)

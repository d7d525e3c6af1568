"""Rules and cue words as data: each TOML file beside this one."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from kg.errors import DefinitionError


@cache
def table(name: str) -> dict[str, Any]:
    """The rule file of that name, parsed; DefinitionError where it is no TOML."""
    path = files(__package__).joinpath(f"{name}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DefinitionError(f"kg/facts/rules/{name}.toml: {error}") from error

"""The name of a folder of data in; where it lies out: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from kg.errors import DefinitionError

_IN_CHECKOUT = {"ontology": "ontology", "queries": "queries", "names": "data/names"}


@cache
def folder(name: Literal["ontology", "queries", "names"]) -> Path:
    """The folder of that name; DefinitionError where the installation lacks it."""
    package = Path(__file__).parent
    for candidate in (package / "_share" / name, package.parent / _IN_CHECKOUT[name]):
        if candidate.is_dir():
            return candidate
    raise DefinitionError(f"The folder {name} is missing from this installation of kg: install it again.")

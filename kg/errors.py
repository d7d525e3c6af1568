"""
Errors that a caller may want to tell apart.

KgError
├── InputError      something the user gave cannot be read or used: exit code 2
│   ├── QueryError      a query that does not parse or names an unknown parameter
│   └── StoreError      a store that is missing, locked, broken, or made by another version
└── DefinitionError rules, ontology, queries or tables shipped with the program contradict themselves
"""

from __future__ import annotations


class KgError(Exception):
    """Base of all errors that `kg` raises on purpose; `str()` is one line that says what, where, and what to do."""


class InputError(KgError):
    """The user's input is at fault."""


class QueryError(InputError):
    """A query or one of its parameters is at fault."""


class StoreError(InputError):
    """A store cannot be opened or written."""


class DefinitionError(KgError):
    """A rule, term, query or table shipped with the program is at fault."""

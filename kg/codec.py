"""Reports and knowledge as JSON and back: the same value gives the same bytes."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from kg.errors import StoreError

T = TypeVar("T")


def encode(value: object) -> bytes:
    """One of the values of `kg.model`, fields in the order of their declaration, as JSON on one line."""
    return msgspec.json.encode(value)


def decode(data: bytes, kind: type[T]) -> T:
    """The value of type `kind`; StoreError where `data` does not hold one."""
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.DecodeError as error:
        raise StoreError(f"not a {kind.__name__}: {error}") from error

"""The expressions of dates.toml, compiled, and what a match of one holds."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.text.dates.mention import Role
from kg.text.dates.words import MONTH_NUMBER, MONTHS, NUMBERS

MONTH_NAMES = [form for name in MONTH_NUMBER for form in (name.capitalize(), name.upper())]
_FULL = [form for names in MONTHS for form in (names[0].capitalize(), names[0].upper())]
_SHORT = sorted((form for form in MONTH_NAMES if form not in _FULL), key=len, reverse=True)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The expressions of dates.toml."""

    times: tuple[tuple[str, re.Pattern[str]], ...]
    context: dict[str, re.Pattern[str]]
    roles: tuple[tuple[Role, re.Pattern[str]], ...]


@cache
def patterns() -> _Patterns:
    table = tomllib.loads(Path(__file__).with_name("dates.toml").read_text(encoding="utf-8"))
    parts = {
        **table["parts"],
        "MONTHS": "|".join(MONTH_NAMES),
        "MONTH": rf"(?P<month>{'|'.join(_FULL)}|(?:{'|'.join(_SHORT)})\b\.?)(?!\w)",
        "NUMBER": rf"(?P<count>{'|'.join(sorted(NUMBERS, key=len, reverse=True))}|\d{{1,3}})",
    }

    def compiled(pattern: str) -> re.Pattern[str]:
        while known := [name for name in parts if "{" + name + "}" in pattern]:
            for name in known:
                pattern = pattern.replace("{" + name + "}", parts[name])
        return re.compile(pattern)

    return _Patterns(
        tuple((entry["kind"], compiled(entry["pattern"])) for entry in table["time"]),
        {name: compiled(pattern) for name, pattern in table["context"].items()},
        tuple((Role(name), compiled(pattern)) for name, pattern in table["roles"].items()),
    )


def ends_in(name: str, text: str) -> bool:
    """Whether a text ends in what the context of that name wants."""
    return bool(patterns().context[name].search(text))


def opens_with(name: str, text: str) -> bool:
    """Whether a text opens with what the context of that name wants."""
    return bool(patterns().context[name].match(text))


def role_of(text: str, start: int, kind: str) -> Role:
    """What the words before *start* make of the expression there; "from" opens a range, and is no "since"."""
    found = next((role for role, pattern in patterns().roles if pattern.search(text[:start])), Role.AT)
    return Role.AT if kind == "range" and found is Role.SINCE else found


def word_in(match: re.Match[str], name: str) -> str | None:
    """The words of a group in lower case; None where the pattern has no such group or it is empty."""
    return match[name].lower() if name in match.re.groupindex and match[name] else None


def number_in(match: re.Match[str], name: str) -> int | None:
    """The digits of a group as a number."""
    value = word_in(match, name)
    return int(value) if value and value.isdigit() else None

"""
Query files → questions with typed parameters → answers.

A question is a SPARQL file that runs unchanged in any SPARQL tool; its header is TOML in comments. A parameter is a
line `VALUES (?name) { (UNDEF) }`, whose UNDEF gives way to the value.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyoxigraph as ox

from kg.ask.names import did_you_mean
from kg.errors import DefinitionError, QueryError
from kg.model import Answer
from kg.resources import folder
from kg.vocab import XSD

Term = ox.NamedNode | ox.Literal

HEADER = re.compile(r"^# /// question\n(?P<toml>(?:#.*\n)*?)# ///\n", re.MULTILINE)
SLOT = "VALUES (?{name}) {{ (UNDEF) }}"
NAME_TYPES = ("person", "institution", "place", "name", "article", "meeting", "measure")
PLAIN_TYPES = ("date", "integer", "text", "choice")

# A SPARQL text with what may hold any word taken out: strings, IRIs, comments.
_OPAQUE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r"|<[^<>\"{}|^`\\\s]*>"
    r"|\#[^\n]*"
)
_REACHING_OUT = re.compile(r"(?<![?$:\w])(SERVICE|LOAD|FROM)\b(?!\s*:)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Param:
    """A value that a question takes: one of `NAME_TYPES` (a name looked up in the store) or of `PLAIN_TYPES`."""

    name: str
    type: str
    help: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A query with its header; `name` is that of its file without the suffix, a query without header has no `title`."""

    name: str
    title: str
    description: str
    params: tuple[Param, ...]
    text: str


def shipped() -> tuple[Question, ...]:
    """The questions that come with the program, by name."""
    return tuple(read(path) for path in sorted(folder("queries").glob("*.rq")))


def lookup(name: str) -> Question:
    """One of the queries behind the lookups, `queries/lookup/NAME.rq`."""
    return read(folder("queries") / "lookup" / f"{name}.rq")


def read(path: Path) -> Question:
    """The question in a file; QueryError where the file cannot be read or its header is wrong."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path} cannot be read: give a SPARQL file, the name of a question, or -") from error
    return parse(text, path.stem, str(path))


def parse(text: str, name: str, where: str) -> Question:
    """The question in a text; `where` names its origin in errors."""
    header = HEADER.search(text)
    if header is None:
        slots = re.findall(r"VALUES \(\?(\w+)\) \{ \(UNDEF\) \}", text)
        return Question(name, "", "", tuple(Param(slot, "text", "") for slot in dict.fromkeys(slots)), text)
    try:
        table = tomllib.loads("\n".join(line[1:].strip() for line in header["toml"].splitlines()))
    except tomllib.TOMLDecodeError as error:
        raise QueryError(f"{where}: the header is no TOML: {error}") from error
    params = tuple(
        Param(key, str(spec.get("type", "text")), str(spec.get("help", "")), tuple(spec.get("choices", ())))
        for key, spec in table.get("params", {}).items()
    )
    for param in params:
        if param.type not in NAME_TYPES + PLAIN_TYPES:
            allowed = ", ".join(NAME_TYPES + PLAIN_TYPES)
            raise QueryError(f'{where}: parameter "{param.name}" has unknown type "{param.type}"; allowed: {allowed}')
        if SLOT.format(name=param.name) not in text:
            raise QueryError(f'{where}: parameter "{param.name}" has no line {SLOT.format(name=param.name)}')
    return Question(name, str(table.get("title", "")), str(table.get("description", "")), params, text)


def named(name: str) -> Question:
    """The shipped question of that name; QueryError with a suggestion where there is none."""
    questions = {question.name: question for question in shipped()}
    if name not in questions:
        hint = did_you_mean(name, questions) or ": see kg queries"
        raise QueryError(f'no question named "{name}"{hint}')
    return questions[name]


def param_of(question: Question, name: str) -> Param:
    """The parameter of that name; QueryError with the ones there are otherwise."""
    for param in question.params:
        if param.name == name:
            return param
    allowed = ", ".join(param.name for param in question.params) or "none"
    hint = did_you_mean(name, [param.name for param in question.params])
    raise QueryError(f'question "{question.name}" takes no parameter "{name}"{hint or ":"} allowed: {allowed}')


def literal(param: Param, value: str) -> ox.Literal:
    """A plain value as RDF; QueryError says what was allowed."""
    if param.type == "date":
        try:
            return ox.Literal(date.fromisoformat(value).isoformat(), datatype=ox.NamedNode(XSD.date))
        except ValueError:
            raise QueryError(f'parameter "{param.name}" is a date like 2025-09-14, not "{value}"') from None
    if param.type == "integer":
        try:
            return ox.Literal(int(value))
        except ValueError:
            raise QueryError(f'parameter "{param.name}" is a whole number, not "{value}"') from None
    if param.type == "choice" and value not in param.choices:
        hint = did_you_mean(value, param.choices)
        raise QueryError(f'parameter "{param.name}" is one of {", ".join(param.choices)}, not "{value}"{hint}')
    return ox.Literal(value)


def bind(question: Question, values: Mapping[str, Sequence[Term]]) -> str:
    """The query's text with each parameter's values in the place of its UNDEF."""
    text = question.text
    for name, terms in values.items():
        slot = SLOT.format(name=name)
        if slot not in text:
            raise DefinitionError(f'query "{question.name}" has no line {slot}')
        rows = " ".join(f"({term})" for term in terms)
        text = text.replace(slot, f"VALUES (?{name}) {{ {rows} }}")
    return text


def run(graph: ox.Store, text: str) -> Answer:
    """
    The answer to a SPARQL query; QueryError where it does not parse, would leave the machine, or is an update.

    A graph comes as subject, predicate, object in the order of their terms; a yes-or-no question as one cell.
    """
    visible = _OPAQUE.sub(lambda match: "<>" if match[0].startswith("<") else " ", text)
    if reaching := _REACHING_OUT.search(visible):
        word = reaching[1].upper()
        raise QueryError(
            f"the query uses {word}, which reaches beyond the store: use GRAPH ?article {{ … }} for reports"
        )
    try:
        result = graph.query(text)
        if isinstance(result, ox.QueryBoolean):
            return Answer(("answer",), (("yes" if result else "no",),))
        if isinstance(result, ox.QueryTriples):
            triples = sorted((str(each.subject), str(each.predicate), str(each.object)) for each in result)
            return Answer(("subject", "predicate", "object"), tuple(triples))
        columns = tuple(variable.value for variable in result.variables)
        return Answer(columns, tuple(_row(row[name] for name in columns) for row in result))
    except SyntaxError as error:
        raise QueryError(f"the query does not parse: {' '.join(str(error).split())}") from error
    except OSError as error:
        raise QueryError(f"the query failed: {error}") from error


def _row(terms: Iterable[object]) -> tuple[str | None, ...]:
    return tuple(None if term is None else str(getattr(term, "value", term)) for term in terms)

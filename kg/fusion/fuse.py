"""Reports → Knowledge: what many articles tell together."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from kg.errors import InputError
from kg.fusion import sources
from kg.fusion.events import Context, fused_meetings, homes
from kg.fusion.names import title_key
from kg.fusion.nodes import nodes
from kg.fusion.orders import fused_measures
from kg.fusion.overrides import NONE, Overrides
from kg.fusion.values import evidence_order, most_common
from kg.model import FusedOffice, Knowledge, Office, Ref, Report


def fuse(reports: Iterable[Report], overrides: Overrides = NONE) -> Knowledge:
    """
    Merge what the articles tell into one graph.

    A pure function of the set of reports: their order, and one given twice, change nothing. InputError where two
    different reports are of one article.
    """
    with _no_collection():
        return _fused(_distinct(reports), overrides)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Pause the collector of cycles: it would walk the growing result again and again, and there are none in it."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _fused(known: Sequence[Report], overrides: Overrides) -> Knowledge:
    found = nodes(known, overrides)
    published = {report.article.id: report.article.published for report in known}
    stands = sources.groups(report.article for report in known)
    context = Context(found, published, stands, homes(found))
    measures, differences = fused_measures(known, context, overrides)
    return Knowledge(
        articles=tuple(report.article for report in known),
        nodes=found.nodes,
        offices=_offices(known, context),
        meetings=fused_meetings(known, context, overrides),
        measures=measures,
        differences=differences,
    )


def _distinct(reports: Iterable[Report]) -> tuple[Report, ...]:
    by_id: dict[str, Report] = {}
    for report in reports:
        if by_id.setdefault(report.article.id, report) != report:
            raise InputError(f"two different reports of the article {report.article.id}: give each article one")
    return tuple(by_id[name] for name in sorted(by_id))


def _offices(reports: Sequence[Report], context: Context) -> tuple[FusedOffice, ...]:
    """Offices by person, title and body; one told without its body joins where the person has that title just once."""
    told: dict[tuple[str, frozenset[str], bool], dict[str | None, list[tuple[Office, Ref]]]] = defaultdict(dict)
    for report in reports:
        for office in report.offices:
            ref = Ref(report.article.id, office.person)
            person = context.nodes.of_ref.get(ref)
            if person is not None:
                of = _body(office, ref, person, context)
                told[person, title_key(office.title), office.past].setdefault(of, []).append((office, ref))
    made = []
    for (person, _, past), bodies in told.items():
        named = [of for of in bodies if of is not None]
        if None in bodies and len(named) == 1:
            bodies[named[0]] += bodies.pop(None)
        made += [_office(person, of, members, past=past) for of, members in bodies.items()]
    return tuple(
        sorted(made, key=lambda each: (each.office.person, each.office.title, each.office.of or "", each.office.past))
    )


def _body(office: Office, ref: Ref, person: str, context: Context) -> str | None:
    """What an office is of; where the article only guessed the state, the one that other articles know."""
    of = context.nodes.id(ref.article, office.of)
    guessed = of is not None and ref in context.nodes.guessed and context.entity(of).is_state
    return (context.state_of(person) or of) if guessed else of


def _office(person: str, of: str | None, members: Sequence[tuple[Office, Ref]], *, past: bool) -> FusedOffice:
    evidence = {piece for office, _ in members for piece in office.evidence}
    ordered = sorted(evidence, key=evidence_order)
    starts = sorted(
        (o.start for o, _ in members if o.start), key=lambda each: (each.edtf or "", each.basis, each.wording)
    )
    ends = sorted((o.end for o, _ in members if o.end), key=lambda each: (each.edtf or "", each.basis, each.wording))
    office = Office(
        person=person,
        title=most_common([each.title for each, _ in members], ""),
        of=of,
        evidence=tuple(ordered),
        past=past,
        start=starts[0] if starts else None,
        end=ends[0] if ends else None,
    )
    return FusedOffice(office, tuple(sorted({ref for _, ref in members})))

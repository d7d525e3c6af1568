"""Knowledge → what a reader checks it by: merges as SSSOM, and one event as a table of sources and values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from kg.model import FusedMeasure, FusedMeeting, Knowledge, Merge, Ref

_COLUMNS = ("subject_id", "predicate_id", "object_id", "mapping_justification", "subject_category", "comment")


def sssom(knowledge: Knowledge, prefixes: Mapping[str, str] | None = None) -> str:
    """
    All merges as a Simple Standard for Sharing Ontological Mappings table, tab-separated, sorted.

    Subject and object are the two reports merged, `report:ARTICLE/KEY`; the category is that of the key. `prefixes`
    become the header's curie_map.
    """
    lines = ["#mapping_set_title: merges"]
    if prefixes:
        lines += ["#curie_map:", *(f"#  {name}: {prefixes[name]}" for name in sorted(prefixes))]
    rows = sorted({_row(merge) for merge in merges(knowledge)})
    return "\n".join([*lines, "\t".join(_COLUMNS), *("\t".join(row) for row in rows)]) + "\n"


def merges(knowledge: Knowledge) -> Iterable[Merge]:
    """Every merge of people, institutions, places, meetings and measures."""
    for node in knowledge.nodes:
        yield from node.merges
    for meeting in knowledge.meetings:
        yield from meeting.merges
    for measure in knowledge.measures:
        yield from measure.merges


def _row(merge: Merge) -> tuple[str, ...]:
    decided = merge.reason.startswith("decided: ")
    return (
        _curie(merge.left),
        "skos:exactMatch",
        _curie(merge.right),
        "semapv:ManualMappingCuration" if decided else "semapv:CompositeMatching",
        merge.left.key.split("/")[0],
        " ".join(merge.reason.split()),
    )


def _curie(ref: Ref) -> str:
    return f"report:{quote(ref.article, safe='')}/{quote(ref.key)}"


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """One value that one source gives for one property of an event, and the status of the event there."""

    article: str
    published: date | None
    property: str
    value: str
    wording: str
    status: str
    differs: bool


def truth_table(event: FusedMeeting | FusedMeasure) -> tuple[Row, ...]:
    """Source × property × value × status, by source in the order of the event's life, then by property."""
    status = {step.ref: step for step in event.history}
    order = {step.ref: i for i, step in enumerate(event.history)}
    differing = {each.property for each in event.differences}
    rows = [
        (order.get(ref, 0), _truth(ref, told.property, claim.value, claim.wording, status, told.property in differing))
        for told in event.told
        for claim in told.claims
        for ref in claim.refs
    ]
    return tuple(
        row for _, row in sorted(rows, key=lambda each: (each[0], each[1].article, each[1].property, each[1].value))
    )


def _truth(ref: Ref, name: str, value: str, wording: str, status: Mapping[Ref, object], differs: bool) -> Row:
    step = status.get(ref)
    said, day = getattr(step, "status", ""), getattr(step, "as_of", None)
    return Row(ref.article, day, name, value, wording, said, differs)

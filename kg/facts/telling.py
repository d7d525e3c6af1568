"""One place in the text that tells of a meeting."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.facts.settings import Setting
from kg.model import Evidence, MeetingKind, Side, Status


@dataclass(slots=True)
class Telling:
    """One place in the text that tells of a meeting, before tellings of the same one are joined."""

    trigger: int
    rule: str
    kind: MeetingKind
    sides: list[Side]
    status: Status
    setting: Setting
    sentence: int
    anaphoric: bool = False  # "the talks": the meeting told before
    fresh: bool = False  # "the previous talks": not the one told before
    series: bool = False  # "four rounds of talks": several meetings told as one
    # its people are "they" ("people"), "the two sides" ("parties") or "officials of both": of those who met before
    pair: str | None = None
    attendance: bool = False  # "attended by X and Y": they may be some of those who met
    of_many: bool = False  # "the four-way meeting"
    counterpart: bool = False  # "talks with X": who else was there is not told
    led: bool = False  # "X led the Omani side": who is on one side of the meeting told before
    hosts: tuple[str, ...] = ()
    attended: tuple[str, ...] = ()
    round: int | None = None
    said_by: str | None = None
    doubt: str | None = None
    evidence: list[Evidence] = field(default_factory=list)
    retold: tuple[int, ...] = ()  # the tokens that tell of it again
    last_told: int = -1  # the last sentence that tells of it, once it stands in a story

    @property
    def people(self) -> set[str]:
        return {p for side in self.sides for p in side.people}

    @property
    def parties(self) -> set[str]:
        return {p for side in self.sides for p in side.parties}


def same_pairing(a: Telling, b: Telling) -> bool:
    """Whether two tellings can be of one meeting: one names part of the other's people, or each side shares one."""
    if _beside(a, b) or _beside(b, a) or _faces_others(a, b) or _faces_others(b, a):
        return False
    if a.people <= b.people or b.people <= a.people:
        return True
    if not a.people & b.people:
        return False
    shared_sides = sum(bool(set(x.people) & set(y.people)) for x in a.sides for y in b.sides)
    return shared_sides >= 2


def _faces_others(one: Telling, other: Telling) -> bool:
    """Whether a state or body sits alone on a side that is none of the other's: "also met with the Secretariat"."""
    alone = [set(side.parties) for side in one.sides if side.parties and not side.people]
    whose = all(side.parties for side in other.sides) and len(other.sides) > 1
    return whose and any(not parties & other.parties for parties in alone)


def _beside(part: Telling, whole: Telling) -> bool:
    """Whether two who face each other in one telling sit side by side in the other: "she saw both", "the two met"."""
    if len(part.sides) < 2 or len(whole.sides) < 2:
        return False
    return any(sum(bool(set(one.people) & set(side.people)) for one in part.sides) > 1 for side in whole.sides)

"""Clusters of accounts → fused meetings: one value a property, the differences, the life line, the parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.fusion import life
from kg.fusion.clusters import Cluster
from kg.fusion.ids import LONGEST, Wanted, digest, ids
from kg.fusion.levels import level_of, level_told
from kg.fusion.meetings import Account, days, meetings, span_of
from kg.fusion.nodes import Nodes, shared_doubts
from kg.fusion.overrides import Overrides
from kg.fusion.sources import independent
from kg.fusion.values import difference, evidence_order, first_quote, most_common, only
from kg.fusion.when import Pattern, Told, compatible, dated_after, fused, pattern, told
from kg.letters import folded, slug
from kg.model import (
    Difference,
    Entity,
    Evidence,
    FusedMeeting,
    Meeting,
    MeetingKind,
    Ref,
    Report,
    Side,
    Status,
    When,
)

DAYS_OF_A_WEEK = 7
LONG_QUOTE = 6  # words from which on two equal sentences are one wording


@dataclass(frozen=True, slots=True)
class Context:
    """What the fused events rest on: the nodes, the days of the articles, and which articles share their wording."""

    nodes: Nodes
    published: Mapping[str, date | None]
    stands: Mapping[str, str]
    homes: Mapping[str, str]

    def entity(self, node: str) -> Entity:
        return self.nodes.entities[node]

    def name(self, node: str | None) -> str:
        return self.nodes.entities[node].name if node else ""

    def head(self, node: str) -> str:
        """What a party stands for: the state, or the union, behind a government body; all others for themselves."""
        entity = self.entity(node)
        if entity.of is None or entity.is_state:
            return node
        if entity.type == "international":
            return self.homes.get(entity.of, node)
        return self.home(entity.of) if entity.type in ("government", "") else node

    def state_of(self, person: str) -> str | None:
        """The node of the one state that a person stands for; None where there are several or none."""
        states = self.nodes.states.get(person, frozenset())
        return self.homes.get(next(iter(states))) if len(states) == 1 else None

    def home(self, name: str) -> str:
        """The node of a state, or of a union of states, by name; what would be its id where there is none."""
        return self.homes.get(name) or state_id(name)

    def independent(self, evidence: Mapping[Ref, Sequence[Evidence]]) -> int:
        quotes: dict[str, set[str]] = defaultdict(set)
        for ref, pieces in evidence.items():
            texts = (folded(each.quote) for each in pieces)
            quotes[ref.article].update(text for text in texts if text.count(" ") >= LONG_QUOTE - 1)
        frozen = {article: frozenset(texts) for article, texts in quotes.items()}
        return independent((ref.article for ref in evidence), self.stands, frozen)


def state_id(name: str) -> str:
    return f"state/{slug(name)}"


def homes(nodes: Nodes) -> Mapping[str, str]:
    """Name of a state or an international body → node."""
    bodies = {each.entity.name: each.entity.key for each in nodes.nodes if each.entity.type == "international"}
    return bodies | {each.entity.name: each.entity.key for each in nodes.nodes if each.entity.is_state}


def fused_meetings(reports: Sequence[Report], context: Context, overrides: Overrides) -> tuple[FusedMeeting, ...]:
    """All meetings and their parts, by id."""
    accounts = {account.ref: account for report in reports for account in _accounts(report, context)}
    names = {node.entity.key: node.entity.name for node in context.nodes.nodes}
    clusters = meetings(accounts.values(), names)
    clusters = overrides.applied(clusters, _ids(clusters, accounts, context))
    made: list[FusedMeeting] = []
    for key, cluster in zip(_ids(clusters, accounts, context), clusters, strict=True):
        made += _with_parts(key, cluster, accounts, context)
    return tuple(sorted(made, key=lambda each: each.meeting.key))


# ── accounts ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _accounts(report: Report, context: Context) -> Iterable[Account]:
    for meeting in report.meetings:
        yield _account(report, meeting, context)


def _account(report: Report, told_meeting: Meeting, context: Context) -> Account:
    article = report.article
    meeting = _in_ids(told_meeting, article.id, context)
    city, country, venue = _site(meeting, context)
    sides = [(set(side.people), _heads(side, context)) for side in meeting.sides]
    pairs = {
        (min(a, b), max(a, b))
        for i, (left, _) in enumerate(sides)
        for right, _ in sides[i + 1 :]
        for a in left
        for b in right
        if a != b
    }
    return Account(
        ref=Ref(article.id, told_meeting.key),
        meeting=meeting,
        people=frozenset(meeting.people),
        pairs=frozenset(pairs),
        heads=frozenset(head for _, heads in sides for head in heads),
        place=city,
        country=country,
        venue=venue,
        when=pattern(meeting.start) or pattern(meeting.end),
        span=span_of(meeting),
        published=article.published,
        levels=_levels(report, told_meeting),
    )


def _levels(report: Report, meeting: Meeting) -> frozenset[str]:
    """The level at which they met: that of the offices of the people named, else what the sentence says."""
    people = set(meeting.people)
    if people:
        found = {level_of(each.title) for each in report.offices if each.person in people and not each.past}
    else:
        found = {level_told(each.quote) for each in meeting.evidence}
    return frozenset(each for each in found if each)


def _in_ids(meeting: Meeting, article: str, context: Context) -> Meeting:
    """The meeting with the ids of the whole graph for the keys of its article; keys that lead nowhere are left out."""

    def mapped(keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({found for key in keys if (found := nodes.id(article, key))}))

    nodes = context.nodes
    return replace(
        meeting,
        sides=tuple(
            Side(mapped(side.people), _corrected(mapped(side.parties), side, article, context))
            for side in meeting.sides
        ),
        place=nodes.id(article, meeting.place),
        country=nodes.id(article, meeting.country),
        venue=nodes.id(article, meeting.venue),
        hosts=mapped(meeting.hosts),
        attended=mapped(meeting.attended),
        said_by=nodes.id(article, meeting.said_by),
    )


def _corrected(parties: tuple[str, ...], side: Side, article: str, context: Context) -> tuple[str, ...]:
    """The party of a side; where the article only guessed it from its people, the one that other articles know."""
    refs = [Ref(article, key) for key in side.people]
    if len(parties) != 1 or not refs or not all(ref in context.nodes.guessed for ref in refs):
        return parties
    homes_known = {context.state_of(context.nodes.of_ref[ref]) for ref in refs if ref in context.nodes.of_ref}
    home = homes_known.pop() if len(homes_known) == 1 else None
    return (home,) if home and home != context.head(parties[0]) else parties


def _heads(side: Side, context: Context) -> set[str]:
    if side.parties:
        return {context.head(party) for party in side.parties}
    states = [context.nodes.states.get(person, frozenset()) for person in side.people]
    return {context.home(next(iter(each))) for each in states if len(each) == 1}


def _site(meeting: Meeting, context: Context) -> tuple[str | None, str | None, str | None]:
    """City or region, state and venue of a meeting; a place that is a state is no city."""
    place = context.entity(meeting.place) if meeting.place else None
    venue = meeting.venue
    if place is not None and place.is_state:
        return None, meeting.place, venue
    if place is not None and place.type == "venue":
        return None, meeting.country or _country(place, context), venue or meeting.place
    home = _country(place, context) or (_country(context.entity(venue), context) if venue else None)
    return meeting.place if meeting.place != venue else None, meeting.country or home, venue


def _country(entity: Entity | None, context: Context) -> str | None:
    return context.home(entity.country) if entity and entity.country else None


# ── one value a property ────────────────────────────────────────────────────────────────────────────────────────────


def _with_parts(
    key: str, cluster: Cluster, accounts: Mapping[Ref, Account], context: Context
) -> tuple[FusedMeeting, ...]:
    members = [accounts[ref] for ref in cluster.refs]
    start, _, _ = _dates(members, round_of_days=bool(days(members)), published=context.published)
    placed = [_placed(each, start) for each in members]
    parts = days(placed)
    whole = _fused(key, cluster, placed if parts else members, context, round_of_days=bool(parts))
    if not parts:
        return (whole,)
    names = {f"{key}-{slug(name)}": held for name, held in parts.items()}
    made = [
        replace(_fused(name, _within(cluster, held), held, context, round_of_days=False), part_of=key)
        for name, held in names.items()
    ]
    return (replace(whole, parts=tuple(sorted(names))), *made)


def _placed(account: Account, start: When | None) -> Account:
    """The account of one day of a round, its weekday or day of the year made a date by the round's first day."""
    first = start.first if start and start.first == start.last else None
    parts, told_start = account.when, account.meeting.start
    if first is None or start is None or told_start is None or parts is None or parts.year is not None:
        return account
    week = [first + timedelta(days) for days in range(DAYS_OF_A_WEEK)]
    fitting = [day for day in week if compatible(parts, Pattern(day.year, day.month, day.day))]
    if len(fitting) != 1 or (parts.weekday is None and parts.day is None):
        return account
    (day,) = fitting
    when = When(day.isoformat(), day, day, f"{start.basis}; the day told as {told_start.wording}", told_start.wording)
    return replace(account, when=pattern(when), span=(day, day), meeting=replace(account.meeting, start=when))


def _within(cluster: Cluster, members: Sequence[Account]) -> Cluster:
    refs = {each.ref for each in members}
    return Cluster(
        tuple(sorted(refs)), tuple(m for m in cluster.merges if m.left in refs and m.right in refs), cluster.doubt
    )


def _fused(
    key: str, cluster: Cluster, members: Sequence[Account], context: Context, *, round_of_days: bool
) -> FusedMeeting:
    steps = life.history((each.meeting.status.value, each.ref, each.published) for each in members)
    start, end, dates = _dates(members, round_of_days=round_of_days, published=context.published)
    city, country, venue, sites = _sites(members, context)
    number, rounds = _round(members, context)
    sides = _sides(members, context)
    on_sides = {person for side in sides for person in side.people}
    people = _participants(members, context)
    found = [*dates, *sites, *rounds, *people, *_status(members, steps, context)]
    doubts = shared_doubts(cluster.doubt, [each.meeting.doubt for each in members])
    meeting = Meeting(
        key=key,
        kind=_kind(members),
        sides=sides,
        status=Status(life.latest(steps)),
        evidence=tuple(sorted({e for m in members for e in m.meeting.evidence}, key=evidence_order)),
        place=city,
        country=country,
        venue=venue,
        start=start,
        end=end,
        hosts=tuple(sorted({host for each in members for host in each.meeting.hosts} - on_sides)),
        attended=tuple(sorted({each for member in members for each in member.meeting.attended} - on_sides)),
        round=number,
        topics=tuple(sorted({topic for each in members for topic in each.meeting.topics})),
        said_by=only({each.meeting.said_by for each in members}),
        doubt=doubts,
    )
    return FusedMeeting(
        meeting=meeting,
        refs=cluster.refs,
        merges=cluster.merges,
        differences=tuple(told_ for told_, differs in found if differs),
        history=steps,
        independent=context.independent({each.ref: each.meeting.evidence for each in members}),
        told=tuple(told_ for told_, _ in found),
    )


Found = list[tuple[Difference, bool]]


def _kind(members: Sequence[Account]) -> MeetingKind:
    """The kind told most often; "meeting" says least and counts where no other is told."""
    kinds = [each.meeting.kind for each in members]
    return most_common([kind for kind in kinds if kind is not MeetingKind.MEETING], MeetingKind.MEETING)


def _dates(
    members: Sequence[Account], *, round_of_days: bool, published: Mapping[str, date | None]
) -> tuple[When | None, When | None, Found]:
    dated = [member for member in members if not member.carried] or members
    starts = [each for member in dated if (each := told(member.meeting.start, member.ref))]
    ends = [each for member in members if (each := told(member.meeting.end, member.ref))]
    settled = {m.ref for m in members if m.meeting.status is Status.HAPPENED}
    start, differs = fused(_beginning(starts, ends, set(), round_of_days=round_of_days))
    if differs:
        start, _ = fused(_beginning(starts, ends, settled, round_of_days=round_of_days))
    end, ends_differ = fused(ends)
    if ends_differ:
        end, _ = fused([each for each in ends if each.ref in settled] or ends)
    if end is None and round_of_days:
        end = _last_day(starts)
    end = dated_after(start, end)
    found: Found = []
    if starts:
        found.append((_claims("start", starts, published), differs))
    if ends:
        found.append((_claims("end", ends, published), ends_differ))
    return start, end, found


def _beginning(starts: list[Told], ends: list[Told], settled: set[Ref], *, round_of_days: bool) -> list[Told]:
    """The times that speak of the beginning: of what happened where it did, without later days of the same round."""
    times = [each for each in starts if each.ref in settled] or starts
    days_told = [each for each in times if each.parts.full]
    if not days_told:
        return times
    first = min(day for each in days_told if (day := each.parts.full))
    last = max((each.when.last for each in ends if each.when.last), default=first)
    if round_of_days:
        last = max(day for each in days_told if (day := each.parts.full))
    return [each for each in times if not (each.parts.full and first < each.parts.full <= last)]


def _last_day(starts: Sequence[Told]) -> When | None:
    days_told = [each for each in starts if each.parts.full]
    return max(days_told, key=lambda each: (each.parts.full or date.min, each.ref)).when if days_told else None


def _claims(name: str, times: Sequence[Told], published: Mapping[str, date | None]) -> Difference:
    return difference(
        name, ((each.when.printed or each.when.wording, each.when.wording, each.ref) for each in times), published
    )


def _sites(members: Sequence[Account], context: Context) -> tuple[str | None, str | None, str | None, Found]:
    cities = [(each.place, each.ref) for each in members if each.place]
    countries = sorted({each.country for each in members if each.country})
    venues = [(each.venue, each.ref) for each in members if each.venue]
    found: Found = []
    told_places = cities or [(each.country, each.ref) for each in members if each.country]
    if told_places:
        places = _named(told_places, context)
        found.append((difference("place", places, context.published), len({place for place, _ in told_places}) > 1))
    if venues:
        differ = len({venue for venue, _ in venues}) > 1 and not _alike({context.name(venue) for venue, _ in venues})
        found.append((difference("venue", _named(venues, context), context.published), differ))
    city = only({place for place, _ in cities})
    country = countries[0] if len(countries) == 1 and countries[0] in context.nodes.entities else None
    venue = (
        most_common([venue for venue, _ in venues], None)
        if not any(d for t, d in found if t.property == "venue")
        else None
    )
    return (city if cities else country), country, venue, found  # a state is the place where no report says more


def _named(places: Sequence[tuple[str, Ref]], context: Context) -> list[tuple[str, str, Ref]]:
    """Places with their names as values, and with the country where two of them have one name."""
    names = {node: context.name(node) if node in context.nodes.entities else node for node, _ in places}
    shared = {name for name in names.values() if sum(other == name for other in names.values()) > 1}
    values = {
        node: f"{name}, {context.entity(node).country or node}" if name in shared else name
        for node, name in names.items()
    }
    return [(values[node], names[node], ref) for node, ref in places]


def _alike(names: set[str]) -> bool:
    """Names of one venue in other words or another language: all share a telling word."""
    words = [{word for word in folded(name).split() if len(word) > 3} for name in sorted(names)]
    return bool(set.intersection(*words) - {"palace", "hotel", "hall", "house", "centre", "center", "embassy"})


def _round(members: Sequence[Account], context: Context) -> tuple[int | None, Found]:
    rounds = [(each.meeting.round, each.ref) for each in members if each.meeting.round]
    if not rounds:
        return None, []
    numbers = {number for number, _ in rounds}
    told_ = difference("round", ((str(number), str(number), ref) for number, ref in rounds), context.published)
    return (rounds[0][0] if len(numbers) == 1 else None), [(told_, len(numbers) > 1)]


def _status(members: Sequence[Account], steps: Sequence[object], context: Context) -> Found:
    statuses = {each.meeting.status for each in members}
    claims = difference(
        "status",
        ((each.meeting.status.value, first_quote(each.meeting.evidence), each.ref) for each in members),
        context.published,
    )
    return [(claims, {Status.HAPPENED, Status.DENIED} <= statuses)]


def _names(people: Iterable[str], context: Context) -> str:
    return ", ".join(sorted(context.name(person) for person in people))


def _participants(members: Sequence[Account], context: Context) -> Found:
    """Who was there by each report; they differ where of two reports each names somebody the other leaves out."""
    named = [each for each in members if each.people]
    if not named:
        return []
    told_ = difference(
        "participants",
        ((_names(each.people, context), first_quote(each.meeting.evidence), each.ref) for each in named),
        context.published,
    )
    groups = sorted({each.people for each in named}, key=lambda each: (-len(each), sorted(each)))
    tops = [group for i, group in enumerate(groups) if not any(group < other for other in groups[:i])]
    return [(told_, len(tops) > 1)]


def _sides(members: Sequence[Account], context: Context) -> tuple[Side, ...]:
    """The sides of all reports laid over one another, the fullest first: a side goes where it shares most."""
    ordered = sorted(members, key=lambda each: (-len(each.pairs), -len(each.people), -len(each.heads), each.ref))
    sides: list[tuple[set[str], set[str], set[str]]] = []
    for account in ordered:
        _lay_over(sides, account, context)
    made = [Side(tuple(sorted(people)), tuple(sorted(parties))) for people, parties, _ in sides]
    return tuple(sorted(made, key=lambda each: (not each.people, each.people, each.parties)))


def _lay_over(sides: list[tuple[set[str], set[str], set[str]]], account: Account, context: Context) -> None:
    taken = {person for people, _, _ in sides for person in people}
    placed = {party for _, parties, _ in sides for party in parties}
    free = set(range(len(sides)))
    rest: list[tuple[set[str], set[str], set[str]]] = []
    for side in sorted(account.meeting.sides, key=lambda each: (-len(each.people), each.people, each.parties)):
        people, parties, heads = set(side.people), set(side.parties), _heads(side, context)
        if not people and not parties:
            continue
        at = max(free, key=lambda i: (2 * len(people & sides[i][0]) + len(heads & sides[i][2]), -i), default=None)
        if at is None or not (people & sides[at][0] or heads & sides[at][2]):
            rest.append((people, parties, heads))
            continue
        free.discard(at)
        sides[at][0].update(people - taken)
        sides[at][1].update(parties - placed)
        sides[at][2].update(heads)
    for people, parties, heads in rest:
        blank = next((i for i in sorted(free) if not (sides[i][2] and heads)), None)
        if blank is not None:
            free.discard(blank)
            sides[blank][0].update(people - taken)
            sides[blank][1].update(parties - placed)
            sides[blank][2].update(heads)
        elif (people - taken) or (parties - placed):
            sides.append((people - taken, parties - placed, heads))


# ── ids ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _ids(clusters: Sequence[Cluster], accounts: Mapping[Ref, Account], context: Context) -> tuple[str, ...]:
    wanted = [_wanted(cluster, [accounts[ref] for ref in cluster.refs], context) for cluster in clusters]
    return ids(wanted)


def _wanted(cluster: Cluster, members: Sequence[Account], context: Context) -> Wanted:
    start, _, _ = _dates(members, round_of_days=bool(days(members)), published={})
    city = only({each.place for each in members if each.place} or {None})
    country = only({each.country for each in members if each.country} or {None})
    heads = sorted({head for each in members for head in each.heads})
    people = sorted({person for each in members for person in each.people})
    call = all(each.is_call for each in members)
    when = start.edtf if start and start.edtf else ""
    where = city or country or ""
    settled = bool(start and start.first and start.first == start.last and where and len(heads) > 1)
    who = heads if settled or not people else people
    parts = [
        when.replace("XXXX", "x"),
        "call" if call else where.split("/")[-1],
        *(each.split("/")[-1] for each in who[:4]),
    ]
    base = slug("-".join(part for part in parts if part)) or "meeting"
    # What little is told of a vague meeting is told of others too: its article is part of the id.
    vague = not (when and where) and not (people and (when or where))
    who_else = [cluster.refs[0].article] if vague else [] if settled else people
    told_ = digest(("call" if call else "", when, where, *heads, *who_else))
    tells = tuple(person.split("/")[-1] for person in people[:2])
    weight = len({each.ref.article for each in members})
    return Wanted(f"meeting/{base[:LONGEST].strip('-')}-{told_}", tells, weight, cluster.refs)

"""Meetings as single articles tell them → clusters of reports of one meeting, and the days that are parts of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from kg.fusion.clusters import Cluster, Grouping
from kg.fusion.when import Pattern, bounds, compatible, gap, months, pattern
from kg.model import Meeting, MeetingKind, Ref, Status

SLIP = 3  # days by which sources may differ on a meeting in one city; a call on one day
ROUND = 10  # days that one round of talks may last
NEWS = 45  # days before or after an article within which an undated meeting it tells of is looked for
AHEAD = 400  # days ahead of an article that a plan without a date may lie
MANY = 6  # parties or people of one side from which on not every pair is a key
CROWDED = 60  # meetings under one key, from which on a report without a date fits too many


@dataclass(frozen=True, slots=True)
class Account:
    """
    One meeting as one article tells it, in ids of the whole graph.

    `pairs` are the people who stood on different sides, each pair sorted; `heads` the states met, or the institution
    where it is of no state, those of the people included. `place` is a city or region, `country` a state's id.
    """

    ref: Ref
    meeting: Meeting
    people: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    heads: frozenset[str]
    place: str | None
    country: str | None
    venue: str | None
    when: Pattern | None
    span: tuple[date, date] | None
    published: date | None

    @property
    def is_call(self) -> bool:
        return self.meeting.kind is MeetingKind.CALL

    @property
    def is_visit(self) -> bool:
        """A visit of which no counterpart is told."""
        return self.meeting.kind is MeetingKind.VISIT and not self.pairs

    @property
    def ahead(self) -> bool:
        """Told as something to come."""
        return self.meeting.status in (Status.PLANNED, Status.POSSIBLE)

    @property
    def exact(self) -> bool:
        return self.span is not None and self.when is not None and self.when.full is not None


def span_of(meeting: Meeting) -> tuple[date, date] | None:
    """The days a meeting may cover, both included; None without a beginning in a known year."""
    start = pattern(meeting.start)
    if meeting.start is None or start is None:
        return None
    first, last = meeting.start.first, meeting.start.last
    if first is None or last is None:
        first, last = bounds(start)
    if first is None or last is None:
        return None
    end = meeting.end.last if meeting.end and meeting.end.last else last
    return first, max(last, end)


class Who(IntEnum):
    """How much two reports share of the people, most last."""

    OTHERS = 0  # both name people, none in common
    STATES = 1  # the same states; one of the reports names nobody, or nobody on a side
    SOME = 2  # somebody in common, and the same states
    PAIR = 3  # two people who met


class Where(IntEnum):
    APART = 0
    COUNTRY = 1  # two cities of one country
    UNKNOWN = 2
    WITHIN = 3  # a city, and its country
    SAME = 4


class Time(IntEnum):
    APART = 0
    UNKNOWN = 1
    LOOSE = 2  # a month and a day in it, a date without its year
    NEAR = 3  # a few days apart
    SAME = 4


class Gathering:
    """Accounts taken for one meeting so far."""

    __slots__ = (
        "accounts",
        "articles",
        "countries",
        "heads",
        "number",
        "pairs",
        "patterns",
        "people",
        "places",
        "rounds",
        "spans",
        "venues",
    )

    def __init__(self, number: int) -> None:
        self.number = number
        self.accounts: list[Account] = []
        self.articles: dict[str, list[Account]] = {}
        self.people: set[str] = set()
        self.pairs: set[tuple[str, str]] = set()
        self.heads: set[str] = set()
        self.places: set[str] = set()
        self.countries: set[str] = set()
        self.venues: set[str] = set()
        self.rounds: set[int] = set()
        self.patterns: set[Pattern] = set()
        self.spans: set[tuple[date, date]] = set()

    def add(self, account: Account) -> None:
        self.accounts.append(account)
        self.articles.setdefault(account.ref.article, []).append(account)
        self.people |= account.people
        self.pairs |= account.pairs
        self.heads |= account.heads
        self.places |= {account.place} if account.place else set()
        self.countries |= {account.country} if account.country else set()
        self.venues |= {account.venue} if account.venue else set()
        self.rounds |= {account.meeting.round} if account.meeting.round else set()
        self.patterns |= {account.when} if account.when else set()
        self.spans |= {account.span} if account.span else set()

    @property
    def is_call(self) -> bool:
        return self.accounts[0].is_call

    @property
    def is_visit(self) -> bool:
        return self.accounts[0].is_visit


@dataclass(frozen=True, slots=True)
class Fit:
    """That an account fits a gathering: `sure`, or only where no other fits; why, in words."""

    sure: bool
    rank: tuple[int, int, int]
    reason: str


def meetings(accounts: Iterable[Account]) -> tuple[Cluster, ...]:
    """
    Cluster the meetings of all articles.

    The best told ones go first: those with a day, then with a month, then with a day but no year, then the rest; each
    joins the meeting it fits, or opens one. A report that only may fit joins where there is one meeting that it fits.
    """
    ordered = sorted(accounts, key=_clarity)
    grouping = Grouping(each.ref for each in ordered)
    index = _Index()
    for account in ordered:
        found, reason = _home(account, index.candidates(account))
        if found is None:
            found = index.open()
            if reason:
                grouping.doubt(account.ref, reason)
        else:
            grouping.join(_nearest(account, found).ref, account.ref, reason)
        found.add(account)
        index.register(account, found)
    return grouping.clusters()


def _clarity(account: Account) -> tuple[object, ...]:
    parts = account.when.parts if account.when else 0
    return (
        not account.exact,
        account.span is None,
        -parts,
        account.place is None,
        -len(account.pairs),
        -len(account.people),
        -len(account.heads),
        account.ahead,
        account.span or (date.min, date.min),
        account.ref,
    )


def _nearest(account: Account, gathering: Gathering) -> Account:
    return gathering.accounts[0]


def _home(account: Account, candidates: Sequence[Gathering]) -> tuple[Gathering | None, str]:
    """The gathering the account joins, with the reason; else None, with the doubt where several may be meant."""
    fits = [(fit, each) for each in candidates if (fit := fitting(account, each))]
    sure = [(fit, each) for fit, each in fits if fit.sure]
    if sure:
        fit, each = max(sure, key=lambda item: (item[0].rank, -item[1].number))
        return each, fit.reason
    if len(fits) > 1:
        fits = _closest(account, fits)
    if len(fits) == 1:
        return fits[0][1], f"{fits[0][0].reason}, and no other meeting known fits"
    if fits:
        return None, f"may be any of {len(fits)} meetings"
    return None, ""


def _closest(account: Account, fits: list[tuple[Fit, Gathering]]) -> list[tuple[Fit, Gathering]]:
    """Those best in people, then in place; of these the one near the article's own day, if there is just one."""
    best = max(fit.rank for fit, _ in fits)
    top = [(fit, each) for fit, each in fits if fit.rank == best]
    if len(top) == 1 or account.published is None:
        return top
    day = account.published
    near = [(fit, each) for fit, each in top if any(gap(span, (day, day)) <= NEWS // 3 for span in each.spans)]
    return near if len(near) == 1 else top


# ── does it fit ─────────────────────────────────────────────────────────────────────────────────────────────────────


def fitting(account: Account, gathering: Gathering) -> Fit | None:
    """Whether and why an account may be of the meeting that a gathering tells."""
    who, where, time = _who(account, gathering), _where(account, gathering), _time(account, gathering)
    if who is Who.OTHERS or time is Time.APART or account.is_visit != gathering.is_visit:
        return None
    if account.is_call != gathering.is_call and not (time is Time.SAME and who is Who.PAIR and where is not Where.SAME):
        return None
    if account.ref.article in gathering.articles and not _told_twice(account, gathering, who, where, time):
        return None
    if _rounds_differ(account, gathering) and not (time is Time.SAME and where is Where.SAME):
        return None
    if not _timely(account, gathering, time):
        return None
    sure = _sure(who, where, time, calls=account.is_call)
    if not sure and not _possible(account, gathering, who, where, time):
        return None
    return Fit(sure, (who, where, time), _words(who, where, time, account, gathering))


def _sure(who: Who, where: Where, time: Time, *, calls: bool) -> bool:
    if time is Time.SAME:
        if who is Who.PAIR:
            return True  # the same two on the same day: where places differ, the sources do
        return where is Where.SAME or (where is Where.WITHIN and who is Who.SOME)
    if time is Time.NEAR:
        return where is Where.SAME or (calls and who is Who.PAIR)
    return False


def _possible(account: Account, gathering: Gathering, who: Who, where: Where, time: Time) -> bool:
    """Whether it may be of the meeting where no other fits."""
    if where in (Where.APART, Where.COUNTRY):
        return False
    if where is Where.SAME:
        return True
    if time in (Time.SAME, Time.LOOSE):
        return who is Who.PAIR or where is Where.WITHIN or time is Time.SAME
    if time is Time.NEAR:
        return False
    return who is Who.PAIR or (who is Who.SOME and where is Where.WITHIN)


def _who(account: Account, gathering: Gathering) -> Who:
    if account.pairs & gathering.pairs:
        return Who.PAIR
    shared_heads = account.heads & gathering.heads
    if account.is_visit:
        return Who.SOME if account.people & gathering.people else Who.OTHERS
    if account.people & gathering.people and len(shared_heads) >= 2:
        return Who.SOME
    if len(shared_heads) < 2 or not (account.heads <= gathering.heads or gathering.heads <= account.heads):
        return Who.OTHERS
    if account.people & gathering.people:
        return Who.SOME
    if account.pairs and gathering.pairs:
        return Who.OTHERS
    return Who.STATES if not (account.people and gathering.people) else Who.OTHERS


def _where(account: Account, gathering: Gathering) -> Where:
    if account.venue and account.venue in gathering.venues:
        return Where.SAME
    if account.place and gathering.places:
        if account.place in gathering.places:
            return Where.SAME
        return Where.COUNTRY if account.country and account.country in gathering.countries else Where.APART
    if account.country and gathering.countries:
        return Where.WITHIN if account.country in gathering.countries else Where.APART
    return Where.UNKNOWN


def _time(account: Account, gathering: Gathering) -> Time:
    if account.when is None or not gathering.patterns:
        return Time.UNKNOWN
    if account.span and gathering.spans:
        return _between(account, gathering)
    if account.when.parts == 0 or all(each.parts == 0 for each in gathering.patterns):
        return Time.UNKNOWN
    times = [_loose(account.when, each) for each in gathering.patterns if each.parts]
    return max(times)


def _between(account: Account, gathering: Gathering) -> Time:
    assert account.span is not None
    apart = min(gap(account.span, each) for each in gathering.spans)
    first = min(each[0] for each in gathering.spans)
    last = (
        max(each[1] for each in gathering.spans if (each[1] - each[0]).days <= ROUND)
        if any((each[1] - each[0]).days <= ROUND for each in gathering.spans)
        else None
    )
    if apart == 0:
        short = (account.span[1] - account.span[0]).days <= ROUND
        return Time.SAME if short and last is not None else Time.LOOSE
    long = max((account.span[1] - first).days, ((last or first) - account.span[0]).days) > ROUND
    return Time.NEAR if apart <= (1 if account.is_call else SLIP) and not long else Time.APART


def _loose(left: Pattern, right: Pattern) -> Time:
    """Two dates of which at least one lacks its year."""
    if compatible(left, right):
        same = left.year is None and right.year is None and left.day is not None and left.day == right.day
        return Time.SAME if same else Time.LOOSE
    if left.month and right.month and left.day and right.day:
        year = left.year or right.year or 2000
        a, b = Pattern(year, left.month, left.day).full, Pattern(year, right.month, right.day).full
        if a and b and abs((a - b).days) <= SLIP:
            return Time.NEAR if left.year is None and right.year is None else Time.LOOSE
    return Time.APART


def _rounds_differ(account: Account, gathering: Gathering) -> bool:
    number = account.meeting.round
    return bool(number and gathering.rounds and number not in gathering.rounds)


def _told_twice(account: Account, gathering: Gathering, who: Who, where: Where, time: Time) -> bool:
    """An article tells two meetings apart unless they are days of one round, or one told again in other words."""
    others = gathering.articles[account.ref.article]
    if any(each.meeting.status is not account.meeting.status for each in others) or _rounds_differ(account, gathering):
        return False
    if where is not Where.SAME:
        return False
    if time in (Time.SAME, Time.NEAR):
        return True
    apart = any(
        each.when is not None and account.when is not None and each.when.parts and account.when.parts for each in others
    )
    return time is Time.UNKNOWN and not apart


def _timely(account: Account, gathering: Gathering, time: Time) -> bool:
    """Whether the days on which articles were published leave room for one meeting, where its own day is not told."""
    if time in (Time.SAME, Time.NEAR) or account.published is None:
        return True
    day = account.published
    if gathering.spans:
        first, last = min(each[0] for each in gathering.spans), max(each[1] for each in gathering.spans)
        if account.ahead:
            return last >= day - timedelta(1) and (first - day).days <= AHEAD
        if account.meeting.status is Status.DENIED:
            return abs((first - day).days) <= AHEAD
        return first <= day + timedelta(1) and (time is Time.LOOSE or (day - last).days <= AHEAD)
    others = [each.published for each in gathering.accounts if each.published]
    if not others:
        return True
    ahead = AHEAD // 2 if account.ahead or any(each.ahead for each in gathering.accounts) else NEWS
    return min(abs((each - day).days) for each in others) <= ahead


# ── the reason in words ─────────────────────────────────────────────────────────────────────────────────────────────

_WHO_WORDS = {
    Who.PAIR: "the same people met",
    Who.SOME: "the same states and some of the same people",
    Who.STATES: "the same states, people named in one report only",
}
_WHERE_WORDS = {
    Where.SAME: "at the same place",
    Where.WITHIN: "one report names the city, the other its country",
    Where.UNKNOWN: "only one report names a place, or none does",
    Where.COUNTRY: "though the cities differ",
    Where.APART: "though the places differ",
}
_TIME_WORDS = {
    Time.SAME: "on the same days",
    Time.NEAR: "on days close together",
    Time.LOOSE: "at times that agree as far as both are told",
    Time.UNKNOWN: "the time told in one report only, or in none",
}


def _words(who: Who, where: Where, time: Time, account: Account, gathering: Gathering) -> str:
    people = _WHO_WORDS[who]
    if who is Who.STATES and not account.people and not gathering.people:
        people = "the same states"
    if who is Who.SOME and account.is_visit:
        people = "a visit of the same person"
    return f"{people}, {_WHERE_WORDS[where]}, {_TIME_WORDS[time]}"


# ── finding candidates ──────────────────────────────────────────────────────────────────────────────────────────────


class _Index:
    """Gatherings by what their accounts share; those with days by month as well, so that a look-up stays short."""

    def __init__(self) -> None:
        self._gatherings: list[Gathering] = []
        self._all: dict[tuple[str, ...], dict[int, None]] = defaultdict(dict)
        self._months: dict[tuple[tuple[str, ...], tuple[int, int]], dict[int, None]] = defaultdict(dict)

    def open(self) -> Gathering:
        self._gatherings.append(Gathering(len(self._gatherings)))
        return self._gatherings[-1]

    def register(self, account: Account, gathering: Gathering) -> None:
        touched = months(*account.span, margin=0) if account.span else ((0, 0),)
        for key in _keys(account):
            self._all[key][gathering.number] = None
            for month in touched:
                self._months[key, month][gathering.number] = None

    def candidates(self, account: Account) -> list[Gathering]:
        found: set[int] = set()
        for key in _keys(account):
            everything = self._all.get(key, {})
            if len(everything) <= CROWDED:
                found.update(everything)
                continue
            for month in _months_to_search(account):
                found.update(self._months.get((key, month), {}))
        return [self._gatherings[number] for number in sorted(found)]


def _months_to_search(account: Account) -> tuple[tuple[int, int], ...]:
    if account.span:
        return ((0, 0), *months(*account.span, margin=SLIP))
    if account.published:
        return ((0, 0), *months(account.published, account.published, margin=NEWS))
    return ()


def _keys(account: Account) -> tuple[tuple[str, ...], ...]:
    """What an account may share with another of the same meeting."""
    if account.is_visit:
        return tuple(("visit", person) for person in sorted(account.people)[:MANY])
    pairs = sorted(account.pairs)[: MANY * MANY]
    keys: list[tuple[str, ...]] = [("pair", *pair) for pair in pairs]
    places = [each for each in (account.place, account.country) if each] or [""]
    heads = sorted(account.heads)
    states = [(a, b) for i, a in enumerate(heads[:MANY]) for b in heads[i + 1 : MANY]]
    keys += [("states", a, b, place) for a, b in states for place in places]
    keys += [("somewhere", a, b) for a, b in states if account.exact]
    keys += [("person", person, head) for person in sorted(account.people)[: 2 * MANY] for head in heads[:MANY]]
    return tuple(keys)


# ── days of one round ───────────────────────────────────────────────────────────────────────────────────────────────


def days(accounts: Sequence[Account]) -> Mapping[str, tuple[Account, ...]]:
    """
    The parts of one meeting: day → its accounts, in order; empty where no article tells several days of it apart.

    An account of another article is of a part where its day is a later one: the first stands for the whole.
    """
    named = {each.ref: name for each in accounts if (name := _day(each))}
    by_article: dict[str, set[str]] = defaultdict(set)
    for ref, name in named.items():
        by_article[ref.article].add(name)
    split = {article for article, told in by_article.items() if len(told) > 1}
    wanted = sorted({name for article in split for name in by_article[article]})
    found = {}
    for name in wanted:
        members = [
            each
            for each in accounts
            if named.get(each.ref) == name and (each.ref.article in split or name != wanted[0])
        ]
        found[name] = tuple(sorted(members, key=lambda each: each.ref))
    return found


def _day(account: Account) -> str | None:
    """The single day an account tells of: a date, with or without its year, or a weekday; None for several or none."""
    if account.when is None or account.meeting.end is not None:
        return None
    if account.when.day is not None and account.when.month is not None:
        return f"{account.when.month:02d}-{account.when.day:02d}"
    return f"weekday {account.when.weekday}" if account.when.weekday is not None else None

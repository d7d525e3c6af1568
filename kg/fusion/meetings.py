"""Meetings as single articles tell them → clusters of reports of one meeting, and the days that are parts of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum
from itertools import combinations, permutations

from kg.fusion.clusters import Cluster, Grouping, in_words
from kg.fusion.when import Pattern, bounds, compatible, gap, months, pattern
from kg.model import Meeting, MeetingKind, Ref, Status

SLIP = 3  # days by which sources may differ on a meeting in one city; a call on one day
ROUND = 10  # days that one round of talks may last
NEWS = 45  # days before or after an article within which an undated meeting it tells of is looked for
AHEAD = 400  # days ahead of an article that a plan without a date may lie
MANY = 6  # parties or people of one side from which on not every pair is a key
CROWDED = 60  # meetings under one key, from which on a look-up goes by month
JUST_NOW = 15  # days around an article, of which it more likely tells than of others
POSTPONED = 31  # days by which a meeting may be put off and be the same
NO_MONTH = (0, 0)
AHEAD_OF = frozenset({Status.PLANNED, Status.POSSIBLE})


@dataclass(frozen=True, slots=True)
class Account:
    """
    One meeting as one article tells it, in ids of the whole graph.

    `pairs` are the people who stood on different sides, each pair sorted; `heads` the states met, or the institution
    where it is of no state, those of the people included. `place` is a city or region, `country` a state's id. `levels`
    are those at which they met (`kg.fusion.levels`), empty where that is not told.
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
    levels: frozenset[str] = frozenset()

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
        return self.meeting.status in AHEAD_OF

    @property
    def carried(self) -> bool:
        """Whether its day is only that of something else which the article tells."""
        return self.meeting.start is not None and self.meeting.start.carried

    @property
    def exact(self) -> bool:
        return self.span is not None and self.when is not None and self.when.full is not None


def span_of(meeting: Meeting) -> tuple[date, date] | None:
    """The days a meeting may cover, both included; None without a beginning in a known year."""
    begin = meeting.start if pattern(meeting.start) else meeting.end
    start = pattern(begin)
    if begin is None or start is None:
        return None
    first, last = begin.first, begin.last
    if first is None or last is None:
        first, last = bounds(start)
    if first is None or last is None:
        return None
    end = meeting.end.last if meeting.end and meeting.end.last else last
    return first, max(last, end)


class Who(IntEnum):
    """How much two reports share of those who met, most last."""

    OTHERS = 0  # both say who met, and nobody did in both
    THIN = 1  # what one says of who met is part of what the other says, and less than two parties
    STATES = 2  # the same states; one of the reports names nobody, or nobody on a side
    SOME = 3  # somebody in common, nothing against it
    PAIR = 4  # two people who met


class Where(IntEnum):
    """How two reports agree on the place, best last."""

    APART = 0
    COUNTRY = 1  # two cities of one country
    UNKNOWN = 2
    WITHIN = 3  # a city, and its country
    SAME = 4


class Time(IntEnum):
    """How two reports agree on the time, best last."""

    APART = 0
    MOVED = 1  # planned for one day, said to have happened on another within weeks
    UNKNOWN = 2
    LOOSE = 3  # a month and a day in it, a date without its year and one near it
    DAY = 4  # the same day and month, one without its year
    NEAR = 5  # a few days apart
    SAME = 6


class Gathering:
    """Accounts taken for one meeting so far."""

    __slots__ = (
        "accounts",
        "articles",
        "countries",
        "heads",
        "levels",
        "number",
        "pairs",
        "patterns",
        "people",
        "places",
        "published",
        "rounds",
        "spans",
        "statuses",
        "venues",
    )

    def __init__(self, number: int) -> None:
        self.number = number
        self.accounts: list[Account] = []
        self.articles: dict[str, list[Account]] = {}
        self.people: set[str] = set()
        self.pairs: set[tuple[str, str]] = set()
        self.heads: set[str] = set()
        self.levels: set[str] = set()
        self.places: set[str] = set()
        self.countries: set[str] = set()
        self.venues: set[str] = set()
        self.rounds: set[int] = set()
        self.patterns: set[Pattern] = set()
        self.spans: set[tuple[date, date]] = set()
        self.statuses: set[Status] = set()
        self.published: set[date] = set()

    def add(self, account: Account) -> None:
        self.accounts.append(account)
        self.articles.setdefault(account.ref.article, []).append(account)
        self.people |= account.people
        self.pairs |= account.pairs
        self.heads |= account.heads
        self.levels |= account.levels
        self.places |= {account.place} if account.place else set()
        self.countries |= {account.country} if account.country else set()
        self.venues |= {account.venue} if account.venue else set()
        self.rounds |= {account.meeting.round} if account.meeting.round else set()
        self.patterns |= {account.when} if account.when else set()
        self.spans |= {account.span} if account.span else set()
        self.statuses.add(account.meeting.status)
        self.published |= {account.published} if account.published else set()

    @property
    def is_call(self) -> bool:
        return self.accounts[0].is_call

    @property
    def is_visit(self) -> bool:
        return self.accounts[0].is_visit

    @property
    def ahead(self) -> bool:
        """Told by all as something to come."""
        return self.statuses <= AHEAD_OF


class Bond:
    """What an account and a gathering share."""

    __slots__ = ("account", "alike", "gathering", "same_article", "same_round", "time", "where", "who")

    def __init__(self, account: Account, gathering: Gathering) -> None:
        self.account, self.gathering = account, gathering
        self.who, self.where, self.time = (
            _who(account, gathering),
            _where(account, gathering),
            _time(account, gathering),
        )
        # As many parties in both: of "the two met" and "the three met" neither is a shorter form of the other.
        self.alike = account.heads == gathering.heads or min(len(account.heads), len(gathering.heads)) < 2
        self.same_round = account.meeting.round is not None and account.meeting.round in gathering.rounds
        self.same_article = account.ref.article in gathering.articles


@dataclass(frozen=True, slots=True)
class Fit:
    """That an account fits a gathering: `sure`, or only where no other fits better or as well."""

    sure: bool
    rank: tuple[int, ...]
    bond: Bond


def meetings(accounts: Iterable[Account], names: Mapping[str, str]) -> tuple[Cluster, ...]:
    """
    Cluster the meetings of all articles.

    The best told ones go first: those with a day, then with a month, then with a day but no year, then the rest; of
    each, numbered rounds first and plans last. Each joins the meeting it fits, or opens one; a report that only may fit
    joins where one meeting fits best.
    """
    ordered = sorted(accounts, key=_clarity)
    grouping = Grouping(each.ref for each in ordered)
    index = _Index()
    for account in ordered:
        found, reason = _home(account, index.candidates(account), names)
        if found is None:
            found = index.open()
            if reason:
                grouping.doubt(account.ref, reason)
        else:
            grouping.join(_likest(account, found).ref, account.ref, reason)
        found.add(account)
        index.register(account, found)
    return grouping.clusters()


def _likest(account: Account, gathering: Gathering) -> Account:
    """The account in the gathering, of its first ones, that shares most with another."""

    def shared(other: Account) -> tuple[int, ...]:
        places = account.place is not None and account.place == other.place
        people = len(account.people & other.people)
        return bool(account.pairs & other.pairs), len(account.heads & other.heads), places, people

    return max(gathering.accounts[:MANY], key=shared)


def _clarity(account: Account) -> tuple[object, ...]:
    parts = account.when.parts if account.when else 0
    return (
        not account.exact,
        account.span is None,
        -parts,
        account.meeting.round is None,
        account.ahead,
        account.place is None,
        -len(account.pairs),
        -len(account.people),
        -len(account.heads),
        account.span or (date.min, date.min),
        account.ref,
    )


def _home(account: Account, candidates: Sequence[Gathering], names: Mapping[str, str]) -> tuple[Gathering | None, str]:
    """The gathering the account joins, with the reason; else None, with the doubt where several may be meant."""
    fits = [(fit, each) for each in candidates if (fit := fitting(account, each))]
    sure = [(fit, each) for fit, each in fits if fit.sure]
    if sure:
        fit, each = max(sure, key=lambda item: (item[0].rank, -item[1].number))
        return each, _words(fit.bond, names)
    if len(fits) > 1:
        fits = _closest(account, fits)
    if len(fits) == 1:
        return fits[0][1], f"{_words(fits[0][0].bond, names)}; no other meeting known fits as well"
    if fits:
        return None, f"may be any of {len(fits)} meetings"
    return None, ""


def _closest(account: Account, fits: list[tuple[Fit, Gathering]]) -> list[tuple[Fit, Gathering]]:
    """Those that fit best; of these the one near the article's own day, if there is just one."""
    best = max(fit.rank for fit, _ in fits)
    top = [(fit, each) for fit, each in fits if fit.rank == best]
    if account.ahead and len(top) > 1 and len(account.pairs) > 1 and all(each.spans for _, each in top):
        shared = [account.pairs & each.pairs for _, each in top]
        if not any(one & other for one, other in combinations(shared, 2)):
            return [min(top, key=lambda item: min(item[1].spans))]  # "will see X and Y": it began with one of them
    if account.is_visit and account.ahead and all(_on_the_spot(fit.bond) for fit, _ in top):
        return [min(top, key=lambda item: (min(item[1].spans), item[1].number))]  # whom they met there that day first
    if len(top) == 1 or account.published is None:
        return top
    day = account.published
    near = [(fit, each) for fit, each in top if any(gap(span, (day, day)) <= JUST_NOW for span in each.spans)]
    return near if len(near) == 1 else top


def _on_the_spot(bond: Bond) -> bool:
    """A journey that was planned, and a meeting of the same day and place."""
    return bond.time is Time.SAME and bond.where is Where.SAME and bool(bond.gathering.spans)


# ── does it fit ─────────────────────────────────────────────────────────────────────────────────────────────────────


def fitting(account: Account, gathering: Gathering) -> Fit | None:
    """Whether and why an account may be of the meeting that a gathering tells."""
    bond = Bond(account, gathering)
    if bond.who is Who.OTHERS or bond.time is Time.APART or _calls_apart(bond) or _rounds_apart(bond):
        return None
    if bond.same_article and not _told_twice(bond):
        return None
    if not _timely(bond):
        return None
    sure = _sure(bond)
    if not sure and not _possible(bond):
        return None
    form = int(account.is_visit == gathering.is_visit)
    rank = (bond.who, bond.where, int(bond.alike) + int(bond.same_round), bond.time, form)
    return Fit(sure, rank, bond)


def _sure(bond: Bond) -> bool:
    if not bond.alike or bond.who is Who.THIN:
        return False
    if bond.time is Time.SAME:
        if bond.who is Who.PAIR:
            return True  # the same two on the same day: where places differ, the sources do
        visits = bond.account.is_visit == bond.gathering.is_visit
        return visits and (bond.where is Where.SAME or (bond.where is Where.WITHIN and bond.who is Who.SOME))
    if bond.time is Time.NEAR and bond.who >= Who.SOME:
        return bond.where is Where.SAME or (bond.account.is_call and bond.who is Who.PAIR)
    return False


def _possible(bond: Bond) -> bool:
    """Whether it may be of the meeting where no other fits."""
    who, where, time = bond.who, bond.where, bond.time
    if where in (Where.APART, Where.COUNTRY):
        return who is Who.PAIR and time is Time.DAY
    if time is Time.MOVED or not bond.alike:
        return who is Who.PAIR and (bond.alike or time >= Time.DAY)
    if who is Who.PAIR:
        return time is not Time.NEAR or where is Where.SAME or bond.same_article
    if who is Who.SOME:
        return where is not Where.UNKNOWN or time in (Time.SAME, Time.DAY) or _came_soon(bond)
    if who is Who.STATES:
        if time is Time.NEAR and _denials_differ(bond):
            return False
        if where is Where.UNKNOWN:
            sure = time in (Time.SAME, Time.DAY, Time.NEAR) or bond.same_round
            return sure or _one_announcement(bond) or _news_of_the_day(bond) or _came_of_it(bond)
        return where is Where.SAME or time >= Time.LOOSE
    return where is not Where.UNKNOWN and (time >= Time.LOOSE or _both_ahead(bond))


def _denials_differ(bond: Bond) -> bool:
    """One tells of something called off, the other of something that took place."""
    settled = (bond.gathering.statuses | {bond.account.meeting.status}) - AHEAD_OF
    return len(settled) > 1


def _both_ahead(bond: Bond) -> bool:
    return bond.account.ahead and bond.gathering.ahead


def _one_announcement(bond: Bond) -> bool:
    """Plans without place and time, told by articles of the same days."""
    day = bond.account.published
    close = day is not None and any(abs((each - day).days) <= SLIP for each in bond.gathering.published)
    bare = bond.account.when is None and not bond.gathering.patterns and not bond.gathering.places
    return close and bare and _both_ahead(bond)


def _news_of_the_day(bond: Bond) -> bool:
    """What took place, told without a day or place, by an article of the days right after the meeting."""
    account, day = bond.account, bond.account.published
    if day is None or account.when is not None or account.meeting.status is not Status.HAPPENED:
        return False
    ends = (last for _, last in bond.gathering.spans)
    return Status.HAPPENED in bond.gathering.statuses and any(0 <= (day - last).days <= SLIP for last in ends)


def _came_of_it(bond: Bond) -> bool:
    """A plan of ministers by name, and the ministers of just those offices who met within weeks."""
    account, gathering = bond.account, bond.gathering
    if not account.levels & gathering.levels or not account.ahead or account.when is not None:
        return False
    day = account.published
    return day is not None and any(0 <= (first - day).days <= NEWS for first, _ in gathering.spans)


def _came_soon(bond: Bond) -> bool:
    """A plan to meet told of two parties, and that somebody of it met the other party within days."""
    account, gathering, day = bond.account, bond.gathering, bond.account.published
    if day is None or not account.ahead or account.when is not None or len(account.heads & gathering.heads) < 2:
        return False
    return any(0 <= (first - day).days <= JUST_NOW for first, _ in gathering.spans)


def _who(account: Account, gathering: Gathering) -> Who:
    if account.pairs & gathering.pairs:
        return Who.PAIR
    if account.pairs and gathering.pairs:
        return Who.OTHERS
    shared = account.heads & gathering.heads
    nested = account.heads <= gathering.heads or gathering.heads <= account.heads
    summits = account.meeting.kind is gathering.accounts[0].meeting.kind is MeetingKind.SUMMIT
    unnamed = not account.people or not gathering.people
    if summits and unnamed and _bodies_alone(account.heads, gathering.heads):
        return Who.THIN
    if not nested:
        return Who.OTHERS
    if account.people & gathering.people:
        return Who.SOME
    if account.people and gathering.people:
        return Who.OTHERS
    if account.levels and gathering.levels and not account.levels & gathering.levels:
        return Who.OTHERS
    if len(shared) >= 2:
        return Who.STATES
    return Who.THIN if shared or summits else Who.OTHERS


def _bodies_alone(left: Iterable[str], right: Iterable[str]) -> bool:
    """One names a body of states in place of the states themselves."""
    return not any(each.startswith("state/") for each in left) or not any(each.startswith("state/") for each in right)


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
    if account.when is None or account.when.parts == 0:
        return Time.UNKNOWN
    dated = [each for each in gathering.patterns if each.parts]
    if not dated:
        return Time.UNKNOWN
    if account.span and gathering.spans:
        found = _between(account, account.span, gathering)
    else:
        found = max(_loose(account.when, each) for each in dated)
    nearly = account.carried and any(_nearly(account.when, each) for each in dated)
    return Time.UNKNOWN if found is Time.APART and nearly else found


def _nearly(left: Pattern, right: Pattern) -> bool:
    """Two days of which one may be the other, told roughly: not further apart than a round lasts."""
    year = left.year or right.year or 2000
    one, other = (replace(each, year=each.year or year).full for each in (left, right))
    return one is not None and other is not None and abs((one - other).days) <= ROUND


def _between(account: Account, span: tuple[date, date], gathering: Gathering) -> Time:
    """The time between an account of known year and the spans of a gathering, of which the short ones count first."""
    short = [each for each in gathering.spans if _length(each) <= ROUND]
    if _length(span) > ROUND or not short:
        return Time.LOOSE if any(gap(span, each) == 0 for each in gathering.spans) else Time.APART
    apart = min(gap(span, each) for each in short)
    if apart == 0:
        return Time.SAME
    whole = (min(each[0] for each in (span, *short)), max(each[1] for each in (span, *short)))
    if apart <= (1 if account.is_call else SLIP) and _length(whole) <= ROUND:
        return Time.NEAR
    planned = account.ahead != bool(gathering.statuses & AHEAD_OF)
    told = account.published or min(gathering.published, default=None)
    later = span[0] < short[0][0] if account.ahead else span[0] > short[0][0]
    return Time.MOVED if planned and later and told and apart <= POSTPONED else Time.APART


def _length(span: tuple[date, date]) -> int:
    return (span[1] - span[0]).days


def _loose(left: Pattern, right: Pattern) -> Time:
    """Two dates of which at least one lacks its year."""
    same_day = left.day is not None and (left.month, left.day) == (right.month, right.day)
    if compatible(left, right):
        return Time.SAME if same_day and left.year is right.year is None else Time.DAY if same_day else Time.LOOSE
    if left.month and right.month and left.day and right.day:
        year = left.year or right.year or 2000
        a, b = Pattern(year, left.month, left.day).full, Pattern(year, right.month, right.day).full
        if a and b and abs((a - b).days) <= SLIP:
            return Time.NEAR if left.year is right.year is None else Time.LOOSE
    return Time.APART


def _calls_apart(bond: Bond) -> bool:
    """A call is no meeting in a room; where no room is told, two people may be said to have talked when they called."""
    if bond.account.is_call == bond.gathering.is_call:
        return False
    placeless = bond.where is Where.UNKNOWN and not (bond.account.place and bond.gathering.places)
    return not (bond.time is Time.SAME and bond.who is Who.PAIR and placeless)


def _rounds_apart(bond: Bond) -> bool:
    number = bond.account.meeting.round
    if not number or not bond.gathering.rounds or bond.same_round:
        return False
    return not (bond.where is Where.SAME and bond.time >= Time.DAY)


def _told_twice(bond: Bond) -> bool:
    """An article tells two meetings apart unless they are days of one round, or one told again in other words."""
    account = bond.account
    others = bond.gathering.articles[account.ref.article]
    if not bond.alike or bond.where not in (Where.SAME, Where.UNKNOWN) or account.is_call:
        return False
    statuses = {each.meeting.status for each in (account, *others)}
    if bond.who is Who.OTHERS or bond.who is Who.THIN:
        return False
    if bond.who is Who.PAIR and any(_covers(each, account) or _covers(account, each) for each in others):
        return len(statuses) == 1
    told = [each.when for each in others if each.when]
    days_apart = account.when is not None and any(not compatible(account.when, each) for each in told)
    if days_apart:
        weekdays = account.when is not None and any(each.weekday is not None for each in (account.when, *told))
        of_one_week = weekdays and bond.time is Time.UNKNOWN and bond.where is Where.SAME
        return (bond.time in (Time.NEAR, Time.SAME) or of_one_week) and Status.DENIED not in statuses
    named = bool(account.pairs) <= any(each.pairs for each in others)
    if account.ahead and account.when is None and bond.where is Where.SAME and named:
        return Status.DENIED not in statuses  # talks that are expected to do something are under way
    same_people = all(account.pairs == each.pairs for each in others) and bool(account.pairs)
    return same_people and len(statuses) == 1 and bond.time in (Time.SAME, Time.UNKNOWN) and not account.ahead


def _covers(whole: Account, day: Account) -> bool:
    """One tells of several days, the other of one of them."""
    if not whole.span or not day.span or not 0 < _length(whole.span) <= ROUND or _length(day.span) > 0:
        return False
    return gap(whole.span, day.span) == 0


def _timely(bond: Bond) -> bool:
    """Whether the days on which articles were published leave room for one meeting, where its own day is not told."""
    account, gathering = bond.account, bond.gathering
    if bond.time in (Time.SAME, Time.NEAR) or account.published is None:
        return True
    day = account.published
    spans = sorted(gathering.spans) or sorted(filter(None, (_around(each, day) for each in gathering.patterns)))
    if spans:
        first, last = spans[0][0], max(each[1] for each in spans)
        if account.ahead:
            return last >= day - timedelta(1) and (first - day).days <= AHEAD
        if account.meeting.status is Status.DENIED:
            return abs((first - day).days) <= AHEAD
        return first <= day + timedelta(1) and (bond.time >= Time.LOOSE or (day - last).days <= AHEAD)
    room = NEWS if gathering.statuses | {account.meeting.status} == {Status.HAPPENED} else AHEAD
    return not gathering.published or min(abs((each - day).days) for each in gathering.published) <= room


def _around(parts: Pattern, day: date) -> tuple[date, date] | None:
    """A date without its year in the year that brings it nearest to a day; None where no month is told."""
    if parts.month is None or parts.year is not None:
        return None
    found = [bounds(Pattern(year, parts.month, parts.day)) for year in (day.year - 1, day.year, day.year + 1)]
    spans = [(first, last) for first, last in found if first and last]
    return min(spans, key=lambda span: gap(span, (day, day)), default=None)


# ── the reason in words ─────────────────────────────────────────────────────────────────────────────────────────────

_WHERE_WORDS = {
    Where.WITHIN: "one report names the place, the other its country",
    Where.UNKNOWN: "a place told by one report only, or by none",
    Where.COUNTRY: "though the cities differ",
    Where.APART: "though the places differ",
}
_TIME_WORDS = {
    Time.SAME: "at the same time",
    Time.NEAR: "on days close together",
    Time.DAY: "on the same day of the year",
    Time.LOOSE: "at times that agree as far as told",
    Time.MOVED: "planned for a day some weeks before",
    Time.UNKNOWN: "a time told by one report only, or by none",
}


def _words(bond: Bond, names: Mapping[str, str]) -> str:
    rounds = f", the same round, {bond.account.meeting.round}" if bond.same_round else ""
    return f"{_who_words(bond, names)}, {_where_words(bond, names)}, {_time_words(bond)}{rounds}"


def _who_words(bond: Bond, names: Mapping[str, str]) -> str:
    account, gathering = bond.account, bond.gathering
    if bond.who is Who.PAIR:
        pair = min(account.pairs & gathering.pairs)
        return f"{in_words(pair, names)} met"
    if bond.who is Who.SOME:
        return f"{in_words(account.people & gathering.people, names)} took part"
    states = in_words(account.heads & gathering.heads, names)
    if bond.who is Who.STATES:
        unnamed = "" if not account.people and not gathering.people else ", people named in one report only"
        return f"{states} met{unnamed}"
    return f"who met is told in part{f', {states} in both' if states else ''}"


def _where_words(bond: Bond, names: Mapping[str, str]) -> str:
    if bond.where is not Where.SAME:
        return _WHERE_WORDS[bond.where]
    place = bond.account.place if bond.account.place in bond.gathering.places else bond.account.venue
    return f"in {in_words((place,), names)}" if place else "at the same place"


def _time_words(bond: Bond) -> str:
    span = bond.account.span
    if bond.time is Time.SAME and span and span[0] == span[1]:
        return f"on {span[0].isoformat()}"
    return _TIME_WORDS[bond.time]


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
        touched = months(*account.span, margin=0) if account.span else (NO_MONTH,)
        for key in (*_keys(account), *_offered(account)):
            self._all[key][gathering.number] = None
            for month in touched:
                self._months[key, month][gathering.number] = None

    def candidates(self, account: Account) -> list[Gathering]:
        found: set[int] = set()
        for key in (*_keys(account), *_wanted(account)):
            everything = self._all.get(key, {})
            if len(everything) <= CROWDED:
                found.update(everything)
                continue
            for month in _months_to_search(account):
                found.update(self._months.get((key, month), {}))
        return [self._gatherings[number] for number in sorted(found)]


def _months_to_search(account: Account) -> tuple[tuple[int, int], ...]:
    if account.span:
        margin = POSTPONED if account.ahead else SLIP
        return (NO_MONTH, *months(*account.span, margin=margin))
    if account.published:
        return (NO_MONTH, *months(account.published, account.published, margin=NEWS))
    return ()


def _keys(account: Account) -> tuple[tuple[str, ...], ...]:
    """What an account may share with another of the same meeting."""
    keys: list[tuple[str, ...]] = [("pair", *pair) for pair in sorted(account.pairs)[: MANY * MANY]]
    places = [each for each in (account.place, account.country) if each]
    keys += [("states", a, b, place) for a, b in _states(account) for place in places]
    keys += [("states on a day", a, b) for a, b in _states(account) if account.when and account.when.day]
    return tuple(keys)


def _states(account: Account) -> list[tuple[str, str]]:
    heads = sorted(account.heads)
    return [(a, b) for i, a in enumerate(heads[:MANY]) for b in heads[i + 1 : MANY]]


def _is_thin(account: Account) -> bool:
    return not account.pairs and (len(account.heads) < 2 or account.meeting.kind is MeetingKind.SUMMIT)


def _offered(account: Account) -> tuple[tuple[str, ...], ...]:
    """Keys under which an account is found by those that look for something else than what they tell themselves."""
    keys: list[tuple[str, ...]] = [("person", person) for person in sorted(account.people)[: 2 * MANY]]
    keys += [("lone person", person) for person in sorted(account.people)[: 2 * MANY] if not account.pairs]
    places = [each for each in (account.place, account.country) if each]
    keys += [("place", place) for place in places]
    keys += [("thin", place) for place in places if _is_thin(account)]
    placeless = not account.place and not account.country
    keys += [("round", a, b, str(account.meeting.round)) for a, b in _states(account) if account.meeting.round]
    keys += [("plan", a, b) for a, b in _states(account) if placeless and account.ahead]
    keys += [("news", a, b) for a, b in _states(account) if account.span]
    return tuple(keys)


def _wanted(account: Account) -> tuple[tuple[str, ...], ...]:
    keys: list[tuple[str, ...]] = [
        ("lone person" if account.pairs else "person", person) for person in sorted(account.people)[: 2 * MANY]
    ]
    places = [each for each in (account.place, account.country) if each]
    keys += [("place" if _is_thin(account) else "thin", place) for place in places]
    placeless = not account.place and not account.country
    keys += [("round", a, b, str(account.meeting.round)) for a, b in _states(account) if account.meeting.round]
    keys += [("plan", a, b) for a, b in _states(account) if placeless and account.ahead]
    keys += [("news", a, b) for a, b in _states(account) if placeless and account.when is None and account.published]
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
    split = {article for article, days_told in by_article.items() if len(days_told) > 1}
    told: dict[str, list[Account]] = defaultdict(list)
    for each in accounts:
        told[each.ref.article].append(each)
    split |= {name for name, own in told.items() if any(_covers(a, b) for a, b in permutations(own, 2))}
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

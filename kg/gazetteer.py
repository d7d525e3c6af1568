"""
A surface form in; the states, cities, regions, institutions, offices or units it may name out.

The tables lie in data/names and hold no persons. A look-up forgives what newspapers vary (accents, full stops, hyphens,
apostrophes, a leading article, a possessive ending, a headline in capitals) and nothing else: "turkey" is no state and
"us" is not the United States. `Gazetteer.weak` says which names need context because they are as often something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from kg.errors import DefinitionError
from kg.letters import unaccented
from kg.resources import folder

T = TypeVar("T")
# What a name of several words must contain to be known in small letters as well.
BODY_NOUNS = frozenset(
    {
        "administration", "agency", "army", "assembly", "bank", "bureau", "chamber", "commission", "committee",
        "congress", "council", "court", "department", "government", "house", "ministry", "nations", "navy", "office",
        "parliament", "police", "reserve", "senate", "service", "treasury", "union",
    }
)  # fmt: skip
COMPASS = frozenset({"North", "South", "East", "West"})
HEADLINE = 4  # letters: a name of fewer in capitals is taken for an acronym, not for a headline
_MARKS = str.maketrans(
    {".": None, ",": None, "'": None, "’": None, "‘": None, "ʼ": None, "`": None}
    | dict.fromkeys("-‐‑–— ", " ")
    | {"&": " and "}
)
_POSSESSIVE = ("'s", "’s")
_PREFIX = re.compile(r"\b(Co|Inter|Non|Euro|Trans|Multi)[- ](\w)")  # "Inter-Governmental", for "Intergovernmental"
# A word of a text for `find`: full stops and apostrophes inside belong to it, a possessive ending does not.
_WORD = re.compile(r"[^\W_]+(?:(?:\.|[’'ʼ](?!s\b)|&)[^\W_]+)*\+?")
_JOINS = frozenset({" ", "-", "‑", "–", "\u00a0", " & ", "\n"})


@dataclass(frozen=True, slots=True)
class State:
    """
    A state of today, or one of the past with its years.

    `name` is the short English name that news uses. `kind` is "state", "historical" or "former name" (Zaire: the state
    lives on as `successor`). `since` and `until` are years, the latter inclusive. `lat` and `lon` are degrees: the
    middle of the state's towns, for a map. `form` is "monarchy", "republic" or "other". `persons` holds (singular,
    plural) pairs. `offices` are those in which states differ, or the lack of one ("no prime minister"); `unsaid` is
    what news names without saying of which state ("federal government"). `ambiguous` says that the short name itself is
    often something else (Jordan, Georgia, Chad).
    """

    name: str
    kind: str
    iso2: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    persons: tuple[tuple[str, str], ...]
    prefixes: tuple[str, ...]
    capital: str
    seats: tuple[str, ...]
    metonyms: tuple[str, ...]
    form: str
    offices: frozenset[str]
    unsaid: frozenset[str]
    ambiguous: bool
    since: int | None
    until: int | None
    successor: str | None
    lat: float
    lon: float
    geonames: str
    wikidata: str

    def existed(self, year: int) -> bool:
        """Whether the state, or the state under this name, existed at some time in *year*."""
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)


@dataclass(frozen=True, slots=True)
class City:
    """
    A city of 100,000 people or more, a capital, or a smaller place known for diplomacy.

    `rank` is "capital", "known" (reviewed by hand) or empty. `population` is 0 and `geonames` empty where GeoNames'
    list of towns lacks the place. `country` is the sovereign state, `region` the province or territory; empty if
    unknown.
    `weak`: the name is also a common word or a frequent person's name.
    """

    name: str
    country: str
    region: str
    population: int
    lat: float
    lon: float
    geonames: str
    rank: str
    weak: bool
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """
    A region, continent or sea (`kind`); `level` is "province" for a first-order part of a state, else empty.

    `state` is None where no single state owns it; `lat` and `lon` are None where they are not known.
    """

    name: str
    kind: str
    state: str | None
    level: str
    weak: bool
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    lat: float | None
    lon: float | None
    geonames: str


@dataclass(frozen=True, slots=True)
class Body:
    """
    An institution: `kind` is government, company, international, organization, media or party.

    `of` is the state or the larger institution it belongs to, `state` the same where that is a state. `weak`: the name
    by itself is shared with other states' bodies or with common words (Congress, Apple).
    """

    name: str
    kind: str
    of: str | None
    state: str | None
    weak: bool = False
    long_form: str = ""
    acronyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    wikidata: str = ""


@dataclass(frozen=True, slots=True)
class OfficeTitle:
    """
    A title of office.

    `role` is shared by titles that do the same job ("foreign minister" of Secretary of State and External Affairs
    Minister). `national`: without more words the office is a state's. `state` and `body` are set only where the title
    alone tells them.
    """

    name: str
    kind: str
    role: str
    national: bool
    state: str | None
    body: str | None


@dataclass(frozen=True, slots=True)
class TitleWord:
    """A word that heads a title ("minister"), with the kind of office; or a modifier, with the rank it means."""

    word: str
    kind: str


@dataclass(frozen=True, slots=True)
class Unit:
    """
    A currency, measure or count; `code` is ISO 4217 for a currency, else empty.

    `qudt` is the local name in QUDT's unit or currency vocabulary, empty where that has none.
    """

    name: str
    kind: str
    code: str
    qudt: str


Entry = State | City | Region | Body


class Reading(NamedTuple):
    """What a name may mean; `how` is state, demonym, body, city, region, regional (a region's adjective) or metonym."""

    how: str
    entry: Entry


class Found(NamedTuple):
    """A longest match in a text, characters half-open, with every reading of it, the likeliest first."""

    start: int
    end: int
    readings: tuple[Reading, ...]


def fold(surface: str) -> str:
    """The form under which names are compared: accents, full stops, commas and apostrophes gone, hyphens as spaces."""
    return " ".join(unaccented(surface).translate(_MARKS).split())


def _keys(surface: str) -> Iterator[str]:
    """The keys to try, the likeliest first: as written, without the article, without the possessive ending."""
    key = fold(surface)
    yield key
    if key[:4] in ("The ", "the ", "THE "):
        key = key[4:]
        yield key
    if surface.endswith(_POSSESSIVE):
        yield key[:-1]


class _Index(Generic[T]):
    """Folded surface → value, the first to claim a key keeping it; names of mixed case also match in capitals."""

    __slots__ = ("_capitals", "exact")

    def __init__(self, pairs: Iterable[tuple[str, T]]) -> None:
        self.exact: dict[str, T] = {}
        for surface, value in pairs:
            self.exact.setdefault(fold(surface), value)
        self._capitals: dict[str, str] = {}

    def get(self, surface: str) -> T | None:
        for key in _keys(surface):
            if key in self.exact:
                return self.exact[key]
            if len(key) >= HEADLINE and key.isupper() and self.headline(key) is not None:
                return self.exact[self._capitals[key]]
        return None

    def headline(self, key: str) -> str | None:
        """The key that *key*, in capitals, stands for."""
        if not self._capitals:
            for each in self.exact:
                self._capitals.setdefault(each.upper(), each)
        return self._capitals.get(key)


class _Loose(Generic[T]):
    """As `_Index`, in any case of letters, except for acronyms and abbreviations."""

    __slots__ = ("exact",)

    def __init__(self, pairs: Iterable[tuple[str, T]]) -> None:
        self.exact: dict[str, tuple[str, T]] = {}
        for surface, value in pairs:
            self.exact.setdefault(fold(surface).casefold(), (surface, value))

    def get(self, surface: str) -> T | None:
        for key in _keys(surface):
            written, value = self.exact.get(key.casefold(), ("", None))
            if value is not None and _same_writing(written, key):
                return value
        return None


def _same_writing(written: str, key: str) -> bool:
    """An acronym is never all small ("PM", not "3 pm"), an abbreviation keeps its capital ("Gen.", not "gen")."""
    if len(written) <= HEADLINE and sum(map(str.isupper, written)) > 1:
        return not key.islower()
    return not written.endswith(".") or key[:1].isupper()


class Gazetteer:
    """
    The tables of one folder; made once, by `gazetteer`, and not changed after.

    Every look-up takes a surface form and gives None, or an empty tuple, for one that no table knows.
    """

    def __init__(self, names: Path) -> None:
        state_rows = _rows(names / "states.tsv", 22)
        region_rows = _rows(names / "regions.tsv", 10)
        body_rows = _rows(names / "institutions.tsv", 11)
        self._city_rows = _rows(names / "cities.tsv", 10)
        self._states = tuple(map(_state, state_rows))
        self._read_states()
        self._by_city = _groups(_city_names(self._city_rows))
        self._cities: dict[int, City] = {}  # row → city: made when first asked for, since few of the rows ever are
        self._read_regions(tuple(map(_region, region_rows)))
        self._read_bodies(body_rows, _rows(names / "generic_bodies.tsv", 3))
        self._offices = _Loose(_office_names(_rows(names / "offices.tsv", 7)))
        self._read_words(_rows(names / "titlewords.tsv", 3), _rows(names / "surnames_family_first.tsv", 3))
        self._read_units(_rows(names / "units.tsv", 6))
        weak = (
            name
            for rows, column in ((state_rows, 14), (region_rows, 4), (body_rows, 9))
            for row in rows
            for name in _list(row[column])
        )  # state names that are ambiguous, then weak names of regions and of institutions
        self._weak = _Index((name, True) for name in (*weak, *_weak_cities(self._city_rows)))
        self._longest: dict[str, int] = {}

    def _read_states(self) -> None:
        self._by_name = _Index(_state_names(self._states))
        self._by_demonym = _Index(_demonyms(self._states))
        self._by_prefix = {prefix: state for state in self._states for prefix in state.prefixes}
        self._by_metonym = _groups(
            (name, state) for state in self._states for name in (state.capital, *state.seats, *state.metonyms) if name
        )

    def _read_regions(self, regions: tuple[Region, ...]) -> None:
        self._by_region = _Index((name, region) for region in regions for name in (region.name, *region.aliases))
        self._by_region_adjective = _Index((name, region) for region in regions for name in region.adjectives)

    def _read_bodies(self, rows: list[list[str]], generic: list[list[str]]) -> None:
        states = {state.name for state in self._states}
        bodies = [_body(row, states) for row in rows]
        self._by_body = _groups(
            (name, body)
            for body in bodies
            for name in (body.name, body.long_form, *body.acronyms, *body.aliases)
            if name
        )
        # "the US state department": British papers write such names small, but nobody a company's or a party's.
        self._body_any_case = {
            key.casefold(): key
            for key in self._by_body.exact
            if " " in key and not BODY_NOUNS.isdisjoint(key.casefold().split())
        }
        self._body_metonyms = _Index(
            (name, body) for row, body in zip(rows, bodies, strict=True) for name in _list(row[6])
        )
        listed = tuple(zip(rows, bodies, strict=True))
        self._by_adjective = {word.casefold(): body for row, body in listed for word in _list(row[7])}
        self._by_short_name = {name: body for row, body in listed for name in _list(row[8])}
        self._generic = _Loose(
            (name, Body(row[0], row[1], None, None, weak=True)) for row in generic for name in (row[0], *_list(row[2]))
        )

    def _read_words(self, words: list[list[str]], surnames: list[list[str]]) -> None:
        self._heads = {word.casefold(): TitleWord(word, kind) for word, role, kind in words if role == "head"}
        self._ranks = {word.casefold(): TitleWord(word, kind) for word, role, kind in words if role == "rank"}
        self._surnames: dict[str, list[tuple[str, bool]]] = {}
        for surname, language, also_word in surnames:
            self._surnames.setdefault(surname, []).append((language, also_word == "yes"))

    def _read_units(self, rows: list[list[str]]) -> None:
        units = [(Unit(*row[:4]), row) for row in rows]
        self._symbols: dict[str, Unit] = {}
        self._unit_words: dict[str, Unit] = {}
        for unit, row in units:
            for symbol in (*_list(row[4]), *_list(row[2])):
                self._symbols.setdefault(symbol, unit)
            for word in (row[0], *_list(row[5])):
                self._unit_words.setdefault(word.casefold(), unit)

    # ── states ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def state(self, surface: str, *, year: int | None = None) -> State | None:
        """
        The state of that name, or that bore it.

        With a *year* after a former name was given up, the state that lives on: "Burma" in 2012 is Myanmar.
        """
        state = self._by_name.get(surface)
        if state and state.kind == "former name" and state.successor and year and state.until and year > state.until:
            return self._by_name.get(state.successor)
        return state

    def states(self) -> tuple[State, ...]:
        """All states, in the order of their names."""
        return self._states

    def namesakes(self, plural: str, *, year: int | None = None) -> tuple[State, ...]:
        """
        The two states that a plural means, in the order of their names: "Koreas", "Congos", "Germanys" before 1990.

        Empty where the name is that of one state or of more than two.
        """
        word = plural[:-3] + "y" if plural.endswith("ies") else plural.removesuffix("s")
        then = (s for s in self._states if s.kind == "state" or (year is not None and s.existed(year)))
        alike = [state for state in then if plural != word and word in state.name.split()]
        parts = [state for state in alike if state.name.split()[0] in COMPASS]
        found = parts if len(parts) == 2 else alike
        return tuple(found) if len(found) == 2 else ()

    def demonym(self, surface: str) -> State | None:
        """The state of an adjective or of a word for its people: "Chinese", "Briton", "Turks"."""
        return self._by_demonym.get(surface)

    def prefix_demonym(self, surface: str) -> State | None:
        """The state of a combining form, with or without its hyphen: "Sino-" of "Sino-Russian"."""
        return self._by_prefix.get(surface.rstrip("-‐‑–"))

    def metonym(self, surface: str, *, year: int | None = None) -> State | None:
        """
        The state whose government a capital, a palace or a street may stand for; context decides whether it does.

        With a *year*, a state of that time comes first: "Moscow" in 1987 is the Soviet Union's.
        """
        states = self._by_metonym.get(surface) or ()
        today = [state for state in states if state.kind == "state"]
        then = [state for state in states if state.kind != "state" and year is not None and state.existed(year)]
        return next(iter((*then, *today, *states)), None)

    # ── places ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def cities(self, surface: str) -> tuple[City, ...]:
        """All namesakes: capitals of states first, then those known by review, then the others by population."""
        return tuple(sorted(map(self._city, self._by_city.get(surface) or ()), key=_prominence))

    def city(self, surface: str, *, near: Collection[str] = ()) -> City | None:
        """The first namesake in one of the states or regions named in *near*, else the first of all."""
        found = self.cities(surface)
        return next((c for c in found if c.country in near or c.region in near), found[0] if found else None)

    def region(self, surface: str) -> Region | None:
        return self._by_region.get(surface)

    def regional(self, surface: str) -> Region | None:
        """The region of an adjective or of a word for its people: "European", "Scottish", "Uyghur"."""
        return self._by_region_adjective.get(surface)

    # ── institutions and offices ────────────────────────────────────────────────────────────────────────────────────

    def body(self, surface: str, *, of: str | None = None) -> Body | None:
        """
        The institution of that name.

        Where the text says whose it is (*of*, a state's name), a body of that state comes first, and a name that many
        states share gives that state's: "Supreme Court" of India is not the one in Washington.
        """
        joined = _PREFIX.sub(lambda m: m[1] + m[2].lower(), surface)
        bodies = self._by_body.get(surface) or self._by_body.get(joined) or ()
        bodies = bodies or self._by_body.exact.get(self._body_key(surface)) or ()
        if of is None:
            return bodies[0] if bodies else None
        for body in bodies:
            if body.of in (of, None):
                return body
        generic = self._generic.get(surface)
        if generic is not None:
            own = (body for body in self._by_body.get(generic.name) or () if body.of == of)
            return next(own, replace(generic, of=of, state=of if self.state(of) else None, weak=False))
        return bodies[0] if bodies and not self.weak(surface) else None

    def _body_key(self, surface: str) -> str:
        return next(
            (self._body_any_case[k.casefold()] for k in _keys(surface) if k.casefold() in self._body_any_case), ""
        )

    def generic_body(self, surface: str) -> Body | None:
        """A body that many states have, in any case of letters: "defence ministry", "Parliament"; its `of` is None."""
        return self._generic.get(surface)

    def metonym_body(self, surface: str) -> Body | None:
        """The institution that a place may stand for: "Brussels" of the European Union."""
        return self._body_metonyms.get(surface)

    def bloc(self, adjective: str) -> Body | None:
        """The institution whose members alone an adjective may mean, in any case: "West African" of ECOWAS."""
        return self._by_adjective.get(adjective.casefold())

    def short_named(self, surface: str) -> Body | None:
        """The institution of a larger one that is called so beside it: "Commission" of the European Union."""
        return self._by_short_name.get(surface)

    def office(self, surface: str) -> OfficeTitle | None:
        """The office of a title, in any case and with or without hyphens; honorifics ("Mr.", "Sir") are none."""
        office = self._offices.get(surface)
        return None if office is None or office.kind == "honorific" else office

    def honorific(self, surface: str) -> bool:
        office = self._offices.get(surface)
        return office is not None and office.kind == "honorific"

    def title_word(self, lemma: str) -> TitleWord | None:
        """A single word that can head a title: "minister", "negotiator", "leader"."""
        return self._heads.get(lemma.casefold())

    def rank_word(self, lemma: str) -> TitleWord | None:
        """A word that modifies a title, its kind the rank it means: "ex-" and "onetime" mean "former"."""
        return self._ranks.get(lemma.casefold())

    # ── people's names ──────────────────────────────────────────────────────────────────────────────────────────────

    def family_first(self, surname: str) -> bool:
        """Whether a Chinese, Korean or Vietnamese family bears that name, and so writes it first."""
        return surname in self._surnames

    def surname_language(self, surname: str) -> str | None:
        """The language, "zh", "ko" or "vi", that alone has the family name; None where several do or none."""
        languages = self._surnames.get(surname, [])
        return languages[0][0] if len(languages) == 1 else None

    def surname_is_word(self, surname: str) -> bool:
        """Whether a family-first surname is also a common English word or name: "He", "Long", "Park"."""
        return any(also for _, also in self._surnames.get(surname, ()))

    # ── units ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def currency(self, surface: str) -> Unit | None:
        """The currency of a symbol, an ISO 4217 code or a word; "$" and "dollar" alone are the United States dollar."""
        unit = self.unit(surface)
        return unit if unit is not None and unit.kind == "currency" else None

    def unit(self, surface: str) -> Unit | None:
        """The currency, measure or count of a symbol (case matters), a code or a word (case does not matter)."""
        return self._symbols.get(surface) or self._unit_words.get(surface.casefold())

    # ── all of them ─────────────────────────────────────────────────────────────────────────────────────────────────

    def weak(self, surface: str) -> bool:
        """Whether a name is as often something else, and so needs context: "Jordan", "Reading", "Congress"."""
        return self._weak.get(surface) is not None

    def readings(self, surface: str) -> tuple[Reading, ...]:
        """Every reading of a surface form, the likeliest first; offices and units aside."""
        lookups: tuple[tuple[str, Callable[[str], Entry | None]], ...] = (
            ("state", self.state),
            ("demonym", self.demonym),
            ("body", self.body),
            ("city", self.city),
            ("region", self.region),
            ("regional", self.regional),
            ("metonym", self.metonym),
        )
        found = ((how, lookup(surface)) for how, lookup in lookups)
        return tuple(Reading(how, entry) for how, entry in found if entry is not None)

    def find(self, text: str) -> Iterator[Found]:
        """The longest names in *text*, from left to right and without overlaps, weak ones included."""
        words = [(match.start(), match.end(), fold(match[0])) for match in _WORD.finditer(text)]
        lengths, i = self._lengths(), 0
        while i < len(words):
            found = self._found_at(text, words, i, lengths)
            if found is None:
                i += 1
                continue
            yield found[0]
            i += found[1]

    def _found_at(
        self, text: str, words: list[tuple[int, int, str]], i: int, lengths: dict[str, int]
    ) -> tuple[Found, int] | None:
        """The longest match that starts at word *i*, and how many words it takes."""
        longest = lengths.get(words[i][2], 0)
        joined = 1
        while joined < longest and i + joined < len(words) and _joins(text, words[i + joined - 1], words[i + joined]):
            joined += 1
        article = words[i][2] in ("The", "the", "THE")
        for n in range(min(joined, longest), 0, -1):
            start, end = words[i][0], words[i + n - 1][1]
            if article and not any(fold(text[start:end]) in table for table in self._tables()):
                continue  # the article is part of "The Hague", not of "the Kremlin"
            readings = self.readings(text[start:end])
            if not readings and text[end : end + 2] in _POSSESSIVE:  # "Moody's"
                end += 2
                readings = self.readings(text[start:end])
            if readings:
                full_stop = text[end : end + 1] == "." and "." in text[words[i + n - 1][0] : end]  # "the U.S."
                return Found(start, end + full_stop, readings), n
        return None

    def _lengths(self) -> dict[str, int]:
        """The first word of every name, also in capitals → the most words of a name that starts with it."""
        if not self._longest:
            keys = [key for table in self._tables() for key in table]
            for key in (*keys, *map(str.upper, keys), *self._body_any_case):
                words = key.split()
                self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))
        return self._longest

    def _tables(self) -> tuple[Collection[str], ...]:
        return (
            self._by_name.exact,
            self._by_demonym.exact,
            self._by_metonym.exact,
            self._by_city.exact,
            self._by_region.exact,
            self._by_region_adjective.exact,
            self._by_body.exact,
        )

    def _city(self, row: int) -> City:
        if row not in self._cities:
            self._cities[row] = _make_city(self._city_rows[row])
        return self._cities[row]


@cache
def gazetteer() -> Gazetteer:
    """The tables shipped with the program, read at the first call; DefinitionError where one is missing or broken."""
    return Gazetteer(folder("names"))


# ── from rows ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _rows(path: Path, columns: int) -> list[list[str]]:
    """The rows under the header."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        raise DefinitionError(f"{path.name} is missing from the tables of names: install kg again.") from None
    rows = [line.split("\t") for line in lines[1:] if line]
    for number, row in enumerate(rows, start=2):
        if len(row) != columns:
            raise DefinitionError(f"{path.name}, line {number}: {len(row)} columns where {columns} belong.")
    return rows


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _year(cell: str) -> int | None:
    return int(cell) if cell else None


def _state(row: list[str]) -> State:
    official = (row[3],) if row[3] and row[3] != row[0] else ()
    return State(
        name=row[0],
        kind=row[1],
        iso2=row[2],
        aliases=tuple(dict.fromkeys((*_list(row[4]), *official))),
        adjectives=_list(row[5]),
        persons=tuple((pair.partition("/")[0], pair.partition("/")[2]) for pair in _list(row[6])),
        prefixes=_list(row[7]),
        capital=row[8],
        seats=_list(row[9]),
        metonyms=_list(row[10]),
        form=row[11],
        offices=frozenset(_list(row[12])),
        unsaid=frozenset(_list(row[13])),
        ambiguous=row[0] in _list(row[14]),
        since=_year(row[15]),
        until=_year(row[16]),
        successor=row[17] or None,
        lat=float(row[18]),
        lon=float(row[19]),
        geonames=row[20],
        wikidata=row[21],
    )


def _state_names(states: tuple[State, ...]) -> Iterator[tuple[str, State]]:
    """Short names before aliases, states of today before those of the past."""
    today_first = sorted(states, key=lambda state: state.kind != "state")
    yield from ((state.name, state) for state in today_first)
    yield from ((alias, state) for state in today_first for alias in state.aliases)


def _demonyms(states: tuple[State, ...]) -> Iterator[tuple[str, State]]:
    """Where two states share one ("Dominican"), the one whose own name does not need context comes first."""
    for state in sorted(states, key=lambda state: (state.kind != "state", state.ambiguous)):
        yield from ((adjective, state) for adjective in state.adjectives)
        yield from ((word, state) for pair in state.persons for word in pair)


def _make_city(row: list[str]) -> City:
    return City(
        name=row[0],
        country=row[1],
        region=row[2],
        population=int(row[3] or 0),
        lat=float(row[4]),
        lon=float(row[5]),
        geonames=row[6],
        rank=row[7],
        weak=row[0] in _list(row[8]),
        aliases=_list(row[9]),
    )


def _city_names(rows: list[list[str]]) -> Iterator[tuple[str, int]]:
    for i, row in enumerate(rows):
        yield row[0], i
        if row[9]:
            yield from ((alias, i) for alias in row[9].split("|"))


def _prominence(city: City) -> tuple[int, int, str, str]:
    rank = ("capital", "known", "").index(city.rank)
    return rank, -city.population, city.country, city.geonames


def _region(row: list[str]) -> Region:
    return Region(
        name=row[0],
        kind=row[1],
        state=row[2] or None,
        level=row[3],
        weak=row[0] in _list(row[4]),
        aliases=_list(row[5]),
        adjectives=_list(row[6]),
        lat=float(row[7]) if row[7] else None,
        lon=float(row[8]) if row[8] else None,
        geonames=row[9],
    )


def _body(row: list[str], states: set[str]) -> Body:
    return Body(
        name=row[0],
        kind=row[1],
        of=row[2] or None,
        state=row[2] if row[2] in states else None,
        weak=row[0] in _list(row[9]),
        long_form=row[3],
        acronyms=_list(row[4]),
        aliases=_list(row[5]),
        wikidata=row[10],
    )


def _office_names(rows: list[list[str]]) -> Iterator[tuple[str, OfficeTitle]]:
    """Canonical titles before variants."""
    offices = [(OfficeTitle(r[0], r[1], r[2], r[3] == "yes", r[4] or None, r[5] or None), r) for r in rows]
    yield from ((office.name, office) for office, _ in offices)
    yield from ((variant, office) for office, row in offices for variant in _list(row[6]))


def _weak_cities(rows: list[list[str]]) -> frozenset[str]:
    """The keys that are weak as cities, unless a well-known city has the name too."""
    weak = {fold(name) for row in rows if row[8] for name in row[8].split("|")}
    strong = {fold(row[0]) for row in rows if row[7] and row[0] not in row[8].split("|")}
    return frozenset(weak - strong)


def _groups(pairs: Iterable[tuple[str, T]]) -> _Index[tuple[T, ...]]:
    """As an index, each key with all its values in the order given, each once."""
    groups: dict[str, list[T]] = {}
    for surface, value in pairs:
        listed = groups.setdefault(fold(surface), [])
        if value not in listed:
            listed.append(value)
    return _Index((key, tuple(values)) for key, values in groups.items())


def _joins(text: str, left: tuple[int, int, str], right: tuple[int, int, str]) -> bool:
    """Whether two words may belong to one name: a full stop between them must be that of a short form ("St. Louis")."""
    gap = text[left[1] : right[0]]
    return gap in _JOINS or (gap == ". " and len(left[2]) <= 3) or (gap == ", " and right[2] in ("DC", "Inc"))

"""People as single articles know them → clusters: who is the same person, and why."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from kg.fusion.clusters import Cluster, Grouping
from kg.fusion.names import PersonName, titles_agree
from kg.model import Ref

LIFE_SPAN = 45  # years between two articles from which on one name means two people
STRONG_COMPANY = 6  # names of others beside both, from which on two states are a change of post
CROWD = 40  # people under one key, from which on it is no sign of one person
MISSPELT = 6  # letters from which on one letter more, less or other may be a spelling
BRIEF = 4  # letters from which on it may be one where the office is the same as well


@dataclass(frozen=True, slots=True)
class Profile:
    """
    One person as one article knows them.

    `states` are names of states the person stands for, `guesses` those of which the article is not sure, `titles` keys
    of titles (`names.title_key`), `bodies` names of institutions an office is of, `private` says that all of those are
    outside government. `company` holds skeletons of the names of the others in the article.
    """

    ref: Ref
    name: str
    parts: PersonName
    states: frozenset[str] = frozenset()
    guesses: frozenset[str] = frozenset()
    titles: frozenset[frozenset[str]] = frozenset()
    bodies: frozenset[str] = frozenset()
    private: bool = False
    company: frozenset[str] = frozenset()
    published: date | None = None

    @property
    def likely(self) -> frozenset[str]:
        """States, sure and guessed."""
        return self.states | self.guesses


class Persona:
    """Profiles taken for one person so far, and what they tell together; `head` is the one that stands for all."""

    __slots__ = ("articles", "bodies", "company", "first", "guesses", "head", "last", "private", "states", "titles")

    def __init__(self, head: Profile) -> None:
        self.head = head
        self.states = set(head.states)
        self.guesses = set(head.guesses)
        self.titles = set(head.titles)
        self.bodies = set(head.bodies)
        self.private = head.private
        self.company = set(head.company)
        self.articles = {head.ref.article}
        self.first = self.last = head.published

    @property
    def ref(self) -> Ref:
        return self.head.ref

    @property
    def likely(self) -> set[str]:
        """The states known, or the guesses where none is known."""
        return self.states or self.guesses

    def add(self, other: Persona) -> None:
        """Take in what another persona tells."""
        self.states |= other.states
        self.guesses |= other.guesses
        self.titles |= other.titles
        self.bodies |= other.bodies
        self.private = self.private and other.private
        self.company |= other.company
        self.articles |= other.articles
        dates = [each for each in (self.first, self.last, other.first, other.last) if each]
        self.first, self.last = min(dates, default=None), max(dates, default=None)


def people(profiles: Iterable[Profile]) -> tuple[Cluster, ...]:
    """
    Cluster the people of all articles.

    Full names first, then their other spellings, then single names, each against what the step before left; a step
    compares only what shares a key, so the cost grows with the number of profiles.
    """
    ordered = sorted(profiles, key=lambda each: each.ref)
    grouping = Grouping(each.ref for each in ordered)
    full = [each for each in ordered if each.parts.is_full]
    single = _respelt_surnames([each for each in ordered if not each.parts.is_full], full, grouping)
    personas = _same_names(full, grouping)
    personas = _other_spellings(personas, grouping)
    _single_names(single, personas, grouping)
    return grouping.clusters()


# ── two spellings in one article ────────────────────────────────────────────────────────────────────────────────────


def _misspelt_within(profiles: Sequence[Profile], grouping: Grouping) -> list[Profile]:
    """Profiles without those that one article tells again in another spelling: "Danek Brok", then "Mr Danec Brock"."""
    kept: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        known = kept[profile.ref.article]
        at = next((i for i, other in enumerate(known) if _respelt(other, profile)), None)
        if at is None:
            known.append(profile)
        else:
            grouping.join(known[at].ref, profile.ref, _spelt(known[at].name, profile.name))
            known[at] = _together(known[at], profile)
    return [profile for known in kept.values() for profile in known]


def _respelt_surnames(single: Sequence[Profile], full: Sequence[Profile], grouping: Grouping) -> list[Profile]:
    """Single names without those that respell the surname of just one full name of their article, and nobody's else."""
    taken = {token for each in full for token in (each.parts.tokens[0], each.parts.tokens[-1])}
    ends: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    for each in full:
        for end in each.parts.ends:
            ends[each.ref.article, end].append(each)
    left = []
    for profile in single:
        token, bone = profile.parts.tokens[0], profile.parts.bones[0]
        meant = ends.get((profile.ref.article, bone), [])
        if len(meant) == 1 and token not in taken and len(token) >= MISSPELT - 1 and _compatible(profile, meant[0]):
            grouping.join(meant[0].ref, profile.ref, f'"{profile.name}" respells "{meant[0].name}" in one article')
        else:
            left.append(profile)
    return left


def _respelt(left: Profile, right: Profile) -> bool:
    """Whether two names of one article are spellings of one; two that are spelt alike are two people there."""
    respelt = left.parts.tokens != right.parts.tokens and left.parts.bones == right.parts.bones
    return respelt and _compatible(left, right)


def _compatible(left: Profile, right: Profile) -> bool:
    """Neither states nor titles speak against one person."""
    if left.states and right.states and not left.states & right.states:
        return False
    titled = left.titles and right.titles
    return not titled or any(titles_agree(a, b) for a in left.titles for b in right.titles)


def _together(left: Profile, right: Profile) -> Profile:
    """What one article knows of a person under two spellings."""
    states = left.states | right.states
    return replace(
        left,
        states=states,
        guesses=frozenset() if states else left.guesses | right.guesses,
        titles=left.titles | right.titles,
        bodies=left.bodies | right.bodies,
        private=left.private and right.private,
        company=(left.company | right.company) - left.parts.ends,
    )


# ── full names ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _same_names(profiles: Sequence[Profile], grouping: Grouping) -> list[Persona]:
    forms = _forms(profiles)
    made: list[Persona] = []
    for form in sorted(forms):
        namesakes: list[Persona] = []
        for persona in _alike(_misspelt_within(forms[form], grouping), grouping):
            found = next((i for i, other in enumerate(namesakes) if _one_person(other, persona)), None)
            if found is None:
                namesakes.append(persona)
            else:
                grouping.join(namesakes[found].ref, persona.ref, _why_same_name(namesakes[found], persona))
                namesakes[found].add(persona)
        made += namesakes
    return made


def _forms(profiles: Sequence[Profile]) -> dict[str, list[Profile]]:
    """Profiles by name, whatever its order and hyphens: names are one that share a rotation of their joined tokens."""
    parent: dict[str, str] = {}

    def root(form: str) -> str:
        while parent.setdefault(form, form) != form:
            form = parent[form]
        return form

    for parts in sorted({each.parts for each in profiles}, key=lambda each: each.bones):
        first, *others = sorted(parts.forms)
        for other in others:
            low, high = sorted((root(first), root(other)))
            parent[high] = low
    found: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        found[root(min(profile.parts.forms))].append(profile)
    return found


def _alike(profiles: Sequence[Profile], grouping: Grouping) -> list[Persona]:
    """Profiles of one name joined where they stand for the same states in the same role; most articles first."""
    kinds: dict[tuple[frozenset[str], bool, str, int], list[Profile]] = defaultdict(list)
    seen: Counter[tuple[str, frozenset[str], bool, str]] = Counter()
    for profile in profiles:
        kind = (profile.states, profile.private, profile.parts.numeral)
        place = (profile.ref.article, *kind)
        generation = profile.published.year // LIFE_SPAN if profile.published and seen[place] == 0 else 0
        # Two of one name in one article are two people there: the second opens a kind of its own.
        kinds[(*kind, seen[place] * 1000 + generation)].append(profile)
        seen[place] += 1
    personas = []
    for members in kinds.values():
        persona = Persona(members[0])
        for other in members[1:]:
            grouping.join(persona.ref, other.ref, _spelt(persona.head.name, other.name))
            persona.add(Persona(other))
        personas.append(persona)
    return sorted(personas, key=lambda each: (-len(each.articles), _known(each), each.ref))


def _known(persona: Persona) -> tuple[int, list[str]]:
    return -len(persona.states), sorted(persona.states)


def _spelt(left: str, right: str) -> str:
    return f'the same name, "{left}"' if left == right else f'one name in two spellings, "{left}" and "{right}"'


def _why_same_name(left: Persona, right: Persona) -> str:
    reason = _spelt(left.head.name, right.head.name)
    shared = sorted(left.likely & right.likely)
    if shared:
        return f"{reason}, both of {shared[0]}"
    if _states_apart(left, right):
        return (
            f"{reason}, in the company of the same people though of {_listed(left.states)} and {_listed(right.states)}"
        )
    return f"{reason}, nothing against it"


def _listed(names: Iterable[str]) -> str:
    return " and ".join(sorted(names))


def _one_person(left: Persona, right: Persona) -> bool:
    """Whether two personas of one full name are one person: yes, unless something speaks against it."""
    if left.articles & right.articles or _generations_apart(left, right) or _numerals_differ(left, right):
        return False
    shared = len(left.company & right.company)
    agree = any(titles_agree(a, b) for a in left.titles for b in right.titles)
    if left.states and right.states and not left.states & right.states:
        return not agree and shared >= STRONG_COMPANY
    if left.private != right.private and left.titles and right.titles:
        return agree or bool(left.bodies & right.bodies) or shared > 0
    return True


def _states_apart(left: Profile | Persona, right: Persona) -> bool:
    """Both are known to be of a state, and of no common one; a guess is no knowledge."""
    return bool(left.states and right.states and not left.states & right.states)


def _generations_apart(left: Persona, right: Persona) -> bool:
    if not (left.first and left.last and right.first and right.last):
        return False
    gap = max(left.first.year - right.last.year, right.first.year - left.last.year)
    return gap >= LIFE_SPAN


def _numerals_differ(left: Persona, right: Persona) -> bool:
    a, b = left.head.parts.numeral, right.head.parts.numeral
    return bool(a and b and a != b)


# ── other spellings of a full name ──────────────────────────────────────────────────────────────────────────────────


def _other_spellings(personas: Sequence[Persona], grouping: Grouping) -> list[Persona]:
    """Join names of which one leaves out, abbreviates or misspells a part of the other, where just one other fits."""
    keys: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, persona in enumerate(personas):
        for key in sorted(_spelling_keys(persona)):
            keys[key].append(i)
    fits: dict[int, dict[int, str]] = defaultdict(dict)
    for members in keys.values():
        for i, j in combinations(members, 2) if len(members) <= CROWD else ():
            reason = _variant(personas[i], personas[j])
            if reason:
                fits[i][j] = fits[j][i] = reason
    return _joined(personas, fits, grouping)


def _joined(personas: Sequence[Persona], fits: dict[int, dict[int, str]], grouping: Grouping) -> list[Persona]:
    merged: dict[int, Persona] = dict(enumerate(personas))
    home = {i: i for i in merged}
    for i in sorted(fits, key=lambda each: (-len(personas[each].articles), personas[each].ref)):
        for j in sorted(fits[i], key=lambda each: personas[each].ref):
            a, b = home[i], home[j]
            rivals = [k for k in fits[j] if home[k] != a and not _one_person(merged[a], merged[home[k]])]
            if a == b or rivals or not _one_person(merged[a], merged[b]):
                continue
            grouping.join(personas[i].ref, personas[j].ref, fits[i][j])
            merged[a].add(merged.pop(b))
            home.update({k: a for k, at in home.items() if at == b})
    return [merged[i] for i in sorted(merged)]


def _spelling_keys(persona: Persona) -> set[tuple[str, ...]]:
    """What spellings of one name share: two tokens, surname and initial, all but a letter, one end and the office."""
    bones = persona.head.parts.bones
    pairs = {("pair", *sorted(pair)) for pair in combinations(bones[:6], 2)}
    initials = {("initial", bones[-1], bones[0][:1]), ("initial", bones[0], bones[-1][:1])}
    near = {
        ("near", *sorted(bones[:i] + bones[i + 1 :]), spelt)
        for i, bone in enumerate(bones)
        if len(bone) >= MISSPELT
        for spelt in (bone, *(bone[:j] + bone[j + 1 :] for j in range(len(bone))))
    }
    offices = {
        ("office", end, state, *sorted(title))
        for end in persona.head.parts.ends
        for state in persona.likely
        for title in persona.titles
    }
    return {*pairs, *initials, *near, *offices}


def _variant(left: Persona, right: Persona) -> str | None:
    """Why the two names may be one, in words; None where they are not."""
    a, b = left.head, right.head
    short, long = sorted((a, b), key=lambda each: (len(each.parts.bones), each.ref))
    state = bool(left.likely & right.likely)
    title = any(titles_agree(x, y) for x in left.titles for y in right.titles)
    company = left.company & right.company
    if _is_part(short.parts.bones, long.parts.bones) and (
        state or title or company or not (left.likely and right.likely)
    ):
        return f'"{short.name}" is a short form of "{long.name}"'
    if _abbreviates(a.parts.bones, b.parts.bones) and (state or title or company):
        return f'"{a.name}" and "{b.name}" agree as far as initials go'
    office = state and title
    unknown = any(not (each.likely or each.titles) for each in (left, right))
    known = state + title + (len(company) > 1) >= (1 if unknown else 2)
    distinct = _both_pinyin(a.parts, b.parts)
    if known and _misspelt(a.parts.tokens, b.parts.tokens) and not distinct:
        return f'"{a.name}" and "{b.name}" differ in a letter or two, both {_bond(left, right)}'
    if office and not distinct and _same_consonants(a.parts.bones, b.parts.bones):
        return f'"{a.name}" and "{b.name}" differ in vowels alone, both {_bond(left, right)}'
    if office and not distinct and _misspelt(a.parts.tokens, b.parts.tokens, shortest=BRIEF):
        return f'"{a.name}" and "{b.name}" differ in a letter, both {_bond(left, right)}'
    if known and _is_part(short.parts.bones, long.parts.bones, fuzzy=True):
        return f'"{short.name}" is a short form of "{long.name}" but for a letter, both {_bond(left, right)}'
    return None


def _bond(left: Persona, right: Persona) -> str:
    shared = left.likely & right.likely
    title = any(titles_agree(a, b) for a in left.titles for b in right.titles)
    words = [f"of {_listed(shared)}"] if shared else []
    return " ".join([*words, "with the same title" if title else "in the same company"])


# Syllables of Mandarin in pinyin, of which given names are made: there one letter makes another name.
_PINYIN = re.compile(
    r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:i?ang|iong|uang|eng|ing|ong|ian|iao|uai|uan"
    r"|[ae]i|u[ieo]|i[aeu]|ao|ou|er|ua|[aeiu]n|[aeiou])){1,2}$"
)


def _both_pinyin(a: PersonName, b: PersonName) -> bool:
    return all(_PINYIN.match(token) for token in (*a.tokens, *b.tokens))


def _is_part(short: tuple[str, ...], long: tuple[str, ...], *, fuzzy: bool = False) -> bool:
    """At least two tokens, in order, among which is the first or the last of the longer name; initials do not count."""
    if len(short) >= len(long) or sum(len(token) > 1 for token in short) < 2:
        return False
    rest = iter(long)
    found = []
    for token in short:
        match = next((each for each in rest if each == token or (fuzzy and _spelt_alike(each, token))), None)
        if match is None:
            return False
        found.append(match)
    return bool({long[0], long[-1]} & set(found))


def _spelt_alike(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= MISSPELT - 1 and _edits(a, b) <= 1


def _abbreviates(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """One surname, and given names of which one gives what the other abbreviates or leaves out."""
    if a[-1] != b[-1] or len(a[-1]) < 2:
        return False
    short, long = sorted((a[:-1], b[:-1]), key=lambda each: (len("".join(each)), each))
    if len("".join(short)) == len("".join(long)):
        return False
    letters, initials = "".join(short), "".join(token[0] for token in long)
    if len(letters) <= 2 and (len(short) == len(letters) or not set(letters) & set("aeiou")):  # "J. Vance", "JD Vance"
        return initials.startswith(letters) or letters.startswith(initials)
    # "Donald J. Trump": further names are given by their initials, or not at all.
    return short[0] == long[0] and all(len(token) == 1 for token in long[1:]) and not short[1:]


def _misspelt(a: tuple[str, ...], b: tuple[str, ...], *, shortest: int = MISSPELT - 1) -> bool:
    """All tokens but one are equal; that one begins alike and differs in a letter or, if it is long, has two more."""
    if len(a) != len(b):
        return False
    unequal = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(unequal) != 1 or min(map(len, unequal[0])) < shortest:
        return False
    short, long = sorted(unequal[0], key=len)
    if a[-1] == b[-1] and _of_a_woman(short, long):
        return False
    letters = iter(long)
    inserted = len(long) - len(short) == 2 and len(short) > BRIEF and all(letter in letters for letter in short)
    return short[0] == long[0] and (inserted or _edits(short, long) == 1)


def _of_a_woman(short: str, long: str) -> bool:
    """ "Mario" and "Maria", "Daniel" and "Daniela": the ending makes another given name of it."""
    return {short[-1], long[-1]} == {"a", "o"} or long == f"{short}a"


def _same_consonants(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """A surname and two short syllables, of the same consonants: "Yoon Suk Yeol" and "Yoon Seok-youl"."""
    if a == b or a[0] != b[0] or len(a) != 3 or len(b) != 3 or max(map(len, (*a[1:], *b[1:]))) > MISSPELT - 1:
        return False
    return all(_consonants(x) == _consonants(y) for x, y in zip(a, b, strict=True))


def _consonants(bone: str) -> str:
    return "".join(letter for letter in bone if letter not in "aeiou")


def _edits(a: str, b: str) -> int:
    """Letters to insert, drop or change to make one of the other; 9 where the lengths are far apart."""
    if abs(len(a) - len(b)) > 2:
        return 9
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (x != y))
    return row[-1]


# ── single names ────────────────────────────────────────────────────────────────────────────────────────────────────


def _single_names(profiles: Sequence[Profile], personas: Sequence[Persona], grouping: Grouping) -> None:
    by_end: dict[str, list[Persona]] = defaultdict(list)
    for persona in personas:
        for end in persona.head.parts.ends:
            by_end[end].append(persona)
    left: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        bone = profile.parts.bones[0]
        found, reason = _bearer(profile, by_end.get(bone, ()))
        if found is None:
            left[bone].append(profile)
            if reason:
                grouping.doubt(profile.ref, reason)
        else:
            grouping.join(found.ref, profile.ref, reason)
    for bone in sorted(left):
        _lone_names(left[bone], grouping)


def _bearer(profile: Profile, personas: Sequence[Persona]) -> tuple[Persona | None, str]:
    """
    The one persona whose single name this is, with the reason; else None, with the doubt in words where there is one.

    What speaks for a persona is a title with a state, a state, a title in the same company, a guessed state, then the
    company of the same people; the strongest ground on which somebody stands decides, and only where one stands there
    alone.
    """
    open_to = [each for each in personas if _may_be(profile, each)]
    grounds: tuple[tuple[str, Callable[[Persona], bool]], ...] = (
        (
            "of {state} with the title of the one called",
            lambda each: _same_title(profile, each) and _near(profile, each),
        ),
        ("of {state} like the one called", lambda each: bool(profile.states & each.states)),
        (
            "in the company and with the title of the one called",
            lambda each: _same_title(profile, each) and bool(profile.company & each.company),
        ),
        ("probably of {state} like the one called", lambda each: _near(profile, each)),
        ("in the company of the same people as the one called", lambda each: bool(profile.company & each.company)),
    )
    for words, holds in grounds:
        fitting = [each for each in open_to if holds(each)]
        if len(fitting) > 1:
            fitting = _closest(profile, fitting)
        if len(fitting) == 1:
            said = words.format(state=_listed(profile.likely & fitting[0].likely))
            return fitting[0], f'"{profile.name}" is {said} "{fitting[0].head.name}"'
        if fitting:
            return None, f"may be {' or '.join(sorted({each.head.name for each in fitting}))}"
    if open_to:
        return None, f"may be {' or '.join(sorted({each.head.name for each in open_to}))}: nothing but the name says so"
    return None, ""


def _closest(profile: Profile, personas: Sequence[Persona]) -> list[Persona]:
    """The one that keeps clearly more of the same company than all others, if there is one; else all."""
    ranked = sorted(((len(profile.company & each.company), each) for each in personas), key=lambda each: -each[0])
    best, second = ranked[0][0], ranked[1][0]
    return [ranked[0][1]] if best >= 2 and best >= 2 * second else list(personas)


def _may_be(profile: Profile, persona: Persona) -> bool:
    head = persona.head
    if profile.ref.article in persona.articles:
        return False
    if profile.parts.tokens[0] not in head.parts.tokens and len(profile.parts.tokens[0]) < 5:
        return False
    if profile.parts.numeral and head.parts.numeral and profile.parts.numeral != head.parts.numeral:
        return False
    if _states_apart(profile, persona):
        return False
    if profile.titles and persona.titles and not _same_title(profile, persona):
        # Another title in the same state: the same person only where the same people are about.
        return len(profile.company & persona.company) >= STRONG_COMPANY
    return not _generations_apart(Persona(profile), persona)


def _same_title(profile: Profile, persona: Persona) -> bool:
    return any(titles_agree(a, b) for a in profile.titles for b in persona.titles)


def _near(profile: Profile, persona: Persona) -> bool:
    return bool(profile.likely & persona.likely)


def _lone_names(profiles: Sequence[Profile], grouping: Grouping) -> None:
    """Single names that no full name explains: one person where title and state, or state and company, agree."""
    personas: list[Persona] = []
    for profile in sorted(
        profiles, key=lambda each: (-len(each.states), -len(each.likely), -len(each.titles), each.ref)
    ):
        fitting = [(i, why) for i, each in enumerate(personas) if (why := _same_single(profile, each))]
        if len(fitting) == 1:
            at, why = fitting[0]
            grouping.join(personas[at].ref, profile.ref, why)
            personas[at].add(Persona(profile))
        else:
            personas.append(Persona(profile))


def _same_single(profile: Profile, persona: Persona) -> str | None:
    if not _may_be(profile, persona):
        return None
    name = f'"{profile.name}" and "{persona.head.name}"'
    shared = _listed(profile.likely & persona.likely)
    if shared and _same_title(profile, persona):
        return f"{name}: one name, one title, both of {shared}"
    if shared and profile.company & persona.company:
        return f"{name}: one name, both of {shared}, in the same company"
    if len(profile.company & persona.company) >= 2:
        return f"{name}: one name, in the company of the same people"
    return None

"""Names as sources spell them → the keys under which spellings of one name meet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.letters import folded, word_set

# Words before a name that are no part of it.
_HONORIFICS = word_set(
    """
    mr mrs ms miss dr sir dame lord lady king queen prince princess crown emperor emir sultan shah pope cardinal
    archbishop patriarch sheikh sheik shaikh sheikha ayatollah imam rabbi president premier vice deputy prime
    minister chancellor foreign finance defence defense interior trade commerce treasury secretary senator sen
    rep representative congressman congresswoman governor gov mayor ambassador envoy general gen lieutenant lt
    colonel col major maj captain capt admiral adm marshal commander chief chairman chairwoman chair director
    speaker judge justice professor prof comrade former acting interim then
    """
)
# Which spellings of one name write or leave out; "de la" and the like are part of it.
_PARTICLES = word_set(
    """
    al el ul as ash ad ar bin ibn von van der den de da dos del
    """
)
_NUMERALS = word_set(
    """
    ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi jr sr
    """
)

# Spellings of one sound, longest first; what is left of a name after them is its skeleton.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"sch", "sh"),
        (r"tch", "ch"),
        (r"kh|gh(?=.)", "h"),
        (r"ph", "f"),
        (r"dh", "d"),
        (r"ck|q", "k"),
        (r"tz", "ts"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ff$|v$", "v"),
        (r"oo|ou", "u"),
        (r"(?<=\w\w)ee", "i"),  # not "Lee", which is no "Li"
        (r"[iy]ye?v$|[iy]ev$", "ev"),
        (r"(?:(?<=\w{3})e[yij]|i[yij]|yy|y)$", "i"),  # not "Lei", which is no "Li"
        (r"(?<=[aeiou])y(?=[aeiou])|y", "i"),
        (r"i+(?=[aeou])", "i"),
        (r"(.)\1+", r"\1"),
    )
)

# Given names that the languages of the press spell in several ways: each line is one name.
_GIVEN_NAMES = """
mohammed mohammad muhammad mohamed mohamad muhammed mohamud
ahmed ahmad
hussein hussain husain husayn hossein
hassan hasan
yusuf yousef youssef yousuf yusef
osama usama
omar umar
khaled khalid
saeed said sayed
faisal faysal feisal
saud saoud
nasser nasir naser
mustafa mustapha moustafa
mahmoud mahmud mehmood mahmood
rahman rehman
sharif shareef sherif
abdel abdul abd abdal
abdullah abdallah abdulla
fattah fatah
alexander aleksandr alexandr aleksander oleksandr
dmitry dmitri dmitriy dmytro
yury yuri yuriy iurii
sergei sergey serhiy serhii
volodymyr vladimir
mikhail mykhailo mikhael
nikolai nikolay mykola
andrei andrey andrii andriy
yulia yuliya julia iulia
yevgeny evgeny yevgeni evgeniy
joseph josef
stephen steven
""".strip()


@lru_cache(maxsize=65536)
def skeleton(token: str) -> str:
    """
    What the spellings of one token share, for a folded token.

    >>> skeleton("zelenskyy") == skeleton("zelensky") == skeleton("zelenskiy")
    True
    >>> skeleton("qiang") == skeleton("qing")
    False
    """
    return _variants().get(_sound(token), _sound(token))


def _sound(token: str) -> str:
    for pattern, sound in _SOUNDS:
        token = pattern.sub(sound, token)
    return token


@lru_cache(maxsize=1)
def _variants() -> dict[str, str]:
    lines = (line.split() for line in _GIVEN_NAMES.splitlines())
    return {_sound(token): _sound(line[0]) for line in lines for token in line}


@dataclass(frozen=True, slots=True)
class PersonName:
    """
    A person's name taken apart: `tokens` folded, `bones` their skeletons, both without titles, particles and numerals.

    `numeral` is a regnal number or "jr", empty where there is none.
    """

    tokens: tuple[str, ...]
    bones: tuple[str, ...]
    numeral: str

    @property
    def is_full(self) -> bool:
        """More than one token, so that the name may stand for itself."""
        return len(self.tokens) > 1

    @property
    def forms(self) -> frozenset[str]:
        """
        The joined skeletons in every rotation; spellings, hyphenations and orders of one full name share one or more.

        "Kim Jong-un", "Kim Jongun" and "Jong Un Kim" share "kimjongun".
        """
        return frozenset("".join(self.bones[i:] + self.bones[:i]) for i in range(len(self.bones)))

    @property
    def ends(self) -> frozenset[str]:
        """Skeletons of the first and the last token: one of them is the surname, whatever the order."""
        return frozenset((self.bones[0], self.bones[-1]))


@lru_cache(maxsize=65536)
def person_name(name: str) -> PersonName:
    """
    Take a person's name apart.

    >>> person_name("Crown Prince Mohammed bin Salman").tokens
    ('mohammed', 'salman')
    >>> person_name("King Charles III").tokens, person_name("King Charles III").numeral
    (('charles',), 'iii')
    """
    tokens = folded(re.sub(r"(?<=\b[A-Z])\.\s?(?=[A-Z]\.)", "", name)).split()
    tokens = _without_titles(tokens)
    numeral = tokens.pop() if len(tokens) > 1 and tokens[-1] in _NUMERALS - _family_names(tokens) else ""
    kept = tuple(t for i, t in enumerate(tokens) if t not in _PARTICLES or i == len(tokens) - 1)
    kept = kept or ("",)
    return PersonName(kept, tuple(skeleton(token) for token in kept), numeral)


def _family_names(tokens: list[str]) -> frozenset[str]:
    # "Jinping Xi": a numeral that may be a surname counts as one unless a king's single name comes before it.
    return frozenset({"xi"}) if len(tokens) == 2 else frozenset()


def _without_titles(tokens: list[str]) -> list[str]:
    start = 0
    while start < len(tokens) - 1 and tokens[start] in _HONORIFICS:
        start += 1
    rest = tokens[start:]
    return rest if rest and rest[0] not in _NUMERALS - {"xi"} else tokens


# ── titles ──────────────────────────────────────────────────────────────────────────────────────────────────────────

_TITLE_STOPWORDS = word_set(
    """
    of the for and s a an top senior veteran affairs to in on at his her its
    """
)
_TITLE_SAME = {
    "vice": "deputy",
    "premier": "prime-minister",
    "pm": "prime-minister",
    "defence": "defense",
    "labour": "labor",
    "external": "foreign",
    "chairwoman": "chairman",
    "chairperson": "chairman",
    "chair": "chairman",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "ceo": "chief-executive",
    "gen": "general",
    "sen": "senator",
    "col": "colonel",
    "gov": "governor",
    "rep": "representative",
    "amb": "ambassador",
}
_TITLE_PHRASES = (
    ("prime minister", "premier"),
    ("chancellor of the exchequer", "finance minister"),
    ("chief executive officer", "ceo"),
    ("chief executive", "ceo"),
)


@lru_cache(maxsize=16384)
def title_key(title: str) -> frozenset[str]:
    """
    The words of a title that tell it from others; vice and deputy are one, and so are premier and prime minister.

    >>> title_key("Vice-Premier") == title_key("Deputy Prime Minister")
    True
    """
    text = folded(title)
    for phrase, other in _TITLE_PHRASES:
        text = text.replace(phrase, other)
    words = {_TITLE_SAME.get(word, word) for word in text.split()} - _TITLE_STOPWORDS
    # "Defence Secretary" is what others call a defence minister; a Secretary of State or General is something else.
    if "secretary" in words and not words & {"state", "general", "press"}:
        words = (words - {"secretary"}) | {"minister"}
    return frozenset(words)


RANKS = word_set(
    """
    deputy assistant under acting interim former ex shadow junior elect
    """
)


def titles_agree(left: frozenset[str], right: frozenset[str]) -> bool:
    """One title says what the other says, or less: same rank, and the words of one among those of the other."""
    a, b = left - RANKS, right - RANKS
    if not a or not b or (left & RANKS) - {"former", "ex", "acting"} != (right & RANKS) - {"former", "ex", "acting"}:
        return False
    small, large = sorted((a, b), key=len)
    return small <= large and (small == large or small != {"minister"})

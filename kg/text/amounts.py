"""Words for quantities → `AmountMention`: rates, sums of money, durations, counts, with what qualifies them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from kg.gazetteer import gazetteer
from kg.model import Amount, Qualifier, Span


@dataclass(frozen=True, slots=True)
class AmountMention:
    """
    A quantity in a sentence, its span with the words that qualify it. `previous` is the level it replaced, where the
    same expression names it ("from 145% to 30%").
    """

    span: Span
    amount: Amount
    previous: Amount | None = None


# ── numbers ─────────────────────────────────────────────────────────────────────────────────────────────────────────

_SMALL = {
    word: number
    for number, word in enumerate(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
    )
}  # fmt: skip
_TENS = {
    word: 10 * number
    for number, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2)
}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "crore": 1e7,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12, "dozen": 12,
}  # fmt: skip
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The expressions of amounts.toml."""

    amounts: tuple[tuple[str, re.Pattern[str]], ...]
    qualifiers: tuple[tuple[Qualifier, re.Pattern[str]], ...]
    companies: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    table = tomllib.loads(Path(__file__).with_name("amounts.toml").read_text(encoding="utf-8"))
    spelt = rf"(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_SMALL)}))?|{'|'.join(sorted(_SMALL, key=len, reverse=True))}"
    parts = {
        **table["parts"],
        "QUALIFIERS": "|".join(table["qualifiers"].values()),
        "DIGITS": _DIGITS,
        "NUMBER": rf"(?:(?:{_DIGITS})|\b(?:a|{spelt})\b)(?:[\s-]?(?:{{LONG_SCALE}})\b){{0,2}}",
        "COUNT": rf"(?:(?:{_DIGITS})|\b(?:{spelt})\b|\ban?(?=\s{{LONG_SCALE}}))(?:\s{{LONG_SCALE}}\b){{0,2}}",
    }

    def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
        while known := [name for name in parts if "{" + name + "}" in pattern]:
            for name in known:
                pattern = pattern.replace("{" + name + "}", parts[name])
        return re.compile(pattern, flags)

    return _Patterns(
        tuple((entry["kind"], compiled(entry["pattern"])) for entry in table["amount"]),
        tuple((Qualifier(name), compiled(pattern, re.I)) for name, pattern in table["qualifiers"].items()),
        compiled(table["parts"]["COMPANIES"], re.I),
    )


def number(words: str) -> float | None:
    """
    The number that *words* write in digits, in words, or both.

    >>> number("1.2 billion"), number("twenty-three"), number("a hundred"), number("many")
    (1200000000.0, 23.0, 100.0, None)
    """
    total: float | None = None
    for part in re.findall(r"[\d,.]*\d|[a-z]+", words.lower()):
        if part[0].isdigit():
            total = float(part.replace(",", ""))
        elif part in _SCALES:
            total = (1 if total is None else total) * _SCALES[part]
        elif part in _SMALL or part in _TENS:
            total = (total or 0) + (_SMALL[part] if part in _SMALL else _TENS[part])
        elif part in ("a", "an"):
            total = 1
        else:
            return None
    return None if total is None else float(f"{total:.12g}")


# ── qualifiers ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _qualifier(match: re.Match[str], text: str) -> Qualifier:
    words = match["qualifier"] or match["qualifier2"] or ""
    if match["more"]:
        return Qualifier.AT_LEAST
    found = (qualifier for qualifier, pattern in _patterns().qualifiers if pattern.fullmatch(words))
    return next(found, Qualifier.EXACT) if words else Qualifier.EXACT


# ── units ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    amount: Amount
    previous: Amount | None = None


_RISES = re.compile(
    r"\b(?:rais|increas|ris|rose|lift|hik|doubl|tripl|cut|lower|reduc|fall|fell|drop|slash|halv|bring|brought|go|going|went|up|down|"
    r"eas|trim|rollback|jump|climb|declin|chang|mov|revis|adjust|quadrupl|boost|tak|took|slid|decreas|scal)\w*",
    re.I,
)
_RAISES = re.compile(r"\b(?:rais|increas|hik|lift|doubl|tripl|br[io]ng|brought|boost)\w*", re.I)  # "from 10% up to 25%"
_RANGING = re.compile(r"\b(?:rang\w+|var(?:y|ies|ying)|anywhere|between|spann?\w*)\b[^.;]{0,30}$", re.I)


def _level(
    low: float, unit: str, wording: str, qualifier: Qualifier = Qualifier.EXACT, *, change: bool = False
) -> Amount:
    return Amount(low, low, unit, qualifier, wording, change)


def _two(match: re.Match[str], text: str, unit: str) -> _Found | None:
    """Two numbers of one unit: a range ("10% to 25%"), or an old and a new level ("from 145% to 30%")."""
    first, second = number(match["first"]), number(match["second"])
    if first is None or second is None:
        return None
    before, wording = text[: match.start()], match[0]
    opened = (match["open"] or "").strip().lower()
    joined = match["join"].strip().lower()
    if joined == "and" and opened != "between":
        return None
    moves = _RAISES if joined == "up to" else _RISES
    moved = opened == "from" and joined in ("to", "up to") and not _RANGING.search(before)
    if moved and (first > second or moves.search(before[-80:])):
        return _Found(match.start(), match.end(), _level(second, unit, wording), _level(first, unit, match["first"]))
    if first >= second:
        return None
    return _Found(match.start(), match.end(), Amount(first, second, unit, Qualifier.RANGE, wording))


def _percent_range(match: re.Match[str], text: str) -> Iterator[_Found]:
    if found := _two(match, text, "percent"):
        yield found


def _percent_ends(match: re.Match[str], text: str) -> Iterator[_Found]:
    """Read "a low of 10% to a high of 25%", "10% at the lowest and 25% at the highest": a range."""
    low, high = number(match["first"]), number(match["second"])
    if low is not None and high is not None and low < high:
        yield _Found(match.start(), match.end(), Amount(low, high, "percent", Qualifier.RANGE, match[0]))


def _percent_back(match: re.Match[str], text: str) -> Iterator[_Found]:
    """Read "to 10% from 125%": the new level before the old one."""
    new, old = number(match["first"]), number(match["second"])
    if new is not None and old is not None:
        yield _Found(
            match.start(), match.end(), _level(new, "percent", match[0]), _level(old, "percent", match["second"])
        )


def _percent_pair(match: re.Match[str], text: str) -> Iterator[_Found]:
    """Read "25 and 10 per cent": two rates that share their unit."""
    for name in ("first", "second"):
        value = number(match[name])
        end = match.end() if name == "second" else match.end(name)
        if value is not None:
            yield _Found(match.start(name), end, _level(value, "percent", text[match.start(name) : end]))


def _percent(match: re.Match[str], text: str) -> Iterator[_Found]:
    value = number(match["number"])
    if value is not None:
        change = bool(match["change"]) or "point" in match["unit"].lower()
        yield _Found(
            match.start(), match.end(), _level(value, "percent", match[0], _qualifier(match, text), change=change)
        )


def _digits(match: re.Match[str], text: str) -> Iterator[_Found]:
    low = {"single": 1.0, "double": 10.0, "triple": 100.0}[match["size"].lower()]
    yield _Found(match.start(), match.end(), _level(low, "percent", match[0], Qualifier.AT_LEAST))


def _zero(match: re.Match[str], text: str) -> Iterator[_Found]:
    yield _Found(match.start("zero"), match.end("zero"), _level(0, "percent", match["zero"]))


def _money(match: re.Match[str], text: str) -> Iterator[_Found]:
    unit = gazetteer().currency(_symbol(match["symbol"]))
    value = number(match["number"] + " " + (match["scale"] or ""))
    if unit is None or value is None:
        return
    if "second" in match.re.groupindex:
        high = number(match["second"] + " " + (match["scale"] or ""))
        if high is not None and value < high:
            yield _Found(
                match.start(), match.end(), Amount(value, high, unit.code or unit.name, Qualifier.RANGE, match[0])
            )
        return
    amount = _level(value, unit.code or unit.name, match[0], _qualifier(match, text), change=bool(match["change"]))
    yield _Found(match.start(), match.end(), amount)


_SPELLINGS = {
    "U.S.$": "US$", "$US": "US$", "Ksh": "KSh", "Ksh.": "KSh", "Rmb": "RMB", "N": "NGN", "P": "PHP", "R": "ZAR",
    "GH¢": "GHS", "GH₵": "GHS", "FCFA": "XOF",
}  # fmt: skip
_CABLED = re.compile(r"\b(?:dlrs?|stg)\b", re.I)  # as wire copy has them
_SPELT = {"dlr": "dollars", "stg": "pounds sterling"}


def _symbol(words: str) -> str:
    words = words.strip()
    return _SPELLINGS.get(words, words.rstrip("."))


def _money_words(match: re.Match[str], text: str) -> Iterator[_Found]:
    """Read "550 billion dollars"; a bare "two pounds" may be of anything and is left out."""
    unit, value = _currency(match["currency"]), number(match["number"])
    if unit is not None and value is not None:
        amount = _level(value, unit, match[0], _qualifier(match, text), change=bool(match["change"]))
        yield _Found(match.start(), match.end(), amount)


def _money_words_range(match: re.Match[str], text: str) -> Iterator[_Found]:
    """Read "between 5 and 7 euros", "2 to 3 billion dollars": the scale of the second is that of both."""
    unit = _currency(match["currency"])
    if unit is None or not (found := _two(match, text, unit)):
        return
    scale = re.search(r"[a-z]+$", match["second"].lower())
    if scale is not None and scale[0] in _SCALES and number(match["first"]) == number(_bare(match["first"])):
        low = number(f"{match['first']} {scale[0]}")
        found = replace(found, amount=replace(found.amount, low=low)) if low is not None else found
    yield found


def _bare(words: str) -> str:
    """The digits of a number."""
    return " ".join(re.findall(r"[\d,.]*\d", words))


def _currency(words: str) -> str | None:
    """The unit of "US dollars", "rupiah"; None for what is no currency."""
    words = _CABLED.sub(lambda found: _SPELT[found[0].lower().rstrip("s")], words)
    unit = gazetteer().currency(words) or gazetteer().currency(words.split()[-1])
    return (unit.code or unit.name) if unit is not None else None


def _vague_money(match: re.Match[str], text: str) -> Iterator[_Found]:
    """Read "hundreds of billions of dollars": at least the smallest such sum."""
    low = 1.0
    for word in re.findall(r"[a-z]+", match["scales"].lower()):
        low *= _SCALES.get(word.removesuffix("s"), {"tens": 10.0}.get(word, 1.0))
    if (unit := _currency(match["currency"])) is not None:
        yield _Found(match.start(), match.end(), _level(low, unit, match[0], Qualifier.AT_LEAST))


def _duration(match: re.Match[str], text: str) -> Iterator[_Found]:
    value = number(match["number"])
    if value is not None:
        unit = match["unit"].lower().removesuffix("s")
        yield _Found(
            match.start(),
            match.end(),
            _level(value, unit, match[0], _qualifier(match, text), change=bool(match["change"])),
        )


def _duration_range(match: re.Match[str], text: str) -> Iterator[_Found]:
    if found := _two(match, text, match["unit"].lower()):
        yield replace(found, previous=None)


def _long(match: re.Match[str], text: str) -> Iterator[_Found]:
    yield _Found(match.start(), match.end(), _level(1, match["unit"].lower(), match[0], Qualifier.ABOUT))


def _points(match: re.Match[str], text: str) -> Iterator[_Found]:
    value = number(match["number"])
    if value is not None:
        yield _Found(match.start(), match.end(), _level(value, "percent", match[0], change=True))


def _count(match: re.Match[str], text: str) -> Iterator[_Found]:
    value = number(match["number"])
    if value is not None:
        unit = "company" if _patterns().companies.fullmatch(match["noun"]) else "count"
        yield _Found(match.start(), match.end(), _level(value, unit, match[0], _qualifier(match, text)))


_UNIT_NAMES = {"ton": "ton", "tonne": "tonne", "metric ton": "tonne", "bpd": "barrel a day", "b/d": "barrel a day"}


def _measure(match: re.Match[str], text: str) -> Iterator[_Found]:
    value = number(match["number"])
    words = re.sub(r"^(?:net|gross|long|short)\s", "", re.sub(r"\s+", " ", match["unit"]))
    singular = words.removesuffix("s")
    known = gazetteer().unit(words) or gazetteer().unit(singular)
    unit = _UNIT_NAMES.get(singular.lower()) or (
        "barrel a day" if "day" in words else known.name if known else singular.lower()
    )
    if value is not None:
        yield _Found(
            match.start(),
            match.end(),
            _level(value, unit, match[0], _qualifier(match, text), change=bool(match["change"])),
        )


_FACTORS = {"halv": 0.5, "doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0}


def _factor(match: re.Match[str], text: str) -> Iterator[_Found]:
    """Read "halved", "doubling": a change by a factor, of a level that may stand behind it."""
    yield _Found(match.start(), match.end(), _level(_FACTORS[match["stem"].lower()], "factor", match[0], change=True))


_READERS: dict[str, Callable[[re.Match[str], str], Iterator[_Found]]] = {
    "percent range": _percent_range,
    "percent ends": _percent_ends,
    "percent back": _percent_back,
    "percent pair": _percent_pair,
    "percent": _percent,
    "points": _points,
    "digits": _digits,
    "zero": _zero,
    "money": _money,
    "money words range": _money_words_range,
    "money words": _money_words,
    "vague money": _vague_money,
    "duration range": _duration_range,
    "duration": _duration,
    "long": _long,
    "measure": _measure,
    "count": _count,
    "factor": _factor,
}


def amounts(text: str) -> tuple[AmountMention, ...]:
    """
    Every quantity in a sentence that a measure may be given in, in order, without overlaps.

    Units are singular words: "percent", "day", "company", "count", "nanometre", a currency's ISO 4217 code; "factor"
    for "halved" and "doubled". Dates ("three weeks ago"), ages and ordinals are no amounts.
    """
    found: list[_Found] = []
    for kind, pattern in _patterns().amounts:
        for match in pattern.finditer(text):
            found.extend(_READERS[kind](match, text))
    kept: list[_Found] = []
    for item in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return tuple(
        AmountMention(
            Span(item.start, item.end), replace(item.amount, wording=text[item.start : item.end]), item.previous
        )
        for item in kept
    )

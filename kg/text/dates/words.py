"""The words that dates are made of: months, weekdays, seasons, small numbers."""

from __future__ import annotations

MONTHS = (
    ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
    ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"),
    ("december", "dec"),
)  # fmt: skip
FULL_MONTHS = frozenset(names[0] for names in MONTHS)
MONTH_NUMBER = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
MONTH = r"(?i:" + "|".join(sorted(MONTH_NUMBER, key=len, reverse=True)) + r")\b"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}  # northern
NUMBERS = {
    word: number
    for number, words in enumerate(
        ("zero", "a|an|one|single", "two|a couple of|couple of", "three", "four", "five", "six", "seven", "eight",
         "nine", "ten", "eleven", "twelve")
    )
    for word in words.split("|")
}  # fmt: skip
ORDINALS = {w: n for n, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)}
YEAR_SHIFT = {"this": 0, "last": -1, "next": 1}  # which year or week a word means, counted from the article's
QUARTERS = {**{word: n for word, n in ORDINALS.items() if n <= 4}, "last": 4}

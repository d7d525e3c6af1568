"""Goods of a measure as worded: what trade is in, with prefixes; no grounds, no periods."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.facts import report
from kg.model import Article
from kg.text.annotate import document


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Norway put a duty on imports of calcined gypsum from Peru.", ("calcined gypsum",)),
        ("Norway put a duty on a wide range of Peruvian shoes.", ("Peruvian shoes",)),
        ("Norway lifted a ban on non-essential goods.", ("non-essential goods",)),
        ("Norway banned tin and iron imports from Peru in May.", ("tin", "iron")),
        ("Norway postponed for four years duties on Peruvian shoes.", ("Peruvian shoes",)),
        ("Norway listed 38 items in May while prohibiting their import.", ("38 items",)),
    ],
)
def test_goods_are_told_as_worded(text: str, goods: tuple[str, ...], nlp: Language) -> None:
    found = report(document(Article("a.txt", text), nlp)).measures

    assert [measure.goods for measure in found if measure.kind in ("tariff", "ban")] == [goods]

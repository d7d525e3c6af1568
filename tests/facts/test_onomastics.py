"""How usual a name is in a state."""

from __future__ import annotations

import pytest

from kg.facts.onomastics import votes
from kg.gazetteer import gazetteer


@pytest.mark.parametrize(
    ("name", "likelier", "less"),
    [
        ("Volodymyr Shevchuk", "Ukraine", "Russia"),
        ("Sergei Lebedev", "Russia", "Turkey"),
        ("Mehmet Kaya", "Turkey", "China"),
        ("Nguyen Van Hai", "Vietnam", "China"),
        ("John Brown", "United States", "China"),
        ("Hiroshi Tanabe", "Japan", "South Korea"),
        ("Carlos Molina", "Chile", "Poland"),
        ("Hovhannes Petrosyan", "Armenia", "Azerbaijan"),
    ],
)
def test_a_name_speaks_for_the_states_it_is_usual_in(name: str, likelier: str, less: str) -> None:
    assert votes(name, likelier, gazetteer()) > votes(name, less, gazetteer())


def test_a_name_of_no_known_custom_says_nothing() -> None:
    assert votes("Quux Zrrb", "Peru", gazetteer()) == 0


def test_states_of_many_languages_are_not_ruled_out() -> None:
    assert votes("Mehmet Kaya", "Germany", gazetteer()) > votes("Mehmet Kaya", "Poland", gazetteer())

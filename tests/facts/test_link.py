"""Names → entities of one article."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from kg.facts.link import Linked
from kg.model import Article
from kg.text.annotate import document


def linked(nlp: Language, text: str, published: date | None = None) -> Linked:
    return Linked(document(Article(id="told.txt", text=text, published=published), nlp))


def people(nlp: Language, text: str) -> set[str]:
    return {p.name for p in linked(nlp, text).persons.values()}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Brown left. Mrs Brown smiled.", {"Ann Brown"}),
        ("Kim Jong-un left. Kim Jong Un smiled.", {"Kim Jong-un"}),
        ("Wang Hua left. Mr Wang smiled.", {"Wang Hua"}),
        ("Crown Prince Mohammed bin Salman left. King Salman stayed.", {"Mohammed bin Salman", "King Salman"}),
        ("King Charles left. The king greeted Charles Brown.", {"King Charles", "Charles Brown"}),
        ("King Felipe VI left.", {"King Felipe VI"}),
        ("Tesfa Abebe Kidane left. Mr Tesfa Abebe smiled.", {"Tesfa Abebe Kidane"}),
        ("Ann Brown left. Luc Petit stayed.", {"Ann Brown", "Luc Petit"}),
        (
            "Omar bin Hamad Al Karim left. His son Nasser bin Omar bin Hamad Al Karim stayed.",
            {"Omar bin Hamad Al Karim", "Nasser bin Omar bin Hamad Al Karim"},
        ),
    ],
)
def test_forms_of_one_name_are_one_person_and_others_are_not(nlp: Language, text: str, names: set[str]) -> None:
    assert people(nlp, text) == names


def test_a_capital_that_acts_is_its_state(nlp: Language) -> None:
    read = linked(nlp, "Beijing rejected the offer on Monday.")
    assert [read.at[i] for i in read.metonyms] == ["state/china"]


def test_a_capital_in_which_people_meet_is_a_place(nlp: Language) -> None:
    read = linked(nlp, "They met in Beijing on Monday.")
    assert not read.metonyms
    assert "place/beijing" in read.things


def test_a_capital_for_which_people_leave_is_a_place(nlp: Language) -> None:
    assert not linked(nlp, "She left for Beijing on Monday.").metonyms
    assert linked(nlp, "She fought for Beijing on Monday.").metonyms


@pytest.mark.parametrize(
    ("published", "state"), [(date(1987, 5, 1), "state/soviet-union"), (date(2015, 5, 1), "state/russia")]
)
def test_a_capital_is_of_the_state_of_its_year(nlp: Language, published: date, state: str) -> None:
    read = linked(nlp, "Moscow rejected the offer on Monday.", published)
    assert [read.at[i] for i in read.metonyms] == [state]


def test_a_parliament_is_of_the_state_the_article_names(nlp: Language) -> None:
    read = linked(nlp, "Vietnam voted. The chairman of the National Assembly spoke in Hanoi.")
    body = next(t for t in read.things.values() if t.name == "National Assembly")
    assert body.of != "France"


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Pakistan was wary. The Foreign Office in Islamabad protested.", None),
        ("Pakistan and Britain were wary. The Foreign Office protested.", "United Kingdom"),
        ("London was wary. The Foreign Office protested.", "United Kingdom"),
    ],
)
def test_a_name_that_bodies_of_many_states_have_is_of_one_that_is_named(nlp: Language, text: str, of: str) -> None:
    read = linked(nlp, text)
    assert next(t for t in read.things.values() if t.name == "Foreign Office").of == of

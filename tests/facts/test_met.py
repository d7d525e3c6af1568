"""Who met whom as a sentence or two tell it: each pair of people on different sides, and whether they met."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from marked import article
from spacy.language import Language

from kg.facts import report
from kg.model import Report
from kg.text.annotate import document

CASES = [
    # a name that stands behind its office
    (
        "Ghanaian President John Mahama received in audience the minister in charge of ties with the Commonwealth, "
        "Felix Nkusu.",
        {("John Mahama", "Felix Nkusu", "happened")},
    ),
    ("Ghanaian President John Mahama received the report on relations with the Commonwealth, Felix Nkusu said.", set()),
    (
        "At the invitation of the President of Peru, Ollanta Humala, the President of Chile, Sebastian Pinera, arrived "
        "in Lima and held talks with Foreign Minister Rafael Roncagliolo.",
        {("Sebastian Pinera", "Rafael Roncagliolo", "happened")},
    ),
    # a title with a participle
    (
        "Foreign Minister Rafael Roncagliolo held talks with visiting Danish Minister of Foreign Affairs Villy Sovndal "
        "on Monday.",
        {("Rafael Roncagliolo", "Villy Sovndal", "happened")},
    ),
    (
        "Foreign Minister Rafael Roncagliolo held discussions in Lima with Danish Foreign Minister "
        "Villy Sovndal, aimed "
        "at bridging differences.",
        {("Rafael Roncagliolo", "Villy Sovndal", "happened")},
    ),
    (
        "Bahraini King Hamad Al-Asli received visiting Danish Foreign Minister Villy Sovndal in Manama late on Monday.",
        {("Hamad Al-Asli", "Villy Sovndal", "happened")},
    ),
    (
        "Bahraini King Hamad Al-Asli considered visiting Danish Foreign Minister Villy Sovndal in Manama.",
        set(),
    ),
    # in private
    (
        "President Levy Tembo met behind closed doors with Governors Sam Moyo and Amin Phiri at the State Lodge.",
        {("Levy Tembo", "Sam Moyo", "happened"), ("Levy Tembo", "Amin Phiri", "happened")},
    ),
    (
        "President Levy Tembo met reporters behind the palace with the white doors of Governor Sam Moyo.",
        set(),
    ),
    # lists
    (
        "Estonian Foreign Minister Urmas Paet met with Latvian Prime Minister Einars Repse, his Latvian "
        "colleague Sandra "
        "Kalniete, and the Latvian Speaker Ingrida Udre.",
        {
            ("Urmas Paet", "Einars Repse", "happened"),
            ("Urmas Paet", "Sandra Kalniete", "happened"),
            ("Urmas Paet", "Ingrida Udre", "happened"),
        },
    ),
    (
        "Estonian Foreign Minister Urmas Paet met Latvian Prime Minister Einars Repse. The Estonian FM also met with "
        "Latvian Speaker Ingrida Udre.",
        {
            ("Urmas Paet", "Einars Repse", "happened"),
            ("Urmas Paet", "Ingrida Udre", "happened"),
        },
    ),
    # styles
    (
        "Kuwait's ruler, His Highness the Amir Sheikh Jaber Al-Sabah, received Omani Foreign Minister Yusuf bin Alawi. "
        "His Highness the Amir also received Jordanian Prime Minister Zaid Rifai.",
        {
            ("Jaber Al-Sabah", "Yusuf bin Alawi", "happened"),
            ("Jaber Al-Sabah", "Zaid Rifai", "happened"),
        },
    ),
    (
        "President Goodluck Jonathan received in audience presidential candidate of the Labour Union, "
        "Alhaji Sule Bako.",
        {("Goodluck Jonathan", "Sule Bako", "happened")},
    ),
    # the office at hand
    (
        "President Goodluck Jonathan met on Friday with the Speaker of the House, Rt. Hon. Aminu Tambuwal, and Chief "
        "Sule Lamido.",
        {
            ("Goodluck Jonathan", "Aminu Tambuwal", "happened"),
            ("Goodluck Jonathan", "Sule Lamido", "happened"),
        },
    ),
    (
        "Thai Prime Minister Chuan Leekpai left after making a courtesy call on King Norodom Sihanouk.",
        {("Chuan Leekpai", "Norodom Sihanouk", "happened")},
    ),
    (
        "Israeli Prime Minister Golda Meir appealed to King Faisal of Saudi Arabia for a meeting.",
        {("Golda Meir", "King Faisal", "possible")},
    ),
    ("Israeli Prime Minister Golda Meir appealed to King Faisal of Saudi Arabia for calm.", set()),
    (
        "Israeli Prime Minister Golda Meir does not object to a meeting with King Faisal of Saudi Arabia.",
        {("Golda Meir", "King Faisal", "possible")},
    ),
    (
        "Israeli Prime Minister Golda Meir objected to a meeting with King Faisal of Saudi Arabia.",
        {("Golda Meir", "King Faisal", "denied")},
    ),
    (
        "There would be no meeting between Indira Gandhi, Swaran Singh and their Pakistani counterparts.",
        set(),
    ),
    # what two of two states do together
    (
        "Kenyan President Mwai Kibaki and Ugandan President Yoweri Museveni discussed the railway.",
        {("Mwai Kibaki", "Yoweri Museveni", "happened")},
    ),
    ("Kenyan President Mwai Kibaki and Kenyan Prime Minister Raila Odinga discussed the railway.", set()),
    (
        "Kenyan President Mwai Kibaki discussed the railway, the port and the crisis in Somalia with Ugandan President "
        "Yoweri Museveni.",
        {("Mwai Kibaki", "Yoweri Museveni", "happened")},
    ),
    ("Kenyan President Mwai Kibaki discussed the port and his quarrel with Ugandan President Yoweri Museveni.", set()),
    # who takes part
    (
        "A meeting was held in Baku with the participation of Georgian President Eduard Shevardnadze and Turkish "
        "President Suleyman Demirel.",
        {("Eduard Shevardnadze", "Suleyman Demirel", "happened")},
    ),
    # whether it was held
    (
        "The cabinet discussed the talks held between Prime Minister Sheikh Hasina of Bangladesh and President Joko "
        "Widodo of Indonesia.",
        {("Sheikh Hasina", "Joko Widodo", "happened")},
    ),
    (
        "The cabinet discussed talks between Prime Minister Sheikh Hasina of Bangladesh and President Joko Widodo of "
        "Indonesia.",
        {("Sheikh Hasina", "Joko Widodo", "possible")},
    ),
    (
        "It was not the first meeting between Prime Minister Sheikh Hasina of Bangladesh and President Joko Widodo of "
        "Indonesia.",
        {("Sheikh Hasina", "Joko Widodo", "happened")},
    ),
    (
        "He spoke of next week's talks between Prime Minister Sheikh Hasina of Bangladesh and President Joko Widodo of "
        "Indonesia.",
        {("Sheikh Hasina", "Joko Widodo", "planned")},
    ),
    (
        "Shortly before his meeting with Canadian Prime Minister Brian Mulroney, Irish Prime Minister "
        "Garret FitzGerald "
        "told reporters that he was hopeful.",
        {("Brian Mulroney", "Garret FitzGerald", "happened")},
    ),
    (
        "Before his meeting with Canadian Prime Minister Brian Mulroney, Irish Prime Minister Garret FitzGerald told "
        "reporters that he was hopeful.",
        {("Brian Mulroney", "Garret FitzGerald", "planned")},
    ),
    (
        "Irish Prime Minister Garret FitzGerald will speak to reporters after his meeting with Canadian Prime Minister "
        "Brian Mulroney.",
        {("Brian Mulroney", "Garret FitzGerald", "planned")},
    ),
    # apart from the summit that they all attend
    (
        "The leaders of Peru, Chile and Ecuador will hold a summit in Lima on Friday. Peruvian "
        "President Alan Garcia is "
        "set to meet separately presidents Michelle Bachelet (Chile) and Rafael Correa (Ecuador).",
        {
            ("Alan Garcia", "Michelle Bachelet", "planned"),
            ("Alan Garcia", "Rafael Correa", "planned"),
        },
    ),
    # of one state
    (
        "Jordan's King Abdullah received Prime Minister Marouf al-Bakhit.",
        {("King Abdullah", "Marouf al-Bakhit", "happened")},
    ),
    ("Jordan's King Abdullah was greeted at the airport by Prime Minister Marouf al-Bakhit.", set()),
]


def met(found: Report) -> set[tuple[str, str, str]]:
    names = {entity.key: entity.name for entity in found.entities}
    return {
        (min(names[a], names[b]), max(names[a], names[b]), meeting.status.value)
        for meeting in found.meetings
        for one, other in combinations(meeting.sides, 2)
        for a, b in product(one.people, other.people)
    }


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:50] for text, _ in CASES])
def test_those_told_to_have_met_met(text: str, expected: set[tuple[str, str, str]], nlp: Language) -> None:
    found = met(report(document(article(text), nlp)))

    assert found == {(*sorted((a, b)), status) for a, b, status in expected}

"""Who sat on which side, where the sentences around a meeting tell it: each claim beside a neighbour."""

from __future__ import annotations

import pytest
from marked import article
from spacy.language import Language

from kg.facts import report
from kg.text.annotate import document

Sides = set[frozenset[str]]  # the two sides or more of a meeting, each as people and parties in one set


def sides(nlp: Language, text: str) -> list[Sides]:
    told = report(document(article(text), nlp))
    name = {entity.key: entity.name for entity in told.entities}
    return [{frozenset(name[k] for k in (*s.people, *s.parties)) for s in m.sides} for m in told.meetings]


def faced(*sides: set[str]) -> Sides:
    return {frozenset(side) for side in sides}


DAM = "Nepal and Bhutan have agreed to study the dam again. The statement followed two-day talks in Thimphu."

CLAIMS = [
    # delegations
    (
        "The talks were cordial. The Nepali side was represented by Hari Thapa while the Bhutanese side was led by "
        "Karma Dorji.",
        [faced({"Hari Thapa", "Nepal"}, {"Karma Dorji", "Bhutan"})],
    ),
    ("The Nepali team was led by Hari Thapa. The Bhutanese team was led by Karma Dorji.", []),
    # what two states did together was done in the talks told next, what they urge was not
    (DAM, [faced({"Nepal"}, {"Bhutan"})]),
    (DAM.replace("have agreed to study the dam again", "urged restraint"), []),
    # a joint commission is how two states meet, and no third side
    (
        "Nepal and Bhutan held a meeting of the Joint Water Commission in Thimphu.",
        [faced({"Nepal"}, {"Bhutan"})],
    ),
    # members of a body, and those who negotiate a pact
    (
        "Envoys of the ASEAN member countries and the European Union met in Jakarta.",
        [faced({"ASEAN"}, {"European Union"})],
    ),
    (
        "The negotiators of the trade pact between Mercosur and the European Union met in Asuncion.",
        [faced({"Mercosur"}, {"European Union"})],
    ),
    # several on one side are met one by one, unless all of them sat down together
    (
        "Fijian Prime Minister Tomasi Vuki met the prime ministers of Vanuatu and Tonga.",
        [faced({"Tomasi Vuki", "Fiji"}, {"Vanuatu"}), faced({"Tomasi Vuki", "Fiji"}, {"Tonga"})],
    ),
    # nameless people of a third state do not come to the meeting told before
    (
        "Fijian Prime Minister Tomasi Vuki met Australian Prime Minister Ann Rand in Alofi. Vuki also met with the "
        "prime minister of Vanuatu.",
        [
            faced({"Tomasi Vuki", "Fiji"}, {"Ann Rand", "Australia"}),
            faced({"Tomasi Vuki", "Fiji"}, {"Vanuatu"}),
        ],
    ),
    # who they were, said in the next sentence
    (
        "President Ayo Bello of Nigeria met presidents of two neighbouring countries in Abuja. They are Luc Petit of "
        "Benin Republic and Ali Sani of Chad.",
        [
            faced({"Ayo Bello", "Nigeria"}, {"Luc Petit", "Benin"}),
            faced({"Ayo Bello", "Nigeria"}, {"Ali Sani", "Chad"}),
        ],
    ),
    (
        "President Ayo Bello of Nigeria met presidents of two neighbouring countries in Abuja. Luc Petit of Benin "
        "Republic and Ali Sani of Chad stayed away.",
        [],
    ),
    # who speaks to the press with the one he met
    (
        "At a joint news conference with Ali Sani of Chad after a meeting in Abuja, Nigeria's Ayo Bello smiled.",
        [faced({"Ayo Bello", "Nigeria"}, {"Ali Sani", "Chad"})],
    ),
    (
        "At a news conference after a meeting in Abuja, Nigerian President Ayo Bello thanked Ali Sani of Chad.",
        [],
    ),
    # a guest in a relative clause
    (
        "Ali Sani of Chad, who was received by his host, Nigerian President Ayo Bello, left Abuja.",
        [faced({"Ayo Bello", "Nigeria"}, {"Ali Sani", "Chad"})],
    ),
    # capitals make no name of presidents
    (
        "Kazakh President Askar Bolat thanked his Uzbek counterpart, Rustam Karim. The Presidents of Kazakhstan and "
        "Uzbekistan held talks in Tashkent.",
        [faced({"Askar Bolat", "Kazakhstan"}, {"Rustam Karim", "Uzbekistan"})],
    ),
    # who acts during the meeting sat in it, and who attended it of no known state is on nobody's side
    (
        "During the meeting at the palace, King Hamad of Bahrain and Omani minister Yusuf Salim praised the ties.",
        [faced({"King Hamad", "Bahrain"}, {"Yusuf Salim", "Oman"})],
    ),
    ("During the meeting at the palace, King Hamad of Bahrain and his minister, Ali Zayed, praised the ties.", []),
    ("The meeting was attended by palace chief Ali Zayed, Foreign Minister Omar Karim and Jafar Hasan.", []),
    # officials of the two countries are not those who met
    (
        "Nepal's Hari Thapa met Karma Dorji of Bhutan in Thimphu. Officials from both countries will meet in June.",
        [faced({"Hari Thapa", "Nepal"}, {"Karma Dorji", "Bhutan"}), faced({"Nepal"}, {"Bhutan"})],
    ),
    # nor do two who meet the press meet one another
    ("Hari Thapa of Nepal and Karma Dorji of Bhutan will meet the press on Friday.", []),
    # of several callers no two are "the two officials"
    (
        "Hari Thapa of Nepal spoke by phone with Karma Dorji of Bhutan, Omar Karim of Oman and Ana Ruiz of Peru. The "
        "two officials will meet in June.",
        [
            faced({"Hari Thapa", "Nepal"}, {"Karma Dorji", "Bhutan"}),
            faced({"Hari Thapa", "Nepal"}, {"Omar Karim", "Oman"}),
            faced({"Hari Thapa", "Nepal"}, {"Ana Ruiz", "Peru"}),
        ],
    ),
    # a clause of its own tells of a fight
    (
        "The negotiations over the issues that led to the fighting between Hari Thapa and Karma Dorji went on.",
        [],
    ),
    # who says so did not meet
    (
        "Meeting in Muscat, the Chadian army and the Taliban signed a truce, Oman and Qatar said in a statement.",
        [faced({"Chad"}, {"Taliban"})],
    ),
    # "following" is a preposition
    (
        "Hari Thapa of Nepal met with Karma Dorji of Bhutan on Monday following an initial meeting with Ana Ruiz of "
        "Peru.",
        [
            faced({"Hari Thapa", "Nepal"}, {"Karma Dorji", "Bhutan"}),
            faced({"Hari Thapa", "Nepal"}, {"Ana Ruiz", "Peru"}),
        ],
    ),
    # a delegation is whoever was told to lead it, of its own
    (
        "An African Union delegation, led by former Benin president Luc Petit, flew to Chad. The African Union "
        "delegation met President Ali Sani of Chad.",
        [faced({"Luc Petit", "African Union"}, {"Ali Sani", "Chad"})],
    ),
    (
        "An African Union delegation, led by former Benin president Luc Petit, flew to Chad. The Malian delegation met "
        "President Ali Sani of Chad.",
        [faced({"Mali"}, {"Ali Sani", "Chad"})],
    ),
    # "the PM" is the prime minister
    (
        "Prime Minister Hari Thapa of Nepal spoke. The PM met Karma Dorji of Bhutan on Friday.",
        [faced({"Hari Thapa", "Nepal"}, {"Karma Dorji", "Bhutan"})],
    ),
    # what is announced after a meeting, and a meeting that was with somebody
    (
        "Hari Thapa of Nepal announced the pact following a meeting with Karma Dorji of Bhutan.",
        [faced({"Hari Thapa", "Nepal"}, {"Karma Dorji", "Bhutan"})],
    ),
    (
        "Hari Thapa of Nepal arrived. His first meeting of the day was with Karma Dorji of Bhutan.",
        [faced({"Hari Thapa", "Nepal"}, {"Karma Dorji", "Bhutan"})],
    ),
    ("Hari Thapa of Nepal said the G7 and NATO summits were a success.", []),
    # those in the chair of a joint body face each other; the body is how they meet
    (
        "Hari Thapa of Nepal and Karma Dorji of Bhutan chaired the second session of the High-Level Water Council.",
        [faced({"Hari Thapa", "Nepal"}, {"Karma Dorji", "Bhutan"})],
    ),
    (
        "Hari Thapa of Nepal and Karma Dorji of Bhutan chaired the meeting of the Joint Trade Commission.",
        [faced({"Hari Thapa", "Nepal"}, {"Karma Dorji", "Bhutan"})],
    ),
    ("Nepalese ministers Hari Thapa and Gita Rai chaired the second session of the Water Council.", []),
    # a noun said of somebody stands for him; delegations of other days have other leaders
    (
        "Hari Thapa is the first prime minister of Nepal to be received by Karma Dorji of Bhutan.",
        [faced({"Hari Thapa", "Nepal"}, {"Karma Dorji", "Bhutan"})],
    ),
    (
        "Hari Thapa led the Nepalese delegation. The Nepalese and Bhutanese delegations previously met in Delhi.",
        [faced({"Nepal"}, {"Bhutan"})],
    ),
    (
        "Nepal's Hari Thapa met Karma Dorji of Bhutan in Delhi. Thapa met Dorji again later that month.",
        [faced({"Hari Thapa", "Nepal"}, {"Karma Dorji", "Bhutan"})] * 2,
    ),
    # the leaders of the island are those told together
    (
        "Hari Thapa of Nepal wrote to Karma Dorji of Bhutan. The rival leaders of the island met in May.",
        [faced({"Hari Thapa", "Nepal"}, {"Karma Dorji", "Bhutan"})],
    ),
    # those who sit between the sides sit together
    (
        "The mediators, Jan Holm and Karl Vance, spoke. Talks between the mediators and Hari Thapa of Nepal "
        "lasted all day.",
        [faced({"Jan Holm", "Karl Vance"}, {"Hari Thapa", "Nepal"})],
    ),
    # it was their first meeting: the one told before
    (
        "Nepal's Hari Thapa met Karma Dorji of Bhutan in Thimphu. It was their first meeting since May.",
        [faced({"Hari Thapa", "Nepal"}, {"Karma Dorji", "Bhutan"})],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CLAIMS)
def test_sides_are_told_by_the_sentences_around(nlp: Language, text: str, expected: list[Sides]) -> None:
    assert sides(nlp, text) == expected

"""Which states and bodies met, as a sentence or two tell it, each beside what must not be read so."""

from __future__ import annotations

import pytest
from marked import article
from spacy.language import Language

from kg.facts import report
from kg.text.annotate import document

CASES = [
    # both countries, of which the sentence before speaks
    ("Chad and Niger are at odds over water. Officials from both countries met in Rome.", [{"Chad", "Niger"}]),
    ("Officials from both countries met in Rome.", []),
    # counterparts of two states, and one with a colleague
    (
        "Danish Foreign Minister Bo Lund met his Chadian counterpart Omar Sami and later his Nigerien counterpart Ali "
        "Toure in Rome.",
        [{"Denmark", "Chad"}, {"Denmark", "Niger"}],
    ),
    (
        "Danish Foreign Minister Bo Lund met his Chadian counterpart Omar Sami and Premier Ali Toure in Rome.",
        [{"Denmark", "Chad"}],
    ),
    # who sits between them
    (
        "President Omar Sami of Chad and President Ali Toure of Niger met in Doha, with Qatar's emir, Sheikh Omar bin "
        "Jasim, as mediator.",
        [{"Chad", "Niger"}],
    ),
    # those sent to talk
    ("Negotiators from Chad and Niger failed to agree on fish in Niamey.", [{"Chad", "Niger"}]),
    ("Chad and Niger failed to agree on fish in Niamey.", []),
    ("Chadian negotiators failed to agree on fish in Niamey.", []),
    # who speaks for a state when both discuss it
    ("The foreign ministers of Chad and Niger discussed the border in Niamey.", [{"Chad", "Niger"}]),
    ("They spoke of matters discussed by the foreign ministers of Chad and Niger in Niamey.", []),
    # a body under whose rules two talk, and one that fights
    ("Chad requested WTO consultations with Niger.", [{"Chad", "Niger"}]),
    ("Chad's government held talks with the Hotari United Front in Lagos.", [{"Chad", "Hotari United Front"}]),
    ("Chad's government held talks with the Hotari Rowing Club in Lagos.", []),
    # a caption is no credit of an agency
    ("Prices rose.\n\n(Senior officials from Chad and Niger meet to discuss fish.)", [{"Chad", "Niger"}]),
    # the armed forces of a state, under a name that many have
    ("Gen. Omar Sami of the Chad Defence Force met Danish Premier Bo Lund.", [{"Chad", "Denmark"}]),
    ("Omar Sami of the Chad Chess Force met Danish Premier Bo Lund.", [{"Chess Force", "Denmark"}]),
    # who rules in a council stands for the state
    ("Omar Sami, deputy chairman of Chad's ruling Supreme Council, met Danish Premier Bo Lund.", [{"Chad", "Denmark"}]),
    ("Omar Sami, chairman of Chad's Peasant Party, met Danish Premier Bo Lund.", [{"Peasant Party", "Denmark"}]),
    # a summit of others than those whom the story is about
    (
        "Omar Sami of Egypt met Bo Lund of Denmark in Cairo. They praised the success of the Arab summit in Rabat.",
        [{"Egypt", "Denmark"}],
    ),
    (
        "Omar Sami of Egypt met Bo Lund of Denmark in Cairo on Monday. The next summit was held in Rabat in May.",
        [{"Egypt", "Denmark"}, {"Egypt", "Denmark"}],
    ),
    # of several only those who speak of it
    (
        "Chad held talks with Niger and with Mali. Mali has deferred its visit for the sixth round of talks in Rabat.",
        [{"Chad", "Niger"}, {"Chad", "Mali"}, {"Chad", "Mali"}],
    ),
    # who goes to a gathering, or stays away from it, meets none of the others by that
    ("Chad, Niger and Mali pulled out of the SAARC meet in Rabat.", []),
    ("Chad, Niger and Mali met in Rabat.", [{"Chad", "Niger", "Mali"}]),
    # those a committee is made up of
    (
        "A committee made up of officials from Chad, Niger and Mali has been holding meetings in Niamey.",
        [{"Chad", "Niger", "Mali"}],
    ),
    ("A committee set up by Chad has been holding meetings in Niamey.", []),
    # who called a visit off paid none
    ("A visit by Danish Foreign Minister Bo Lund to Cairo has been cancelled by Egypt.", [{"Denmark"}]),
    # two who face each other are of two states
    (
        "Talks between Danish Foreign Minister Bo Lund and Chancellor Eva Kern were held in Vienna, in Austria.",
        [{"Denmark", "Austria"}],
    ),
    (
        "Danish Foreign Minister Bo Lund and Defence Minister Eva Kern met Egyptian President Omar Sami in Cairo.",
        [{"Denmark", "Egypt"}],
    ),
    # of the last of a list
    (
        "Egyptian President Omar Sami and King Faruk of Jordan, whose lands are dry, held talks in Rome.",
        [{"Egypt", "Jordan"}],
    ),
    # a summit at whose edge others meet
    (
        "Chad and Mali held talks in Rome on Friday.\n\nOmar Sami of Egypt and Bo Lund of Denmark will meet on the "
        "sidelines of the summit.",
        [{"Chad", "Mali"}, {"Egypt", "Denmark"}],
    ),
    # both countries, of which the sentence before speaks
    (
        "Bo Lund of Denmark met EU Commissioner Anna Holm in Paris. The pact matters to Chad and Niger. Both countries "
        "held talks in 2011.",
        [{"Denmark", "European Union"}, {"Chad", "Niger"}],
    ),
    # a state's name before a summit is where it is, a people's is who is there
    ("Bo Lund of Denmark spoke of peace at the Kuwait summit.", []),
    ("The Danish-Kuwaiti summit was held in Rome.", [{"Denmark", "Kuwait"}]),
    # what is said of a plan does not tell that it was carried out
    (
        "Chad and Niger will meet on Friday to end the war.\n\nThe meeting in Paris comes as Mali and Togo are at war.",
        [{"Chad", "Niger"}],
    ),
    # "their" talks are of the two whose teams hold them
    ("Delegations from Egypt and Chad resumed their talks in Nairobi on Monday.", [{"Egypt", "Chad"}]),
    ("Delegations resumed their talks in Nairobi on Monday.", []),
    # the half of a state's name that is left out
    ("The first summit between North and South Korea took place in Rome.", [{"North Korea", "South Korea"}]),
    ("A summit between the East and South Korea took place in Rome.", []),
    # a body that no table knows is not the two of the story; peoples of a state are no states
    (
        "Bo Lund of Denmark met Ana Paz of Chile on Wednesday. There may be a meeting in London of the Contact Group.",
        [{"Denmark", "Chile"}],
    ),
    ("Bo Lund of Denmark met the Greek and Turkish leaders of Cyprus.", [{"Denmark", "Cyprus"}]),
    # a summit named for a body, and a leave to travel, seat nobody
    (
        "Egyptian President Omar Sami met Danish Foreign Minister Bo Lund, who stood for Denmark at the ZAMF summit.",
        [{"Egypt", "Denmark"}],
    ),
    ("Mali denied Eva Kern of Denmark permission to fly to Rome for talks with Chad.", [{"Denmark", "Chad"}]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_those_told_to_have_met_are_of_these_states(text: str, expected: list[set[str]], nlp: Language) -> None:
    found = report(document(article(text), nlp))
    names = {entity.key: entity.name for entity in found.entities}

    assert [{names[party] for party in meeting.parties} for meeting in found.meetings] == expected

"""Truces, agreements, deadlines and suspensions: between whom, by whom, and what became of them."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.facts import report
from kg.model import Article
from kg.text.annotate import document

Row = tuple[str, str | None, list[str], str]


def told(text: str, nlp: Language) -> list[Row]:
    """(kind, by, on, status) of each measure; states and bodies by the end of their key."""
    found = report(document(Article("a.txt", text), nlp)).measures
    return [
        (m.kind, m.by.split("/")[1] if m.by else None, [key.split("/")[1] for key in m.on], m.status.value)
        for m in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a truce inside an agreement is a truce
        ("Peru and Chile reached a ceasefire agreement.", ("truce", None, ["chile", "peru"], "in force")),
        ("Peru and Chile reached agreement on a ceasefire.", ("truce", None, ["chile", "peru"], "in force")),
        ("Peru and Chile agreed to extend their truce.", ("truce", None, ["chile", "peru"], "announced")),
        # what stands is kept or broken
        ("Peru accused Chile of violating the ceasefire.", ("truce", None, ["chile", "peru"], "in force")),
        # "both sides" are the two last told together
        (
            "Peru and Chile issued a statement on Friday. Both sides agreed to a ceasefire along the coast.",
            ("truce", None, ["chile", "peru"], "in force"),
        ),
        # those who help are no side
        (
            "Peru and Chile signed a note. Cuba and Norway are facilitators. Both sides agreed to a ceasefire.",
            ("truce", None, ["chile", "peru"], "in force"),
        ),
        # who fights a state may have no name
        ("The Peruvian government and the rebels signed a ceasefire.", ("truce", None, ["peru"], "in force")),
        ("The Lima government and Chile signed a ceasefire.", ("truce", None, ["chile", "peru"], "in force")),
        # whoever made it is told in a clause of its own
        (
            "Peru said that it was pausing a ceasefire it had reached with Chile.",
            ("truce", None, ["chile", "peru"], "suspended"),
        ),
        # what is agreed may name the other party
        (
            "Peru signed a memorandum to improve relations with Chile.",
            ("agreement", None, ["chile", "peru"], "in force"),
        ),
        (
            "The settlement talks went on. The peace settlement, negotiated between Peru and Chile, was signed.",
            ("agreement", None, ["chile", "peru"], "in force"),
        ),
        ("Peru withdrew from the border treaty with Chile.", ("agreement", None, ["chile", "peru"], "expired")),
        (
            "Peru has suspended its participation in the water treaty with Chile.",
            ("agreement", None, ["chile", "peru"], "suspended"),
        ),
        (
            "Peru and Chile finalised negotiations on a trade agreement.",
            ("agreement", None, ["chile", "peru"], "announced"),
        ),
        ("Peru and Chile began talks on a trade agreement.", ("agreement", None, ["chile", "peru"], "proposed")),
        ("Peru is negotiating a trade agreement with Chile.", ("agreement", None, ["chile", "peru"], "proposed")),
        ("The 1988 treaty between Peru and Chile is cited.", ("agreement", None, ["chile", "peru"], "in force")),
        ("Peru and Chile said that they had signed a treaty.", ("agreement", None, ["chile", "peru"], "in force")),
        ("Peru has quit the fishing treaty.", ("agreement", "peru", [], "expired")),
        # who only helps or looks on is no party
        ("Peru and Chile signed a pact mediated by Norway.", ("agreement", None, ["chile", "peru"], "in force")),
        ("Norway praised the deal to prolong the truce in Peru.", ("truce", None, ["peru"], "announced")),
        ("Peru's warring parties agreed to renew a truce.", ("truce", None, ["peru"], "announced")),
        # a truce without a noun
        (
            "Peru has agreed to halt attacks on power stations in Chile for 30 days.",
            ("truce", None, ["chile", "peru"], "in force"),
        ),
        ("Norway urged Peru and Chile to cease hostilities.", ("truce", None, ["chile", "peru"], "proposed")),
        ("A cease-fire between Peru and Chile will start on Sunday.", ("truce", None, ["chile", "peru"], "announced")),
        ("The ceasefire between Peru and Chile remains in force.", ("truce", None, ["chile", "peru"], "in force")),
        ("Peru and Chile signed a protocol to end clashes.", ("agreement", None, ["chile", "peru"], "in force")),
        ("Ottawa and Brussels signed a pact.", ("agreement", None, ["european-union", "canada"], "in force")),
    ],
)  # fmt: skip
def test_between_whom_a_pact_is(text: str, expected: Row, nlp: Language) -> None:
    assert told(text, nlp) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile talked about a trade agreement.",
        "Peru withdrew from the tournament with Chile.",
        "Peru halted attacks on Chile.",
        "Peru watched a ceasefire of the guilds.",
        "The rebels of the party signed a letter.",
    ],
)
def test_no_pact_is_told(text: str, nlp: Language) -> None:
    assert told(text, nlp) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad backed a coup in Chile. Norway issued a nine-day ultimatum to the junta in the Republic of Chile.",
            ("deadline", "norway", ["chile"], "in force"),
        ),
        (
            "After the coup in Chile, Norway issued a nine-day ultimatum to the junta.",
            ("deadline", "norway", ["chile"], "in force"),
        ),
    ],
)
def test_a_junta_is_that_of_the_country_told_of(text: str, expected: Row, nlp: Language) -> None:
    assert told(text, nlp) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway will suspend its countermeasures against the tariffs announced by Peru.",
            ("tariff", "norway", ["peru"], "suspended"),
        ),
        (
            "Norway delayed the enforcement of its ban on Peruvian fish.",
            ("ban", "norway", ["peru"], "suspended"),
        ),
        ("Norway delayed introducing duties on Peruvian fish.", ("tariff", "norway", ["peru"], "suspended")),
        ("Peru's neighbour Chile has lifted a ban on Norwegian fish.", ("ban", "chile", ["norway"], "expired")),
        ("A proposed ban on Peruvian fish was suspended by Norway.", ("ban", "norway", ["peru"], "suspended")),
        ("Norway has decided to lift its ban on Peruvian fish.", ("ban", "norway", ["peru"], "expired")),
        ("Norway will lift its ban on Peruvian fish in May.", ("ban", "norway", ["peru"], "in force")),
        ("Peru warned of duties of 20% on Norwegian fish.", ("tariff", "peru", ["norway"], "proposed")),
        ("Norway took retaliatory measures over a murder in Peru.", None),
    ],
)
def test_what_became_of_a_measure(text: str, expected: Row | None, nlp: Language) -> None:
    assert told(text, nlp) == ([expected] if expected else [])


def test_who_set_a_measure_is_who_lifts_it(nlp: Language) -> None:
    text = "Norway imposed sanctions on Peru in May. The sanctions were lifted on Friday."

    assert told(text, nlp) == [("sanction", "norway", ["peru"], "expired")]


def test_pacts_with_two_others_are_two(nlp: Language) -> None:
    text = "Norway signed a treaty with Peru. Norway signed a treaty with Chile."

    assert [on for _, _, on, _ in told(text, nlp)] == [["norway", "peru"], ["chile", "norway"]]


def test_a_deadline_given_to_a_leader_is_his_states(nlp: Language) -> None:
    text = "The Security Council gave Norwegian Prime Minister Per Roe until Jan. 15 to withdraw his troops from Peru."

    assert told(text, nlp) == [("deadline", "un-security-council", ["norway"], "in force")]


def test_the_agreement_is_the_truce_told_before(nlp: Language) -> None:
    text = "Peru and Chile signed a ceasefire on Monday. Peru said that the agreement took effect at noon."

    assert [kind for kind, *_ in told(text, nlp)] == ["truce"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The World Trade Organization imposed sanctions on the World Bank.",
            [("sanction", "world-trade-organization", ["world-bank"], "in force")],
        ),
        ("The Security Council imposed sanctions on the United Nations.", []),
    ],
)
def test_only_bodies_of_one_organisation_do_nothing_to_each_other(
    text: str, expected: list[Row], nlp: Language
) -> None:
    assert told(text, nlp) == expected


def test_rebels_are_the_armed_group_that_the_article_names(nlp: Language) -> None:
    text = "Norway's government and rebels have reached a peace agreement. The Sami National Front was glad."
    assert told(text, nlp) == [("agreement", None, ["sami-national-front", "norway"], "announced")]
    assert told(text.replace("Sami National Front", "Sami National Bank"), nlp) == []


def test_a_pact_that_expires_is_left_by_nobody(nlp: Language) -> None:
    assert told("A pact between a coalition and the Houthis expired in May.", nlp) == []

"""Tellings of one meeting within an article are one; another day, a call and another plan are told apart."""

from __future__ import annotations

from datetime import date

import pytest
from marked import article
from spacy.language import Language

from kg.facts import report
from kg.model import Status
from kg.text.annotate import document

A, B = "Kenyan President Uhuru Kenyatta", "Ethiopian Prime Minister Abiy Ahmed"

# Each text of 14 May 2019, and its meetings: status, place, day.
CASES = {
    "a noun with its article is the meeting told before": (
        f"{A} met {B} in Nairobi on Monday. The meeting lasted two hours.",
        [("happened", "Nairobi", "2019-05-13")],
    ),
    "a meeting of others, told by their own clause, is none of theirs": (
        f"{A} met {B} in Nairobi. They praised a pact endorsed by forum leaders at their meeting in Lima in 2017.",
        [("happened", "Nairobi", None)],
    ),
    "a meeting of the same two is told by their own clause as well": (
        f"{A} met {B} in Nairobi. They praised a pact that the two leaders endorsed at their meeting in Lima in 2017.",
        [("happened", "Nairobi", None), ("happened", "Lima", "2017")],
    ),
    "an earlier meeting and one to come stand apart": (
        f"{A} met {B} in Nairobi on Monday. The two last met in Addis Ababa in March. They will hold a further meeting"
        " in Kampala on June 3.",
        [
            ("happened", "Nairobi", "2019-05-13"),
            ("happened", "Addis Ababa", "2019-03"),
            ("planned", "Kampala", "2019-06-03"),
        ],
    ),
    "a call and a meeting stand apart": (
        f"{A} spoke to {B} by phone on Sunday. On Monday he met Abiy in Nairobi.",
        [("happened", None, "2019-05-12"), ("happened", "Nairobi", "2019-05-13")],
    ),
    "a plan that went ahead is the meeting": (
        f"{A} and {B} were scheduled to meet in Nairobi on Monday. The talks went ahead despite the storm.",
        [("happened", "Nairobi", "2019-05-13")],
    ),
    "a plan that somebody brought about is a plan yet": (
        f"{A} and {B} are scheduled to meet in Nairobi on May 20. The meeting has been facilitated by Norway.",
        [("planned", "Nairobi", "2019-05-20")],
    ),
    "a plan that somebody brought about and that took place is the meeting": (
        f"{A} and {B} were scheduled to meet in Nairobi on Monday. The meeting was facilitated by Norway and took place"
        " at night.",
        [("happened", "Nairobi", "2019-05-13")],
    ),
    "a plan for the day on which they met is the meeting": (
        f'"We will meet on Monday in Nairobi," {A} had said of {B} last week. On Monday Kenyatta met Abiy in Nairobi.',
        [("happened", "Nairobi", "2019-05-13")],
    ),
    "a first day is a day of the talks just told": (
        f"{A} and {B} hold talks in Nairobi. The two wrapped up the first day of talks in Nairobi.",
        [("happened", "Nairobi", None)],
    ),
    "where a meeting of long ago took place is told right after it": (
        f"{A} met {B} in January 2018. The meeting took place in Mombasa.",
        [("happened", "Mombasa", "2018-01")],
    ),
    "what they last met for is not where the talks took place": (
        f"{A} received {B} on Monday. He last met Abiy in January 2018. The talks took place in Mombasa.",
        [("happened", "Mombasa", "2019-05-13"), ("happened", None, "2018-01")],
    ),
    "a plan that was called off is denied": (
        f"{A} was to meet {B} in Nairobi on Friday. The meeting was called off.",
        [("denied", "Nairobi", "2019-05-17")],
    ),
    "it may be it that was called off": (
        f"{A} was to meet {B} in Nairobi on Friday. It was cancelled after the storm.",
        [("denied", "Nairobi", "2019-05-17")],
    ),
    "what is said of it may be no end of it": (
        f"{A} was to meet {B} in Nairobi on Friday. It was welcomed by traders.",
        [("planned", "Nairobi", "2019-05-17")],
    ),
    "what was cancelled is told with its place and day afterwards": (
        f"{A} has cancelled a meeting with {B}. The two leaders had been due to meet in Nairobi on Thursday.",
        [("denied", "Nairobi", "2019-05-09")],
    ),
    "not to have met is no end of a plan": (
        f"{A} and {B} have not met since 2017. They may meet in Kampala in June.",
        [("denied", None, None), ("possible", "Kampala", "2019-06")],
    ),
    "no further meeting denies none": (
        f"{A} will receive {B} in Nairobi on 20 May. No new talks between the two sides were scheduled.",
        [("planned", "Nairobi", "2019-05-20")],
    ),
    "a visit is not the meeting during it": (
        "Italian Premier Giuseppe Conte is on a visit to Tripoli, where he met Libyan Prime Minister Fayez al-Sarraj.",
        [("happened", "Tripoli", None), ("happened", "Tripoli", None)],
    ),
    "two who were seen by a third, each by himself, met on another day": (
        f"Norway's foreign minister Ine Soreide saw {A} and {B} one after the other in Oslo on Monday. The pair had met"
        " in Nairobi in March.",
        [("happened", "Oslo", "2019-05-13"), ("happened", "Oslo", "2019-05-13"), ("happened", "Nairobi", "2019-03")],
    ),
    "the two leaders are those who lead": (
        f"{A} met {B} in Nairobi on Monday. Kenyatta also received Tagesse Chafo, the speaker of parliament. The two"
        " leaders had last met in Addis Ababa in March.",
        [
            ("happened", "Nairobi", "2019-05-13"),
            ("happened", "Nairobi", "2019-05-13"),
            ("happened", "Addis Ababa", "2019-03"),
        ],
    ),
    "who saw both before their talks was not at these": (
        f"{A} held talks with {B} in Nairobi on Monday. Norway's foreign minister Ine Soreide saw Kenyatta and Abiy"
        " before the talks.",
        [("happened", "Nairobi", "2019-05-13")] * 3,
    ),
    "an ambassador called home for consultations is at no meeting told before": (
        f"{A} met {B} in Nairobi on Monday. Kenya called its ambassador home from Sudan for consultations.",
        [("happened", "Nairobi", "2019-05-13")],
    ),
}


@pytest.mark.parametrize("claim", CASES)
def test_one_meeting_or_several(claim: str, nlp: Language) -> None:
    text, expected = CASES[claim]
    told = report(document(article(text, published=date(2019, 5, 14)), nlp))
    names = {e.key: e.name for e in told.entities}

    found = [(m.status.value, m.place and names[m.place], m.start and m.start.edtf) for m in told.meetings]

    assert found == expected


def test_the_two_leaders_are_no_speaker(nlp: Language) -> None:
    text = CASES["the two leaders are those who lead"][0]

    told = report(document(article(text, published=date(2019, 5, 14)), nlp))

    assert told.meetings[2].people == told.meetings[0].people != told.meetings[1].people


FACING = [
    # each of another state whom one meets is met by himself
    (
        "Kenyan President Amos Kip met Sara Berg of Norway and Jan Holm of Denmark in Nairobi.",
        [{"Kenya", "Norway"}, {"Kenya", "Denmark"}],
    ),
    # but two of one state are met together, and so are those who meet in threes
    (
        "Kenyan President Amos Kip met Norwegian Prime Minister Sara Berg and Norwegian Foreign Minister Jan Holm.",
        [{"Kenya", "Norway"}],
    ),
    (
        "Kenyan President Amos Kip hosted Sara Berg of Norway and Jan Holm of Denmark for a trilateral summit.",
        [{"Kenya", "Norway", "Denmark"}],
    ),
]


@pytest.mark.parametrize(("text", "parties"), FACING)
def test_those_met_of_several_states_met_nobody_but_the_one_they_face(
    nlp: Language, text: str, parties: list[set[str]]
) -> None:
    read = report(document(article(text), nlp))
    names = {entity.key: entity.name for entity in read.entities}
    assert [{names[key] for key in meeting.parties} for meeting in read.meetings] == parties


def test_talks_that_are_told_as_held_are_not_the_plan_beside_them(nlp: Language) -> None:
    told = report(
        document(
            article(
                "Delegations from Kenya and Ethiopia resumed talks in Nairobi on Monday, extending discussions aimed "
                "at sharing the Nile. The talks, held at an old hotel, followed a session of six hours on Sunday."
            ),
            nlp,
        )
    )

    held = [m for m in told.meetings if m.status is Status.HAPPENED]
    assert [(m.place, len(m.evidence)) for m in held] == [("place/nairobi", 2)]

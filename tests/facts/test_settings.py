"""Where and when: what the sentence gives an event, what its story gives it, and what it must not be given."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from marked import article
from parsed import doc
from spacy.language import Language

from kg.facts import report
from kg.facts.link import Linked
from kg.facts.offices import Offices
from kg.facts.refer import References
from kg.facts.settings import Setting, Settings
from kg.model import Meeting, When
from kg.text.annotate import document

MONDAY = date(2025, 9, 15)
Read = Callable[..., list[tuple[str | None, str | None]]]


def day(edtf: str) -> When:
    known = None if edtf.startswith("XXXX") else date.fromisoformat(edtf)
    return When(edtf, known, known, "stated", edtf)


def last(read: list[tuple[str | None, str | None]]) -> tuple[str | None, str | None]:
    assert read, "no meeting was read"
    return read[-1]


@pytest.fixture
def read(nlp: Language) -> Read:
    """Place and first day of each meeting told."""

    def of(text: str, **more: object) -> list[tuple[str | None, str | None]]:
        found = report(document(article(text, **{"published": MONDAY, **more}), nlp))
        name = {e.key: e.name for e in found.entities}
        return [(name.get(m.place or ""), m.start.printed if m.start else None) for m in found.meetings]

    return of


@pytest.fixture
def meetings(nlp: Language) -> Callable[[str], tuple[Meeting, ...]]:
    return lambda text: report(document(article(text, published=MONDAY), nlp)).meetings


@pytest.fixture
def settings() -> Settings:
    linked = Linked(doc("Rome/PROPN/root/0"))
    return Settings(linked, References(linked, Offices(linked)), frozenset())


# ── the sentence ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Angela Merkel met Mario Draghi in a Lisbon hotel.", "Lisbon"),
        ("Angela Merkel met Mario Draghi, a Lisbon lawyer.", None),
        ("Angela Merkel held talks with Mario Draghi in the Portuguese capital.", "Lisbon"),
        ("Angela Merkel left Oslo, where she met Mario Draghi.", "Oslo"),
        ("Angela Merkel met Mario Draghi and left for Oslo.", None),
        ("Emmanuel Macron stayed in Paris, and a meeting of Angela Merkel and him did not take place.", None),
        ("Angela Merkel ended the visit to Mario Draghi to which she was invited in Oslo.", None),
        ("Angela Merkel then left early for Oslo to meet Mario Draghi.", "Oslo"),
        ("Angela Merkel turned up in Oslo and met Mario Draghi.", "Oslo"),
        ("Emmanuel Macron stayed in Paris, and Angela Merkel met Mario Draghi.", None),
        ("Angela Merkel met Mario Draghi after two people were killed in Oslo.", None),
        (
            "Angela Merkel has not met her former deputy, Mario Draghi, known as Super, since fighting broke out in "
            "Oslo on April 15.",
            None,
        ),
        ("Before leaving Portugal, Angela Merkel met Mario Draghi.", "Portugal"),
        ("After leaving Portugal, Angela Merkel met Mario Draghi.", None),
        ("Angela Merkel was in Oslo in 1993 when she met Mario Draghi.", "Oslo"),
        ("Angela Merkel met Mario Draghi before she left for Oslo.", None),
        ("Angela Merkel, who had a meeting with Mario Draghi, left for Oslo.", None),
        ("Angela Merkel returned from Oslo after two days of talks with Mario Draghi.", "Oslo"),
        ("In Oslo Angela Merkel spoke to students and met Mario Draghi.", "Oslo"),
        ("Angela Merkel met Mario Draghi aboard a yacht off Oslo.", "Oslo"),
        ("Angela Merkel met Mario Draghi, the owner of a yacht in Oslo.", None),
        ("Angela Merkel held talks with Italian Prime Minister Mario Draghi on the closure of ports in Rome.", "Rome"),
        ("Angela Merkel held talks with Italian Prime Minister Mario Draghi on the fighting in Rome.", None),
        ("Angela Merkel held talks with Italian Prime Minister Mario Draghi on the closure of ports in Oslo.", None),
        (
            "Angela Merkel hosted three leaders in private audiences at the Villa Hammerschmidt, Bonn. "
            "Mario Draghi was received by Angela Merkel in another audience.",
            "Bonn",
        ),
        ("Angela Merkel met Mario Draghi to prepare for talks in Oslo.", None),
        (
            "Angela Merkel and Mario Draghi held a series of meetings on the margins of the ministers' talks in Oslo.",
            "Oslo",
        ),
        ("Angela Merkel had a Kremlin meeting with Mario Draghi.", "Moscow"),
        ("Angela Merkel had a State Department meeting with Mario Draghi.", None),
        ("The Kremlin's meeting with Mario Draghi was short.", None),
        ("Angela Merkel met Mario Draghi at the Oslo Peace Forum.", "Oslo"),
        ("Angela Merkel met Mario Draghi, who spoke of the Oslo Peace Forum.", None),
        ("Angela Merkel met Mario Draghi at the margins of the Peace Forum in Oslo.", "Oslo"),
        ("The Oslo talks of Angela Merkel and Mario Draghi ended.", "Oslo"),
        ("The Oslo lawyer Angela Merkel had talks with Mario Draghi.", None),
        ("Angela Merkel met Mario Draghi on Friday in Oslo.", "Oslo"),
        (
            "German Chancellor Angela Merkel and Italian Prime Minister Mario Draghi signed a memorandum on nuclear "
            "cooperation in Oslo.",
            "Oslo",
        ),
        (
            "German Chancellor Angela Merkel and Italian Prime Minister Mario Draghi signed a memorandum on a road "
            "across Norway.",
            None,
        ),
        ("Angela Merkel and Mario Draghi held talks on the Nile.", None),
        ("Angela Merkel and Mario Draghi held talks on the island of Crete.", "Crete"),
        ("Angela Merkel met Mario Draghi in the Kremlin.", "Moscow"),
        ("Angela Merkel met Mario Draghi in San Clemente.", "San Clemente"),
        ("Angela Merkel met Mario Draghi in San on Friday.", "San"),
        ("Angela Merkel met Mario Draghi in the Oval Office.", "Washington"),
        ("Angela Merkel met Mario Draghi at Buckingham Palace.", "London"),
        ("Angela Merkel met Mario Draghi, who works in Oslo.", None),
        ("Angela Merkel met Mario Draghi in a side room at the United Nations.", "New York"),
        ("Angela Merkel met Mario Draghi, who works at the United Nations.", None),
        ("A treaty came out of talks in Oslo between Angela Merkel and Mario Draghi.", "Oslo"),
        ("Angela Merkel received Mario Draghi, who was in Oslo for a congress.", "Oslo"),
        ("Angela Merkel received Mario Draghi, who later came to Oslo.", None),
        ("Angela Merkel received Mario Draghi, who had come to Oslo.", None),
        ("Angela Merkel met Mario Draghi in Rome. Their last meeting was in Oslo in May.", "Oslo"),
        ("Angela Merkel travelled to Rome by train from Oslo, where she met Mario Draghi.", "Oslo"),
        ("Back from Oslo, where she gave a speech, Angela Merkel met Mario Draghi.", None),
        ("Before leaving Oslo for Turin, Angela Merkel met there with Mario Draghi.", "Oslo"),
        ("Before flying to Turin, Angela Merkel met Mario Draghi.", None),
        ("On flying to Turin, Angela Merkel met Mario Draghi.", "Turin"),
        ("German Chancellor Angela Merkel left for Peru on Friday after talks with Mario Draghi.", None),
        ("German Chancellor Angela Merkel left for Peru on Friday for talks with Mario Draghi.", "Peru"),
        ("German Chancellor Angela Merkel was due in Turin on Friday to discuss trade with Mario Draghi.", "Turin"),
        ("A report was due in Turin on Friday, and Angela Merkel met Mario Draghi.", None),
        ("The last time that Angela Merkel met Mario Draghi was in Turin in May.", "Turin"),
        ("The last time that Angela Merkel met Mario Draghi was late for those who stayed in Turin.", None),
    ],
)
def test_the_place_is_the_one_the_sentence_gives_the_meeting(read: Read, text: str, place: str | None) -> None:
    assert last(read(text))[0] == place


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Angela Merkel returned from Oslo on Friday after two days of talks with Mario Draghi.", None),
        ("In July Angela Merkel swam, rested and met Mario Draghi.", "2025-07"),
        ("Angela Merkel swam in July, and Emmanuel Macron met Mario Draghi.", None),
        ("When they emerged on Friday, Angela Merkel had met Mario Draghi.", "2025-09-12"),
        ("Angela Merkel, who met five presidents and Mario Draghi in Oslo last July, was in Rome.", "2025-07"),
        ("Angela Merkel leaves for Oslo on Friday, where she will meet Mario Draghi.", "2025-09-19"),
        ("The war ended on 4 May, two days after Angela Merkel met Mario Draghi.", "2025-05-02"),
        ("The war ended on 4 May, a week after Angela Merkel met Mario Draghi.", "2025-04"),
        ("The war ended on 4 May after Angela Merkel had met Mario Draghi.", "2025-05"),
        ("The war may end on 4 May, two days after Angela Merkel met Mario Draghi.", None),
        ("It was settled by May 2024, when Angela Merkel met Mario Draghi.", "2024-05"),
        ("It was settled by May 2024, and Angela Merkel met Mario Draghi.", None),
        ("Angela Merkel did not meet Mario Draghi until May 2024.", "2024-05"),
        ("Angela Merkel met Mario Draghi and stayed until May 2024.", None),
        ("They had let it be known that Angela Merkel would be willing to meet Mario Draghi on Friday.", "2025-09-12"),
        ("They let it be known that Angela Merkel would be willing to meet Mario Draghi on Friday.", "2025-09-19"),
        ("Angela Merkel had discussed trade with Mario Draghi by video link last month.", "2025-08"),
        ("Angela Merkel was in Oslo on Friday, where she met Mario Draghi.", "2025-09-12"),
        ("Angela Merkel fell ill on Friday. She had met Mario Draghi earlier in the day.", "2025-09-12"),
        ("Angela Merkel fell ill on Friday. She had met Mario Draghi earlier.", None),
        ("Angela Merkel is to meet Mario Draghi before the truce lapses on Friday.", None),
        ("Angela Merkel is to meet Mario Draghi before the summit, on Friday.", "2025-09-19"),
        ("Angela Merkel and Mario Draghi met in Oslo on Friday, eight months after their summit in Rome.", "2025-01"),
        ("Angela Merkel met Mario Draghi on Friday. Their previous summit was in May 2018, during a fair.", "2018-05"),
        ("Angela Merkel met Mario Draghi on Friday. Her previous office was of May 2018.", "2025-09-12"),
        ("Angela Merkel told reporters on Friday after talks with Mario Draghi that it was late.", "2025-09-12"),
        ("Angela Merkel said on Friday after she had received Mario Draghi that it was late.", "2025-09-12"),
        ("Angela Merkel came home on Friday after talks with Mario Draghi.", None),
        ("Angela Merkel will meet Mario Draghi in the coming days.", "2025-09"),
        ("Angela Merkel fell ill on Monday. Later in the day she is due to see Mario Draghi.", "2025-09-15"),
        ("Angela Merkel fell ill on Friday. Later in the day she was due to see Mario Draghi.", None),
        ("Angela Merkel met Mario Draghi. Talks between them had been called off in July.", "2025-07"),
        ("The last time that Angela Merkel met Mario Draghi was in Turin in May.", "2025-05"),
    ],
)
def test_the_time_is_the_one_the_sentence_gives_the_meeting(read: Read, text: str, start: str | None) -> None:
    assert last(read(text))[1] == start


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Mario Draghi arrived in Oslo on Saturday.\n\nHe met Angela Merkel on Sunday.", "Oslo"),
        ("Mario Draghi visited Oslo last November.\n\nHe met Angela Merkel on Sunday.", None),
        ("Mario Draghi laid a wreath at Grasshoek and met Angela Merkel.", None),
        ("Mario Draghi discussed the war in Chad.\n\nHe met Angela Merkel on Sunday.", None),
    ],
)
def test_the_story_puts_its_people_somewhere_for_these_days_alone(read: Read, text: str, place: str | None) -> None:
    assert last(read(text))[0] == place


def test_a_government_building_is_a_venue_in_the_capital(meetings: Callable[[str], tuple[Meeting, ...]]) -> None:
    (meeting,) = meetings("Angela Merkel met Mario Draghi at the Kremlin.")

    assert (meeting.place, meeting.venue) == ("place/moscow", "place/kremlin")


def test_a_government_that_is_only_spoken_of_is_no_venue(meetings: Callable[[str], tuple[Meeting, ...]]) -> None:
    (meeting,) = meetings("Angela Merkel met Mario Draghi, the Kremlin said.")

    assert (meeting.place, meeting.venue) == (None, None)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Angela Merkel met Mario Draghi on Friday.", "2025-09-12"),
        ("Angela Merkel met Mario Draghi, her office said on Friday.", None),
        ("Angela Merkel met Mario Draghi for the first time since 2019.", None),
        ("Angela Merkel and Mario Draghi have held talks in Oslo since Friday.", "2025-09-12"),
        ("Angela Merkel was in Oslo in 1993 when she met Mario Draghi.", "1993"),
        ("Angela Merkel met Mario Draghi before the vote of 1993.", None),
        ("On Friday Angela Merkel is due to meet Mario Draghi.", "2025-09-19"),
        ("Angela Merkel agreed on Friday to meet Mario Draghi.", None),
        ("Portugal restored relations on Friday when Angela Merkel met Mario Draghi.", "2025-09-12"),
        ("Portugal restored relations on Friday because Angela Merkel met Mario Draghi.", None),
        ("At the Arab League summit on Friday Angela Merkel met Mario Draghi.", "2025-09-12"),
        ("Mario Draghi, who missed the Arab League summit on Friday, met Angela Merkel.", None),
    ],
)
def test_the_day_is_the_one_the_sentence_gives_the_meeting(read: Read, text: str, start: str | None) -> None:
    assert last(read(text))[1] == start


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Angela Merkel and Mario Draghi ended two days of talks in Oslo on Sunday.", ("2025-09-13", "2025-09-14")),
        ("Angela Merkel and Mario Draghi began two days of talks in Oslo on Sunday.", ("2025-09-14", "2025-09-15")),
        ("Angela Merkel met Mario Draghi in Oslo for a third day on Sunday.", ("2025-09-12", "2025-09-14")),
        (
            "Angela Merkel and Mario Draghi resumed talks in Oslo on Sunday after a first day of two hours.",
            ("2025-09-13", "2025-09-14"),
        ),
        (
            "Angela Merkel and Mario Draghi resumed talks in Oslo on Sunday after a break of two weeks.",
            ("2025-09-14", None),
        ),
        ("Angela Merkel met Mario Draghi in Oslo for two hours on Sunday.", ("2025-09-14", None)),
    ],
)
def test_talks_of_several_days_have_a_first_and_a_last(
    meetings: Callable[[str], tuple[Meeting, ...]], text: str, days: tuple[str, str | None]
) -> None:
    (meeting,) = meetings(text)

    assert (meeting.start and meeting.start.printed, meeting.end and meeting.end.printed) == days


# ── the story ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_people_meet_where_the_story_has_put_them(read: Read) -> None:
    told = read("Angela Merkel arrived in Oslo on Saturday.\n\nMerkel met Mario Draghi for an hour.", dateline="PARIS")

    assert last(told)[0] == "Oslo"


@pytest.mark.parametrize(
    "before",
    [
        "Emmanuel Macron arrived in Oslo on Saturday.",  # another person
        "Angela Merkel left Oslo on Saturday.",
        "Angela Merkel had arrived in Oslo in May.",
        "Angela Merkel may travel to Oslo.",
    ],
)
def test_people_do_not_meet_where_the_story_has_not_put_them(read: Read, before: str) -> None:
    told = read(f"{before}\n\nAngela Merkel met Mario Draghi for an hour.")

    assert last(told)[0] is None


@pytest.mark.parametrize(
    ("before", "text", "place"),
    [
        ("Angela Merkel called off a visit to Oslo.", "She had been due to meet Mario Draghi on Monday.", "Oslo"),
        ("Angela Merkel called off a visit to Oslo.", "She has refused to meet Mario Draghi.", None),
        ("Angela Merkel called off a visit to Oslo.", "Angela Merkel met Mario Draghi for an hour.", None),
        ("In Oslo for a congress, Angela Merkel gave a speech.", "She met Mario Draghi for an hour.", "Oslo"),
        ("Angela Merkel is back from Oslo, where she gave a speech.", "She did not meet Mario Draghi.", "Oslo"),
        ("Angela Merkel is in Oslo.", "It snowed.\n\nIt rained.\n\nShe is to meet Mario Draghi on Monday.", "Oslo"),
        ("Angela Merkel is in Oslo.", "It snowed.\n\nIt rained.\n\nShe is to meet Mario Draghi in May.", None),
    ],
)
def test_what_was_planned_or_denied_is_of_the_journey_told_before(
    read: Read, before: str, text: str, place: str | None
) -> None:
    assert last(read(f"{before} {text}"))[0] == place


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("in Oslo in May and in Lisbon in June.", [("Oslo", "2025-05"), ("Lisbon", "2025-06")]),
        ("in Oslo in May and again in Lisbon in June.", [("Oslo", "2025-05"), ("Lisbon", "2025-06")]),
        ("in Oslo in May, and in Lisbon in June Mario Monti died.", [("Oslo", "2025-05")]),
        ("in May and again in June.", [(None, "2025-05"), (None, "2025-06")]),
        ("in May and June.", [(None, "2025-05")]),
    ],
)
def test_one_verb_tells_a_meeting_for_each_place_and_time(
    meetings: Callable[[str], tuple[Meeting, ...]], text: str, places: list[tuple[str | None, str]]
) -> None:
    told = [(m.place and m.place.split("/")[-1].title(), m) for m in meetings(f"Angela Merkel met Mario Draghi {text}")]
    starts = [
        (place, f"{m.start.edtf}/{m.end.edtf}" if m.start and m.end else m.start and m.start.edtf) for place, m in told
    ]

    assert starts == places


def test_those_of_one_list_are_met_on_the_days_named_behind_them(
    meetings: Callable[[str], tuple[Meeting, ...]],
) -> None:
    told = meetings("Angela Merkel met Mario Draghi and Mario Monti on 4 May 2025, and Enrico Letta on 6 May 2025.")

    assert [(len({p for s in m.sides for p in s.people}), m.start and m.start.edtf) for m in told] == [
        (3, "2025-05-04"),
        (2, "2025-05-06"),
    ]


@pytest.mark.parametrize(
    ("text", "place", "start"),
    [
        ("During the visit, Angela Merkel will meet Mario Draghi.", "Norway", "2025-09"),
        ("Angela Merkel will meet Mario Draghi over the course of her tour.", "Norway", "2025-09"),
        ("Angela Merkel will meet Mario Draghi during his visit to Spain.", "Spain", None),
    ],
)
def test_what_is_told_of_a_journey_is_where_and_when_the_journey_is(
    read: Read, text: str, place: str | None, start: str | None
) -> None:
    before = (
        "Angela Merkel will leave on a two-day visit to Norway on Thursday.\n\nThe ferry is old.\n\nIt is full.\n\n"
    )

    assert last(read(before + text)) == (place, start)


def test_who_tours_several_countries_is_not_in_the_first_of_them(read: Read) -> None:
    text = "Angela Merkel is visiting {}. She met Mario Draghi on Monday."

    assert last(read(text.format("Norway"))) == ("Norway", "2025-09-15")
    assert last(read(text.format("Norway, Sweden and Denmark"))) == (None, "2025-09-15")


def test_a_long_stay_that_is_over_is_not_where_people_meet(read: Read) -> None:
    text = "Angela Merkel {} in Norway.\n\nAngela Merkel met Mario Draghi on Monday."

    assert last(read(text.format("arrived on Sunday"))) == ("Norway", "2025-09-15")
    assert last(read(text.format("spent ninety days"))) == (None, "2025-09-15")


def test_the_place_of_the_first_event_is_not_that_of_one_told_before_it(read: Read) -> None:
    hosted = "Emmanuel Macron hosted Pedro Sanchez in Lyon."
    met = "Angela Merkel met Mario Draghi on Monday."

    assert read(f"{hosted} {met}")[-1][0] == "Lyon"
    assert read(f"{met} {hosted}")[0][0] is None


def test_the_day_of_the_opening_goes_before_that_of_its_dateline(read: Read) -> None:
    text = "OSLO, Sept 12 (Reuters) - Angela Merkel arrived in Oslo{}.\n\nMario Draghi received her at the airport."

    assert last(read(text.format(" on Thursday"))) == ("Oslo", "2025-09-11")
    assert last(read(text.format(""))) == ("Oslo", "2025-09-12")


def test_a_meeting_puts_its_people_where_it_is_though_only_one_side_is_named(read: Read) -> None:
    held = "Angela Merkel held talks with ministers of three states in Norway."

    assert (
        read(f"The ferry is old.\n\nIt is full.\n\nIt is slow.\n\n{held} Angela Merkel met Mario Draghi.")[-1][0]
        == "Norway"
    )
    assert (
        read(f"The ferry is old.\n\nIt is full.\n\nIt is slow.\n\n{held} Emmanuel Macron met Mario Draghi.")[-1][0]
        is None
    )


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Angela Merkel is currently meeting Mario Draghi in Oslo.", "2025-09-15"),
        ("Angela Merkel and Mario Draghi are now holding talks in Oslo.", "2025-09-15"),
        ("Angela Merkel has now met Mario Draghi in Oslo.", None),
        ("Angela Merkel called off a meeting with Mario Draghi on Friday.", "2025-09-19"),
        ("Angela Merkel will not meet Mario Draghi on Friday.", "2025-09-19"),
        ("Angela Merkel did not meet Mario Draghi on Friday.", "2025-09-12"),
        ("A meeting of Angela Merkel and Mario Draghi scheduled for October 2 has been cancelled.", "2025-10-02"),
        ("Angela Merkel and Mario Draghi did not meet on October 2.", "2024-10-02"),
    ],
)
def test_what_goes_on_is_of_today_and_what_is_called_off_lay_ahead(read: Read, text: str, start: str | None) -> None:
    assert last(read(text))[1] == start


def test_a_day_told_as_done_counts_beside_what_is_to_come(read: Read) -> None:
    text = "Angela Merkel arrived in Oslo on {} on a visit that will be long.\n\nShe saw a ferry on Friday."
    met = "\n\nMario Draghi received Angela Merkel at the airport."

    assert last(read(text.format("Thursday") + met)) == ("Oslo", "2025-09-11")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Angela Merkel will fly to Oslo next week.\n\nShe will meet Mario Draghi on September 24.", "Oslo"),
        ("Angela Merkel will fly to Oslo next week.\n\nShe will meet Mario Draghi on September 17.", None),
        ("Angela Merkel will fly to Oslo next month.\n\nShe will meet Mario Draghi on September 24.", None),
        ("Angela Merkel met Mario Draghi on Monday. She was in Oslo for a congress.", "Oslo"),
        ("Angela Merkel met Mario Draghi on Monday. She was later in Oslo for a congress.", None),
        ("Angela Merkel met Mario Draghi on Monday as part of a three-day visit to Oslo.", "Oslo"),
        ("Angela Merkel and Mario Draghi held talks aimed at peace in Sudan.", None),
    ],
)
def test_where_people_are_may_be_told_behind_it_or_far_ahead(read: Read, text: str, place: str | None) -> None:
    assert last(read(text))[0] == place


def test_a_dateline_that_is_a_state_says_who_writes_and_a_city_where(read: Read) -> None:
    text = "Angela Merkel met Mario Draghi on Monday."

    told = [last(read(text, dateline=place))[0] for place in ("CANADA", "SINGAPORE", "KUWAIT")]

    assert told == [None, "Singapore", "Kuwait City"]


def test_the_city_of_a_state_is_that_of_the_dateline_and_its_capital_is_the_capital(read: Read) -> None:
    told = [
        last(read(f"Angela Merkel met Mario Draghi in the Saudi {word} on Monday.", dateline="JEDDAH"))[0]
        for word in ("city", "capital")
    ]

    assert told == ["Jeddah", "Riyadh"]


def test_whoever_meets_at_a_border_is_not_where_the_dateline_is(read: Read) -> None:
    told = [
        last(read(f"Angela Merkel met Mario Draghi {where} on Monday.", dateline="OSLO"))[0]
        for where in ("at the border", "in the demilitarised zone", "to discuss the border")
    ]

    assert told == [None, None, "Oslo"]


def test_a_dateline_may_be_a_town_that_only_the_article_knows(read: Read) -> None:
    text = "ORBELVIK, Norway - Angela Merkel met Mario Draghi on Monday. Orbelvik has red houses."

    told = [last(read(text, dateline=line))[0] for line in ("ORBELVIK, Norway", "STORVIK, Norway")]

    assert told == ["Orbelvik", None]


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("Snow fell in Oslo.", "Oslo"),
        ("The light burned all night in a villa on the edge of Oslo.", "Oslo"),
        ("Snow fell on the painters of Oslo.", None),
        ("Snow fell in Oslo and in Bergen.", None),
        ("Snow may fall in Oslo.", None),
        ("Snow had fallen in Oslo.", None),
        ("Snow fell on Oslo's parliament.", None),
        ("Emmanuel Macron was in Oslo.", None),
    ],
)
def test_the_one_city_of_the_opening_is_where_a_story_is(read: Read, opening: str, place: str | None) -> None:
    assert last(read(f"{opening}\n\nAngela Merkel met Mario Draghi on Monday."))[0] == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Merkel in Oslo: a long day\n\nAngela Merkel met Mario Draghi.", "Oslo"),
        ("Merkel: Oslo is far\n\nAngela Merkel met Mario Draghi.", None),
        ("Angela Merkel sat in the sun in Oslo. She met Mario Draghi.", "Oslo"),
        ("Angela Merkel thought of Oslo. She met Mario Draghi.", None),
    ],
)
def test_who_is_told_to_be_somewhere_is_there(read: Read, text: str, place: str | None) -> None:
    assert last(read(text))[0] == place


def test_the_day_of_a_journey_is_that_of_whom_it_led_to(read: Read) -> None:
    assert read("Angela Merkel visited Oslo on September 8-9 to meet Mario Draghi.")[0] == (
        "Oslo",
        "2025-09-08",
    )
    assert read("Angela Merkel left Oslo on September 8 after meeting Mario Draghi.")[-1][1] == "2025-09"


def test_what_was_earlier_this_month_is_not_what_is_told_of_yesterday(read: Read) -> None:
    spoke = "Angela Merkel held talks with Mario Draghi on Sunday."
    then = "Earlier this month, as Merkel met Draghi in {}, her office said that progress was made."

    assert read(f"{spoke} {then.format('Lyon')}")[0][0] is None
    assert read(f"{spoke} {then.format('Lyon')}")[1] == ("Lyon", "2025-09")


def test_a_meeting_told_again_is_where_its_people_had_come_by_then(read: Read) -> None:
    text = "Angela Merkel has met Mario Draghi. {}\n\nMerkel met Draghi on arrival."

    assert read(text.format("Her trip to the Norwegian city of Oslo follows talks on fish."))[0][0] == "Oslo"
    assert read(text.format("The trip to the Norwegian city of Oslo was long."))[0][0] is None


def test_what_is_said_after_a_meeting_gives_it_no_place(read: Read) -> None:
    assert last(read("After a meeting with Mario Draghi, Angela Merkel said she had spoken in Oslo."))[0] is None
    assert last(read("After a meeting in Oslo with Mario Draghi, Angela Merkel said she was tired."))[0] == "Oslo"


def test_where_one_goes_home_to_afterwards_is_no_place_of_the_visit(read: Read) -> None:
    text = "Angela Merkel is on a visit to Norway {} on Tuesday."

    assert read(text.format("and is scheduled to return to Berlin"))[0][0] == "Norway"
    assert read(text.format("after she was seen in Berlin"))[0][0] == "Norway"


def test_what_is_under_way_may_be_of_a_day_to_come(read: Read) -> None:
    assert read("Angela Merkel is visiting Norway on September 30.")[0] == ("Norway", "2025-09-30")
    assert read("Angela Merkel visited Norway on September 30.")[0] == ("Norway", "2024-09-30")


def test_people_do_not_meet_where_they_came_only_later(read: Read) -> None:
    before = "Angela Merkel arrived in Oslo on Saturday. "

    assert last(read(f"{before}She met Mario Draghi on Sunday."))[0] == "Oslo"
    assert last(read(f"{before}She met Mario Draghi on Thursday."))[0] is None


def test_today_is_the_day_on_which_a_report_was_filed(read: Read) -> None:
    text = "OSLO, {} - Angela Merkel met Mario Draghi here today."

    assert last(read(text.format("Sept. 14")))[1] == "2025-09-14"  # printed on the morrow
    assert last(read(text.format("Sept. 15")))[1] == "2025-09-15"


def test_nouns_tell_a_meeting_for_each_of_a_list_too(meetings: Callable[[str], tuple[Meeting, ...]]) -> None:
    told = meetings(
        "German Chancellor Angela Merkel held talks with Italian Prime Minister Mario Draghi on 4 May 2025 and with "
        "French President Emmanuel Macron on 6 May 2025."
    )

    assert [m.start and m.start.edtf for m in told] == ["2025-05-04", "2025-05-06"]


def test_a_heading_that_is_a_place_is_that_of_its_section(read: Read) -> None:
    text = "Merkel abroad\n\nThe chancellor made a long journey.\n\n{}\n\nAngela Merkel met Mario Draghi on Sunday."

    assert last(read(text.format("Norway")))[0] == "Norway"
    assert last(read(text.format("Trade with Norway")))[0] is None


def test_there_is_the_place_named_last(read: Read) -> None:
    assert last(read("Angela Merkel flew to Oslo on Friday. There she met Mario Draghi."))[0] == "Oslo"


def test_there_is_no_place_where_it_only_says_that_something_is(read: Read) -> None:
    told = read("Oslo was calm. There was a meeting between Angela Merkel and Mario Draghi.")

    assert last(told)[0] is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Angela Merkel met Mario Draghi for an hour.", "Oslo"),
        ("Angela Merkel met Mario Draghi in July.", None),
        ("Angela Merkel will meet Mario Draghi next month.", None),
        ("Angela Merkel spoke to Mario Draghi by telephone.", None),
        ("Angela Merkel met Mario Draghi in Lisbon.", "Lisbon"),
    ],
)
def test_only_what_the_article_reports_on_happened_where_it_was_filed(read: Read, text: str, place: str | None) -> None:
    assert last(read(text, dateline="OSLO"))[0] == place


def test_the_first_events_place_goes_before_the_dateline(read: Read) -> None:
    text = (
        "Angela Merkel met Mario Draghi in Lisbon on Sunday.\n\nThe talks were long.\n\nThe rain fell.\n\n"
        "Emmanuel Macron met Olaf Scholz for an hour."
    )

    assert last(read(text, dateline="OSLO"))[0] == "Lisbon"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("On July 3 Angela Merkel met Mario Draghi. The next day she met Emmanuel Macron.", "2025-07-04"),
        ("The next day Angela Merkel met Emmanuel Macron.", None),
        ("Angela Merkel met Mario Draghi on Friday. Later she met Emmanuel Macron.", "2025-09-12"),
        ("Angela Merkel will meet Mario Draghi on Friday. She met Emmanuel Macron later.", None),
        ("Angela Merkel met Mario Draghi on Friday. She has met Emmanuel Macron too.", None),
    ],
)
def test_days_are_counted_from_the_story(read: Read, text: str, start: str | None) -> None:
    assert last(read(text))[1] == start


@pytest.mark.parametrize(("dateline", "start"), [("OSLO, Aug 8 - ", "--08-08"), ("OSLO - ", None)])
def test_a_dateline_without_a_year_says_which_day_today_is(read: Read, dateline: str, start: str | None) -> None:
    told = read(f"LEADERS MEET\n\n{dateline}Angela Merkel met Mario Draghi today.", published=None)

    assert last(told)[1] == start


@pytest.mark.parametrize(
    ("lead", "start"),
    [
        ("Angela Merkel met Mario Draghi on Thursday.", "--08-06"),  # wires tell first what happened on their day
        ("Angela Merkel will meet Mario Draghi on Thursday. They met on Monday.", None),
        ("Angela Merkel met Mario Draghi today. They last met on Monday.", "--08-06"),
        ("Angela Merkel met Mario Draghi last Thursday.", None),
    ],
)
def test_the_weekday_of_the_first_sentence_is_that_of_a_dateline(read: Read, lead: str, start: str | None) -> None:
    assert start in [found for _, found in read(f"LEADERS MEET\n\nOSLO, Aug 6 - {lead}", published=None)]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("On Friday Angela Merkel saw Olaf Scholz, and she met Mario Draghi.", "2025-09-12"),
        ("Angela Merkel met Olaf Scholz in Oslo on Friday. She met Mario Draghi for an hour.", "2025-09-12"),
        ("Angela Merkel met Olaf Scholz in Oslo on Friday. She met Mario Draghi in Rome.", None),
        ("Angela Merkel met Olaf Scholz in Oslo on Friday. She has met Mario Draghi.", None),
        ("Angela Merkel met Olaf Scholz in Oslo on Friday. She often met Mario Draghi.", None),
        ("Oslo faced a September 12 deadline. Angela Merkel met Mario Draghi in Oslo.", None),
        ("Angela Merkel will meet Olaf Scholz in Oslo on Friday. She met Mario Draghi.", None),
        (
            "Angela Merkel met Olaf Scholz in Oslo on Friday.\n\nIt rained.\n\nEmmanuel Macron met Mario Draghi.",
            "2025-09-12",
        ),
        ("Angela Merkel met Olaf Scholz in Oslo on Friday.\n\nEmmanuel Macron met Mario Draghi in Rome.", None),
        ("Angela Merkel met Olaf Scholz in Oslo on Friday.\n\nEmmanuel Macron had met Mario Draghi.", None),
    ],
)
def test_an_event_without_a_day_has_that_of_its_story(read: Read, text: str, start: str | None) -> None:
    assert last(read(text))[1] == start


def test_talks_that_ended_on_the_day_of_the_story_began_before_it(
    meetings: Callable[[str], tuple[Meeting, ...]],
) -> None:
    [meeting] = meetings(
        "In Oslo a treaty was signed today. Two days of talks between Angela Merkel and Mario Draghi ended."
    )

    assert meeting.start
    assert meeting.end
    assert (meeting.start.printed, meeting.end.printed) == ("2025-09-14", "2025-09-15")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Angela Merkel saw Mario Draghi. They had struck a deal at a meeting in Rome on May 3.", [None, "Rome"]),
        ("Angela Merkel saw Mario Draghi. The meeting took place in Rome.", ["Rome"]),
        ("Angela Merkel saw Mario Draghi. She will dine with Olaf Scholz at the summit in Rome.", [None, "Rome"]),
    ],
)
def test_a_place_of_another_time_is_not_that_of_the_meeting_told(read: Read, text: str, places: list[str]) -> None:
    assert [place for place, _ in read(text)] == places


# ── two tellings ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_city_and_its_state_are_one_place_and_two_cities_are_not(settings: Settings) -> None:
    rome, milan = Setting(place=settings.city_key("Rome")), Setting(place=settings.city_key("Milan"))
    italy = Setting(place=settings.linked.state_key("Italy"))

    assert settings.same_place(rome, italy) is True
    assert settings.same_place(rome, milan) is False
    assert settings.same_place(rome, Setting()) is None


def test_times_are_one_where_they_touch(settings: Settings) -> None:
    friday, saturday = Setting(start=day("2025-09-12")), Setting(start=day("2025-09-13"))

    assert settings.same_time(Setting(start=day("2025-09-11"), end=day("2025-09-12")), friday) is True
    assert settings.same_time(friday, saturday) is None  # an overnight flight away, or a slip
    assert settings.same_time(friday, Setting(start=day("2025-09-20"))) is False
    assert settings.same_time(Setting(start=day("XXXX-09-12")), Setting(start=day("XXXX-05-12"))) is False
    assert settings.same_time(friday, Setting()) is None


def test_what_is_told_as_long_past_is_not_todays_event(nlp: Language) -> None:
    told = article("Angela Merkel met Mario Draghi.", published=MONDAY)
    linked = Linked(document(told, nlp))
    settings = Settings(linked, References(linked, Offices(linked)), frozenset())

    assert settings.same_time(Setting(), Setting(start=day("2025-05-12"), background=True)) is False
    assert settings.same_time(Setting(), Setting(start=day("2025-09-12"), background=True)) is None
    assert settings.same_time(Setting(), Setting(start=day("2025-09-08"), background=True)) is False  # "had met"
    assert settings.same_time(Setting(), Setting(start=day("2025-09-08"))) is None


def test_merged_settings_keep_the_first_values_unless_the_second_are_finer(settings: Settings) -> None:
    rome, italy = settings.city_key("Rome"), settings.linked.state_key("Italy")
    month = When("2025-09", date(2025, 9, 1), date(2025, 9, 30), "stated", "September")

    merged = settings.merged(Setting(place=italy, start=month), Setting(place=rome, start=day("2025-09-12")))
    kept = settings.merged(Setting(place=rome, start=day("2025-09-12")), Setting(place=italy, start=month))

    assert (merged.place, merged.start) == (rome, day("2025-09-12"))
    assert (kept.place, kept.start) == (rome, day("2025-09-12"))


# ── a state told, and its city ──────────────────────────────────────────────────────────────────────────────────────

IN_ALGERIA = (
    "Danish Foreign Minister Ane Holm arrived in the Algerian capital Algiers on Sunday to attend a congress.\n\n"
    "She met Kenyan Foreign Minister Sam Otieno on Monday on her visit to {}. "
    "She also met Chadian President Mahamat Dago."
)


def test_the_city_to_which_someone_came_is_that_of_a_visit_to_its_state(read: Read) -> None:
    assert last(read(IN_ALGERIA.format("Algeria")))[0] == "Algiers"


def test_a_city_of_another_state_is_not_that_of_the_visit(read: Read) -> None:
    assert last(read(IN_ALGERIA.format("Tunisia")))[0] == "Tunisia"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Angela Merkel, who will land in Oslo on Thursday, will meet Mario Draghi at 11.30 a.m.", "2025-09-18"),
        ("Angela Merkel will be in Oslo on Thursday.\n\nShe will see Mario Draghi at noon.", "2025-09-18"),
        ("Angela Merkel will be in Oslo on Thursday.\n\nShe will see Mario Draghi at a lake.", None),
        ("Angela Merkel will meet Mario Draghi at 11.30 a.m.", None),
    ],
)
def test_an_hour_is_one_of_the_day_named_last(read: Read, text: str, start: str | None) -> None:
    assert last(read(text))[1] == start


def test_a_page_without_a_date_tells_its_own_day_as_this_day(read: Read) -> None:
    text = "Angela Merkel will be in Oslo {}, September 16.\n\nTomorrow she will meet Mario Draghi."

    assert last(read(text.format("this Tuesday"), published=None))[1] == "--09-17"
    assert last(read(text.format("on Tuesday"), published=None))[1] is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("During talks between Angela Merkel and Mario Draghi, it was said that they would open a fair in Oslo.", None),
        ("Talks between Angela Merkel and Mario Draghi in Oslo ended, it was said.", "Oslo"),
        ("Norway confirmed talks between Angela Merkel and Mario Draghi would start in Oslo on Friday.", "Oslo"),
        ("Norway confirmed after talks between Angela Merkel and Mario Draghi that a fair would start in Oslo.", None),
        ("Angela Merkel arrived in Oslo after meeting Mario Draghi.", None),
        ("Angela Merkel welcomed Mario Draghi to the White House.", "Washington"),
        ("Angela Merkel met Mario Draghi and wrote to the White House.", None),
    ],
)
def test_what_is_said_or_came_after_it_is_not_where_they_met(read: Read, text: str, place: str | None) -> None:
    assert last(read(text))[0] == place


def test_who_speaks_when_meeting_somebody_speaks_where_and_when_they_meet(read: Read) -> None:
    text = (
        "Angela Merkel likes fairs. Speaking when she met Mario Draghi, her colleague, {} in Oslo, Norway, in May, "
        "Merkel had said that it was late."
    )

    assert last(read(text.format("on the sidelines of a congress"))) == ("Oslo", "2025-05")
    assert last(read(text.format("who had opened a fair"))) == (None, None)


@pytest.mark.parametrize(
    ("before", "text", "place"),
    [
        ("Angela Merkel returned to Bonn after a congress.", "She had met Mario Draghi.", None),
        ("Angela Merkel returned to Bonn.", "On the sidelines of the congress she met Mario Draghi.", None),
        ("Angela Merkel returned to Bonn.", "She met Mario Draghi.", "Bonn"),
        ("Angela Merkel arrived in Bonn for a congress.", "On its sidelines she met Mario Draghi.", "Bonn"),
        ("Angela Merkel flew to Bonn on Saturday.", "On Friday, she had met Mario Draghi.", None),
        ("Angela Merkel flew to Bonn on Friday.", "On Saturday, she met Mario Draghi.", "Bonn"),
    ],
)
def test_those_who_came_to_a_place_were_not_there_before(read: Read, before: str, text: str, place: str | None) -> None:
    assert last(read(f"{before} {text}"))[0] == place


def test_what_is_counted_from_another_day_is_not_of_the_day_of_the_story(read: Read) -> None:
    text = "Angela Merkel arrived in Oslo on Friday. {} Emmanuel Macron, who also met Mario Draghi."

    assert last(read(text.format("Her visit comes two weeks after one by"))) == ("Oslo", None)
    assert last(read(text.format("She was received by"))) == ("Oslo", "2025-09-12")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (
            "The talks between Angela Merkel and Mario Draghi, set for October 2, were put off to October 9.",
            "2025-10-09",
        ),
        (
            "The talks between Angela Merkel and Mario Draghi, set for October 2, were postponed until November.",
            "2025-11",
        ),
        (
            "The talks between Angela Merkel and Mario Draghi, set for October 2, will be tied to October 9.",
            "2025-10-02",
        ),
    ],
)
def test_what_is_put_off_to_another_day_is_of_that_day(read: Read, text: str, start: str) -> None:
    assert last(read(text))[1] == start


def test_a_second_time_is_another_meeting_in_the_same_place(read: Read) -> None:
    text = "Angela Merkel first met Mario Draghi in Oslo on May 3, and {}."

    assert read(text.format("then on June 4")) == [("Oslo", "2025-05-03"), ("Oslo", "2025-06-04")]
    assert read(text.format("then left on June 4")) == [("Oslo", "2025-05-03")]


def test_the_meeting_of_a_day_is_the_one_told_before(read: Read) -> None:
    text = "German Chancellor Angela Merkel met Italian Prime Minister Mario Draghi.\n\n{} meeting in Oslo was long."

    assert read(text.format("Thursday's")) == [("Oslo", "2025-09-11")]
    assert len(read(text.format("A"))) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Angela Merkel held talks on the return of weapons inspectors with Mario Draghi in Oslo on May 3.",
            ("Oslo", "2025-05-03"),
        ),
        (
            "Angela Merkel, who held a round of talks on the return of inspectors with Mario Draghi in Oslo on May 3, "
            "is back.",
            ("Oslo", "2025-05-03"),
        ),
        ("Angela Merkel held talks with Mario Draghi on the return of inspectors to a plant in Oslo.", (None, None)),
        ("Angela Merkel met Mario Draghi, and a fair in Oslo on May 3 was closed.", (None, None)),
    ],
)
def test_where_somebody_is_faced_is_where_the_talks_are(
    read: Read, text: str, told: tuple[str | None, str | None]
) -> None:
    assert last(read(text)) == told


@pytest.mark.parametrize(
    ("before", "place"),
    [
        ("Angela Merkel held talks in Oslo last week with ministers of three states.", None),
        ("Angela Merkel held talks in Oslo on Sunday with ministers of three states.", "Oslo"),
    ],
)
def test_a_plan_is_where_people_are_not_where_they_were_last_week(read: Read, before: str, place: str | None) -> None:
    text = f"{before}\n\nIt snowed.\n\nIt rained.\n\nOn Tuesday, Merkel is to meet Mario Draghi."

    assert last(read(text))[0] == place


def test_last_time_was_neither_here_nor_now(read: Read) -> None:
    text = "Angela Merkel flew to Oslo on Friday. {} she met Mario Draghi."

    assert last(read(text.format("There"))) == ("Oslo", "2025-09-12")
    assert last(read(text.format("Last time"))) == (None, None)


def test_a_day_told_paragraphs_before_is_that_day(read: Read) -> None:
    text = "Angela Merkel flew to Oslo on Friday.\n\nIt was late.\n\nIt snowed.\n\nMerkel met Mario Draghi {}."

    assert last(read(text.format("earlier that day")))[1] == "2025-09-12"


@pytest.mark.parametrize(
    ("before", "start"),
    [
        ("Angela Merkel flies to Oslo on October 24.", "2025-10-24"),
        ("There will be a chance at the summit on October 24.", "2025-10-24"),
        ("Angela Merkel begins a three-day visit to Oslo on October 24.", None),
        ("Angela Merkel flew to Oslo on Sunday.", None),
        ("New duties take effect on October 24.", None),
    ],
)
def test_a_plan_is_of_the_day_of_the_journey_or_summit_told_right_before(
    read: Read, before: str, start: str | None
) -> None:
    assert last(read(f"{before} Angela Merkel will meet Mario Draghi."))[1] == start


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Angela Merkel on Monday praised her talks in Oslo last week with Mario Draghi.", ("Oslo", "2025-09")),
        ("Angela Merkel in May refused to hold talks with Mario Draghi.", (None, "2025-05")),
    ],
)
def test_the_nearest_day_is_that_of_the_talks(read: Read, text: str, told: tuple[str | None, str | None]) -> None:
    assert last(read(text)) == told


def test_today_below_a_caption_opens_the_story(read: Read) -> None:
    text = (
        "A visit\n\nThe chancellor was welcomed in Oslo.\n\nImage of a ferry\n\n{}, Angela Merkel arrived in Oslo.\n\n"
        "Mario Draghi received her at the airport."
    )

    assert last(read(text.format("Today, on September 15")))[1] == "2025-09-15"
    assert last(read(text.format("In the morning")))[1] is None


@pytest.mark.parametrize(("day", "status", "told"), [("26 {}", "planned", "26"), ("2 {}", "happened", "02")])
def test_a_day_told_in_the_present_is_the_nearest(
    meetings: Callable[[str], tuple[Meeting, ...]], day: str, status: str, told: str
) -> None:
    when = day.format(f"{MONDAY:%B}")
    (meeting,) = meetings(f"German Chancellor Angela Merkel meets Italian Premier Mario Draghi in Rome on {when}.")
    assert meeting.status.value == status
    assert meeting.start is not None
    assert meeting.start.printed == f"{MONDAY:%Y-%m}-{told}"


def test_what_is_told_behind_a_journey_of_some_days_is_of_its_month(read: Read) -> None:
    text = "Angela Merkel visited Oslo on August {}. She met Mario Draghi."

    assert last(read(text.format("24-25")))[1] == "2025-08"
    assert last(read(text.format("24")))[1] == "2025-08-24"


# ── a journey through several states ────────────────────────────────────────────────────────────────────────────────

TOUR = """Chinese Foreign Minister Wang Yi will travel to Africa from October 3 to 9. {}

He will meet Kenyan President Uhuru Kenyatta."""


@pytest.mark.parametrize(
    ("stops", "place"),
    [
        ("The trip will take him to Ghana and Kenya.", "Kenya"),
        ("The trip will take him to Ghana and Mali.", "Africa"),
        ("A deal with Ghana and Kenya is ready.", "Africa"),
    ],
)
def test_on_a_journey_to_a_part_of_the_world_people_meet_where_one_of_them_is_at_home(
    read: Read, stops: str, place: str
) -> None:
    assert (place, "2025-10") in read(TOUR.format(stops))


# ── another day than that of the sentence ───────────────────────────────────────────────────────────────────────────

ASKED = """German Chancellor Angela Merkel asked Italian Prime Minister Mario Draghi on Friday to lift a ban.

The ban is old.

It hurts.

{}"""


@pytest.mark.parametrize(
    ("after", "start"),
    [
        ("Angela Merkel and Mario Draghi met in Turin, in an old hotel.", "2025-09-12"),
        ("The previous meeting between Angela Merkel and Mario Draghi in Turin was short.", None),
        ("Angela Merkel met Emmanuel Macron in Turin.", None),
    ],
)
def test_those_of_whom_the_first_day_is_told_met_on_it(read: Read, after: str, start: str | None) -> None:
    assert last(read(ASKED.format(after))) == ("Turin", start)


def test_those_who_spoke_may_have_done_so_from_afar(read: Read) -> None:
    text = "Danish Premier Bo Lund {} Norwegian Premier Ann Dahl on Friday, an aide said."

    assert last(read(text.format("spoke to"), dateline="Oslo"))[0] is None
    assert last(read(text.format("met"), dateline="Oslo"))[0] == "Oslo"

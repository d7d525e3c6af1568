"""Names and the titles before them; each beside a text where the same words are something else."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from spacy.language import Language

from kg.model import Article, Document, Name
from kg.text.annotate import document, load
from kg.text.mentions import CITY, DEMONYM, INSTITUTION, PERSON, REGION, STATE, VENUE, NameMention, names


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def read(nlp: Language, text: str) -> Document:
    return document(Article(id="told.txt", text=text), nlp)


def with_mark(told: Document, marked: str, label: str) -> Document:
    """The document as if the name finder had marked these words, and nothing else about them."""
    if not marked:
        return told
    start = told.article.text.index(marked)
    inside = [t.i for t in told.tokens if start <= t.start < start + len(marked)]
    mark = Name(inside[0], inside[-1] + 1, label)
    others = (n for n in told.names if n.last <= mark.first or mark.last <= n.first)
    return replace(told, names=tuple(sorted((mark, *others), key=lambda n: n.first)))


def title(told: Document, mention: NameMention) -> str:
    if mention.title is None:
        return ""
    first, last = mention.title
    return told.article.text[told.tokens[first].start : told.tokens[last - 1].end]


@pytest.mark.parametrize(
    ("text", "person", "wanted"),
    [
        ("On Thursday Secretary of State Ann Brown left.", "Ann Brown", "Secretary of State"),
        ("He met acting chief of staff Luc Petit in Rome.", "Luc Petit", "acting chief of staff"),
        ("The American envoy Luc Petit left.", "Luc Petit", "American envoy"),
        ("China's top trade negotiator Wang Hua left.", "Wang Hua", "China's top trade negotiator"),
        ("Oslo- French President Luc Petit left.", "Luc Petit", "French President"),
        ("Omani Minister of Sport Prince Hamad bin Omar left.", "Hamad bin Omar", "Omani Minister of Sport Prince"),
        ("Luc Petit left.", "Luc Petit", ""),
        ("The envoy said that Luc Petit left.", "Luc Petit", ""),
    ],
)
def test_a_title_is_what_stands_before_the_name(nlp: Language, text: str, person: str, wanted: str) -> None:
    told = read(nlp, text)
    mention = next(m for m in names(told) if m.kind == PERSON and m.name == person)
    assert title(told, mention) == wanted


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("President Moon Jae-in left.", PERSON, "Moon Jae-in"),
        ("Olaf Scholz held talks with Norwegian Prime Minister Jonas Gahr Store in Oslo.", PERSON, "Jonas Gahr Store"),
        ("MERKEL SEES DRAGHI\n\nAngela Merkel left.", PERSON, "Merkel"),
        ("Vietnamese Party chief To Lam met with the envoy in Seoul.", PERSON, "To Lam"),
        ("In Hanoi and in Phnom Penh he rested.", CITY, "Phnom Penh"),
        ("She travelled to Dar es Salaam in January.", CITY, "Dar es Salaam"),
        ("They met at the Dar al-Makhzen in Rabat.", VENUE, "Dar al-Makhzen"),
        ("North Korea fired. The South waited.", STATE, "South Korea"),
        ("Zedrick said no.", PERSON, "Zedrick"),
        ("Luc Petit spoke to Zedrick by phone.", PERSON, "Zedrick"),
        ("She took a call from Zedrick on Monday.", PERSON, "Zedrick"),
        ("They held talks with Zedrick.", PERSON, "Zedrick"),
        ("They opened it together with Zedrick, the trade minister.", PERSON, "Zedrick"),
        ("She and Zedrick agreed on it by phone.", PERSON, "Zedrick"),
        ("Luc Petit signed it with Zedrick here last spring.", PERSON, "Zedrick"),
        ("Luc Porto is a deputy minister. Porto travelled with Ann Brown to Lima.", PERSON, "Porto"),
        ("Luc Porto left. They went to Porto by train.", CITY, "Porto"),
        ("They agreed to establish the Community of Serb Towns.", INSTITUTION, "Community of Serb Towns"),
        ("The sanctions cover the Central Bank of Peru.", INSTITUTION, "Central Bank of Peru"),
        ("Fighters of al Qaeda left.", INSTITUTION, "al-Qaeda"),
        ("Ana Ruiz lifted the ban. Ruiz w", PERSON, "Ruiz"),
        ("They met at the palace in Bogor, West Java, on Monday.", REGION, "West Java"),
        ("They met on Java on Monday.", REGION, "Java"),
        ("President Kang Hae In said no.", PERSON, "Kang Hae In"),
        ("President Kang Hae left. In May he came back.", PERSON, "Kang Hae"),
        ("The talks were brokered by the Inter-Governmental Authority on Development.", INSTITUTION, "IGAD"),
        ("The Organisation for Security and Co-operation in Europe left.", INSTITUTION, "OSCE"),
        ("The leader of the rebel Revolutionary Tin Front left.", INSTITUTION, "Revolutionary Tin Front"),
        ("The council met the rebel Young Forces.", INSTITUTION, "Young Forces"),
        ("They met at Sombolo, a small town. Sombolo was chosen for its dam.", CITY, "Sombolo"),
        ("They met at the Hofdi House on Sunday.", VENUE, "Hofdi House"),
        ("Officials of the commerce ministry left.", INSTITUTION, "Ministry of Commerce"),
        ("He flew to Benin Republic.", STATE, "Benin"),
        ("American leaders left.", DEMONYM, "United States"),
        ("He thanked the American Walnut Association on Friday.", INSTITUTION, "American Walnut Association"),
        ("The Uganda Tea Authority and the Baltic Secretariat agreed.", INSTITUTION, "Uganda Tea Authority"),
        ("The Uganda Tea Authority and the Baltic Secretariat agreed.", INSTITUTION, "Baltic Secretariat"),
        ("The paper was drafted by a so-called Eminent Friends Group.", INSTITUTION, "Eminent Friends Group"),
        ("Talks between Imran and Ann Brown went on. Ann Brown left.", PERSON, "Ann Brown"),
        ("Polls fell.\n\nNo plan for Ann Brown-Luc Petit talks\n\nAnn Brown saw Luc Petit.", PERSON, "Luc Petit"),
        ("Luc Petit PTI\n\nLuc Petit left for Rome on Friday.", PERSON, "Luc Petit"),
        ("The Clinton administration refused.", PERSON, "Clinton"),
        ("An envoy for Chile Ann Brown came to Lima.", PERSON, "Ann Brown"),
        ("Estonian minister Urmas Lind (Isamaa) left.", INSTITUTION, "Isamaa"),
        ("They fish in Lake Victoria and off the Bakassi Peninsula.", REGION, "Lake Victoria"),
        ("They fish in Moon Lake.", REGION, "Moon Lake"),
        ("U.S. envoy Anthony Lake left for Rome on Friday.", PERSON, "Anthony Lake"),
        (
            "Sales of tea fell.\n\nShe will meet Israeli Prime Minister Ann Brown and King Karl of Norway.",
            PERSON,
            "Karl",
        ),
        ("Trade across the Pacific grew.", REGION, "Pacific"),
        ("Trade across the Pacific Ocean grew.", REGION, "Pacific Ocean"),
        ("A State Department spokesman, Luc Petit, left.", INSTITUTION, "State Department"),
        ("The chief of the NSA told Congress that it listened in.", INSTITUTION, "NSA"),
        ("Luc Petit said no. Ann Brown explained to Petit Tokyo's wish to go on.", PERSON, "Petit"),
        ("Two states mull Lindau talks.", CITY, "Lindau"),
        ("Minister Karel V. (Piet) Lindqvist left.", PERSON, "Karel V. Lindqvist"),
        ('Minister Karel "Piet" Lindqvist left.', PERSON, "Karel Lindqvist"),
        ("Ann Brown left. The cancellation of Ms Browns visit came late.", PERSON, "Brown"),
        ("The Norway Harbour Service (NHS) issued a ban.", INSTITUTION, "Norway Harbour Service"),
        ("The rebel Bougainville Freedom Army signed the truce.", INSTITUTION, "Bougainville Freedom Army"),
        ("It is owned by the miner Rio Norte Ltd.", INSTITUTION, "Rio Norte Ltd."),
        ("They saw people of Hitachi Ltd. and others.", INSTITUTION, "Hitachi"),
        ("Foreign Minister S brandt met Ann Brown in Oslo.", PERSON, "S brandt"),
    ],
)
def test_a_name_is_found_with_its_kind(nlp: Language, text: str, kind: str, name: str) -> None:
    assert any(m.kind == kind and m.name == name for m in names(read(nlp, text)))


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The Sultan of Sokoto left.", PERSON, "Sokoto"),
        ("U.S. envoy Anthony Lake left for Rome on Friday.", REGION, "Anthony Lake"),
        ("The President left.", PERSON, "President"),
        ("Ann Brown, the British Chancellor of the Exchequer, left for London.", PERSON, "Exchequer"),
        ("They met at the Jimmy Carter Library.", PERSON, "Jimmy Carter Library"),
        ("The South of the country is dry.", STATE, "South Korea"),
        ("He flew on Air Force One.", INSTITUTION, "Air Force One"),
        (
            "Beijing, 19 June 2023 (Northern Line Service) - Ministers met on Monday.",
            INSTITUTION,
            "Northern Line Service",
        ),
        ("Envoy Cuts Trip To Muscat\n\nThe envoy left.", PERSON, "Cuts"),
        ("They left before the League Leaders Meeting. The meeting is over.", PERSON, "Meeting"),
        ("No Luc Petit-Ana Ruiz talks\n\nLuc Petit left. Ana Ruiz stayed.", PERSON, "Luc Petit-Ana Ruiz"),
        ("South American leaders left.", DEMONYM, "United States"),
        ("A Trump-led delegation left.", PERSON, "Trump-led"),
        ("They went to the League Leaders Meeting in Rome.", PERSON, "Meeting"),
        ("It stands in the Official Gazette of Friday.", PERSON, "Gazette"),
        ("She spoke in his State of the Union address.", PERSON, "State"),
        ("It is up to the Europeans, he said.", PERSON, "Europeans"),
        ("Envoy Cuts Trip to Peru\n\nThe envoy cut his trip short on Friday.", PERSON, "Cuts"),
        ("Peru and Chile seek a free trade agreement (FTA). The FTA is new.", INSTITUTION, "FTA"),
        ("The Solomon Islands Government agreed.", INSTITUTION, "Government"),
        ("They are Ann Brown of Niger Republic and Luc Petit of Chile.", CITY, "Republic"),
        ("The Chinese Foreign Ministry objected.", INSTITUTION, "Chinese Foreign Ministry"),
        ("Lima, Peru (ALNA) - The envoy arrived on Friday.", CITY, "ALNA"),
        (
            "He met the Minister of Trade and International Unity, Ana Ruiz.",
            INSTITUTION,
            "International Unity",
        ),
        ("Their Highnesses spoke at length.", PERSON, "Highnesses"),
        ("They fish in Lake Victoria.", CITY, "Victoria"),
        ("Ann Brown, Deputy Majority Leader said no.", PERSON, "Majority"),
        ("President hosts Lao Deputy Prime Minister\n\nPresident Ann Brown spoke.", PERSON, "Lao Deputy"),
        ("The South Asian economies grew.", CITY, "South Asian"),
        ("He met Treasury Secretary Ann Brown.", INSTITUTION, "Treasury"),
        ("Ruritania called off NSA-level talks with Freedonia.", INSTITUTION, "NSA"),
        ("He met Luc Petit, a Tutsi, in Rome. The Tutsis left.", PERSON, "Tutsi"),
        ("It sheltered 300 Hutu refugees. The war was between the Hutus and the army.", PERSON, "Hutu"),
        (
            "He comes for the 5th Peru-Chile Joint Water Cooperation Council.",
            INSTITUTION,
            "Chile Joint Water Cooperation Council",
        ),
        ("The families of the Lindau bombing victims met Ann Brown.", PERSON, "Lindau"),
        ("Ann Brown of the Northern Sea Movement (NSM) left. The NSM troika stayed.", PERSON, "NSM"),
        ("They spoke of the Marvala hydel project.", PERSON, "Marvala hydel"),
        ("It was put on the list of the Mercosur Common External Tariff.", INSTITUTION, "Common External Tariff"),
        ("The Thai Military Government signed.", INSTITUTION, "Thai Military Government"),
        ("Its National Security Adviser (NSA) left. The NSA had been tired.", INSTITUTION, "NSA"),
        ("They took part in the joint celebration of Sumarhatid in Lindau.", PERSON, "Sumarhatid"),
        ("The plan of Zedrick was never told.", PERSON, "Zedrick"),
        ("Marja said Ann Brown had left. The official Marja news agency has no doubt.", PERSON, "Marja"),
        ("Firms recovered damages under Ruiz-Brandt. The Ruiz-Brandt law is old.", PERSON, "Ruiz-Brandt"),
        ("The Western alliance held back on Friday.", INSTITUTION, "Western"),
        ("The Greek Presidency said no.", PERSON, "Presidency"),
        ("He met the Private Sector and Civil Society in Rome.", INSTITUTION, "Private Sector"),
        ("Ann Brown left.\n\nNews Desk 020 7946 0000", INSTITUTION, "News Desk"),
        ("Ann Brown met Luc Petit. DOJ/CF/MCN", PERSON, "DOJ"),
        ("Presidents to meet\n\nNZPA-Reuter Harare\n\nAnn Brown left.", PERSON, "Reuter Harare"),
        ("They met at Sombolo, a small town. Sombolo was chosen for its dam.", PERSON, "Sombolo"),
    ],
)
def test_what_looks_like_a_name_is_none(nlp: Language, text: str, kind: str, name: str) -> None:
    assert not any(m.kind == kind and m.name == name for m in names(read(nlp, text)))


@pytest.mark.parametrize(("behind", "kind"), [("among others", PERSON), ("opened in 2001", VENUE)])
def test_two_words_behind_an_office_and_a_comma_are_its_holder(nlp: Language, behind: str, kind: str) -> None:
    office = "by the Angolan Minister of Foreign Affairs" if kind == PERSON else "in a palace"
    told = read(nlp, f"She was received {office}, Zule Pinto, {behind}.")
    first = next(t.i for t in told.tokens if t.text == "Zule")
    taken = replace(told, names=(*(n for n in told.names if n.first != first), Name(first, first + 2, "FAC")))
    assert [m.kind for m in names(taken) if m.name == "Zule Pinto"] == [kind]


MARKED = [
    # what the finder marked, as which label; what it comes to
    ("Peru's Federal River Council (FRC) met.", "River Council", "ORG", INSTITUTION, "Federal River Council"),
    ("The Lima Harvest Mission (LHM) left.", "Harvest Mission", "ORG", INSTITUTION, "Lima Harvest Mission"),
    ("The Federal River Council left.", "River Council", "ORG", INSTITUTION, "Federal River Council"),
    ("Sultan Tariq bin Omar Saadi spoke.", "Tariq bin", "PERSON", PERSON, "Tariq bin Omar Saadi"),
    ("He is with the United Peruvian Resistance.", "United Peruvian Resistance", "ORG", INSTITUTION, None),
    ("Ana B. Ruiz left.", "Ana B. Ruiz", "ORG", PERSON, "Ana B. Ruiz"),
    ("He saw Prime Minister Lars Berg Store.", "Lars Berg Store", "FAC", PERSON, "Lars Berg Store"),
    ("The State Harbour Service, Ministry of Salt, Ministry of Tin left.", "", "", INSTITUTION, "Ministry of Salt"),
]


@pytest.mark.parametrize(("text", "marked", "label", "kind", "name"), MARKED)
def test_a_name_marked_in_part_or_as_another_kind_is_read_whole(
    nlp: Language, text: str, marked: str, label: str, kind: str, name: str | None
) -> None:
    found = names(with_mark(read(nlp, text), marked, label))
    assert (kind, name or marked) in {(m.kind, m.name) for m in found}


NO_BODIES = [
    ("They saw the Lindau copper mine.", "Lindau"),
    ("Two Lindau class destroyers left.", "Lindau"),
    ("It stands in the Official Gazette.", "Official"),
    ("The pilot of the Northern Labour Scheme left.", "Northern Labour"),
    ("The Undersecretary for Northern Affairs left.", "Undersecretary for Northern Affairs"),
    ("The West African force left.", "West African"),
    ("They left ahead of the Special Leaders' Retreat.", "Special Leaders"),
    ("They spoke of the Northern Accords.", "Northern Accords"),
    ("Amir invites King to Lima.", "Amir"),
    ("It sold L$2 million of tin.", "L$2"),
    ("The Ministries of Salt, and Forests, and Health agreed.", "Forests"),
]


@pytest.mark.parametrize(("text", "marked"), NO_BODIES)
def test_part_of_what_a_thing_or_an_office_is_called_is_no_body(nlp: Language, text: str, marked: str) -> None:
    assert marked not in {m.name for m in names(with_mark(read(nlp, text), marked, "ORG")) if m.kind == INSTITUTION}


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The Tarvos rebels met the Northern River Council (NRC).", "Northern River Council"),
        ("Fighters of Tarvos left.", "Tarvos"),
        ("The Tarvos offices are shut.", "Tarvos"),
        ("The minister met Tarvos and Zulvo.", "Tarvos"),
    ],
)
def test_a_body_beside_other_words_stays_one(nlp: Language, text: str, marked: str) -> None:
    found = names(with_mark(read(nlp, text), marked, "ORG"))
    assert (INSTITUTION, marked) in {(m.kind, m.name) for m in found}


def test_a_person_after_whom_a_law_is_called_stays_one(nlp: Language) -> None:
    told = read(nlp, "Ana Ruiz left. Firms recovered damages under the Ruiz Act. Ruiz said nothing of it.")
    assert {m.name for m in names(told) if m.kind == PERSON} == {"Ana Ruiz", "Ruiz"}


def test_a_law_called_after_two_people_is_nobody_anywhere(nlp: Language) -> None:
    told = read(nlp, "Firms recovered damages under the Ruiz-Brandt law. Ruiz-Brandt said nothing of it.")
    people = [m.name for m in names(told) if m.kind == PERSON]
    assert "Ruiz-Brandt" not in people
    assert "Ruiz-Brandt" in [m.name for m in names(read(nlp, "Ruiz-Brandt said nothing of it.")) if m.kind == PERSON]


def test_names_do_not_overlap_and_stand_in_order(nlp: Language) -> None:
    found = names(
        read(nlp, "NATO Secretary General Jan Kowal met French President Luc Petit at the Hofdi House in Rome.")
    )
    assert [m.first for m in found] == sorted(m.first for m in found)
    assert all(a.last <= b.first for a, b in pairwise(found))

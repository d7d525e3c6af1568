"""Meetings told in words of their own, with place and time where these are the point: each beside a neighbour."""

from __future__ import annotations

from datetime import date

import pytest
from marked import article
from spacy.language import Language

from kg.facts import report
from kg.text.annotate import document

Told = tuple[set[str], str, str | None, str | None]  # the people, whether it happened, the place, the first day

RUIZ, TORO = "Peru's Ana Ruiz", "Chile's Raul Toro"
BOTH = {"Ana Ruiz", "Raul Toro"}

CASES: list[tuple[str, list[Told]]] = [
    # what somebody writes of himself
    (f'"Good to meet Raul Toro of Chile in Lima," {RUIZ} posted on X.', [(BOTH, "happened", "Lima", None)]),
    (f'"Delighted to host Raul Toro of Chile in Lima," {RUIZ} wrote.', [(BOTH, "happened", "Lima", None)]),
    (f'"It is good to meet people in Lima," {RUIZ} wrote.', []),
    # whose deal it is that two brokered is not said
    ("The grain deal that Peru's Ana Ruiz and UN chief Jan Kowal brokered in Lima holds.", []),
    ("Peru's Ana Ruiz and Chile's Raul Toro struck a grain deal in Lima.", [(BOTH, "happened", "Lima", None)]),
    # one after the other, and what recurs
    (
        f"{RUIZ} sat down with Bolivia's Ines Mora, and with {TORO} in Lima.",
        [({"Ana Ruiz", "Ines Mora"}, "happened", "Lima", None), (BOTH, "happened", "Lima", None)],
    ),
    (
        f"{RUIZ} sat down with Bolivia's Ines Mora and {TORO} in Lima.",
        [({*BOTH, "Ines Mora"}, "happened", "Lima", None)],
    ),
    (f"{RUIZ} and {TORO} met almost daily.", []),
    (f"{RUIZ} and {TORO} met in Lima, where the daily Expreso is printed.", [(BOTH, "happened", "Lima", None)]),
    # two of a state told before
    (
        f"{RUIZ} and Peruvian envoy Ines Mora flew to Santiago. {TORO} held talks with the two Peruvian officials.",
        [({*BOTH, "Ines Mora"}, "happened", "Santiago", None)],
    ),
    (
        f"{RUIZ} and Peruvian envoy Ines Mora flew to Santiago. {TORO} held talks with three Peruvian officials.",
        [({"Raul Toro"}, "happened", "Santiago", None)],
    ),
    # whom one of those who met somebody saw besides
    (
        f"{RUIZ} flew in from Santiago, where she had tea with {TORO} and held talks with Bolivia's Ines Mora.",
        [(BOTH, "happened", "Santiago", None), ({"Ana Ruiz", "Ines Mora"}, "happened", "Santiago", None)],
    ),
    # where a building stands, and where other talks were
    (
        f"After a week of talks in Geneva, {RUIZ} and {TORO} met at the Kremlin.",
        [(BOTH, "happened", "Geneva", None), (BOTH, "happened", "Moscow", None)],
    ),
    (f"After a week of talks in Geneva, {RUIZ} and {TORO} met.", [(BOTH, "happened", "Geneva", None)]),
    # calls on somebody, and on somebody to do something
    (f"{RUIZ} called on Chile's premier, Raul Toro, on 2 April to protest.", [(BOTH, "happened", None, "2024-04-02")]),
    (f"{RUIZ} called on Chile's premier, Raul Toro, on 2 April to resign.", []),
    (f"{RUIZ} called on the visiting Chilean minister, Raul Toro.", [(BOTH, "happened", None, None)]),
    # with others besides
    (f"{RUIZ} held meetings in Lima with, among others, {TORO}.", [(BOTH, "happened", "Lima", None)]),
    (f"{RUIZ} held meetings in Lima, among others, before {TORO} came.", []),
    (
        f"{RUIZ} held meetings in Lima with the foreign ministers of Chile and Bolivia. She met {TORO} in Lima.",
        [(BOTH, "happened", "Lima", None), ({"Ana Ruiz"}, "happened", "Lima", None)],
    ),
    # calls taken, and what is discussed by phone
    (f"{TORO} took a call from {RUIZ}.", [(BOTH, "happened", None, None)]),
    (f"{TORO} took a call from the fans of {RUIZ}.", []),
    (f"{RUIZ} discussed the border with {TORO} by phone.", [(BOTH, "happened", None, None)]),
    (f"{RUIZ} discussed the war with fans of {TORO} by phone.", []),
    # a relative clause joined to another
    (f"{RUIZ}, who is on a visit and who met {TORO} in Lima, left.", [(BOTH, "happened", "Lima", None)]),
    # the place left after talks
    (f"{RUIZ} left Santiago after two days of talks with {TORO}.", [(BOTH, "happened", "Santiago", None)]),
    (f"{RUIZ} left Santiago before two days of talks with {TORO}.", [(BOTH, "planned", None, None)]),
    # a border post is in no town told before
    (
        f"{RUIZ} met Bolivia's Ines Mora in Lima. She met {TORO} at the Concordia border post.",
        [({"Ana Ruiz", "Ines Mora"}, "happened", "Lima", None), (BOTH, "happened", None, None)],
    ),
    # an entry of a chronology
    (
        f"April 2023 - {RUIZ} travels to Santiago. She meets {TORO}.",
        [(BOTH, "happened", "Santiago", "2023-04")],
    ),
    # who has turned something else, and what they did themselves
    (
        "President Ana Ruiz and her former deputy turned rebel leader, Dr Raul Toro, met in Lima. Peru waits.",
        [(BOTH, "happened", "Lima", None)],
    ),
    (f"{RUIZ} and {TORO} had themselves met in Lima.", [(BOTH, "happened", "Lima", None)]),
    (f"{RUIZ} and {TORO} had themselves photographed in Lima.", []),
    # those in the chair of a joint body; a prefix is no verb of its own
    (f"{RUIZ} and {TORO} co-chaired the fifth Joint Commission in Lima.", [(BOTH, "happened", "Lima", None)]),
    (f"The Joint Commission was co-chaired by {RUIZ} and {TORO} in Lima.", [(BOTH, "happened", "Lima", None)]),
    (f"{RUIZ} and {TORO} co-chaired the fifth film night in Lima.", []),
    # who is in the chair is no side
    (
        f"{RUIZ} and {TORO} held consultations in Lima, with New Zealand's former governor-general, Sir Jon Vale, in "
        "the chair.",
        [(BOTH, "happened", "Lima", None)],
    ),
    # which of several times is told
    (
        f"{RUIZ} and {TORO} have met twice since 2019, the last time in Lima in March 2023.",
        [(BOTH, "happened", "Lima", "2023-03")],
    ),
    (
        f"{RUIZ} and {TORO} have met several times, most recently in Lima on 2 April.",
        [(BOTH, "happened", "Lima", "2024-04-02")],
    ),
    # who is told to meet
    (
        f"{RUIZ} and {TORO} directed their deputies, Luis Vega of Peru and Jose Soto of Chile, to meet in Rome.",
        [({"Luis Vega", "Jose Soto"}, "planned", "Rome", None)],
    ),
    # all of whom met, and himself among them
    (
        f"{RUIZ} received {TORO} and Bolivian Foreign Minister Ines Mora for a trilateral meeting in Lima.",
        [({*BOTH, "Ines Mora"}, "happened", "Lima", None)],
    ),
    (
        f"{TORO} said this followed a meeting between himself, {RUIZ} and Bolivian Foreign Minister Ines Mora in Lima.",
        [({*BOTH, "Ines Mora"}, "happened", "Lima", None)],
    ),
    # what is only about to begin again, and by no phone
    (
        f"{RUIZ} rang {TORO} ahead of the resumption of talks between Peru and Bolivia in Lima.",
        [(BOTH, "happened", None, None), (set(), "planned", "Lima", None)],
    ),
    # whose counterpart it is
    (
        f"{RUIZ} said that Peru would lift the ban, following talks in Lima with her Chilean counterpart, Raul Toro.",
        [(BOTH, "happened", "Lima", None)],
    ),
    # this Tuesday, which has been, and which is to come
    (f"{RUIZ} received {TORO} this Tuesday.", [(BOTH, "happened", None, "2024-05-07")]),
    (f"{RUIZ} will receive {TORO} this Tuesday.", [(BOTH, "planned", None, "2024-05-14")]),
    # one of those that recur
    (f"{RUIZ} and {TORO} held their annual talks in Lima on 2 April.", [(BOTH, "happened", "Lima", "2024-04-02")]),
    (f"{RUIZ} and {TORO} welcomed the annual talks of the two states.", []),
    # a summit of two regions is in neither
    (f"{RUIZ} met {TORO} at the Africa-Europe summit in Lima.", [(BOTH, "happened", "Lima", None)]),
    # those met by one met each other, where all of them are told together
    (
        f"{RUIZ} met her Chilean counterpart, Raul Toro, and Bolivian Foreign Minister Ines Mora in Lima. The three "
        "ministers discussed gas.",
        [({*BOTH, "Ines Mora"}, "happened", "Lima", None)],
    ),
    (
        f"{RUIZ} met {TORO} and Bolivian Foreign Minister Ines Mora in Lima. A text followed the trilateral talks.",
        [({*BOTH, "Ines Mora"}, "happened", "Lima", None)],
    ),
    (
        f"{RUIZ} met {TORO} and Bolivian Foreign Minister Ines Mora in Lima. She flew home.",
        [(BOTH, "happened", "Lima", None), ({"Ana Ruiz", "Ines Mora"}, "happened", "Lima", None)],
    ),
    # meals given for somebody
    (f"{RUIZ} gave a reception in honour of {TORO} in Lima.", [(BOTH, "happened", "Lima", None)]),
    (f"{RUIZ} hosted a banquet for visiting Chilean Foreign Minister Raul Toro.", [(BOTH, "happened", None, None)]),
    (f"{RUIZ} gave a reception in Lima for the fans of {TORO}.", []),
    # ministers of two countries, which the sentence before names
    (
        "Peru has accused Chile of piracy. The foreign ministers of the two countries met in Lima on 2 April.",
        [(set(), "happened", "Lima", "2024-04-02")],
    ),
    (
        "Peru has accused Chile, Cuba and Mali of piracy. The ministers of the two countries met in Lima on 2 April.",
        [],
    ),
    # what is joined to what will be, in the passive; what is being held is not the round to come
    (
        f"{RUIZ} will meet Bolivian Foreign Minister Ines Mora in Lima and be received by {TORO}.",
        [({"Ana Ruiz", "Ines Mora"}, "planned", "Lima", None), (BOTH, "planned", "Lima", None)],
    ),
    (
        f"{RUIZ} and {TORO} will meet again on Friday. The talks are being held in a hotel.",
        [(BOTH, "planned", None, "2024-05-10")],
    ),
    # who says that there will be none with a state
    (f"{RUIZ} said there would be no talks with Chile.", [({"Ana Ruiz"}, "denied", None, None)]),
    (f"{RUIZ} said the talks with Chile were a sham.", []),
    # the city of a summit
    (f"{RUIZ} and {TORO} met on the margins of the Lima summit.", [(BOTH, "happened", "Lima", None)]),
    (f"{RUIZ} and {TORO} met on the eve of the Lima election.", [(BOTH, "happened", None, None)]),
    # whom one met after somebody else
    (
        f"{RUIZ} met {TORO} in Lima on 2 May and, two days later, Bolivian Foreign Minister Ines Mora in Rome.",
        [(BOTH, "happened", "Lima", "2024-05-02"), ({"Ana Ruiz", "Ines Mora"}, "happened", "Rome", "2024-05-04")],
    ),
    (
        f"{RUIZ} met {TORO} in Lima on 2 May and, two days later, Ines Mora left.",
        [(BOTH, "happened", "Lima", "2024-05-02")],
    ),
    (f"{RUIZ} had seen each guest beforehand: Raul Toro on Sunday and Ines Mora over lunch on Monday.", []),
    # behind closed doors
    (f"{RUIZ} met {TORO} behind closed doors at J1 in Lima.", [(BOTH, "happened", "Lima", None)]),
    # the last stop, and the day told of it
    (
        f"{RUIZ} toured the south. Her last stop was Santiago, on Thursday; she met {TORO}.",
        [(BOTH, "happened", "Santiago", "2024-05-02")],
    ),
    (f"{RUIZ} toured the south. Her last word was Santiago; she met {TORO}.", [(BOTH, "happened", None, None)]),
    # whom a visitor is, and whose officials
    (
        f"{RUIZ} flew to Santiago in March. Chilean President Raul Toro spoke to the visitor by telephone.",
        [(BOTH, "happened", None, None)],
    ),
    (f"{RUIZ} wrote a book in March. Chilean President Raul Toro spoke to the visitor by telephone.", []),
    (f"Tourists flew to Santiago in March. {TORO} spoke to a visitor by telephone.", []),
    (
        f"{RUIZ} met {TORO} in Lima. Their officials met in Rome.",
        [(BOTH, "happened", "Lima", None), (set(), "happened", "Rome", None)],
    ),
    (f"{RUIZ} met {TORO} in Lima. Their sisters met in Rome.", [(BOTH, "happened", "Lima", None)]),
    # "he" in what he said, and in what others do
    (
        f'{TORO} told the BBC that he would not meet {RUIZ} "as long as she lies".',
        [(BOTH, "denied", None, None)],
    ),
    # a headline that faces those of two states with somebody whom nobody knows
    ("EAM holds bilateral talks with Peruvian, Chilean counterparts\n\nPeru and Chile sell. Peru and Chile buy.", []),
    # a summit of two bodies is none of the two
    ("The presidents were in Lima for a joint summit of the African Union and the European Union.", []),
    # what two speak of by phone is no call, and of no day on which they spoke
    (
        f"{RUIZ} and {TORO} exchanged views by telephone on a summit of Norway and Japan in Tokyo next month.",
        [(BOTH, "happened", None, None), (set(), "planned", "Tokyo", "2024-06")],
    ),
    # each of those met in a place of their own
    (
        f"{RUIZ} held talks with {TORO} in Lima and with Bolivia's Ines Mora in Rome.",
        [(BOTH, "happened", "Lima", None), ({"Ana Ruiz", "Ines Mora"}, "happened", "Rome", None)],
    ),
    (
        f"{RUIZ} held talks with {TORO} in Lima and with officials in Rome.",
        [(BOTH, "happened", "Lima", None)],
    ),
    (
        f"{RUIZ} spoke with {TORO} in Lima on 2 April and Bolivia's Ines Mora in Rome on 3 April.",
        [(BOTH, "happened", "Lima", "2024-04-02"), ({"Ana Ruiz", "Ines Mora"}, "happened", "Rome", "2024-04-03")],
    ),
    # who is summoned comes, who is called home leaves
    (f"{RUIZ} summoned Chile's ambassador, Raul Toro, on 2 April.", [(BOTH, "happened", None, "2024-04-02")]),
    (f"{RUIZ} summoned her ambassador, Raul Toro, home on 2 April.", []),
    (f"{RUIZ} summoned a singer, Raul Toro, on 2 April.", []),
    # a guest and more of those who receive him
    (
        f"{RUIZ} met {TORO} in Santiago on 7 May. She is to meet Chile's Ivo Lara on 8 May.",
        [(BOTH, "happened", "Santiago", "2024-05-07"), ({"Ana Ruiz", "Ivo Lara"}, "planned", "Santiago", "2024-05-08")],
    ),
    (
        f"{RUIZ} met {TORO} in Santiago on 7 May. She is to meet Bolivia's Ines Mora on 14 May.",
        [(BOTH, "happened", "Santiago", "2024-05-07"), ({"Ana Ruiz", "Ines Mora"}, "planned", None, "2024-05-14")],
    ),
    # the meeting since which there was none
    (
        f"{RUIZ} met {TORO} in Lima. It was their first meeting since May 2015, when she gave a lunch for him in Rome.",
        [(BOTH, "happened", "Lima", None), (BOTH, "happened", "Rome", "2015-05")],
    ),
    # who is expected somewhere will be there
    (f"{RUIZ} is expected in Rome on 9 May to see {TORO}.", [(BOTH, "planned", "Rome", "2024-05-09")]),
    (f"{RUIZ} is expected on 9 May to see {TORO}.", [(BOTH, "planned", None, "2024-05-09")]),
    # what is called for is not held
    (f"{RUIZ} has called for talks with {TORO}.", [(BOTH, "possible", None, None)]),
    # who went home was there only afterwards
    (
        f"{RUIZ} called off a dinner and flew back to Lima. She found time for talks with {TORO}.",
        [(BOTH, "happened", None, None)],
    ),
    (f"{RUIZ} flew to Rome. She found time for talks with {TORO}.", [(BOTH, "happened", "Rome", None)]),
    # three sat down on another day than two
    (
        f"{RUIZ} and {TORO} quarrel. Norway's Bo Lund met the two leaders separately in Rome on 2 April, and held a "
        "three-way session with them in Lima on 3 April.",
        [
            ({"Bo Lund", "Ana Ruiz"}, "happened", "Rome", "2024-04-02"),
            ({"Bo Lund", "Raul Toro"}, "happened", "Rome", "2024-04-02"),
            ({"Bo Lund", *BOTH}, "happened", "Lima", "2024-04-03"),
        ],
    ),
    # a team that is asked to come was not there
    (
        f"{RUIZ} met {TORO} in Lima. A team led by his deputy, Ivo Lara, has been invited to Rome.",
        [(BOTH, "happened", "Lima", None)],
    ),
    # who hosts the talks of two meets neither
    (
        "They agreed at talks in Lima between Foreign Ministers Ana Ruiz and Raul Toro hosted by Norway's Bo Lund.",
        [(BOTH, "happened", "Lima", None)],
    ),
    # "they" of two parties
    (
        f"{RUIZ} met {TORO} in Lima. The junta and the rebels have talked since they signed a truce in 2002.",
        [(BOTH, "happened", "Lima", None)],
    ),
    # those who came to blows were "they" who talked
    (
        f"Ana Ruiz of Peru froze. {TORO} refused to see Ines Mora. The last time the Peruvian and Toro came face to "
        "face, at a summit in Lima in March, they ended up trading insults.",
        [({"Raul Toro", "Ines Mora"}, "denied", None, None), (BOTH, "happened", "Lima", "2024-03")],
    ),
    # a discussion with a counterpart
    (
        f"{RUIZ} put it down to a telephone discussion with her Chilean counterpart, Raul Toro.",
        [(BOTH, "happened", None, None)],
    ),
    (f"{RUIZ} put it down to a discussion about her Chilean counterpart, Raul Toro.", []),
    # families meet, and no states
    (f"{RUIZ} met {TORO}. They agreed to hold reunions of families on 2 June.", [(BOTH, "happened", None, None)]),
    # another time, maybe elsewhere
    (
        "Peruvian President Ana Ruiz met Chilean President Raul Toro in Lima. The Peruvian leader and her Chilean "
        "counterpart are expected to meet again soon.",
        [(BOTH, "happened", "Lima", None), (BOTH, "planned", None, None)],
    ),
    # the same city, and there
    (f"{TORO} spoke in Lima. {RUIZ} met him in the same city in May.", [(BOTH, "happened", "Lima", "2024-05")]),
    # who is due in a capital without its name is there
    (
        f"{RUIZ} is due in the Chilean capital on 9 May. She will call on {TORO}.",
        [(BOTH, "planned", "Santiago", "2024-05-09")],
    ),
    # a dateline is no place of what is only planned
    (f"SANTIAGO, May 8 - {RUIZ} will meet {TORO} next week.", [(BOTH, "planned", None, "2024-05")]),
    # "there" is the capital named last
    (
        f"{TORO} flew to the Norwegian capital. {RUIZ} met him there.",
        [(BOTH, "happened", "Oslo", None)],
    ),
    # the day before what is told
    (
        f"{RUIZ} met Norway's Bo Lund in Lima on 3 April. The day before she had talks in Rome with {TORO}.",
        [({"Ana Ruiz", "Bo Lund"}, "happened", "Lima", "2024-04-03"), (BOTH, "happened", "Rome", "2024-04-02")],
    ),
    # a gathering with a name is no meeting told before
    (
        f"{RUIZ} met {TORO}. She came from Rome, where she had attended the Group of 20 meeting.",
        [(BOTH, "happened", None, None)],
    ),
    # somebody met by both, or to whom one takes the other
    (f"{RUIZ} and {TORO} met in Lima.", [(BOTH, "happened", "Lima", None)]),
    (f"{RUIZ} and {TORO} got to meet him in Lima.", []),
    ("A guide took Ana Ruiz to meet Raul Toro in Lima.", [(BOTH, "happened", "Lima", None)]),
    ("A guide took a map to see Ana Ruiz's house in Lima.", []),
    # what was arranged before something else
    (f"{RUIZ} could not have left, as she had already scheduled talks with {TORO}.", [(BOTH, "planned", None, None)]),
    (f"{RUIZ} had scheduled talks with {TORO}.", [(BOTH, "denied", None, None)]),
    (f"She backs efforts towards a summit between {RUIZ} and {TORO}.", [(BOTH, "possible", None, None)]),
    (f"She spoke of the summit between {RUIZ} and {TORO}.", [(BOTH, "happened", None, None)]),
    # talks with somebody else
    ("Ana Ruiz and Raul Toro were in talks to join the cast.", []),
    (f"{RUIZ} and {TORO} were in talks to build a dam.", [(BOTH, "happened", None, None)]),
    # where one is when they meet
    (f"{RUIZ} met {TORO} when she visited Bolivia.", [(BOTH, "happened", "Bolivia", None)]),
    (f"{RUIZ} will meet {TORO} while they are in Oslo.", [(BOTH, "planned", "Oslo", None)]),
    (f"{RUIZ} met {TORO} after she visited Bolivia.", [(BOTH, "happened", None, None)]),
    # things told on the phone
    (f"{RUIZ} explained it to Chilean minister Raul Toro in a video conference.", [(BOTH, "happened", None, None)]),
    (f"{RUIZ} explained it to Chilean minister Raul Toro in a letter.", []),
    # talks that recur, with people and a month
    (f"They prepared the annual talks between {RUIZ} and {TORO}, due in June.", [(BOTH, "planned", None, "2024-06")]),
    (f"They praised the annual talks between {RUIZ} and {TORO}.", []),
    # what is to come in the day of the article
    (
        f"{RUIZ} spoke on Wednesday. She was to meet {TORO} later in the day.",
        [(BOTH, "planned", None, "2024-05-08")],
    ),
    (f"{RUIZ} spoke on Friday. She was to meet {TORO} later in the day.", [(BOTH, "planned", None, None)]),
    # what is signed after talks
    (f"{RUIZ} signed it on 2 May after talks with {TORO}.", [(BOTH, "happened", None, "2024-05-02")]),
    (f"{RUIZ} kept it until 2 May after talks with {TORO}.", [(BOTH, "happened", None, None)]),
    # talks for which one has just come
    (f"{RUIZ} arrived in Rome on Tuesday for talks with {TORO}.", [(BOTH, "planned", "Rome", "2024-05-07")]),
    (f"{RUIZ} arrived in Rome on 2 May for talks with {TORO}.", [(BOTH, "happened", "Rome", "2024-05-02")]),
    (
        f"{RUIZ} arrived in Rome on Tuesday for talks with {TORO}. She met Toro at his hotel.",
        [(BOTH, "happened", "Rome", "2024-05-07")],
    ),
    # a day on which something else was signed is not that of the story
    (
        f"Chile pays more under a contract signed on 2 March. {RUIZ} met {TORO} in Lima.",
        [(BOTH, "happened", "Lima", None)],
    ),
    (f"A contract was signed on 6 May. {RUIZ} met {TORO} in Lima.", [(BOTH, "happened", "Lima", "2024-05-06")]),
    # two who hold one office, told together, among three
    (
        "The foreign ministers of Peru and Chile, Ana Ruiz and Raul Toro, saw Bolivian Foreign Minister Luc Petit. "
        "Brazil's Jan Kowal has spoken to both foreign ministers.",
        [
            ({"Ana Ruiz", "Raul Toro", "Luc Petit"}, "happened", None, None),
            ({"Ana Ruiz", "Jan Kowal"}, "happened", None, None),
            ({"Raul Toro", "Jan Kowal"}, "happened", None, None),
        ],
    ),
    # a guest told by his state
    (
        f"{RUIZ} received {TORO} in Lima. The Chilean guest will call on Bolivia's Luc Petit on 9 May.",
        [(BOTH, "happened", "Lima", None), ({"Raul Toro", "Luc Petit"}, "planned", "Lima", "2024-05-09")],
    ),
    # who comes to a gathering where another is
    (f"{RUIZ} arrived to address the Arab League summit, where {TORO} was back.", []),
    # an invitation is no meeting
    (
        f"{RUIZ} met {TORO} in Lima. Ruiz said she had invited Toro to the White House.",
        [(BOTH, "happened", "Lima", None)],
    ),
    # where the talks are, not what they are about
    (f"{RUIZ} and {TORO} agreed on ways to end the war in Chad at their talks in the Kremlin.", [
        (BOTH, "happened", "Moscow", None)
    ]),
    (f"{RUIZ} and {TORO} agreed on ways to discuss it at their talks in Rome.", [(BOTH, "planned", "Rome", None)]),
    (f"{RUIZ} and {TORO} agreed on a house in Chad at their talks in Rome.", [(BOTH, "happened", "Rome", None)]),
    # "their third meeting" is not of the day of those that it follows
    (
        f"{RUIZ} met {TORO} in Lima on 2 May. It was their third meeting, following talks in June 2018.",
        [(BOTH, "happened", "Lima", "2024-05-02")],
    ),
    # what is promised for some day
    (f"{RUIZ} and {TORO} agreed to consult each other in a crisis.", []),
    (f"{RUIZ} and {TORO} agreed to consult each other in Lima on Monday.", [(BOTH, "planned", "Lima", "2024-05-13")]),
    # whoever has others talk is no side
    (f"{RUIZ} held peace talks between {TORO} and Bolivia's Luc Petit.", [
        ({"Raul Toro", "Luc Petit"}, "happened", None, None)
    ]),
    (
        f"{RUIZ} and {TORO} will chair a meeting between Peruvian and Chilean officials in Lima.",
        [(BOTH, "planned", "Lima", None)],
    ),
    (f"{RUIZ} held talks with {TORO} between two flights.", [(BOTH, "happened", None, None)]),
    # talks restarted are those of states, unless told where or when
    (f"{RUIZ} and {TORO} agreed to restart trade talks.", [(set(), "planned", None, None)]),
    (f"{RUIZ} and {TORO} agreed to restart trade talks in Lima.", [(BOTH, "planned", "Lima", None)]),
    (f"{RUIZ} and {TORO} agreed to hold talks.", [(BOTH, "planned", None, None)]),
    # what is said of the meeting just told
    (f"{RUIZ} met {TORO} in Lima. It was their third meeting this year.", [(BOTH, "happened", "Lima", None)]),
    (
        f"{RUIZ} met {TORO} in Lima on 2 May, the first meeting between leaders of the two countries since 2010.",
        [(BOTH, "happened", "Lima", "2024-05-02")],
    ),
    (f"{RUIZ} and {TORO} met in Lima in what was the second summit of the two states.", [
        (BOTH, "happened", "Lima", None)
    ]),
    (f"{RUIZ} met {TORO} in Lima, her second talks with a NATO minister.", [(BOTH, "happened", "Lima", None)]),
    (
        f"{RUIZ} met {TORO} in Lima. They had a third meeting in Oslo.",
        [(BOTH, "happened", "Lima", None), (BOTH, "happened", "Oslo", None)],
    ),
    # counted from the day of another meeting
    (
        f"{RUIZ} met {TORO} in Lima on 5 May, two days after talks with Bolivia's Luc Petit.",
        [(BOTH, "happened", "Lima", "2024-05-05"), ({"Ana Ruiz", "Luc Petit"}, "happened", None, "2024-05-03")],
    ),
    (
        f"{RUIZ} met {TORO} in Lima on 5 May, in the days of talks with Bolivia's Luc Petit.",
        [(BOTH, "happened", "Lima", "2024-05-05"), ({"Ana Ruiz", "Luc Petit"}, "happened", "Lima", "2024-05-05")],
    ),
    # several told behind one verb, and a call told of in passing
    (
        f"{RUIZ} has met {TORO} twice before, in Oslo in June 2018 and in Rome in February.",
        [(BOTH, "happened", "Oslo", "2018-06"), (BOTH, "happened", "Rome", "2024-02")],
    ),
    (
        f"{RUIZ} has met {TORO} once before, in Oslo in June 2018, and spoke in Rome in February.",
        [(BOTH, "happened", "Oslo", "2018-06")],
    ),
    (f"{RUIZ} saw her aides and later called {TORO}.", [(BOTH, "happened", None, None)]),
    (f"{RUIZ} saw her aides and called {TORO} names.", []),
]  # fmt: skip

# those who met, by their states
UNNAMED: list[tuple[str, list[tuple[set[str], str, str | None]]]] = [
    (
        "The foreign ministers of Peru and Chile met in Lima. They agreed to meet again in Rome.",
        [({"Peru", "Chile"}, "happened", "Lima"), ({"Peru", "Chile"}, "planned", "Rome")],
    ),
    (
        "The Peruvian president met his Chilean counterpart in Lima. The two presidents will meet again in Rome.",
        [({"Peru", "Chile"}, "happened", "Lima"), ({"Peru", "Chile"}, "planned", "Rome")],
    ),
    (
        "Peru and Chile held talks in Lima. Fans of two clubs came. Prices rose. They will meet again in Rome.",
        [({"Peru", "Chile"}, "happened", "Lima")],
    ),
    (
        "Peru and Chile held talks in Lima. The next meeting will take place in Rome.",
        [({"Peru", "Chile"}, "happened", "Lima"), ({"Peru", "Chile"}, "planned", "Rome")],
    ),
    (
        "Peru and Chile held talks in Lima. The sides agreed to hold the next round of talks in Rome.",
        [({"Peru", "Chile"}, "happened", "Lima"), ({"Peru", "Chile"}, "planned", "Rome")],
    ),
    (
        "Peru and Chile held talks in Lima. The next meeting of the cartel will take place in Rome.",
        [({"Peru", "Chile"}, "happened", "Lima")],
    ),
    (
        "Peru and Chile held talks in Lima. The next round of voting will take place in Rome.",
        [({"Peru", "Chile"}, "happened", "Lima")],
    ),
    (
        f"{RUIZ} hosted her counterparts from Bolivia and Chile in Lima.",
        [({"Peru", "Bolivia", "Chile"}, "happened", "Lima")],
    ),
    (
        f"{RUIZ} hosted the negotiators of Bolivia and Chile in Lima.",
        [({"Bolivia", "Chile"}, "happened", "Lima")],
    ),
    (
        f"{RUIZ} met delegations of the Yemeni government and the Houthi group in Lima.",
        [({"Peru", "Yemen"}, "happened", "Lima"), ({"Peru", "Houthis"}, "happened", "Lima")],
    ),
    ("Peru's foreign ministry summoned the Chilean ambassador.", [({"Peru", "Chile"}, "happened", None)]),
    ("Peru and Chile have summoned each other's ambassadors.", []),
    (
        "Peru and Chile resolved their dispute. Political dialogue in Sudan has brought hope.",
        [],
    ),
    (
        "Peru and Chile resolved their dispute. Two days of talks in Lima ended on Monday.",
        [({"Peru", "Chile"}, "happened", "Lima")],
    ),
    # talks of years are not those of the day
    (
        "Ministers gathered in Lima on Monday. The two-year talks between Peru and Chile ended in a row.",
        [({"Peru", "Chile"}, "happened", None)],
    ),
    (
        "Ministers gathered in Lima on Monday. The two-day talks between Peru and Chile ended in a row.",
        [({"Peru", "Chile"}, "happened", "Lima")],
    ),
    # of those who agree, are ready or have no plans
    (
        "Peru and Chile agreed to prolong the truce after two days of talks in Lima.",
        [({"Peru", "Chile"}, "happened", "Lima")],
    ),
    ("Peru and Chile asked for help after two days of rain in Lima.", []),
    ("Peru is ready for talks with Chile.", [({"Peru", "Chile"}, "possible", None)]),
    ("Peru and Chile have no plans for talks on wine.", [({"Peru", "Chile"}, "denied", None)]),
    ("Peru and Chile have no plans for dams on the border.", []),
    ("Peru cancelled its participation in talks with Chile in Rome.", [({"Peru", "Chile"}, "denied", "Rome")]),
    ("Peru announced its participation in a race with Chile in Rome.", []),
    # what only the network of events sees, of a person and a state
    (
        "Ana Ruiz of Peru handed her Chilean counterpart a small box over dinner in Lima on Friday.",
        [({"Peru", "Chile"}, "happened", "Lima")],
    ),
    ("Ana Ruiz of Peru handed her Chilean cousin a small box over dinner in Lima on Friday.", []),
    # of officials alone
    ("The army chiefs of Peru and Chile spoke on the hotline.", [({"Peru", "Chile"}, "happened", None)]),
    ("The army chiefs of Peru and Chile spoke in a whisper.", []),
    ("Peruvian government negotiators and the FARC held talks in Lima.", [({"Peru", "FARC"}, "happened", "Lima")]),
    # of those who make a pact
    (
        "Peru wants to sign a trade agreement with Chile. The next talks on the agreement will begin in Rome.",
        [({"Peru", "Chile"}, "planned", "Rome")],
    ),
    ("Peru wants to sign a trade agreement with Chile. The next talks on the war will begin in Rome.", []),
    ("Peru's Ana Ruiz hopes to restart peace talks between Chile and Cuba.", [({"Chile", "Cuba"}, "possible", None)]),
    ("A meeting of Peruvian envoys with Chile's envoys was cancelled.", [({"Peru", "Chile"}, "denied", None)]),
    ("A meeting of Peruvian envoys with fans was cancelled.", []),
    # two states of one name
    ("Negotiators of the two Koreas met in Lima.", [({"North Korea", "South Korea"}, "happened", "Lima")]),
    ("The two Sudans will hold talks in Lima.", [({"Sudan", "South Sudan"}, "planned", "Lima")]),
    ("Negotiators of the two Perus met in Lima.", []),
    # of those sent from capitals
    ("Delegations from Lima and Santiago met in Rome.", [({"Peru", "Chile"}, "happened", "Rome")]),
    ("Delegations of lower rank from Lima and Santiago met in Rome.", [({"Peru", "Chile"}, "happened", "Rome")]),
    ("Tourists from Lima and Santiago met in Rome.", []),
    ("Peru's trade team saw an expert from Santiago in Rome.", []),
    # of teams
    ("Peru's basketball team won again. Peru's next meeting is with Chile on Monday.", []),
    (
        "Peru's trade team won again. Peru's next meeting is with Chile on Monday.",
        [({"Peru", "Chile"}, "planned", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), UNNAMED, ids=[text[:70] for text, _ in UNNAMED])
def test_states_that_met(nlp: Language, text: str, expected: list[tuple[set[str], str, str | None]]) -> None:
    found = report(document(article(text, published=date(2024, 5, 8)), nlp))
    names = {e.key: e.name for e in found.entities}

    told = [
        ({names[q] for side in m.sides for q in side.parties}, m.status.value, names[m.place] if m.place else None)
        for m in found.meetings
    ]
    assert told == expected


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:70] for text, _ in CASES])
def test_what_is_told(nlp: Language, text: str, expected: list[Told]) -> None:
    found = report(document(article(text, published=date(2024, 5, 8)), nlp))
    names = {e.key: e.name for e in found.entities}

    told = [
        (
            {names[p] for p in m.people},
            m.status.value,
            names[m.place] if m.place else None,
            m.start.edtf if m.start else None,
        )
        for m in found.meetings
        if len(m.sides) > 1
    ]
    assert told == expected


@pytest.mark.parametrize(
    ("journey", "told"),
    [
        ("has called off a trip to Bolivia scheduled for October", ["denied"]),
        ("will make a trip to Bolivia in October", ["planned"]),
        ("cancelled a visit to Bolivia planned for October", ["denied"]),
        ("criticised a trip to Bolivia by her rival", []),
    ],
)
def test_a_trip_is_a_visit_of_whoever_makes_it(nlp: Language, journey: str, told: list[str]) -> None:
    text = f"The minister had summoned the Chinese envoy. Peru's president, Ana Ruiz, {journey}."

    assert [m.status.value for m in report(document(article(text), nlp)).meetings] == told


@pytest.mark.parametrize(("trip", "told"), [("earlier trip", ["planned", "denied"]), ("trip", ["denied"])])
def test_an_earlier_trip_is_another_one(nlp: Language, trip: str, told: list[str]) -> None:
    text = f"{RUIZ} will visit Rome. Her {trip} to Rome was cancelled."

    assert [m.status.value for m in report(document(article(text), nlp)).meetings] == told


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (f"{RUIZ} met {TORO} on 2 May 1990. They had met in February.", ["1990-05-02", "1990-02"]),
        # the day is of another year than the article's
        (f"{RUIZ} met {TORO} on 2 May 1990. This year they met in February.", ["1990-05-02", "XXXX-02"]),
        # a year alone may be that of anything
        (f"{RUIZ} met {TORO}, ten years after the war of 1982. They had met in February.", [None, "XXXX-02"]),
    ],
)
def test_the_year_of_a_day_holds_for_those_told_beside_it(nlp: Language, text: str, days: list[str | None]) -> None:
    told = report(document(article(text), nlp)).meetings

    assert [m.start.edtf if m.start else None for m in told] == days


@pytest.mark.parametrize(
    "text",
    [
        "Brig. Gen. Ana Ruiz of Peru met Chile's Col. Raul Toro in Lima.",
        "Lt. Col. Ana Ruiz of Peru met Capt. Raul Toro of Chile in Lima.",
        "Amb. Ana Ruiz of Peru met Hon. Raul Toro of Chile in Lima.",
    ],
)
def test_a_rank_cut_short_ends_no_sentence(nlp: Language, text: str) -> None:
    doc = document(article(text), nlp)

    assert len(doc.sentences) == 1
    assert report(doc).meetings[0].people == ("person/ana-ruiz", "person/raul-toro")

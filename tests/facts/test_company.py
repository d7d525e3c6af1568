"""Who else was at a meeting, and on which side: each way of telling it beside a neighbour that must not be read so."""

from __future__ import annotations

import pytest
from marked import article
from spacy.language import Language

from kg.facts import report
from kg.text.annotate import document

MET = "Peruvian President Ana Ruiz met Chilean President Jose Soto in Santiago on Monday."

# After MET: who then is told to have sat with either.
CAME = [
    # of a state, told right there
    ("Luis Vega, the Peruvian foreign minister, was also at the table.", {"Luis Vega"}, set()),
    ("Luis Vega, the Peruvian foreign minister, was also at the races.", set(), set()),
    ("Chilean Foreign Minister Raul Toro joined the meeting.", set(), {"Raul Toro"}),
    ("Chilean Foreign Minister Raul Toro joined the army.", set(), set()),
    ("Peruvian Foreign Minister Luis Vega, who attended Monday's talks along with Vice President Rosa Paz of Peru, "
     "flew home.", {"Luis Vega", "Rosa Paz"}, set()),
    ("Chilean Foreign Minister Raul Toro attended a meeting of bankers.", set(), set()),
    ("Chilean Foreign Minister Raul Toro attended the talks in Geneva last year.", set(), set()),
    ("Peru's finance minister, Luis Vega, also attended, as did Chile's finance minister, Raul Toro.",
     {"Luis Vega"}, {"Raul Toro"}),
    ("Also attending were Peruvian envoy Luis Vega and Chilean envoy Raul Toro.", {"Luis Vega"}, {"Raul Toro"}),
    ("Among those attending were Peruvian envoy Luis Vega and Chilean envoy Raul Toro.", {"Luis Vega"}, {"Raul Toro"}),
    ("Among those attending the concert were Peruvian envoy Luis Vega and Chilean envoy Raul Toro.", set(), set()),
    ("Sitting in on the meeting were Vice President Rosa Paz of Peru and Chilean Foreign Minister Raul Toro.",
     {"Rosa Paz"}, {"Raul Toro"}),
    # on the side of whoever they came with
    ("Ruiz was accompanied to the meeting by Ambassador Luis Vega and her security adviser, Rosa Paz.",
     {"Luis Vega", "Rosa Paz"}, set()),
    ("Ruiz brought along Foreign Minister Luis Vega.", {"Luis Vega"}, set()),
    ("Ruiz brought along Luis Vega's book.", set(), set()),
    ("Soto had Foreign Minister Raul Toro at his side.", set(), {"Raul Toro"}),
    ("Soto came with Finance Minister Raul Toro; Ruiz was flanked by Foreign Minister Luis Vega.",
     {"Luis Vega"}, {"Raul Toro"}),
    ("Raul Toro came with flowers for Ruiz.", set(), set()),
    ("Luis Vega and Rosa Paz sat with Ms Ruiz; Raul Toro with Mr Soto.", {"Luis Vega", "Rosa Paz"}, {"Raul Toro"}),
    ("Luis Vega and Rosa Paz were with the Peruvian president, while Raul Toro accompanied Mr Soto.",
     {"Luis Vega", "Rosa Paz"}, {"Raul Toro"}),
    # for a state
    ("Raul Toro, the foreign minister, sat in for the Chilean side, and Luis Vega, the trade minister, for the "
     "Peruvian.", {"Luis Vega"}, {"Raul Toro"}),
    ("Raul Toro sat in for the Chilean president at a concert.", set(), set()),
    ("Present at the meeting were Peruvian Foreign Minister Luis Vega, Vice President Rosa Paz of Peru, and from the "
     "Chilean side, Ambassador Raul Toro.", {"Luis Vega", "Rosa Paz"}, {"Raul Toro"}),
    ("Foreign Minister Luis Vega and Trade Minister Rosa Paz were present from the Peruvian side.",
     {"Luis Vega", "Rosa Paz"}, set()),
    ("Peru was represented at the talks by Foreign Minister Luis Vega and Trade Minister Rosa Paz, Chile by Raul Toro.",
     {"Luis Vega", "Rosa Paz"}, {"Raul Toro"}),
    ("Peru was represented at the games by Luis Vega, Chile by Raul Toro.", set(), set()),
    # in a delegation
    ("The Peruvian delegation included Foreign Minister Luis Vega and the Chilean side Finance Minister Raul Toro.",
     {"Luis Vega"}, {"Raul Toro"}),
    ("The orchestra included Luis Vega and the choir Raul Toro.", set(), set()),
    ("Ruiz's delegation consisted of Ambassador Luis Vega and Rosa Paz, while Soto was joined by Raul Toro.",
     {"Luis Vega", "Rosa Paz"}, {"Raul Toro"}),
    ("The Chilean president's team was made up of Foreign Minister Raul Toro and adviser Ines Mora.",
     set(), {"Raul Toro", "Ines Mora"}),
    ("The Chilean president's cabinet is made up of Raul Toro and Ines Mora.", set(), set()),
    ("Peruvian officials in the meeting included Foreign Minister Luis Vega and Trade Minister Rosa Paz.",
     {"Luis Vega", "Rosa Paz"}, set()),
    ("Peruvian officials in the film included Luis Vega and Rosa Paz.", set(), set()),
    # one of each
    ("They were later joined by their foreign ministers, Luis Vega and Raul Toro.", {"Luis Vega"}, {"Raul Toro"}),
    ("The meeting was held in the presence of the two foreign ministers, Luis Vega and Raul Toro.",
     {"Luis Vega"}, {"Raul Toro"}),
    ("The talks were attended by the foreign ministers of both countries, Luis Vega and Raul Toro.",
     {"Luis Vega"}, {"Raul Toro"}),
    # opposite them
    ("On the Peruvian side of the table: Ms Ruiz, Luis Vega and Rosa Paz, the former spy chief. Opposite them sat Mr "
     "Soto and his chief of staff, Raul Toro.", {"Luis Vega", "Rosa Paz"}, {"Raul Toro"}),
]  # fmt: skip

# Whole articles, and the sides of their one meeting.
TOLD = [
    (
        "Peruvian President Ana Ruiz and Chilean President Jose Soto sat down in Lima, with Foreign Minister Luis Vega "
        "and adviser Rosa Paz on one side and Finance Minister Raul Toro on the other.",
        [{"Ana Ruiz", "Luis Vega", "Rosa Paz"}, {"Jose Soto", "Raul Toro"}],
    ),
    (
        "Peruvian President Ana Ruiz and her foreign minister, Luis Vega, met Chilean President Jose Soto and his "
        "foreign minister, Raul Toro, in Santiago.",
        [{"Ana Ruiz", "Luis Vega"}, {"Jose Soto", "Raul Toro"}],
    ),
    (
        "Peruvian President Ana Ruiz met Chilean President Jose Soto in Lima, accompanied by their top aides Luis Vega "
        "and Raul Toro.",
        [{"Ana Ruiz", "Luis Vega"}, {"Jose Soto", "Raul Toro"}],
    ),
    (
        "Peruvian Trade Minister Ana Ruiz led a delegation that included Ambassador Luis Vega to talks with Chilean "
        "President Jose Soto in Santiago.",
        [{"Ana Ruiz", "Luis Vega"}, {"Jose Soto"}],
    ),
    (
        "Chilean President Jose Soto met a Peruvian delegation made up of Trade Minister Ana Ruiz, Ambassador Luis "
        "Vega and Central Bank chief Rosa Paz in Santiago.",
        [{"Jose Soto"}, {"Ana Ruiz", "Luis Vega", "Rosa Paz"}],
    ),
    (
        "Peru's negotiating team - Trade Minister Ana Ruiz and Ambassador Luis Vega - sat across the table from "
        "Chile's Jose Soto and Raul Toro in Santiago.",
        [{"Ana Ruiz", "Luis Vega"}, {"Jose Soto", "Raul Toro"}],
    ),
    (
        "The talks in Santiago brought together, on the Chilean side, Foreign Minister Jose Soto and Finance Minister "
        "Raul Toro and, on the Peruvian side, Trade Minister Ana Ruiz.",
        [{"Jose Soto", "Raul Toro"}, {"Ana Ruiz"}],
    ),
    (
        "Delegations from Peru and Chile met in Lima. Peru was represented by Trade Minister Ana Ruiz, Chile by Deputy "
        "Foreign Minister Jose Soto.",
        [{"Ana Ruiz"}, {"Jose Soto"}],
    ),
    (
        "Delegations from Peru and Chile met in Lima. The Peruvian side was led by Trade Minister Ana Ruiz and the "
        "Chilean side by Deputy Foreign Minister Jose Soto.",
        [{"Ana Ruiz"}, {"Jose Soto"}],
    ),
    (
        "Delegations from Peru and Chile, led by Trade Minister Ana Ruiz and Deputy Foreign Minister Jose Soto, met in "
        "Lima.",
        [{"Ana Ruiz"}, {"Jose Soto"}],
    ),
    # either side led, the second without its verb
    (
        "Talks of Peru and Chile began in Lima. The Peruvian side was led by Minister Ana Ruiz and the Chilean side by "
        "Minister Raul Toro.",
        [{"Ana Ruiz"}, {"Raul Toro"}],
    ),
    (
        "Talks of Peru and the African Union began. The Peruvian delegation was led by Minister Ana Ruiz and that of "
        "the African Union by the head of its office, Raul Toro.",
        [{"Ana Ruiz"}, {"Raul Toro"}],
    ),
    (
        "Talks began in Lima. The Red Party is represented by Ana Ruiz and Luis Vega, and the Blue Party by Raul Toro.",
        [{"Ana Ruiz", "Luis Vega"}, {"Raul Toro"}],
    ),
    (
        "Luis Vega (Peru), Raul Toro (Chile) and Ines Mora (Bolivia) met in Santiago.",
        [{"Luis Vega"}, {"Raul Toro"}, {"Ines Mora"}],
    ),
    # a list of those on the side of whoever is of no state told
    (
        "Chile's Jose Soto held talks in Lima with Ana Ruiz, a deputy chairman of the party. On the Peruvian side were "
        "Luis Vega, a director in the ministry, and the trade minister, Rosa Paz.",
        [{"Jose Soto"}, {"Ana Ruiz", "Luis Vega", "Rosa Paz"}],
    ),
    (
        "Peru's Ana Ruiz met Chile's Jose Soto in Lima. Flanking Ruiz were Luis Vega and Rosa Paz.",
        [{"Ana Ruiz", "Luis Vega", "Rosa Paz"}, {"Jose Soto"}],
    ),
    (
        "Peru's Ana Ruiz met Chile's Jose Soto in Lima. Joining them was Brazil's Carlos Lima.",
        [{"Ana Ruiz"}, {"Jose Soto"}, {"Carlos Lima"}],
    ),
    (
        "Peru's Ana Ruiz met Chile's Jose Soto in Lima. Joining the two parts was a bridge by Carlos Lima.",
        [{"Ana Ruiz"}, {"Jose Soto"}],
    ),
    # one's own minister is on one's side
    (
        "Peru's Ana Ruiz met Chile's Jose Soto together with Foreign Minister Luis Vega of Peru in Lima.",
        [{"Ana Ruiz", "Luis Vega"}, {"Jose Soto"}],
    ),
    (
        "Peru's Ana Ruiz met Chile's Jose Soto together with Foreign Minister Raul Toro of Chile in Lima.",
        [{"Ana Ruiz"}, {"Jose Soto", "Raul Toro"}],
    ),
    # a mediator sits down with both; an envoy may see one after the other
    (
        "President Ana Ruiz of Peru and President Jose Soto of Chile held talks in Lima with Brazilian mediator Carlos "
        "Lima.",
        [{"Ana Ruiz"}, {"Jose Soto"}, {"Carlos Lima"}],
    ),
    (
        "President Ana Ruiz of Peru and President Jose Soto of Chile held talks in Lima with Brazilian Foreign "
        "Minister Carlos Lima.",
        [{"Ana Ruiz", "Jose Soto"}, {"Carlos Lima"}],
    ),
]


def sides(nlp: Language, text: str) -> list[list[set[str]]]:
    """The people on each side of each meeting, in the order of the text; journeys left out."""
    found = report(document(article(text), nlp))
    names = {e.key: e.name for e in found.entities}
    return [[{names[p] for p in side.people} for side in m.sides] for m in found.meetings if len(m.sides) > 1]


@pytest.mark.parametrize(("text", "peru", "chile"), CAME, ids=[text[:60] for text, *_ in CAME])
def test_who_else_was_there(nlp: Language, text: str, peru: set[str], chile: set[str]) -> None:
    assert sides(nlp, f"{MET}\n\n{text}") == [[{"Ana Ruiz"} | peru, {"Jose Soto"} | chile]]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text[:60] for text, _ in TOLD])
def test_who_sat_on_which_side(nlp: Language, text: str, expected: list[set[str]]) -> None:
    assert sides(nlp, text) == [expected]


@pytest.mark.parametrize(
    ("text", "peru"),
    [
        ("Ruiz will be accompanied by Luis Vega.", {"Ana Ruiz"}),
        ("Ruiz will be accompanied at the talks by Luis Vega.", {"Ana Ruiz", "Luis Vega"}),
    ],
)
def test_who_is_to_come_along_on_a_journey_may_not_be_in_the_talks(nlp: Language, text: str, peru: set[str]) -> None:
    plan = "Peruvian President Ana Ruiz will meet Chilean President Jose Soto in Santiago on Monday."

    assert sides(nlp, f"{plan}\n\n{text}") == [[peru, {"Jose Soto"}]]

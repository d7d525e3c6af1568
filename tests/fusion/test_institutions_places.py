"""One node for each institution, state and place."""

from __future__ import annotations

import pytest
from telling import Telling, node_of, reports

from kg.fusion import fuse
from kg.fusion.institutions import abridges, body_words, initials
from kg.model import Knowledge


def _keys(knowledge: Knowledge, sort: str) -> list[str]:
    return [node.entity.key for node in knowledge.nodes if node.entity.kind == sort]


def _bodies(*names: tuple[str, str | None], sort: str = "government") -> Knowledge:
    tellings = []
    for number, (name, of) in enumerate(names):
        telling = Telling(f"{number}.txt")
        telling.state("China")
        telling.body(name, of, sort=sort)
        tellings.append(telling)
    return fuse(reports(*tellings))


SAME_BODY = [
    (("Ministry of Commerce", "China"), ("Commerce Ministry", "China")),  # word order
    (("Ministry of Commerce", "China"), ("MOFCOM", "China")),  # beginnings of the words
    (("Ministry of Foreign Affairs", "China"), ("Foreign Ministry", "China")),
    (("Ministry of Defence", "India"), ("Defense Ministry", "India")),  # spelling
    (("State Department", "United States"), ("Department of State", "United States")),
    (("Treasury Department", "United States"), ("Treasury", "United States")),  # the kind left out
    (("World Trade Organization", None), ("WTO", None)),  # initials
    (("Center for Strategic and International Studies", None), ("CSIS", None)),
    (("Ministry of Commerce", "China"), ("Ministry of Commerce", None)),  # the only one known
]
TWO_BODIES = [
    (("Ministry of Commerce", "China"), ("Ministry of Commerce", "India")),
    (("Ministry of Commerce", "China"), ("Ministry of Culture", "China")),
    (("Ministry of Culture", "China"), ("MOFCOM", "China")),
    (("Department of Defense", "United States"), ("Office of Defense", "United States")),
    (("World Trade Organization", None), ("WHO", None)),
]


@pytest.mark.parametrize(("left", "right"), SAME_BODY)
def test_names_of_one_body_are_one_node(left: tuple[str, str | None], right: tuple[str, str | None]) -> None:
    assert len(_keys(_bodies(left, right), "institution")) == 1


@pytest.mark.parametrize(("left", "right"), TWO_BODIES)
def test_bodies_that_share_words_stay_apart(left: tuple[str, str | None], right: tuple[str, str | None]) -> None:
    assert len(_keys(_bodies(left, right), "institution")) == 2


def test_the_state_is_part_of_a_government_bodys_id_and_no_part_of_a_companys() -> None:
    assert _keys(_bodies(("Ministry of Commerce", "China")), "institution") == [
        "institution/ministry-of-commerce-china"
    ]
    assert _keys(_bodies(("Bank of China", "China")), "institution") == ["institution/bank-of-china"]
    assert _keys(_bodies(("ByteDance", "China"), sort="company"), "institution") == ["institution/bytedance"]


def test_a_body_of_no_known_state_stays_alone_where_two_states_have_one() -> None:
    knowledge = _bodies(
        ("Ministry of Commerce", "China"), ("Ministry of Commerce", "India"), ("Ministry of Commerce", None)
    )

    node = node_of(knowledge, "2.txt", "institution/ministry-of-commerce")
    assert node.entity.of is None
    assert node.entity.doubt == "may be of China or India"


def test_an_acronym_that_an_article_gives_itself_joins_the_long_form() -> None:
    a, b = Telling("a.txt"), Telling("b.txt")
    long = a.body("Agency for Trade and Technology", sort="organization", also=("ATRATEC",))
    short = b.body("ATRATEC", sort="organization")

    knowledge = fuse(reports(a, b))

    assert node_of(knowledge, "a.txt", long) == node_of(knowledge, "b.txt", short)
    assert node_of(knowledge, "a.txt", long).entity.name == "Agency for Trade and Technology"


def test_an_acronym_of_two_bodies_joins_neither() -> None:
    knowledge = _bodies(("Bank of Jersey", None), ("Bureau of Justice", None), ("BOJ", None), sort="organization")

    assert len(_keys(knowledge, "institution")) == 3
    assert node_of(knowledge, "2.txt", "institution/boj").entity.doubt == "may be Bank of Jersey or Bureau of Justice"


def test_the_state_in_a_name_does_not_tell_bodies_apart() -> None:
    assert body_words("China's Ministry of Commerce", {"chinas": "China"}) == body_words("Ministry of Commerce", {})
    assert body_words("Bank of China", {"china": "China"}) == {"bank"}
    assert initials("World Trade Organization") == {"wto"}
    assert abridges("mofcom", "Ministry of Foreign Commerce")
    assert not abridges("mofcom", "Ministry of Trade")


# ── places ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _places(*places: tuple[str, str | None, str]) -> Knowledge:
    tellings = []
    for number, (name, country, identifier) in enumerate(places):
        telling = Telling(f"{number}.txt")
        telling.place(name, country, same_as=(identifier,) if identifier else ())
        tellings.append(telling)
    return fuse(reports(*tellings))


def test_cities_of_one_name_in_two_countries_are_two() -> None:
    knowledge = _places(("Córdoba", "Spain", ""), ("Cordoba", "Argentina", ""), ("Córdoba", "Argentina", ""))

    assert _keys(knowledge, "place") == ["place/cordoba-argentina", "place/cordoba-spain"]


def test_a_city_without_its_country_is_the_one_known() -> None:
    assert _keys(_places(("Madrid", "Spain", ""), ("Madrid", None, "")), "place") == ["place/madrid-spain"]


def test_a_city_without_its_country_stays_alone_where_two_are_known() -> None:
    knowledge = _places(("Córdoba", "Spain", ""), ("Córdoba", "Argentina", ""), ("Córdoba", None, ""))

    assert len(_keys(knowledge, "place")) == 3
    assert node_of(knowledge, "2.txt", "place/cordoba").entity.doubt == "may be in Argentina or Spain"


def test_one_identifier_is_one_place_whatever_its_name() -> None:
    knowledge = _places(("Kyiv", "Ukraine", "geonames:703448"), ("Kiev", None, "geonames:703448"))

    assert len(_keys(knowledge, "place")) == 1
    assert knowledge.nodes[0].names == ("Kiev", "Kyiv")
    assert knowledge.nodes[0].entity.same_as == ("geonames:703448",)


def test_two_identifiers_are_two_places_of_one_name() -> None:
    knowledge = _places(("Springfield", "United States", "geonames:1"), ("Springfield", "United States", "geonames:2"))

    assert len(_keys(knowledge, "place")) == 2


def test_a_city_is_no_state_of_the_same_name() -> None:
    a, b = Telling("a.txt"), Telling("b.txt")
    a.state("Singapore")
    b.place("Singapore", "Singapore")

    assert _keys(fuse(reports(a, b)), "place") == ["place/singapore", "state/singapore"]

"""An IRI can be read, depends on nothing but what it names, and leads back to it."""

from __future__ import annotations

from datetime import date

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.graph import iris
from kg.model import Evidence, Office, Ref, Span, When

KEYS = st.text(min_size=1).filter(lambda text: text.strip("/") == text)
BASE = "https://example.org/"


def test_a_thing_is_named_by_its_key() -> None:
    assert iris.thing("person/he-lifeng") == "https://w3id.org/kg-news/id/person/he-lifeng"


def test_another_base_changes_the_start_alone() -> None:
    assert iris.thing("place/madrid", base=BASE) == "https://example.org/id/place/madrid"
    assert iris.article("a.txt", base=BASE) == "https://example.org/article/a.txt"


def test_a_report_is_named_by_its_article_and_key() -> None:
    assert iris.report("a/b c.txt", "meeting/1", base=BASE) == "https://example.org/report/a%2Fb%20c.txt/meeting/1"


def test_words_are_named_by_where_they_stand() -> None:
    evidence = Evidence("a.txt", Span(3, 9), "met in", "meet.in", ("start", "place"))

    assert iris.evidence(evidence, base=BASE) == "https://example.org/evidence/a.txt/3-9/meet.in/place+start"


def test_words_that_speak_for_the_whole_name_no_property() -> None:
    evidence = Evidence("a.txt", Span(3, 9), "met in", "meet.in")

    assert iris.evidence(evidence, base=BASE) == "https://example.org/evidence/a.txt/3-9/meet.in"


def test_a_past_office_is_another_than_the_same_one_held_now() -> None:
    now = Office("person/ada-ruiz", "Prime Minister", "state/portugal", ())
    then = Office("person/ada-ruiz", "Prime Minister", "state/portugal", (), past=True)

    assert iris.office_key(now) == "office/person/ada-ruiz/Prime_Minister/state/portugal"
    assert iris.office_key(then) == "office/person/ada-ruiz/Prime_Minister/state/portugal/former"


def test_an_office_of_nothing_is_told_by_its_dates() -> None:
    since = When("2024-05", date(2024, 5, 1), date(2024, 5, 31), "stated", "since May 2024")
    vague = When(None, None, None, "stated", "for years")
    office = Office("person/ada-ruiz", "Chair/Head", None, (), start=since, end=vague)

    assert iris.office_key(office) == "office/person/ada-ruiz/Chair|Head/from-2024-05"


@given(KEYS, KEYS)
def test_any_two_keys_have_two_iris(one: str, other: str) -> None:
    assert (iris.thing(one) == iris.thing(other)) == (one == other)


@given(KEYS)
def test_any_key_makes_an_iri_that_leads_back(key: str) -> None:
    iri = iris.thing(key, base=BASE)

    assert ox.NamedNode(iri).value == iri
    assert iri.isascii()
    assert iris.key_of(iri, base=BASE) == key


@given(KEYS, KEYS)
def test_any_report_leads_back_to_its_article_and_key(article: str, key: str) -> None:
    assert iris.ref_of(iris.report(article, key, base=BASE), base=BASE) == Ref(article, key)
    assert iris.article_of(iris.article(article, base=BASE), base=BASE) == article


def test_a_name_that_would_be_resolved_away_is_kept() -> None:
    assert iris.article("..", base=BASE) == "https://example.org/article/%2E%2E"
    assert iris.article("..txt", base=BASE) == "https://example.org/article/..txt"


def test_a_file_name_that_is_no_utf_8_still_names_an_article() -> None:
    assert iris.article("caf\udce9.txt", base=BASE) == "https://example.org/article/caf%E9.txt"


@pytest.mark.parametrize(
    "iri",
    [
        "https://example.org/article/a.txt",  # an article's
        "https://example.com/id/person/ada-ruiz",  # under another base
        "https://example.org/id/",  # of nothing
    ],
)
def test_what_is_no_thing_has_no_key(iri: str) -> None:
    assert iris.key_of(iri, base=BASE) is None


def test_what_is_no_report_has_no_ref() -> None:
    assert iris.ref_of("https://example.org/id/person/ada-ruiz", base=BASE) is None
    assert iris.ref_of("https://example.org/report/a.txt", base=BASE) is None


def test_outside_identifiers_lead_outside() -> None:
    assert iris.outside("geonames:3117735") == "https://sws.geonames.org/3117735/"
    assert iris.outside("wikidata:Q2807") == "http://www.wikidata.org/entity/Q2807"


def test_an_unknown_register_leads_nowhere() -> None:
    assert iris.outside("local:17") is None
    assert iris.outside("3117735") is None


def test_a_base_ends_in_a_slash() -> None:
    assert iris.base_iri("https://example.org/news") == "https://example.org/news/"
    assert iris.base_iri("https://example.org/news#") == "https://example.org/news#"


@pytest.mark.parametrize("text", ["", "news", "https://exa mple.org/"])
def test_a_base_that_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        iris.base_iri(text)

    assert str(caught.value) == (
        f'the base address "{text}" is not an absolute IRI: give one such as https://w3id.org/kg-news/'
    )


def test_prefixes_of_the_data_follow_the_base() -> None:
    assert iris.data_prefixes(base=BASE)["person"] == "https://example.org/id/person/"
    assert iris.data_prefixes(base=BASE)["kg"] == "https://w3id.org/kg-news/ontology#"

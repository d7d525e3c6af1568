"""What a surface form names out, and what it does not."""

from __future__ import annotations

import pytest

from kg.gazetteer import Gazetteer, fold, gazetteer


@pytest.fixture(scope="module")
def names() -> Gazetteer:
    return gazetteer()


# ── states ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("surface", "state"),
    [
        ("United States", "United States"),
        ("U.S.", "United States"),
        ("U.S", "United States"),  # the full stop went to the sentence
        ("US", "United States"),
        ("America", "United States"),
        ("the United Kingdom", "United Kingdom"),  # an article is not part of the name
        ("China's", "China"),
        ("China’s", "China"),
        ("CHINA", "China"),  # a headline
        ("Türkiye", "Turkey"),
        ("Turkiye", "Turkey"),
        ("Côte d’Ivoire", "Ivory Coast"),
        ("Cote d'Ivoire", "Ivory Coast"),
        ("Republic of Korea", "South Korea"),
        ("DPRK", "North Korea"),
        ("Democratic Republic of the Congo", "Democratic Republic of Congo"),
        ("Congo-Brazzaville", "Republic of the Congo"),
        ("USSR", "Soviet Union"),
        ("The Gambia", "Gambia"),
        ("Guinea Bissau", "Guinea-Bissau"),
        ("People's Republic of China", "China"),
        ("Republic of China", "Taiwan"),
    ],
)
def test_a_state_is_known_by_its_names(names: Gazetteer, surface: str, state: str) -> None:
    found = names.state(surface)

    assert found is not None
    assert found.name == state


@pytest.mark.parametrize(
    "surface",
    [
        "us",  # the pronoun
        "turkey",  # the bird
        "china",  # the porcelain
        "uk",
        "Chinese",  # a demonym is no name
        "European Union",  # no state
        "Beijing",
        "",
        "the",
        "Kurdistan",
    ],
)
def test_other_words_are_no_states(names: Gazetteer, surface: str) -> None:
    assert names.state(surface) is None


@pytest.mark.parametrize(
    ("surface", "state"),
    [
        ("Chinese", "China"),
        ("Briton", "United Kingdom"),
        ("Britons", "United Kingdom"),
        ("Frenchmen", "France"),
        ("Turks", "Turkey"),
        ("Emirati", "United Arab Emirates"),
        ("Filipino", "Philippines"),
        ("Soviet", "Soviet Union"),
        ("West German", "West Germany"),
        ("Dominican", "Dominican Republic"),
        ("South Korean", "South Korea"),
        ("Congolese", "Democratic Republic of Congo"),
    ],
)
def test_a_demonym_leads_to_its_state(names: Gazetteer, surface: str, state: str) -> None:
    found = names.demonym(surface)

    assert found is not None
    assert found.name == state


@pytest.mark.parametrize("surface", ["polish", "China", "European", "Scottish", "turks", "Martian"])
def test_other_words_are_no_demonyms(names: Gazetteer, surface: str) -> None:
    assert names.demonym(surface) is None


def test_a_combining_form_is_known_with_and_without_its_hyphen(names: Gazetteer) -> None:
    assert [s and s.name for s in map(names.prefix_demonym, ("Sino", "Sino-", "Franco-", "Anglo-", "Russo-"))] == [
        "China",
        "China",
        "France",
        "United Kingdom",
        "Russia",
    ]
    assert names.prefix_demonym("Trans-") is None


def test_a_former_name_leads_to_the_state_that_lives_on_once_it_was_given_up(names: Gazetteer) -> None:
    def named(surface: str, year: int | None = None) -> str:
        state = names.state(surface, year=year)
        return state.name if state else ""

    assert named("Burma", 1987) == "Burma"
    assert named("Burma", 2012) == "Myanmar"
    assert named("Zaire") == "Zaire"
    assert named("Soviet Union", 2024) == "Soviet Union"  # a state that ended is not its successor


def test_a_capital_or_a_palace_may_stand_for_a_government(names: Gazetteer) -> None:
    surfaces = (
        "Beijing",
        "Washington",
        "the Kremlin",
        "Downing Street",
        "Élysée",
        "Quai d'Orsay",
        "Kyiv",
        "Kiev",
        "Aso Rock",
    )

    assert [s and s.iso2 for s in map(names.metonym, surfaces)] == [
        "CN",
        "US",
        "RU",
        "GB",
        "FR",
        "FR",
        "UA",
        "UA",
        "NG",
    ]
    assert names.metonym("Shanghai") is None
    assert names.metonym("beijing") is None


def test_a_capital_stands_for_the_state_of_its_time(names: Gazetteer) -> None:
    def government(surface: str, year: int | None = None) -> str:
        state = names.metonym(surface, year=year)
        return state.name if state else ""

    assert government("Moscow") == "Russia"
    assert government("Moscow", 1987) == "Soviet Union"
    assert government("Moscow", 2022) == "Russia"
    assert government("Bonn", 1987) == "West Germany"


# ── places ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("surface", "city", "country"),
    [
        ("Madrid", "Madrid", "Spain"),
        ("MADRID", "Madrid", "Spain"),  # a dateline
        ("Kiev", "Kyiv", "Ukraine"),
        ("Peking", "Beijing", "China"),
        ("Bombay", "Mumbai", "India"),
        ("Saigon", "Ho Chi Minh City", "Vietnam"),
        ("Nur-Sultan", "Astana", "Kazakhstan"),
        ("New York City", "New York", "United States"),
        ("Washington, D.C.", "Washington", "United States"),
        ("St Petersburg", "St. Petersburg", "Russia"),
        ("Bogotá", "Bogota", "Colombia"),
        ("Sharm El-Sheikh", "Sharm el-Sheikh", "Egypt"),
        ("Birmingham", "Birmingham", "United Kingdom"),
        ("Paris", "Paris", "France"),
        ("Valencia", "Valencia", "Spain"),  # though the one in Venezuela is larger
        ("The Hague", "The Hague", "Netherlands"),
        ("Davos", "Davos", "Switzerland"),
        ("Camp David", "Camp David", "United States"),
        ("Panmunjom", "Panmunjom", "South Korea"),
    ],
)
def test_a_city_is_known_by_its_names(names: Gazetteer, surface: str, city: str, country: str) -> None:
    found = names.city(surface)

    assert found is not None
    assert (found.name, found.country) == (city, country)


@pytest.mark.parametrize("surface", ["paris", "Parisian", "nice", "Spain", "Bessent", ""])
def test_other_words_are_no_cities(names: Gazetteer, surface: str) -> None:
    assert names.cities(surface) == ()
    assert names.city(surface) is None


def test_namesakes_come_with_capitals_first_and_then_the_known_and_the_large(names: Gazetteer) -> None:
    assert [city.country for city in names.cities("San Jose")[:2]] == ["Costa Rica", "United States"]
    assert [city.country for city in names.cities("Cambridge")[:2]] == ["United Kingdom", "United States"]


def test_what_stands_near_chooses_the_namesake(names: Gazetteer) -> None:
    def country(surface: str, *near: str) -> str:
        city = names.city(surface, near=near)
        return city.country if city else ""

    assert country("San Jose", "United States") == "United States"
    assert country("San Jose", "California") == "United States"
    assert country("San Jose", "Germany") == "Costa Rica"  # nothing near fits: the first of all


def test_a_city_has_coordinates_and_an_identifier(names: Gazetteer) -> None:
    madrid = names.city("Madrid")

    assert madrid is not None
    assert (madrid.geonames, madrid.rank) == ("3117735", "capital")
    assert madrid.lat == pytest.approx(40.4, abs=0.1)
    assert madrid.lon == pytest.approx(-3.7, abs=0.1)
    assert madrid.population > 3_000_000


@pytest.mark.parametrize(
    ("surface", "region", "kind"),
    [
        ("South China Sea", "South China Sea", "sea"),
        ("Strait of Hormuz", "Strait of Hormuz", "sea"),
        ("the Middle East", "Middle East", "region"),
        ("Indo-Pacific", "Indo-Pacific", "region"),
        ("Asia Pacific", "Asia-Pacific", "region"),
        ("Gaza", "Gaza Strip", "region"),
        ("Donbass", "Donbas", "region"),
        ("Europe", "Europe", "continent"),
        ("Texas", "Texas", "region"),
        ("Guangdong", "Guangdong", "region"),
        ("Bavaria", "Bavaria", "region"),
    ],
)
def test_regions_are_known(names: Gazetteer, surface: str, region: str, kind: str) -> None:
    found = names.region(surface)

    assert found is not None
    assert (found.name, found.kind) == (region, kind)


@pytest.mark.parametrize("surface", ["Washington", "New York", "Spain", "Madrid", "middle east"])
def test_cities_and_states_are_no_regions(names: Gazetteer, surface: str) -> None:
    assert names.region(surface) is None


def test_a_region_has_an_adjective(names: Gazetteer) -> None:
    assert [r and r.name for r in map(names.regional, ("European", "Scottish", "Tibetan"))] == [
        "Europe",
        "Scotland",
        "Tibet",
    ]
    assert names.regional("Chinese") is None


@pytest.mark.parametrize(
    "surface",
    [
        "Jordan",
        "Georgia",
        "Chad",
        "Reading",
        "Nice",
        "Washington",
        "Congress",
        "Apple",
        "Lincoln",
        "Vladimir",
        "JORDAN",
    ],
)
def test_a_name_that_is_often_something_else_is_weak(names: Gazetteer, surface: str) -> None:
    assert names.weak(surface)


@pytest.mark.parametrize("surface", ["Spain", "Madrid", "Geneva", "NATO", "Huawei", "Washington, D.C.", "Nobody"])
def test_a_name_that_means_one_thing_is_not_weak(names: Gazetteer, surface: str) -> None:
    assert not names.weak(surface)


def test_weak_entries_say_so_themselves(names: Gazetteer) -> None:
    jordan, reading, congress = names.state("Jordan"), names.city("Reading"), names.body("Congress")
    spain, madrid, nato = names.state("Spain"), names.city("Madrid"), names.body("NATO")

    assert jordan
    assert reading
    assert congress
    assert (jordan.ambiguous, reading.weak, congress.weak) == (True, True, True)
    assert spain
    assert madrid
    assert nato
    assert (spain.ambiguous, madrid.weak, nato.weak) == (False, False, False)


# ── institutions ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("surface", "name", "kind", "of"),
    [
        ("U.N.", "United Nations", "international", None),
        ("Nato", "NATO", "international", None),
        ("WHO", "World Health Organization", "international", "United Nations"),
        ("World Trade Organisation", "World Trade Organization", "international", None),
        ("the EU", "European Union", "international", None),
        ("G-7", "G7", "international", None),
        ("U.S. Treasury", "Treasury Department", "government", "United States"),
        ("state department", "State Department", "government", "United States"),  # British papers write it small
        ("MOFCOM", "Ministry of Commerce", "government", "China"),
        ("USTR", "Office of the United States Trade Representative", "government", "United States"),
        ("Bundestag", "Bundestag", "government", "Germany"),
        ("ByteDance", "ByteDance", "company", "China"),
        ("TikTok", "TikTok", "company", None),
        ("HUAWEI", "Huawei", "company", "China"),
        ("Moody's", "Moody's", "company", "United States"),
        ("Agence France-Presse", "AFP", "media", None),
        ("Hizbollah", "Hezbollah", "organization", "Lebanon"),
        ("CSIS", "Center for Strategic and International Studies", "organization", None),
    ],
)
def test_an_institution_is_known_by_its_names(
    names: Gazetteer, surface: str, name: str, kind: str, of: str | None
) -> None:
    body = names.body(surface)

    assert body is not None
    assert (body.name, body.kind, body.of) == (name, kind, of)


@pytest.mark.parametrize(
    "surface",
    ["who", "apple", "quad", "congress", "nato", "Supreme", "liberal democrats", "economic times", "China", "the"],
)
def test_other_words_are_no_institutions(names: Gazetteer, surface: str) -> None:
    assert names.body(surface) is None


def test_a_larger_institution_is_no_state(names: Gazetteer) -> None:
    council = names.body("European Council")

    assert council is not None
    assert (council.of, council.state) == ("European Union", None)


def test_the_state_beside_a_shared_name_says_whose_it_is(names: Gazetteer) -> None:
    def owned(surface: str, of: str) -> tuple[str, str | None] | None:
        body = names.body(surface, of=of)
        return (body.name, body.of) if body else None

    assert owned("Supreme Court", "United States") == ("Supreme Court", "United States")
    assert owned("Supreme Court", "India") == ("Supreme Court", "India")
    assert owned("commerce ministry", "China") == ("Ministry of Commerce", "China")
    assert owned("defense ministry", "Japan") == ("Defence Ministry", "Japan")
    assert owned("NATO", "China") == ("NATO", None)
    assert owned("Huawei", "United States") == ("Huawei", "China")
    assert owned("Apple", "India") is None


def test_a_body_that_many_states_have_is_known_in_any_case(names: Gazetteer) -> None:
    for surface in ("foreign ministry", "Ministry of Foreign Affairs", "FOREIGN MINISTRY"):
        body = names.generic_body(surface)
        assert body is not None
        assert (body.name, body.of) == ("Foreign Ministry", None)
    assert names.generic_body("ministry") is None
    assert names.generic_body("mod") is None  # "MoD" keeps its capitals


def test_brussels_may_stand_for_the_union(names: Gazetteer) -> None:
    union = names.metonym_body("Brussels")

    assert union is not None
    assert union.name == "European Union"
    assert names.metonym_body("Madrid") is None


# ── offices ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("surface", "office"),
    [
        ("Vice-Premier", "Vice Premier"),
        ("vice premier", "Vice Premier"),
        ("PM", "Prime Minister"),
        ("Treasury chief", "Treasury Secretary"),
        ("Secretary of the Treasury", "Treasury Secretary"),
        ("Sec. of State", "Secretary of State"),
        ("Lt. Gen.", "Lieutenant General"),
        ("US Trade Representative", "Trade Representative"),
        ("secretary general", "Secretary-General"),
        ("chief trade negotiator", "Negotiator"),
        ("CEO", "Chief Executive"),
        ("Tánaiste", "Tanaiste"),
        ("Minister for Agriculture", "Agriculture Minister"),
        ("labor minister", "Labour Minister"),
    ],
)
def test_an_office_is_known_by_its_titles(names: Gazetteer, surface: str, office: str) -> None:
    found = names.office(surface)

    assert found is not None
    assert found.name == office


@pytest.mark.parametrize("surface", ["pm", "gen", "min", "Mr.", "Sir", "Premier League", "table", "", "the"])
def test_other_words_are_no_offices(names: Gazetteer, surface: str) -> None:
    assert names.office(surface) is None


def test_members_of_a_bloc_are_known_by_their_adjective(names: Gazetteer) -> None:
    bloc = names.bloc("west african")

    assert bloc is not None
    assert bloc.name == "ECOWAS"
    assert names.bloc("Asian") is None


def test_a_body_has_a_short_name_beside_what_it_is_of(names: Gazetteer) -> None:
    body = names.short_named("Commission")

    assert body is not None
    assert (body.name, body.of) == ("European Commission", "European Union")
    assert names.short_named("commission") is None


def test_states_differ_in_their_offices(names: Gazetteer) -> None:
    mexico, france = names.state("Mexico"), names.state("France")

    assert mexico is not None
    assert france is not None
    assert "no prime minister" in mexico.offices
    assert not france.offices


def test_honorifics_are_told_apart(names: Gazetteer) -> None:
    assert names.honorific("Mr.")
    assert names.honorific("Sir")
    assert not names.honorific("President")


def test_some_titles_alone_tell_their_state(names: Gazetteer) -> None:
    def holder(surface: str) -> tuple[str | None, str | None] | None:
        office = names.office(surface)
        return (office.state, office.body) if office else None

    assert holder("Treasury Secretary") == ("United States", "Treasury Department")
    assert holder("Chancellor of the Exchequer") == ("United Kingdom", "HM Treasury")
    assert holder("Taoiseach") == ("Ireland", None)
    assert holder("External Affairs Minister") == ("India", "Ministry of External Affairs")
    assert holder("Foreign Minister") == (None, None)
    assert holder("Vice Premier") == (None, None)


def test_titles_that_do_the_same_job_share_a_role(names: Gazetteer) -> None:
    offices = map(
        names.office, ("Foreign Minister", "Secretary of State", "External Affairs Minister", "Foreign Secretary")
    )

    assert {office.role for office in offices if office} == {"foreign minister"}


def test_heads_and_ranks_of_titles_are_told_apart(names: Gazetteer) -> None:
    negotiator, former = names.title_word("negotiator"), names.rank_word("ex-")

    assert negotiator is not None
    assert negotiator.kind == "envoy"
    assert former is not None
    assert former.kind == "former"
    assert names.title_word("former") is None
    assert names.rank_word("minister") is None


# ── people's names and units ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("surname", ["Wang", "He", "Xi", "Zhang", "Hsiao", "Kim", "Yoon", "Nguyen", "Pham"])
def test_family_names_that_come_first(names: Gazetteer, surname: str) -> None:
    assert names.family_first(surname)


@pytest.mark.parametrize("surname", ["Smith", "Trump", "wang", "Sanchez", "Tanaka"])
def test_family_names_that_do_not(names: Gazetteer, surname: str) -> None:
    assert not names.family_first(surname)


def test_the_language_of_a_family_name_is_told_only_where_it_is_one(names: Gazetteer) -> None:
    assert [names.surname_language(s) for s in ("Zhang", "Kim", "Nguyen")] == ["zh", "ko", "vi"]
    assert names.surname_language("Ma") is None  # Chinese and Korean
    assert names.surname_language("Smith") is None


def test_a_family_name_may_also_be_a_word(names: Gazetteer) -> None:
    assert names.surname_is_word("He")
    assert not names.surname_is_word("Zhang")


@pytest.mark.parametrize(
    ("surface", "code"),
    [
        ("$", "USD"),
        ("dollars", "USD"),
        ("USD", "USD"),
        ("€", "EUR"),
        ("Yuan", "CNY"),
        ("RMB", "CNY"),
        ("Rs", "INR"),
        ("A$", "AUD"),
    ],
)
def test_a_currency_is_known_by_symbol_code_and_word(names: Gazetteer, surface: str, code: str) -> None:
    unit = names.currency(surface)

    assert unit is not None
    assert unit.code == code


@pytest.mark.parametrize("surface", ["percent", "day", "rs", "usd", "", "coin"])
def test_other_words_are_no_currencies(names: Gazetteer, surface: str) -> None:
    assert names.currency(surface) is None


@pytest.mark.parametrize(
    ("surface", "name", "qudt"),
    [
        ("%", "percent", "PERCENT"),
        ("per cent", "percent", "PERCENT"),
        ("days", "day", "DAY"),
        ("firms", "company", "NUM"),
        ("nm", "nanometre", "NanoM"),
        ("nanometers", "nanometre", "NanoM"),
        ("tonnes", "tonne", "TONNE"),
    ],
)
def test_units_have_a_singular_name_and_a_qudt_name(names: Gazetteer, surface: str, name: str, qudt: str) -> None:
    unit = names.unit(surface)

    assert unit is not None
    assert (unit.name, unit.qudt) == (name, qudt)


# ── scanning ────────────────────────────────────────────────────────────────────────────────────────────────────────


def scan(names: Gazetteer, text: str) -> list[tuple[str, str, str]]:
    found = names.find(text)
    return [(text[f.start : f.end], f.readings[0].how, f.readings[0].entry.name) for f in found]


def test_scanning_finds_the_longest_names_with_their_offsets(names: Gazetteer) -> None:
    text = "GENEVA (Reuters) - The U.S. Treasury and South Korea's Samsung met in Washington, D.C., then in the U.S."

    assert scan(names, text) == [
        ("GENEVA", "city", "Geneva"),
        ("Reuters", "body", "Reuters"),
        ("U.S. Treasury", "body", "Treasury Department"),
        ("South Korea", "state", "South Korea"),
        ("Samsung", "body", "Samsung"),
        ("Washington, D.C.", "city", "Washington"),
        ("U.S.", "state", "United States"),
    ]


def test_scanning_joins_no_words_across_a_sentence_or_a_comma(names: Gazetteer) -> None:
    assert [surface for surface, *_ in scan(names, "It left Kuwait. City officials met in Los, Angeles.")] == ["Kuwait"]


def test_scanning_takes_hyphens_apart_where_the_names_are_two(names: Gazetteer) -> None:
    assert [surface for surface, *_ in scan(names, "U.S.-China talks on Guinea-Bissau")] == [
        "U.S.",
        "China",
        "Guinea-Bissau",
    ]


def test_scanning_leaves_small_letters_alone(names: Gazetteer) -> None:
    assert scan(names, "they told us that turkey is nice and reading it may split the quad") == []


def test_scanning_gives_all_readings(names: Gazetteer) -> None:
    (found,) = names.find("Beijing")

    assert [(r.how, r.entry.name) for r in found.readings] == [("city", "Beijing"), ("metonym", "China")]


def test_the_article_is_kept_only_where_it_belongs_to_the_name(names: Gazetteer) -> None:
    text = "The Kremlin met in The Hague."

    assert [surface for surface, *_ in scan(names, text)] == ["Kremlin", "The Hague"]


@pytest.mark.parametrize(
    ("surface", "folded"),
    [
        ("U.S.", "US"),
        ("Xi’an", "Xian"),
        ("Asia–Pacific", "Asia Pacific"),
        ("Łódź", "Lodz"),
        ("H&M", "H and M"),
        ("  a  b ", "a b"),
    ],
)
def test_names_are_compared_without_accents_and_punctuation(surface: str, folded: str) -> None:
    assert fold(surface) == folded

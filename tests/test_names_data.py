"""The tables in data/names: every row is well formed, and every name in one table that points to another is there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from kg.errors import DefinitionError
from kg.gazetteer import Gazetteer, fold, gazetteer
from kg.resources import folder

Row = dict[str, str]
TABLES = sorted(path.stem for path in folder("names").glob("*.tsv"))
# Two states share a demonym; an acronym has two institutions, both marked as weak.
SHARED_DEMONYMS = {"Dominican", "Dominicans"}
SHARED_ACRONYMS = {"NEC"}
STATE_OFFICES = {"no prime minister", "no minister", "chancellor", "secretary", "vice president"} | {
    *("emir", "sultan", "emperor"),
}
BODY_KINDS = frozenset({"government", "company", "international", "organization", "media", "party"})
PEOPLE_OF_STATE = {"head-of-state", "head-of-government", "minister", "legislator", "envoy", "spokesperson", "royal"}
OFFICE_KINDS = PEOPLE_OF_STATE | {"military", "religious", "executive", "official", "party", "honorific"}


def table(name: str) -> list[Row]:
    header, *lines = (folder("names") / f"{name}.tsv").read_text(encoding="utf-8").rstrip("\n").split("\n")
    columns = header.split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]


def parts(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def shared(pairs: Iterable[tuple[str, str]]) -> set[str]:
    """The folded surfaces that more than one owner claims."""
    owners = defaultdict(set)
    for surface, owner in pairs:
        owners[fold(surface)].add(owner)
    return {surface for surface, claimed in owners.items() if len(claimed) > 1}


STATES, CITIES, REGIONS, BODIES = table("states"), table("cities"), table("regions"), table("institutions")
OFFICES, UNITS = table("offices"), table("units")
STATE_NAMES = {row["name"] for row in STATES}
BODY_NAMES = {row["name"] for row in BODIES}


def surfaces(row: Row, *columns: str) -> list[str]:
    return [name for column in ("name", *columns) for name in parts(row[column])]


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_sorted_and_without_stray_space(name: str) -> None:
    lines = (folder("names") / f"{name}.tsv").read_text(encoding="utf-8").split("\n")

    names = [line.split("\t")[0] for line in lines[1:] if line]
    assert names == sorted(names)
    assert lines[-1] == ""
    assert not [line for line in lines if re.search(r"(^|\t|\|) | (\t|\||$)|\|\||\r", line)]


def test_the_readme_tells_how_many_rows_each_table_has() -> None:
    readme = (folder("names").parent / "README.md").read_text(encoding="utf-8")

    told = {name: int(rows.replace(",", "")) for name, rows in re.findall(r"`(\w+)\.tsv` \| ([\d,]+) \|", readme)}
    assert told == {name: len(table(name)) for name in TABLES}


# ── states ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_no_two_states_share_a_name() -> None:
    assert shared((name, row["name"]) for row in STATES for name in surfaces(row, "official", "aliases")) == set()


def test_no_two_states_share_a_demonym_but_the_dominicans() -> None:
    demonyms = (
        (word, row["name"])
        for row in STATES
        for word in (*parts(row["adjectives"]), *(word for pair in parts(row["persons"]) for word in pair.split("/")))
    )

    assert shared(demonyms) == SHARED_DEMONYMS


def test_no_demonym_is_also_the_name_of_a_state() -> None:
    demonyms = {fold(word) for row in STATES for word in parts(row["adjectives"])}

    assert demonyms & {fold(name) for row in STATES for name in surfaces(row, "aliases")} == set()


def test_states_are_well_formed() -> None:
    for row in STATES:
        assert row["kind"] in ("state", "historical", "former name"), row["name"]
        assert row["form"] in ("monarchy", "republic", "other"), row["name"]
        assert all(re.fullmatch(r"[^/]+/[^/]+", pair) for pair in parts(row["persons"])), row["name"]
        assert set(parts(row["offices"])) <= STATE_OFFICES, row["name"]
        assert set(parts(row["unsaid"])) <= {"president", "administration", "federal government"}, row["name"]
        assert re.fullmatch(r"Q\d+|", row["wikidata"]), row["name"]
        assert -90 <= float(row["lat"]) <= 90, row["name"]
        assert -180 <= float(row["lon"]) <= 180, row["name"]


def test_the_capital_of_every_state_is_a_city_of_the_table() -> None:
    assert [row["name"] for row in STATES if not gazetteer().cities(row["capital"])] == []


def test_a_state_of_today_has_codes_no_years_and_one_capital_of_that_rank() -> None:
    capitals = [(city["name"], city["country"]) for city in CITIES if city["rank"] == "capital"]
    for row in STATES:
        if row["kind"] == "state":
            assert re.fullmatch(r"[A-Z]{2} \d+", f"{row['iso2']} {row['geoname']}"), row["name"]
            assert (row["from"], row["until"], row["successor"]) == ("", "", ""), row["name"]
            assert capitals.count((row["capital"], row["name"])) == 1, row["name"]


def test_a_state_of_the_past_has_years_and_a_successor() -> None:
    for row in STATES:
        if row["kind"] != "state":
            assert 1900 < int(row["from"]) < int(row["until"]) < 2010, row["name"]
            assert row["successor"] in STATE_NAMES, row["name"]


def test_every_member_of_the_united_nations_and_the_four_states_beside_it_are_there() -> None:
    assert len([row for row in STATES if row["kind"] == "state"]) == 193 + len(("TW", "XK", "PS", "VA"))


def test_ambiguous_names_are_names_of_their_state() -> None:
    for row in STATES:
        own = {fold(n) for n in (*surfaces(row, "aliases", "adjectives", "metonyms"),)}
        assert {fold(name) for name in parts(row["ambiguous"])} <= own, row["name"]


# ── places ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_cities_lie_on_the_globe_and_in_states_of_the_table() -> None:
    wrong = [
        row["name"]
        for row in CITIES
        if not (-90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180)
        or row["country"] not in STATE_NAMES | {""}
        or row["rank"] not in ("capital", "known", "")
        or not re.fullmatch(r"\d*", row["population"] + row["geoname"])
    ]

    assert wrong == []


def test_a_city_that_nobody_reviewed_has_an_identifier_and_100_000_people() -> None:
    assert [row["name"] for row in CITIES if not row["rank"] and int(row["population"]) < 100_000] == []
    assert [row["name"] for row in CITIES if not row["rank"] and not row["geoname"]] == []


def test_no_two_cities_have_the_same_identifier_or_the_same_name_in_one_province() -> None:
    identifiers = [row["geoname"] for row in CITIES if row["geoname"]]
    homes = [(row["name"], row["country"], row["region"]) for row in CITIES]

    assert len(identifiers) == len(set(identifiers))
    assert len(homes) == len(set(homes))


def test_weak_names_of_cities_are_their_own() -> None:
    assert [row["name"] for row in CITIES if not set(parts(row["weak"])) <= set(surfaces(row, "aliases"))] == []


def test_regions_lie_in_states_of_the_table_and_are_named_once() -> None:
    assert {row["kind"] for row in REGIONS} == {"region", "continent", "sea"}
    assert {row["state"] for row in REGIONS} <= STATE_NAMES | {""}
    assert shared((n, f"{row['name']}, {row['state']}") for row in REGIONS for n in surfaces(row, "aliases")) == set()


def test_only_georgia_is_both_a_region_and_a_state() -> None:
    states = {fold(name) for row in STATES for name in surfaces(row, "aliases")}

    assert states & {fold(name) for row in REGIONS for name in surfaces(row, "aliases")} == {"Georgia"}


# ── institutions, offices, units ────────────────────────────────────────────────────────────────────────────────────


def test_no_two_institutions_share_a_name() -> None:
    pairs = ((n, row["name"]) for row in BODIES for n in surfaces(row, "long_form", "acronyms", "aliases"))

    assert shared(pairs) == SHARED_ACRONYMS


def test_no_institution_bears_the_name_of_a_state() -> None:
    states = {fold(name) for row in STATES for name in surfaces(row, "official", "aliases")}

    bodies = {fold(n) for row in BODIES for n in surfaces(row, "long_form", "acronyms", "aliases")}
    assert states & bodies == set()


def test_institutions_are_well_formed() -> None:
    for row in BODIES:
        assert row["kind"] in BODY_KINDS, row["name"]
        assert row["of"] in STATE_NAMES | BODY_NAMES | {""}, row["name"]
        assert row["of"] or row["kind"] != "government", row["name"]
        assert re.fullmatch(r"Q\d+|", row["wikidata"]), row["name"]
        assert set(parts(row["weak"])) <= set(surfaces(row, "long_form", "acronyms", "aliases")), row["name"]


def test_there_are_two_hundred_companies_and_more() -> None:
    assert len([row for row in BODIES if row["kind"] == "company"]) > 200


def test_no_title_means_two_offices() -> None:
    pairs = ((name.casefold(), row["name"]) for row in OFFICES for name in surfaces(row, "variants"))

    assert shared(pairs) == set()


def test_offices_are_well_formed() -> None:
    bodies = BODY_NAMES | {row["name"] for row in table("generic_bodies")} | {""}
    for row in OFFICES:
        assert row["kind"] in OFFICE_KINDS, row["name"]
        assert row["role"], row["name"]
        assert row["national"] in ("yes", "no"), row["name"]
        assert row["state"] in STATE_NAMES | {""}, row["name"]
        assert row["body"] in bodies, row["name"]


def test_title_words_head_a_title_or_give_its_rank() -> None:
    words = table("titlewords")

    assert {row["role"] for row in words} == {"head", "rank"}
    assert len({(row["word"], row["role"]) for row in words}) == len(words)
    assert all(row["word"] and row["kind"] for row in words)


def test_family_names_are_listed_once_a_language() -> None:
    surnames = table("surnames_family_first")

    assert {row["language"] for row in surnames} == {"zh", "ko", "vi"}
    assert len({(row["surname"], row["language"]) for row in surnames}) == len(surnames)
    assert {row["also_word"] for row in surnames} == {"yes", ""}


def test_units_are_well_formed_and_their_words_mean_one_unit() -> None:
    assert {row["kind"] for row in UNITS} == {"currency", "measure", "count"}
    assert all(re.fullmatch(r"[A-Z]{3}|", row["code"]) for row in UNITS)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]*", row["qudt"]) for row in UNITS)
    assert shared((word.casefold(), row["name"]) for row in UNITS for word in parts(row["words"])) == set()
    symbols = [symbol for row in UNITS for symbol in parts(row["symbols"])]
    assert len(symbols) == len(set(symbols))


# ── what a broken table says ────────────────────────────────────────────────────────────────────────────────────────


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError, match=r"^states\.tsv is missing from the tables of names: install kg again\.$"):
        Gazetteer(tmp_path)


def test_a_row_with_a_column_too_few_is_named(tmp_path: Path) -> None:
    (tmp_path / "states.tsv").write_text("name\tkind\nUtopia\tstate\n", encoding="utf-8")

    with pytest.raises(DefinitionError, match=r"^states\.tsv, line 2: 2 columns where 22 belong\.$"):
        Gazetteer(tmp_path)

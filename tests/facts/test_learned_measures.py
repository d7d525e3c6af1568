"""What the trained network takes for a measure, with its hints set by hand: what is told of it, and what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.language import Language

from kg.facts import report
from kg.model import Argument, Article, Document, EventMention
from kg.text.annotate import document

Row = tuple[str, str | None, list[str], str]
Hint = tuple[str, str, float, tuple[str, ...]]


def told(text: str, hints: list[Hint], nlp: Language) -> list[Row]:
    """
    (kind, by, on, status) of each measure, where the network says nothing but the *hints*.

    A hint is kind and status, trigger, likelihood, and arguments "role: word"; a word is the first such word.
    """
    plain = document(Article("a.txt", text), nlp)
    found = report(replace(plain, events=tuple(event(plain, *hint) for hint in hints))).measures
    return [
        (m.kind, m.by.split("/")[1] if m.by else None, [key.split("/")[1] for key in m.on], m.status.value)
        for m in found
    ]


def event(plain: Document, what: str, trigger: str, likelihood: float, arguments: tuple[str, ...]) -> EventMention:
    def at(word: str) -> int:
        return next(token.i for token in plain.tokens if token.text == word)

    kind, status = what.split()
    pairs = (each.split(": ") for each in arguments)
    fillers = tuple(Argument(role, at(word), at(word) + 1, 0.9) for role, word in pairs)
    return EventMention(at(trigger), kind, status, likelihood, fillers)


@pytest.mark.parametrize(
    ("text", "hint", "expected"),
    [
        (  # a verb that no rule knows
            "Norway has padlocked its market to Peruvian firms.",
            ("ban in-force", "padlocked", 0.99, ("by: Norway", "on: firms")),
            ("ban", "norway", ["peru"], "in force"),
        ),
        (  # the trigger's own words name the kind
            "The export blacklist of Norway now names Peruvian firms.",
            ("ban in-force", "blacklist", 0.95, ("by: Norway", "on: firms")),
            ("blacklist", "norway", ["peru"], "in force"),
        ),
        (  # what the clause says of it counts more than the network's status
            "Norway may padlock its market to Peruvian firms.",
            ("ban in-force", "padlock", 0.99, ("by: Norway", "on: firms")),
            ("ban", "norway", ["peru"], "proposed"),
        ),
    ],
)
def test_what_the_network_is_sure_of_is_told(text: str, hint: Hint, expected: Row, nlp: Language) -> None:
    assert told(text, [], nlp) == []
    assert told(text, [hint], nlp) == [expected]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (  # not sure enough
            "Norway has padlocked its market to Peruvian firms.",
            ("ban in-force", "padlocked", 0.8, ("by: Norway", "on: firms")),
        ),
        (  # nobody does it to himself
            "Norway has padlocked its market to Norwegian firms.",
            ("ban in-force", "padlocked", 0.99, ("by: Norway", "on: firms")),
        ),
        (  # what two do in a pact, they do for each other
            "Norway and Chile keep to a pact that does away with duties on wines.",
            ("tariff suspended", "duties", 0.95, ("by: Norway", "by: Chile", "goods: wines")),
        ),
        (  # goods alone are not enough where no word names the kind
            "Chile announced a 7.5% tax on sweets.",
            ("tariff announced", "tax", 0.99, ("by: Chile", "goods: sweets")),
        ),
        (  # denied
            "Norway has not padlocked its market to Peruvian firms.",
            ("ban in-force", "padlocked", 0.99, ("by: Norway", "on: firms")),
        ),
        (  # with whom it is talked over is not hit by it
            "Norway will discuss the lifting of the embargo with Peruvian officials.",
            ("ban in-force", "embargo", 0.99, ("by: Norway", "on: officials")),
        ),
        (  # a pact is a thing that is made, and of two
            "Peru and Chile launched a mechanism on fishing.",
            ("agreement in-force", "mechanism", 0.99, ("party: Peru", "party: Chile")),
        ),
        (
            "Peru and Chile parted with an agreement to meet again.",
            ("agreement announced", "agreement", 0.99, ("party: Peru", "party: Chile")),
        ),
        (
            "Peru hailed an agreement.",
            ("agreement announced", "agreement", 0.99, ("party: Peru",)),
        ),
    ],
)
def test_what_it_is_unsure_or_wrong_of_is_not(text: str, hint: Hint, nlp: Language) -> None:
    assert told(text, [hint], nlp) == []


def test_what_a_rule_tells_is_not_told_again(nlp: Language) -> None:
    text = "Norway imposed sanctions on Peru, freezing its assets."
    hints: list[Hint] = [
        ("sanction in-force", "sanctions", 0.99, ("by: Norway", "on: Peru")),
        ("ban in-force", "freezing", 0.99, ("by: Norway", "on: Peru")),
    ]
    assert told(text, hints, nlp) == [("sanction", "norway", ["peru"], "in force")]
    assert told(text, hints, nlp) == told(text, [], nlp)


def test_the_network_alone_changes_nothing_that_a_rule_tells_elsewhere(nlp: Language) -> None:
    text = "Norway weighs steps against Peru.\n\nNorway imposed a 10% tariff on Peruvian steel on Monday."
    hint = ("tariff proposed", "steps", 0.99, ("by: Norway", "on: Peru"))
    assert told(text, [hint], nlp) == [("tariff", "norway", ["peru"], "in force")]


def test_who_helps_a_pact_is_no_party_to_it(nlp: Language) -> None:
    hint = ("truce in-force", "ceasefire", 0.99, ("party: Norway", "party: Chile"))
    assert told("The ceasefire is monitored by Norway and Chile.", [hint], nlp) == []


def test_a_measure_that_is_answered_is_another_s(nlp: Language) -> None:
    hint = ("tariff proposed", "tariffs", 0.99, ("by: Norway", "on: Chile"))
    assert told("Norway will retaliate against union tariffs on sorghum sales to Chile.", [hint], nlp) == []


def test_goods_tell_whom_a_measure_hits(nlp: Language) -> None:
    hint = ("import-restriction in-force", "padlocked", 0.99, ("by: Norway", "goods: wines"))
    assert told("Norway has padlocked its shops to Chilean wines.", [hint], nlp) == [
        ("import restriction", "norway", ["chile"], "in force")
    ]


def test_who_only_speaks_of_a_measure_did_not_take_it(nlp: Language) -> None:
    hint = ("sanction in-force", "sanctions", 0.99, ("by: Norway", "on: Rwanda"))
    assert told("Norway feared sanctions on Rwanda.", [hint], nlp) == []
    assert told("Norway welcomed the sanctions against Rwanda.", [hint], nlp) == []
    passive = ("sanction in-force", "sanctions", 0.99, ("by: Norway", "on: Rwanda"))
    assert told("Norway is leaving the bloc because of sanctions imposed on Rwanda.", [passive], nlp) == []


def test_steps_against_somebody_are_of_the_kind_that_the_network_says(nlp: Language) -> None:
    hint = ("sanction in-force", "measures", 0.9, ("by: Norway", "on: Rwanda"))
    assert told("Norway took strong measures against Rwanda.", [hint], nlp) == [
        ("sanction", "norway", ["rwanda"], "in force")
    ]
    assert told("Norway took strong measures in Rwanda.", [hint], nlp) == []


def test_a_measure_s_word_that_the_network_takes_for_a_meeting_tells_no_measure(nlp: Language) -> None:
    hint = ("meeting happened", "treaty", 0.99, ("a: Norway", "b: Rwanda"))
    assert told("Norway and Rwanda keep to their treaty.", [hint], nlp) == []


def test_a_pact_is_believed_later_than_a_measure(nlp: Language) -> None:
    sanction = ("sanction in-force", "sanctions", 0.85, ("by: Norway", "on: Rwanda"))
    assert told("Norway let loose its sanctions on Rwanda.", [sanction], nlp) == [
        ("sanction", "norway", ["rwanda"], "in force")
    ]
    pact = ("agreement in-force", "treaty", 0.85, ("party: Norway", "party: Rwanda"))
    assert told("Norway and Rwanda keep to their treaty.", [pact], nlp) == []
    surer = (*pact[:2], 0.95, pact[3])
    assert told("Norway and Rwanda keep to their treaty.", [surer], nlp) == [
        ("agreement", None, ["norway", "rwanda"], "in force")
    ]


def test_a_pact_of_one_is_of_both_whom_the_article_is_about(nlp: Language) -> None:
    pact = ("agreement in-force", "pact", 0.95, ("party: Peru",))
    story = "Norway and Peru met. Norway was glad. Peru has broken its pact on prices."
    assert told(story, [pact], nlp) == [("agreement", None, ["norway", "peru"], "in force")]
    assert told(story.replace("glad", "the mediator"), [pact], nlp) == []
    assert told(story.replace("prices", "prices with others in Chad"), [pact], nlp) == []


def test_the_network_alone_does_not_turn_about_what_a_rule_tells(nlp: Language) -> None:
    text = "Norway says yes to Peru sanctions\n\nNorway imposed sanctions on Peru on Monday."
    hint = ("sanction in-force", "sanctions", 0.99, ("by: Peru", "on: Norway"))
    assert told(text, [hint], nlp) == [("sanction", "norway", ["peru"], "in force")]


def test_what_is_done_to_a_measure_by_a_verb_that_no_rule_knows_is_told(nlp: Language) -> None:
    hint = ("sanction in-force", "sanctions", 0.99, ("by: Norway", "on: Rwanda"))
    assert told("Norway piled sanctions on Rwanda.", [hint], nlp) == [("sanction", "norway", ["rwanda"], "in force")]
    assert told("Norway circumvented sanctions on Rwanda.", [hint], nlp) == []


@pytest.mark.parametrize(
    ("text", "trigger", "likelihood", "is_told"),
    [
        ("Norway has padlocked its market to Peruvian firms.", "padlocked", 0.91, True),
        ("Norway has padlocked its market to Peruvian firms.", "padlocked", 0.89, False),
        ("Norway has hung a padlock on Peruvian firms.", "padlock", 0.98, False),  # of a noun more is asked
        ("Danske Bank has padlocked its market to Peruvian firms.", "padlocked", 0.99, False),  # no government
    ],
)
def test_how_sure_the_network_must_be_depends_on_the_word(
    text: str, trigger: str, likelihood: float, is_told: bool, nlp: Language
) -> None:
    who = text.split(" has ")[0].split()[-1]
    found = told(text, [("ban in-force", trigger, likelihood, (f"by: {who}", "on: firms"))], nlp)
    assert bool(found) is is_told


@pytest.mark.parametrize(
    ("text", "hint", "without", "expected"),
    [
        (  # whom it is aimed at
            "Norway banned the sale of all crabs raised in or shipped from Peru.",
            ("ban in-force", "banned", 0.95, ("by: Norway", "on: Peru")),
            [("ban", "norway", [], "in force")],
            [("ban", "norway", ["peru"], "in force")],
        ),
        (  # a rule's target stands
            "Norway banned the sale of crabs from Peru, which Chile eats.",
            ("ban in-force", "banned", 0.95, ("by: Norway", "on: Chile")),
            [("ban", "norway", ["peru"], "in force")],
            [("ban", "norway", ["peru"], "in force")],
        ),
        (  # nothing is done to what is talked over
            "Norway discussed the sanctions on Peru.",
            ("sanction in-force", "sanctions", 0.98, ("by: Norway", "on: Peru")),
            [],
            [],
        ),
        (  # not sure enough
            "Norway banned the sale of all crabs raised in or shipped from Peru.",
            ("ban in-force", "banned", 0.7, ("by: Norway", "on: Peru")),
            [("ban", "norway", [], "in force")],
            [("ban", "norway", [], "in force")],
        ),
    ],
)
def test_what_a_rule_leaves_open_is_filled(
    text: str, hint: Hint, without: list[Row], expected: list[Row], nlp: Language
) -> None:
    assert told(text, [], nlp) == without
    assert told(text, [hint], nlp) == expected

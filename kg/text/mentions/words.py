"""Words that tell a name from what stands around it, used by several readers of names."""

from __future__ import annotations

from kg.letters import word_set
from kg.text.dates.words import FULL_MONTHS, WEEKDAYS

NAME_PARTICLES = word_set("al el bin bint ibn ben abu von van der den de la le du da dos das del della di")
MARKS = word_set(". , ; : ! ? ' ’ \" “ ” ( ) - – —")
DETERMINERS = word_set("the a an this that his her its their our")
# Words in capitals that open a sentence or stand for a thing, never a person.
NEVER_PERSON = (
    word_set(
        "covid internet republican democrat republicans democrats god christmas easter eve ramadan read photo image "
        "caption video watch copyright editor reuters afp agency ph.d ph.d. phd emeritus mba exchequer highnesses "
        "excellencies majesties met meets father"
    )
    | (frozenset(WEEKDAYS) | FULL_MONTHS) - {"may"}  # a family name, too
)
# How news agencies and papers are called, after what is theirs alone: "Alpine News".
OUTLETS = word_set(
    "news press wire agency herald times post tribune courier gazette dispatch ledger examiner shimpo correspondents "
    "service bureau journal observer chronicle telegraph reporter standard mail"
)
# What is called after people: "the Jimmy Carter Library" is none.
OF_PEOPLE = word_set(
    "library school university college institute foundation prize award medal doctrine plan act law amendment street "
    "avenue boulevard road bridge park memorial hospital cup show trial campaign era family day lecture"
)
# Agencies that stand in datelines, no part of anybody's name.
AGENCIES = word_set("reuter reuters upi afp xinhua itar-tass nzpa antara bernama")
MINISTRY_WORDS = frozenset({"ministry", "ministries"})
# What states are halved by: North Korea, South Sudan.
HALVES = frozenset({"North", "South"})
# Points of the compass that alone name no place.
QUARTERS = frozenset({"East", "West", "Northeast", "Northwest", "Southeast", "Southwest"})

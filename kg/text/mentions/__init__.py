"""Document → the names in it: people with their titles, institutions, states, places. No references yet."""

from __future__ import annotations

from kg.letters import word_set
from kg.text.mentions.finding import names
from kg.text.mentions.mention import (
    CITY,
    DEMONYM,
    EVENT,
    INSTITUTION,
    PERSON,
    REGION,
    STATE,
    VENUE,
    NameMention,
    text_of,
)
from kg.text.mentions.organisations import ministry_name, org_type
from kg.text.mentions.titles import EPITHETS, MINDED
from kg.text.mentions.titlewords import (
    FEMALE,
    HONORIFICS,
    MALE,
    NAME_TITLES,
    ROYAL_TITLES,
    SENT,
    is_honorific,
    is_style,
    is_title_noun,
)
from kg.text.mentions.unmarked import explained
from kg.text.mentions.words import DETERMINERS, NAME_PARTICLES

__all__ = [
    "CITY",
    "DEMONYM",
    "DETERMINERS",
    "EPITHETS",
    "EVENT",
    "FEMALE",
    "HONORIFICS",
    "INSTITUTION",
    "MALE",
    "MINDED",
    "NAME_PARTICLES",
    "NAME_TITLES",
    "PERSON",
    "REGION",
    "ROYAL_TITLES",
    "SENT",
    "STATE",
    "VENUE",
    "NameMention",
    "explained",
    "is_honorific",
    "is_style",
    "is_title_noun",
    "ministry_name",
    "names",
    "org_type",
    "text_of",
    "word_set",
]

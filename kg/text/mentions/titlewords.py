"""Words before a name that make or adorn a title, and how one is told."""

from __future__ import annotations

from collections.abc import Sequence

from kg.gazetteer import Gazetteer
from kg.letters import word_set
from kg.model import Token

HONORIFICS = word_set(
    "mr mrs ms miss mx dr prof professor sir dame lord lady madam madame mme monsieur m. sheikh sheikha shaikh alhaji "
    "alhaja hajiya chief rt rt. md md. mohd hon hon. honourable honorable excellency his her majesty highness rev "
    "reverend engr barr barrister comrade mr. mrs. ms. dr. prof. sr sra señor señora herr frau shri smt pandit "
    "maulana mullah ayatollah imam hajj"
)
# How Gulf papers shorten "His Excellency": with capitals alone, "he" is a pronoun.
STYLES = frozenset({"HE", "HH", "HRH", "H.E.", "H.H.", "H.R.H.", "H.E", "H.H"})
# "His Highness", "Her Excellency".
STYLED = frozenset({"highness", "majesty", "excellency", "holiness", "grace", "eminence"})
# Titles that belong to the name where only one other name follows: "King Charles", "Pope Francis".
ROYAL_TITLES = word_set("king queen prince princess emperor empress sultan emir")
NAME_TITLES = ROYAL_TITLES | {"pope", "patriarch"}
# Titles with where their holder is sent: "ambassador to Turkey | X".
SENT = word_set("ambassador envoy emissary representative coordinator commissioner consul attache attaché nuncio")
# Which of these words tell a woman or a man.
FEMALE = word_set("mrs ms miss mrs. ms. dame lady madam madame queen princess señora frau sheikha alhaja hajiya smt")
MALE = word_set("mr mr. sir lord king prince pope herr señor monsieur sheikh alhaji shri imam")


def is_style(tokens: Sequence[Token], i: int) -> bool:
    """ "HE | Paul Kagame", "H.E. | Paul Kagame", "H E | Paul Kagame" and the E of that."""
    text = tokens[i].text
    apart = [tokens[j].text + tokens[j + 1].text for j in (i - 1, i) if 0 <= j < len(tokens) - 1]
    return text in STYLES or (len(text) == 1 and bool({"HE", "HH"} & set(apart)))


def is_title_noun(token: Token, table: Gazetteer) -> bool:
    """Whether a word names an office by itself, in the singular or the plural: "minister", "Presidents"."""
    if token.tag.startswith("VB") and token.text.islower():
        return False  # "hosted" is no host
    if table.title_word(token.lemma.replace("’", "'")) is not None or table.office(token.text) is not None:
        return True
    word = token.text.lower()
    single = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return word.endswith("s") and len(single) > 3 and table.title_word(single) is not None


def is_honorific(word: str) -> bool:
    """Whether a word before a name but addresses: "Chief | Bello", not "army chief | Bello"."""
    return word.lower().rstrip(".") in HONORIFICS and word != "chief"

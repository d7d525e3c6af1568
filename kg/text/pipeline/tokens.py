"""A spaCy vocabulary → the tokenizer that cuts raw English into the words of Universal Dependencies."""

from __future__ import annotations

import re

from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, CONCAT_QUOTES, HYPHENS, LIST_ELLIPSES, LIST_ICONS
from spacy.lang.en import English
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

INFIXES: tuple[str, ...] = (
    *LIST_ELLIPSES,
    *LIST_ICONS,
    r"(?<=[0-9])[+\*^](?=[0-9-])",
    rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
    rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
    rf"(?<=[{ALPHA}0-9])[:<>=](?=[{ALPHA}])",
    rf"(?<=[{ALPHA}0-9])/(?=[{ALPHA}])",
    # Universal Dependencies cuts every hyphen between letters or digits, after a full stop too: "U.S.-China", "90-day".
    rf"(?<=[{ALPHA}0-9\.])(?:{HYPHENS})(?=[{ALPHA}0-9])",
)
RUNS: tuple[str, ...] = ("[!?]{2,}", *(rf"{re.escape(sign)}{{2,}}" for sign in "=*_~#+<>$"))
"""A sign written many times over is one word: "***", "!!!"."""


def blank() -> Language:
    """An English pipeline without components whose tokenizer cuts as the parser was trained to read."""
    nlp = English()
    tokenizer = nlp.tokenizer
    tokenizer.prefix_search = compile_prefix_regex((*RUNS, *nlp.Defaults.prefixes)).search  # type: ignore
    tokenizer.suffix_search = compile_suffix_regex((*RUNS, *nlp.Defaults.suffixes)).search  # type: ignore
    tokenizer.infix_finditer = compile_infix_regex(INFIXES).finditer  # type: ignore
    return nlp

"""
The treebanks of training → the tables of spaCy's rule lemmatizer: ``python -m training.lemmas OUT/lemmas.json``.

A form that the rules already read rightly needs no exception; the index holds every lemma seen.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from training.conllu import Sentence
from training.examples import parsed

Rules = list[tuple[str, str]]
WITHOUT = frozenset(["PROPN", "NUM", "SYM", "X", "PUNCT"])
INDEXED = ("noun", "verb", "adj", "adv")
DOUBLED = "bdgklmnprt"
RULES: Mapping[str, Rules] = {
    "noun": [
        ("s", ""), ("ses", "s"), ("ves", "f"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"),
        ("men", "man"), ("ies", "y"),
    ],
    "verb": [
        ("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ied", "y"), ("ing", "e"),
        ("ing", ""), *((f"{sign}{sign}{end}", sign) for sign in DOUBLED for end in ("ed", "ing")),
    ],
    "adj": [("er", ""), ("est", ""), ("er", "e"), ("est", "e")],
    "adv": [("er", ""), ("est", "")],
    "punct": [("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'")],
    "aux": [],
}  # fmt: skip


def tables(found: Iterable[Sentence]) -> dict[str, dict[str, object]]:
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    index: dict[str, set[str]] = defaultdict(set)
    for word in (word for sentence in found for word in sentence.words):
        if word.upos not in WITHOUT and word.lemma != "_":
            kind, lemma = word.upos.lower(), word.lemma.lower()
            counts[kind, word.form.lower().replace("’", "'")][lemma] += 1
            index[kind].add(lemma)
    exceptions: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for (kind, form), lemmas in sorted(counts.items()):
        lemma = lemmas.most_common(1)[0][0]
        if not _by_rule(kind, form, lemma, index[kind]) and (lemma != form or kind in RULES):
            exceptions[kind][form] = [lemma]
    return {
        "lemma_rules": dict(RULES),
        "lemma_exc": dict(exceptions),
        "lemma_index": {kind: sorted(index[kind]) for kind in INDEXED},
    }


def _by_rule(kind: str, form: str, lemma: str, known: set[str]) -> bool:
    if kind not in RULES or kind == "aux":
        return False
    made = [form[: -len(old)] + new for old, new in RULES[kind] if form.endswith(old)]
    found = [each for each in made if each in known]
    return found[:1] == [lemma] if found else form == lemma


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the tables of the lemmatizer.")
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    found = [*parsed("ud-ewt", "train"), *parsed("gum-open", "train")]
    asked.out.write_text(json.dumps(tables(found), ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()

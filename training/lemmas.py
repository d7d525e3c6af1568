"""
The treebanks of training → the tables of spaCy's rule lemmatizer: ``python -m training.lemmas OUT/lemmas.json``.

A form that the rules already read rightly needs no exception; the index holds every lemma seen, and the verbs of
verbs.txt. Of several rules that lead to a lemma of the index the last decides, of those that lead to none the first.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from training.conllu import Sentence
from training.examples import parsed

Rules = list[tuple[str, str]]
VERBS = Path(__file__).parent / "verbs.txt"
NO_WORD = re.compile(r"[\d$*#@%]")
ODD = re.compile(r"Typo=Yes|Abbr=Yes|Style=")
WITHOUT = frozenset(["PROPN", "NUM", "SYM", "X", "PUNCT"])
INDEXED = ("noun", "verb", "adj", "adv")
DOUBLED = "bdgklmnprt"
SILENT = ("c", "s", "v", "g", "z", "at", "bl", "cl", "dl", "gl", "kl", "pl", "tl", "u")
"""Before -ed and -ing: endings of stems that lose an e, for verbs that the index lacks."""
RULES: Mapping[str, Rules] = {
    "noun": [
        ("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("s", ""), ("ses", "s"),
        ("ves", "f"), ("zes", "z"), ("men", "man"),
    ],
    "verb": [
        *((f"ss{end}", "ss") for end in ("ed", "ing")),
        *((f"{stem}{end}", f"{stem}e") for stem in SILENT for end in ("ed", "ing")),
        ("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("s", ""), ("es", ""), ("es", "e"),
        ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""),
        ("ing", "e"), *((f"{sign}{sign}{end}", sign) for sign in DOUBLED for end in ("ed", "ing")),
    ],
    "adj": [("er", ""), ("est", ""), ("er", "e"), ("est", "e")],
    "adv": [("er", ""), ("est", "")],
    "punct": [("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'")],
    "aux": [],
}  # fmt: skip


def tables(found: Iterable[Sentence], verbs: Iterable[Sequence[str]] = ()) -> dict[str, dict[str, object]]:
    """*verbs* are bases, each with its irregular forms. Misspelt, slangy and shortened words are left out."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    index: dict[str, set[str]] = defaultdict(set)
    for word in (word for sentence in found for word in sentence.words):
        if word.upos not in WITHOUT and word.lemma != "_" and not (NO_WORD.search(word.form) or ODD.search(word.feats)):
            kind, lemma = word.upos.lower(), word.lemma.lower()
            counts[kind, word.form.lower().replace("’", "'")][lemma] += 1
            index[kind].add(lemma)
    for base, *forms in verbs:
        index["verb"].add(base)
        for form in forms:
            counts["verb", form] = Counter([base])
            made = {form[: -len(old)] + new for old, new in RULES["verb"] if form.endswith(old)}
            index["verb"] -= made - {base}  # "trye", once written in a treebank, would take "trying" from "try"
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
    return (found[-1:] or made[:1] or [form]) == [lemma]


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the tables of the lemmatizer.")
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    found = [*parsed("ud-ewt", "train"), *parsed("gum-open", "train")]
    verbs = [line.split() for line in VERBS.read_text(encoding="utf8").splitlines() if not line.startswith("#")]
    asked.out.write_text(
        json.dumps(tables(found, verbs), ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf8"
    )


if __name__ == "__main__":
    main()

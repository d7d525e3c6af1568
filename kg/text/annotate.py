"""Article → Document: runs the parser and turns its output into plain Universal Dependencies tokens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.model import Article, Document, EventMention, Name, Sentence, Token
from kg.text.boilerplate import blocks
from kg.text.read import plain

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as Parsed


BATCH_BLOCKS = 64

# Titles and names cut short that a parser takes for the end of a sentence; the full stop is blanked, the length kept.
ABBREVIATION = re.compile(
    r"\b(Abp|Addl|Alh|Amb|Asst|Atty|Barr|Bp|Brig|Capt|Cde|Cdr|Cllr|Cmdr|Col|Comdr|Cpl|Cpt|Dep|Dra|Engr|Fr|Ft|Gp|Hon|"
    r"Ing|Insp|Lic|Lieut|Lt|Ma|Maj|Mgr|Min|Mlle|Mme|Msgr|Pres|Pt|Pte|Rt|Sec|Sgt|Shri|Smt|Sqn|Supt|Ven|Wg)\.(?=\s+[A-Z])"
)

# What capitals make no name of in the plural.
OFFICES = frozenset(
    "president minister leader premier chancellor secretary head chief king prince negotiator envoy ambassador general "
    "governor commissioner commander official representative counterpart diplomat delegation delegate side party "
    "adviser advisor mediator speaker director senator".split()
)

# What a pipeline must write, as spaCy names it, and what it is called here.
NEEDED = {"POS": "parts of speech", "LEMMA": "lemmas", "DEP": "tree", "SENT_START": "sentences", "ENT_IOB": "names"}

# "The aim is to meet": what it is, not what it is going to do
AIMS = frozenset(
    "aim goal plan purpose task hope intention intent wish idea job challenge priority decision proposal mission point "
    "objective ambition dream desire step thing way option choice role duty strategy policy offer need answer "
    "solution tactic business what all one".split()
)
AUXILIARY = ("aux", "aux:pass", "cop")
FINITE = ("MD", "VBD", "VBZ", "VBP")
JOINED = ("conj", "parataxis")  # how a clause hangs on the one before it
WITHIN_NAME = ("flat", "compound", "nmod:desc")

# ClearNLP relation → UD relation, for relations that keep their governor.
UD_OF_CLEARNLP = {
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "dative": "iobj",
    "relcl": "acl:relcl",
    "npadvmod": "obl:unmarked",
    "neg": "advmod",
    "poss": "nmod:poss",
    "prt": "compound:prt",
    "nmod": "compound",
    "pcomp": "advcl",
    "acomp": "xcomp",
    "oprd": "xcomp",
    "intj": "discourse",
    "predet": "det:predet",
    "preconj": "cc:preconj",
    "quantmod": "advmod",
    "meta": "dep",
}


def load(model: str | None = None) -> Language:
    """
    The shipped pipeline, or the installed or stored spaCy pipeline that *model* names.

    InputError where that one lacks what the rules rest on: tags, lemmas, a tree, sentences, names.
    """
    if model is None:
        from kg.text.pipeline import load as load_shipped

        return load_shipped()
    import spacy

    try:
        nlp = spacy.load(model)
    except (OSError, ValueError, ImportError) as error:
        reason = " ".join(str(error).split())
        raise InputError(f"the language pipeline {model} does not load: {reason[:200]}") from error
    probe = nlp("Germany's chancellor met ministers in Paris on Monday.")
    lacking = [what for mark, what in NEEDED.items() if not probe.has_annotation(mark)]
    if lacking:
        raise InputError(
            f"the language pipeline {model} gives no {', no '.join(lacking)}: name one with tagger, parser, lemmatizer "
            "and names, as en_core_web_sm"
        )
    return nlp


def document(article: Article, nlp: Language) -> Document:
    """
    Parse one article.

    Every block is parsed on its own: no sentence runs over the end of a paragraph, and the same paragraph reads the
    same in every article.
    """
    text = ABBREVIATION.sub(lambda m: m[1] + " ", plain(article.text).replace("\n", " "))
    parts = blocks(article)
    docs = nlp.pipe([text[part.span.start : part.span.end] for part in parts], batch_size=BATCH_BLOCKS)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[Name] = []
    events: list[EventMention] = []
    for number, (part, doc) in enumerate(zip(parts, docs, strict=True)):
        base = len(tokens)
        place = _places(doc, base)
        tokens += _tokens(doc, place, part.span.start)
        sentences += _sentences(doc, place, number)
        names += _names(doc, place)
        events += _events(doc, place)
    return Document(article, tuple(tokens), tuple(sentences), tuple(names), tuple(events))


def _places(doc: Doc, base: int) -> dict[int, int]:
    """spaCy token index → index in the document; white space has none."""
    kept = [token.i for token in doc if not token.is_space]
    return {i: base + n for n, i in enumerate(kept)}


def _tokens(doc: Doc, place: dict[int, int], offset: int) -> list[Token]:
    heads, deps = _ud(doc)
    result = []
    for token in doc:
        if token.i not in place:
            continue
        head = heads[token.i]
        result.append(
            Token(
                i=place[token.i],
                start=offset + token.idx,
                end=offset + token.idx + len(token.text),
                text=token.text,
                lemma=_lemma(token),
                pos=token.pos_,
                tag=token.tag_,
                morph=token.morph.to_dict(),
                head=place.get(head, place[token.i]),
                dep=deps[token.i].lower() if deps[token.i] == "ROOT" else deps[token.i],
            )
        )
    return result


def _lemma(token: Parsed) -> str:
    """The lemma in lower case; "the Presidents of A and B" are presidents whatever the capital."""
    lemma = str(token.lemma_ or token.text).lower()
    if token.tag_ == "NNPS" and lemma == token.lower_ and lemma.endswith("s"):
        one = lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1]
        return one if one in OFFICES else lemma
    return lemma


def _sentences(doc: Doc, place: dict[int, int], block: int) -> list[Sentence]:
    result = []
    for sent in doc.sents:
        inside = [place[token.i] for token in sent if token.i in place]
        if inside:
            result.append(Sentence(inside[0], inside[-1] + 1, block))
    return result


def _names(doc: Doc, place: dict[int, int]) -> list[Name]:
    result = []
    for ent in doc.ents:
        inside = [place[token.i] for token in ent if token.i in place]
        if inside:
            result.append(Name(inside[0], inside[-1] + 1, ent.label_))
    return result


def _events(doc: Doc, place: dict[int, int]) -> list[EventMention]:
    found: tuple[EventMention, ...] = doc._.events if doc.has_extension("events") else ()
    return [event.moved(place) for event in found]


def _ud(doc: Doc) -> tuple[list[int], list[str]]:
    """Heads and relations in UD; a ClearNLP tree (`pobj`, `dobj`) is turned into one."""
    heads = [token.head.i for token in doc]
    deps = [token.dep_ for token in doc]
    if not {"pobj", "dobj", "nsubjpass"}.isdisjoint(deps):
        heads, deps = _from_clearnlp(doc, heads, deps)
    for token in doc:
        if deps[token.i] in AUXILIARY:
            heads[token.i] = _nearest_governor(token.i, heads)
        elif deps[token.i] == "advcl" and _completes_adjective(doc, token.i, heads, deps):
            deps[token.i] = "xcomp"
        elif deps[token.i] == "nsubj:pass" and _is_perfect(doc, heads[token.i], heads, deps):
            deps[token.i] = "nsubj"
        elif deps[token.i] == "nsubj:outer" and (copula := _due(doc, token.i, heads, deps)) is not None:
            deps[token.i], deps[copula] = "nsubj", "aux"
        elif token.pos_ == "VERB" and deps[token.i] in JOINED:
            _take_subject(doc, token.i, heads, deps)
    return heads, deps


def _take_subject(doc: Doc, verb: int, heads: list[int], deps: list[str]) -> None:
    """In "will meet X, and Y will call on Z" Y is the subject of "call", though a parser joined it to X."""
    children = [i for i in range(doc[verb].sent.start, doc[verb].sent.end) if heads[i] == verb and i != verb]
    if any(deps[i].startswith(("nsubj", "csubj", "expl")) for i in children):
        return
    first = min([verb, *(i for i in children if i < verb and deps[i] in (*AUXILIARY, "advmod"))])
    if first <= doc[verb].sent.start or doc[first].tag_ not in FINITE:
        return
    noun = first - 1
    while deps[noun] in WITHIN_NAME and heads[noun] < first:
        noun = heads[noun]
    joins = [i for i in range(doc[verb].sent.start, noun) if heads[i] == noun and deps[i] == "cc"]
    if deps[noun] != "conj" or doc[noun].pos_ not in ("PROPN", "NOUN", "PRON") or not joins or noun >= first:
        return
    passive = any(deps[i] == "aux:pass" for i in children)
    heads[noun], deps[noun] = verb, "nsubj:pass" if passive else "nsubj"
    for i in joins:
        heads[i] = verb
    if deps[verb] == "parataxis":
        deps[verb] = "conj"


def _is_perfect(doc: Doc, verb: int, heads: list[int], deps: list[str]) -> bool:
    """Whether "had spoken" has no "been" that would make it a passive."""
    auxiliaries = {each.lemma_.lower() for each in doc if heads[each.i] == verb and deps[each.i] in AUXILIARY}
    return "have" in auxiliaries and not auxiliaries & {"be", "get"}


def _due(doc: Doc, i: int, heads: list[int], deps: list[str]) -> int | None:
    """The "is" of "the summit is to begin in May", taken for a copula; None for "the aim is to begin"."""
    verb = heads[i]
    own = [each.i for each in doc if heads[each.i] == verb and each.i != i]
    if doc[i].lemma_.lower() in AIMS or any(deps[each].startswith("nsubj") for each in own):
        return None
    infinitive = any(deps[each] == "mark" and doc[each].lower_ == "to" for each in own)
    return next((each for each in own if deps[each] == "cop"), None) if infinitive else None


def _nearest_governor(i: int, heads: list[int]) -> int:
    """In "had been due to meet" the auxiliary is that of "due", which a parser's arc to "meet" would leap over."""
    governor = heads[i]
    while i < heads[governor] < governor:
        governor = heads[governor]
    return governor


def _completes_adjective(doc: Doc, i: int, heads: list[int], deps: list[str]) -> bool:
    """Whether the infinitive *i* follows its adjective at once, as in "due to meet", "likely to be received"."""
    head = heads[i]
    inside = range(head + 1, i)
    return (
        doc[head].pos_ == "ADJ"
        and head + 1 < len(doc)
        and doc[head + 1].lower_ == "to"
        and heads[head + 1] == i
        and deps[head + 1] == "mark"
        and all(heads[each] == i for each in inside)
    )


def _from_clearnlp(doc: Doc, heads: list[int], deps: list[str]) -> tuple[list[int], list[str]]:
    """
    Content words govern function words, as UD has it.

    "met with Wang": prep(met, with), pobj(with, Wang) → obl(met, Wang), case(Wang, with).
    "is a minister": attr(is, minister) → the noun governs, `is` is its `cop`.
    "Scott Bessent": compound(Bessent, Scott) inside a name → flat(Scott, Bessent).
    """
    new_heads, new_deps = list(heads), list(deps)
    for token in doc:
        if token.dep_ in ("prep", "agent"):
            objects = [child for child in token.children if child.dep_ in ("pobj", "pcomp")]
            if not objects:
                new_deps[token.i] = "advmod"
                continue
            noun = objects[0]
            governor = token.head
            verbal = governor.pos_ in ("VERB", "AUX", "ADJ", "ADV")
            new_heads[noun.i] = governor.i
            if noun.dep_ == "pcomp":
                new_deps[noun.i] = "advcl" if verbal else "acl"
                new_deps[token.i] = "mark"
            else:
                new_deps[noun.i] = "obl:agent" if token.dep_ == "agent" else "obl" if verbal else "nmod"
                new_deps[token.i] = "case"
            new_heads[token.i] = noun.i
            for other in token.children:
                if other.i != noun.i and other.dep_ in ("cc", "conj", "pobj"):
                    new_heads[other.i] = noun.i
    for token in doc:
        if token.dep_ == "cc":  # UD hangs it on the second conjunct
            later = [child for child in token.head.children if child.dep_ == "conj" and child.i > token.i]
            if later:
                new_heads[token.i] = later[0].i
        elif (token.dep_ == "attr" and token.head.lemma_ == "be") or (
            token.dep_ == "acomp" and token.head.lemma_ == "be"
        ):
            _raise_predicate(doc, token.i, token.head.i, new_heads, new_deps)
        elif token.dep_ == "case" and token.head.dep_ == "poss":
            pass
        elif new_deps[token.i] == token.dep_ and token.dep_ in UD_OF_CLEARNLP:
            new_deps[token.i] = UD_OF_CLEARNLP[token.dep_]
    for ent in doc.ents:
        if ent.label_ == "PERSON" and len(ent) > 1:
            _flatten(ent.start, ent.end, new_heads, new_deps)
    return new_heads, new_deps


def _raise_predicate(doc: Doc, predicate: int, copula: int, heads: list[int], deps: list[str]) -> None:
    above, relation = heads[copula], deps[copula]
    heads[predicate] = predicate if above == copula else above
    deps[predicate] = "ROOT" if above == copula else UD_OF_CLEARNLP.get(relation, relation)
    for child in doc[copula].children:
        if child.i != predicate and heads[child.i] == copula:
            heads[child.i] = predicate
    heads[copula], deps[copula] = predicate, "cop"


def _flatten(start: int, end: int, heads: list[int], deps: list[str]) -> None:
    """A name's first word governs it; the rest is `flat`."""
    inside = range(start, end)
    top = next((i for i in inside if heads[i] not in inside or heads[i] == i), start)
    heads[start], deps[start] = (start if heads[top] == top else heads[top]), deps[top]
    for i in inside:
        if i != start:
            heads[i], deps[i] = start, "flat"
    for i, head in enumerate(heads):
        if i not in inside and head in inside:
            heads[i] = start

"""Documents built by hand, wherever the parser is not the point."""

from __future__ import annotations

from kg.model import Article, Document, Sentence, Token

TAGS = {"NOUN": "NN", "PROPN": "NNP", "ADJ": "JJ", "ADP": "IN", "PRON": "PRP", "DET": "DT", "AUX": "VBD", "PUNCT": "."}


def doc(*sentences: str) -> Document:
    """
    Each sentence is words `text/POS/relation/head`, heads counted from 1 in the sentence, the root's head 0; a tag may
    stand for the POS ("met/VBD/root/0"), a lemma may follow the text ("invited|invite/VBD/root/0"). The document's text
    is the words joined by spaces.
    """
    tokens: list[Token] = []
    ends: list[Sentence] = []
    at = 0
    for number, sentence in enumerate(sentences):
        base = len(tokens)
        for i, word in enumerate(sentence.split()):
            form, tag, relation, head = word.rsplit("/", 3)
            text, _, lemma = form.partition("|")
            pos = "VERB" if tag.startswith("VB") else tag
            governor = base + i if head == "0" else base + int(head) - 1
            lemma = lemma or text.lower()
            tokens.append(
                Token(base + i, at, at + len(text), text, lemma, pos, TAGS.get(tag, tag), {}, governor, relation)
            )
            at += len(text) + 1
        ends.append(Sentence(base, len(tokens), number))
    text = " ".join(token.text for token in tokens)
    return Document(Article(id="handmade.txt", text=text), tuple(tokens), tuple(ends), ())

"""
Ids and keys in; IRIs that a person can read out, and back again.

An IRI depends on nothing but what it names, so it stays put when unrelated articles come and go. What is not safe in an
IRI is percent-encoded (RFC 3986, 2.1), so two names never share one.
"""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote, unquote

import pyoxigraph as ox

from kg.errors import InputError
from kg.model import Evidence, Office, Ref, Span, When
from kg.vocab import BASE, PREFIXES, Iri

# The characters that RFC 3987 leaves to a path segment and that no Turtle writer has to escape oddly.
SEGMENT_SAFE = "-._~:@!$&'()*+,;="

OUTSIDE_SUFFIX = {"geonames": "/"}  # GeoNames names the feature by an IRI that ends in a slash


def base_iri(text: str) -> Iri:
    """`text` as a base address, with a slash at its end; InputError where it is not an absolute IRI."""
    base = text if text.endswith(("/", "#")) else text + "/"
    try:
        ox.NamedNode(base)
    except ValueError as error:
        example = f"give one such as {BASE}"
        raise InputError(f'the base address "{text}" is not an absolute IRI: {example}') from error
    return Iri(base)


def thing(key: str, *, base: str = BASE) -> Iri:
    """The IRI of a node of the fused graph: `person/he-lifeng` is …/id/person/he-lifeng."""
    return Iri(f"{base}id/{_path(key)}")


def article(id_: str, *, base: str = BASE) -> Iri:
    """The IRI of an article, which is also the name of the graph of its report."""
    return Iri(f"{base}article/{_segment(id_)}")


def report(article_id: str, key: str, *, base: str = BASE) -> Iri:
    """The IRI of an entity, office, meeting or measure as that article tells it."""
    return Iri(f"{base}report/{_segment(article_id)}/{_path(key)}")


def words(article_id: str, span: Span, *, base: str = BASE) -> Iri:
    """The IRI of a stretch of an article."""
    return Iri(f"{base}evidence/{_segment(article_id)}/{span.start}-{span.end}")


def evidence(value: Evidence, *, base: str = BASE) -> Iri:
    """The IRI of evidence: the same words, read by the same rule for the same properties, are one node."""
    supports = "/" + _segment("+".join(sorted(value.supports))) if value.supports else ""
    return Iri(f"{words(value.article, value.span, base=base)}/{_segment(value.rule)}{supports}")


def office_key(office: Office) -> str:
    """
    The key of an office, which has none of its own: who, which title, of what, and what else sets it apart.

    >>> office_key(Office("person/he-lifeng", "Vice Premier", "state/china", ()))
    'office/person/he-lifeng/Vice_Premier/state/china'
    """
    title = office.title.replace(" ", "_").replace("/", "|")  # a slash would start a new segment
    dates = (_dated("from", office.start), _dated("until", office.end))
    parts = ("office", office.person, title, office.of, "former" if office.past else None, *dates)
    return "/".join(part for part in parts if part)


def _dated(mark: str, when: When | None) -> str | None:
    return f"{mark}-{when.edtf}" if when and when.edtf else None


def under(parent: str, *steps: str) -> Iri:
    """The IRI of a node that is a part of another one: `…/side/1`."""
    return Iri("/".join((parent, *(_path(step) for step in steps))))


def valued(parent: str, step: str, value: str) -> Iri:
    """The IRI of a part that is told from its like by a value: `…/claim/30_percent`."""
    return Iri(f"{parent}/{_path(step)}/{_underscored(value)}")


def outside(curie: str) -> Iri | None:
    """The IRI behind an outside identifier (`geonames:3117735`); None where its prefix is not one of the ontology's."""
    prefix, colon, local = curie.partition(":")
    if not colon or prefix not in PREFIXES:
        return None
    return Iri(f"{PREFIXES[prefix]}{_segment(local)}{OUTSIDE_SUFFIX.get(prefix, '')}")


def key_of(iri: str, *, base: str = BASE) -> str | None:
    """The key of a node of the fused graph, None where the IRI is not one's."""
    return _after(iri, f"{base}id/")


def article_of(iri: str, *, base: str = BASE) -> str | None:
    """The id of the article that an article's IRI names, None where it is not one's."""
    return _after(iri, f"{base}article/")


def ref_of(iri: str, *, base: str = BASE) -> Ref | None:
    """The article's id and the key there that a report's IRI names, None where it is not one's."""
    start = f"{base}report/"
    article_id, slash, key = iri.removeprefix(start).partition("/")
    return Ref(_plain(article_id), _plain(key)) if iri.startswith(start) and slash else None


def data_prefixes(*, base: str = BASE) -> dict[str, str]:
    """The prefixes of the ontology and of the data under `base`, for writing Turtle."""
    kinds = ("person", "institution", "place", "state", "office", "meeting", "measure")
    data = {kind: f"{base}id/{kind}/" for kind in kinds} | {"article": f"{base}article/"}
    return dict(sorted({**PREFIXES, **data}.items()))


def _after(iri: str, start: str) -> str | None:
    return _plain(iri.removeprefix(start)) if iri.startswith(start) and len(iri) > len(start) else None


def _path(key: str) -> str:
    return "/".join(_segment(part) for part in key.split("/"))


@lru_cache(maxsize=4096)
def _segment(text: str) -> str:
    # A file's name may hold bytes that are no UTF-8; "." and ".." would be resolved away.
    if text in (".", ".."):
        return text.replace(".", "%2E")
    return quote(text, safe=SEGMENT_SAFE, errors="surrogateescape")


def _underscored(text: str) -> str:
    return _segment(text).replace("_", "%5F").replace("%20", "_")


def _plain(path: str) -> str:
    return unquote(path, errors="surrogateescape")

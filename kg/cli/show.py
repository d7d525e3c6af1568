"""`kg show`: an article with what was read from each sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

import typer

from kg.ask.readings import Reading, readings
from kg.ask.sentences import end_of
from kg.cli import options as o
from kg.cli.output import Format, is_terminal, say, write
from kg.cli.session import session
from kg.errors import InputError
from kg.model import Article

COLUMNS = ("begin_char", "end_char", "what", "reading", "rule", "quote")


def command(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Its id as kg articles lists it.")],
    store: o.Store = o.DEFAULT_STORE,
    form: o.Form = None,
    limit: o.Limit = None,
) -> None:
    """
    An article with what was read from each sentence.

    What was dropped and what yielded nothing is told as well.
    """
    from kg.ask.names import did_you_mean

    with session(store) as opened:
        report = opened.snapshot.report(article)
        if report is None:
            known = opened.snapshot.manifest.reports
            raise InputError(
                f'no article "{article}" in the store{did_you_mean(article, known) or ": see kg articles"}'
            )
        found = readings(report)
        if form is Format.TABLE or (form is None and is_terminal()):
            for line in lines(report.article, found if limit is None else found[:limit]):
                say(line)
            return
        write([each.record() for each in found], COLUMNS, form=form, limit=limit)


def lines(article: Article, found: Sequence[Reading]) -> Iterator[str]:
    """The article's text, cut after each stretch that was read, with the readings indented below it."""
    date = f"{article.published} ({article.date_basis})" if article.published else "no date"
    yield f"{article.id} · {article.title or 'no title'} · {date}"
    done = 0
    for end in ends(article.text, found):
        yield from _paragraphs(article.text[done:end])
        for each in found:
            if done < end_of(article.text, each.end) <= end:
                yield f"    → {each.what}: {each.reading}{f' [{each.rule}]' if each.rule else ''}"
        done = end
    yield from _paragraphs(article.text[done:])


def ends(text: str, found: Iterable[Reading]) -> list[int]:
    """Where to cut the text: at the end of each sentence that was read, unless a longer stretch was read as one."""
    spans = {(each.begin, end_of(text, each.end)) for each in found}
    return sorted({end for begin, end in spans if not any(b <= begin and end < e for b, e in spans)})


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.split("\n"):
        if paragraph.strip():
            yield ""
            yield paragraph.strip()

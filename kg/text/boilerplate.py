"""Text → what may be read of it, as blocks (headline, heading, paragraph …), and dropped spans with reasons."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from kg.model import Article, Dropped, Span
from kg.text.dateline import Dateline, IsPlace, date_line, dateline, inner_dateline, known_place, place_line
from kg.text.published import is_labelled, published_line


class BlockKind(StrEnum):
    HEADLINE = "headline"  # the article's own title, and a line right under it that is no sentence
    HEADING = "heading"  # a section's title: no sentence
    DATELINE = "dateline"  # "GENEVA, March 3 (Reuters) -", or a line with the day of publication
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of `Article.text` that belongs together; it may run over several lines of hard-wrapped text."""

    span: Span
    kind: BlockKind


# ── characters that do not show ─────────────────────────────────────────────────────────────────────────────────────

# Within a word these only say where it may break; elsewhere they are blank.
JOINERS = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_JOINED_WORD = re.compile(rf"[^\W\d_]+(?:[{JOINERS}]+[^\W\d_]+)+")
_JOINER_RUN = re.compile(rf"[{JOINERS}]+")
_EMPHASIS = re.compile(r"\*\*|__(?=\S)|(?<=\S)__")
_OLD_QUOTE = re.compile(r"(?P<opening>``(?=\w)|(?<![\w.,!?])''(?=\w))|(?P<closing>``|'')|(?<=\w)`")
_LINK = re.compile(r"(\[)([^\[\]\n]+)(\]\([^()\s]*\))")


@lru_cache(maxsize=8)  # each stage of an article's reading asks for the same text again
def plain(text: str) -> str:
    r"""
    The text with what hinders reading blanked out, at the same length, so that offsets hold in both.

    No-break and other special spaces become plain ones; directional marks, zero-width characters and Markdown's signs
    for emphasis and links become spaces. Inside a word a soft hyphen or joiner moves to the word's end instead, so that
    the word stays whole.

    >>> plain("trade\u00a0talks") == "trade talks"
    True
    >>> plain("nego\u00adtiators met")
    'negotiators  met'

    The signs with which old wires wrote quotation marks and apostrophes become those of today.

    >>> plain("``The dollar`s fall,'' he said.")
    ' "The dollar’s fall,"  he said.'
    """
    text = _JOINED_WORD.sub(lambda m: _JOINER_RUN.sub("", m[0]).ljust(len(m[0])), text)
    text = "".join(" " if _blank(character) else character for character in text)
    text = _EMPHASIS.sub(lambda m: " " * len(m[0]), text)
    text = _OLD_QUOTE.sub(lambda m: ' "' if m["opening"] else '" ' if m["closing"] else "’", text)
    return _LINK.sub(lambda m: " " + m[2] + " " * len(m[3]), text)


def _blank(character: str) -> bool:
    return character not in " \n\t" and unicodedata.category(character) in {"Zs", "Cf", "Cc", "Zl", "Zp"}


# ── lines that are no part of the article ───────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Pattern:
    """One entry of boilerplate.toml; `drops` and `keeps` are its example lines."""

    reason: str
    patterns: tuple[re.Pattern[str], ...]
    drops: tuple[str, ...]
    keeps: tuple[str, ...]


@cache
def line_patterns() -> tuple[Pattern, ...]:
    """What fills a line that is no part of an article."""
    return _patterns("line", "{}")


@cache
def tail_patterns() -> tuple[Pattern, ...]:
    """What ends a line that has more before it."""
    return _patterns("tail", r"(?:{})\s*$")


def _patterns(kind: str, frame: str) -> tuple[Pattern, ...]:
    table = tomllib.loads(Path(__file__).with_name("boilerplate.toml").read_text(encoding="utf-8"))

    def compiled(pattern: str) -> re.Pattern[str]:
        for name, part in table["parts"].items():
            pattern = pattern.replace("{" + name + "}", part)
        return re.compile(frame.replace("{}", pattern), re.I)

    return tuple(
        Pattern(entry["reason"], tuple(map(compiled, entry["patterns"])), tuple(entry["drops"]), tuple(entry["keeps"]))
        for entry in table[kind]
    )


# Lines that open a list of other articles; what follows is dropped as long as it is no prose.
_RELATED = re.compile(
    r"(?:related|read more|more|see also|also read|latest|recent|hot|trending|popular|recommended|top stories|up next|"
    r"in other news|most (?:read|popular|viewed)|you (?:may|might) (?:also )?like|"
    r"other (?:news|stories|headlines)|don[’']t miss|editors?[’']?s? (?:picks?|choice))"
    r"(?: (?:from|on|in|to|this|the|our|for you|articles?|stor(?:y|ies)|news|posts?|reads?|headlines|topics?|coverage|"
    r"content|reading|section|author|site|now|today|world|politics|business|us))*\s?:?",
    re.I,
)
_ABOUT_AUTHOR = re.compile(r"about the authors?:?|author bio:?", re.I)


def reason_to_drop(line: str) -> str | None:
    """
    Why a line, without its outer spaces, is no part of an article; None where it may be one.

    >>> reason_to_drop("By Jane Roe, Staff writer")
    'byline'
    >>> reason_to_drop("By Monday the two sides had agreed.") is None
    True
    """
    return next(
        (entry.reason for entry in line_patterns() for pattern in entry.patterns if pattern.fullmatch(line)), None
    )


# ── lines and paragraphs ────────────────────────────────────────────────────────────────────────────────────────────

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(
    r"(?:[-*•·▪◦‣●–—]|\d{1,2}[.)]|\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s(?:[A-Z]{3,4}))?(?:\s?[:–—-])?)[ \t]+(?=\S)"
)
_HASHES = re.compile(r"#{1,6}[ \t]+(?=\S)")
_QUOTE_MARK = re.compile(r">[ \t]*(?=\S)")
_CLOSING = "\"'”’)]»"
_ABBREVIATED_END = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|St|No|Gov|Sen|Dept)\.$")
_SMALL_WORDS = re.compile(
    r"an?|and|as|at|but|by|for|from|in|into|nor|off?|on|onto|or|over|per|so|than|the|to|up|upon|via|vs|with|after|amid|its?|is",
    re.I,
)
WRAPPED_WIDTH = 100  # characters: the widest text still taken for hard-wrapped


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    text: str  # without outer spaces, made plain
    indent: int
    after_blank: bool


def _lines(text: str, skip: Sequence[Span]) -> tuple[_Line, ...]:
    """Lines with something to read, without outer spaces, clear of the spans to *skip*; such a span parts them."""
    cuts = sorted(span.start for span in skip)
    shown = list(plain(text))
    for span in skip:
        shown[span.start : span.end] = [
            "\n" if character == "\n" else " " for character in shown[span.start : span.end]
        ]
    clear = "".join(shown)
    lines: list[_Line] = []
    for match in _LINE.finditer(clear):
        body = match[0].strip()
        if body:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            end = lines[-1].span.end if lines else 0
            apart = not lines or clear.count("\n", end, start) > 1 or bisect_left(cuts, end) < bisect_left(cuts, start)
            lines.append(_Line(Span(start, start + len(body)), body, start - match.start(), apart))
    return tuple(lines)


def ends_sentence(line: str) -> bool:
    """
    Whether a line ends as a sentence does. A closing quote or bracket is looked through; "U.S." at the end of a line in
    title case ends no sentence.
    """
    core = line.rstrip(_CLOSING)
    if not core.endswith((".", "!", "?", "…")):
        return False
    return not (_ABBREVIATED_END.search(core) and title_share(core) > 0.6)


def title_share(line: str) -> float:
    """The share of words with a capital or a digit in front, small words left out; 0 where no word is left."""
    words = [word for word in re.findall(r"[\w’'.&-]+", line) if not _SMALL_WORDS.fullmatch(word) and word[0].isalnum()]
    return sum(word[0].isupper() or word[0].isdigit() for word in words) / len(words) if words else 0.0


def _wrapped_width(lines: Sequence[_Line]) -> int | None:
    """The width at which a text is hard-wrapped, None where its lines are paragraphs."""
    lengths = sorted(line.indent + len(line.text) for line in lines)
    if len(lengths) < 3:
        return None
    width = lengths[min(len(lengths) - 1, round(len(lengths) * 0.95))]
    pairs = [(line, after) for line, after in pairwise(lines) if not after.after_blank]
    full = sum(_full(line, after, width) and not ends_sentence(line.text) for line, after in pairs)
    return width if width <= WRAPPED_WIDTH and full >= 2 and full * 2 >= len(pairs) else None


def _full(line: _Line, after: _Line, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on this one, give or take a ragged margin."""
    return line.indent + len(line.text) + 1 + len(after.text.split(maxsplit=1)[0]) > width - 6


def _joined(lines: Sequence[_Line]) -> tuple[tuple[_Line, ...], ...]:
    """Lines as paragraphs: a wrapped line goes with the next one, as does one broken off before a small letter."""
    width = _wrapped_width(lines)
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and _continues(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(map(tuple, groups))


def _continues(line: _Line, after: _Line, width: int | None) -> bool:
    if after.after_blank or _BULLET.match(after.text) or _HASHES.match(after.text) or _HASHES.match(line.text):
        return False
    if line.text[-1:] == "|" and published_line(line.text) is not None:
        return False
    if width is not None:
        return after.indent <= line.indent + 1 and _full(line, after, width)
    return after.text[0].islower() and not ends_sentence(line.text) and not line.text.endswith(":")


# ── what to drop ────────────────────────────────────────────────────────────────────────────────────────────────────

MENU_LINES, MENU_WORDS = 6, 4  # so many lines above an article, of so many words at most, are a menu
HEADLINES = 2  # lines above an article that may be its own where none gives the date
TRAILING_HEADLINES = 3  # so many lines in a row at the end that are no sentences are other articles' headlines


def dropped(text: str, *, already: Iterable[Dropped] = ()) -> tuple[Dropped, ...]:
    """What no reading may use, in order, without overlaps; *already* are spans known beforehand (front matter)."""
    found = list(already)
    lines = _lines(text, [drop.span for drop in found])
    width = _wrapped_width(lines)
    for index, line in enumerate(lines):
        in_paragraph = index > 0 and _continues(lines[index - 1], line, width)
        if _RELATED.fullmatch(line.text):
            continue
        if not in_paragraph and not _is_filed(line.text) and (reason := reason_to_drop(_unmarked(line.text))):
            found.append(Dropped(line.span, reason))
        else:
            found.extend(_tail(line))
    found.sort(key=lambda drop: drop.span)
    found.extend(_menu_above(text, found))
    found.extend(_lists_of_others(text, found))
    return _apart(found)


def _unmarked(line: str) -> str:
    """A line without the marks of a list, heading or quotation in front, and without brackets or emphasis around it."""
    line = _HASHES.sub("", _QUOTE_MARK.sub("", line, count=1), count=1)
    return line.strip("_* \t") or line


def _tail(line: _Line) -> Iterator[Dropped]:
    for entry in tail_patterns():
        for pattern in entry.patterns:
            if match := pattern.search(line.text):
                yield Dropped(Span(line.span.start + match.start(), line.span.end), entry.reason)
                return


def _menu_above(text: str, found: Sequence[Dropped]) -> Iterator[Dropped]:
    """The names of sections in short lines above an article: all but its headlines and the line with its date."""
    groups = _joined(_lines(text, [drop.span for drop in found]))
    prose = next((i for i, group in enumerate(groups) if _is_prose(group)), 0)
    above = [(group, " ".join(line.text for line in group)) for group in groups[:prose]]
    dated = max((i for i, (_, line) in enumerate(above) if date_line(line)), default=len(above) - HEADLINES - 1)
    menu = above[: dated + 1]
    if sum(len(line.split()) <= MENU_WORDS for _, line in menu) >= MENU_LINES:
        yield from (Dropped(_over(group), "cookie notice or menu") for group, line in menu if not date_line(line))


def _lists_of_others(text: str, found: Sequence[Dropped]) -> Iterator[Dropped]:
    """Lists of other articles: at the end of the text, or after a line that announces them."""
    groups = _joined(_lines(text, [drop.span for drop in found]))
    last_prose = max((i for i, group in enumerate(groups) if _is_prose(group)), default=None)
    if last_prose is None:
        return
    rest = groups[last_prose + 1 :]
    at_end = len(groups) - len(rest) if rest and _are_headlines(groups[last_prose], rest) else len(groups)
    announced = False
    for index, group in enumerate(groups):
        announced = _announces(group) or (announced and not _is_prose(group))
        if announced or index >= at_end:
            yield Dropped(_over(group), "list of other articles")


def _announces(group: Sequence[_Line]) -> bool:
    return len(group) == 1 and bool(_RELATED.fullmatch(group[0].text) or _ABOUT_AUTHOR.fullmatch(group[0].text))


def _is_prose(group: Sequence[_Line]) -> bool:
    """Whether a paragraph reads as text: it ends as a sentence, or announces one, or is too long for a headline."""
    line = " ".join(part.text for part in group)
    words = len(line.split())
    if line.rstrip(_CLOSING).endswith("?"):
        return words > 20
    return (ends_sentence(line) and (words > 5 or title_share(line) < 0.7)) or words > 35


def _are_headlines(before: Sequence[_Line], rest: Sequence[Sequence[_Line]]) -> bool:
    lines = [" ".join(part.text for part in group) for group in rest]
    if before[-1].text.endswith(":"):
        return False
    if lines[0].endswith(":"):  # a list the article itself makes
        return False
    if all(_BULLET.match(line) for line in lines):
        return (
            len(lines) >= TRAILING_HEADLINES
            and sum(title_share(_BULLET.sub("", line)) > 0.7 for line in lines) * 4 >= len(lines) * 3
        )
    return len(lines) >= TRAILING_HEADLINES


def _over(group: Sequence[_Line]) -> Span:
    return Span(group[0].span.start, group[-1].span.end)


def _apart(found: Iterable[Dropped]) -> tuple[Dropped, ...]:
    """Sorted, later ones cut where they overlap an earlier one."""
    result: list[Dropped] = []
    for drop in sorted(found, key=lambda d: d.span):
        start = max(drop.span.start, result[-1].span.end if result else 0)
        if start < drop.span.end:
            result.append(Dropped(Span(start, drop.span.end), drop.reason))
    return tuple(result)


# ── what to read ────────────────────────────────────────────────────────────────────────────────────────────────────

HEADLINE_WORDS = 30
HEADING_WORDS = 14


def blocks(article: Article, *, is_place: IsPlace = known_place) -> tuple[Block, ...]:
    """What of an article may be read, in the order of the text; dropped spans are left out, markers of lists too."""
    return blocks_of(article.text, article.dropped, is_place=is_place)


def blocks_of(text: str, drops: Iterable[Dropped] = (), *, is_place: IsPlace = known_place) -> tuple[Block, ...]:
    """The blocks of a text, with *drops* left out; `is_place` tells a dateline's place from any other word."""
    groups = _joined(_lines(text, [drop.span for drop in drops]))
    shown = plain(text)
    result: list[Block] = []
    in_head = True
    for index, group in enumerate(groups):
        span = _over(group)
        line = shown[span.start : span.end]
        kind, skip = _kind(
            line,
            len(group),
            in_head=in_head,
            opened=bool(result),
            last=index == len(groups) - 1,
            alone=len(groups) == 1,
        )
        filed_here = in_head and (date_line(line) or (result and place_line(line, is_place=is_place)))
        if filed_here or _says_when(line):
            result.append(Block(span, BlockKind.DATELINE))
            continue
        in_head = in_head and kind is not BlockKind.LIST_ITEM
        if kind is BlockKind.PARAGRAPH and in_head:
            in_head = False
            if found := dateline(line, is_place=is_place) or inner_dateline(line):
                if found.start:
                    result.append(Block(Span(span.start, span.start + found.start), BlockKind.HEADLINE))
                result.append(Block(Span(span.start + found.start, span.start + found.end), BlockKind.DATELINE))
                skip = found.end + len(line[found.end :]) - len(line[found.end :].lstrip())
        if span.start + skip < span.end:
            result.append(Block(Span(span.start + skip, span.end), kind))
    return tuple(result)


def _is_filed(line: str) -> bool:
    """ "New Delhi | Feb 21, 2024": no writer's name before the date, but a place."""
    filed = date_line(line)
    return filed is not None and filed.place is not None and known_place(filed.place)


def _says_when(line: str) -> bool:
    """Whether a line behind the body says when the page was published."""
    return is_labelled(line) and published_line(line) is not None


def _kind(line: str, lines: int, *, in_head: bool, opened: bool, last: bool, alone: bool) -> tuple[BlockKind, int]:
    """What a paragraph is, and how many characters of marks stand before its first word."""
    if mark := _HASHES.match(line):
        return (BlockKind.HEADING if opened else BlockKind.HEADLINE), mark.end()
    if mark := _BULLET.match(line):
        return BlockKind.LIST_ITEM, mark.end()
    skip = mark.end() if (mark := _QUOTE_MARK.match(line)) else 0
    words = len(line.split())
    if alone or lines > 2 or not _untitled_end(line):
        return BlockKind.PARAGRAPH, skip
    if in_head and not last and words <= HEADLINE_WORDS:
        return BlockKind.HEADLINE, skip
    short = words <= HEADING_WORDS and len(line) <= WRAPPED_WIDTH and line[0].isupper()
    return (BlockKind.HEADING if short and lines == 1 else BlockKind.PARAGRAPH), skip


def _untitled_end(line: str) -> bool:
    """Whether a line ends as a title does: no stop, comma or semicolon; a question only in title case or if short."""
    core = line.rstrip(_CLOSING)
    if core.endswith("?"):
        return title_share(core) > 0.7 or len(core.split()) <= 8
    return not ends_sentence(line) and not core.endswith((",", ";", "—", "–", "-"))


def headline(text: str, drops: Iterable[Dropped] = (), *, is_place: IsPlace = known_place) -> Span | None:
    """Where the article's own title stands, None where the text opens with its body."""
    found = blocks_of(text, drops, is_place=is_place)
    first = next((block for block in found if block.kind is not BlockKind.DATELINE), None)
    return first.span if first and first.kind is BlockKind.HEADLINE else None


def stated_dateline(
    text: str, drops: Iterable[Dropped] = (), *, is_place: IsPlace = known_place
) -> tuple[Dateline, ...]:
    """The datelines and date lines before the body, in order, with offsets into *text*."""
    shown = plain(text)
    found = []
    for block in blocks_of(text, drops, is_place=is_place):
        if block.kind is BlockKind.DATELINE:
            line = _stated(shown[block.span.start : block.span.end].rstrip(), is_place)
            if line:
                found.append(replace(line, start=line.start + block.span.start, end=line.end + block.span.start))
    return tuple(found)


def _stated(words: str, is_place: IsPlace) -> Dateline | None:
    opening, dated = dateline(words + " The", is_place=is_place), date_line(words)
    if dated is not None and dated.day and not (opening and opening.day):
        return replace(dated, place=dated.place or (opening.place if opening else None))
    return opening or dated or place_line(words, is_place=is_place)


def filed(article: Article, *, is_place: IsPlace = known_place) -> tuple[int, int] | None:
    """Month and day of a dateline that leaves out the year; None where the article's date is known."""
    return dateline_day(article, is_place=is_place) if article.published is None else None


def dateline_day(article: Article, *, is_place: IsPlace = known_place) -> tuple[int, int] | None:
    """Month and day of a dateline that leaves out the year."""
    lines = stated_dateline(article.text, article.dropped, is_place=is_place)
    return next((line.yearless for line in lines if line.yearless), None)


def told_on(article: Article) -> date | None:
    """The article's today: a paper prints on the morrow what its dateline says was filed the day before."""
    if article.published is None:
        return None
    before = article.published - timedelta(1)
    return before if (before.month, before.day) == dateline_day(article) else article.published

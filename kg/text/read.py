"""Files and folders → articles: text, title, date and its basis, source, and what of the text is to be dropped."""

from __future__ import annotations

import hashlib
import json
import logging
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from email.utils import parsedate_to_datetime
from html import unescape
from pathlib import Path
from typing import Any

from kg.model import Article, DateBasis, Dropped, Span
from kg.text.boilerplate import dropped, headline, plain, stated_dateline
from kg.text.dateline import IsPlace, known_place
from kg.text.dates import full_day
from kg.text.published import published_line

__all__ = ["READERS", "Unreadable", "articles", "plain"]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """
    What could not be read as an article, and why, in words. `skipped` where a folder holds a file that is no article by
    its suffix: worth telling, no failure.
    """

    path: str
    reason: str
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read: where it is, under which id, and where the user's word "-" stands for standard input."""

    path: Path | None
    id: str


Read = Iterator[Article | Unreadable]


def articles(paths: Iterable[str | Path], *, given: date | None = None, is_place: IsPlace = known_place) -> Read:
    """
    Each article in *paths*, files or folders ("-": standard input), in the order given, folders sorted by path.

    An article is dated by what its file or page declares, then by a full date in its dateline, then by *given*; never
    by today or the file's time. Its id is its file's name, with folders where two files share one. A file named twice
    is read once. What cannot be read comes as `Unreadable` in its place and stops nothing.
    """
    seen: dict[str, str] = {}
    for found in _sources(tuple(paths)):
        if isinstance(found, Unreadable):
            yield found
            continue
        where = str(found.path or "-")
        for item in _read(found):
            if isinstance(item, Article) and item.id in seen:
                yield Unreadable(
                    where, f'the id "{item.id}" is already that of an article in {seen[item.id]}; ids must be unique'
                )
            elif isinstance(item, Article):
                seen[item.id] = where
                yield _completed(item, given, is_place)
            else:
                yield item


# ── which files ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _sources(paths: tuple[str | Path, ...]) -> Iterator[Source | Unreadable]:
    listed = [entry for path in paths for entry in _listed(path)]
    names = Counter(path.name for path, _ in dict.fromkeys((p.resolve(), None) for p, _ in _files(listed)))
    in_folder = Counter(within for _, within in _files(listed))
    done: set[Path] = set()
    for path, within in listed:
        if isinstance(path, Unreadable):
            yield path
        elif str(path) == "-":
            yield Source(None, "stdin")
        elif path.resolve() not in done:
            done.add(path.resolve())
            unique = path.name if names[path.name] == 1 else within if in_folder[within] == 1 else path.as_posix()
            yield Source(path, unique)


def _files(listed: Iterable[tuple[Path | Unreadable, str]]) -> Iterator[tuple[Path, str]]:
    return ((path, within) for path, within in listed if isinstance(path, Path) and str(path) != "-")


def _listed(path: str | Path) -> Iterator[tuple[Path | Unreadable, str]]:
    """Each file under a path, sorted, with its path from that folder on."""
    root = Path(path)
    if str(path) == "-":
        yield root, "-"
    elif root.is_dir():
        found = sorted(p for p in root.rglob("*") if p.is_file() and not _hidden(p.relative_to(root)))
        if not any(p.suffix.lower() in READERS for p in found):
            yield Unreadable(str(root), f"no article in this folder; articles end in {_suffixes()}"), ""
        for each in found:
            within = f"{root.resolve().name}/{each.relative_to(root).as_posix()}"
            if each.suffix.lower() in READERS:
                yield each, within
            else:
                yield (
                    Unreadable(str(each), f"not an article by its ending; articles end in {_suffixes()}", skipped=True),
                    within,
                )
    elif not root.exists():
        yield Unreadable(str(root), "no such file or folder"), ""
    elif root.suffix.lower() not in READERS:
        yield (
            Unreadable(str(root), f'cannot read "{root.suffix or root.name}" files; articles end in {_suffixes()}'),
            "",
        )
    else:
        yield root, f"{root.resolve().parent.name}/{root.name}"


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _suffixes() -> str:
    return ", ".join(READERS)


# ── bytes → text ────────────────────────────────────────────────────────────────────────────────────────────────────


def _read(source: Source) -> Read:
    where = str(source.path or "-")
    try:
        raw = source.path.read_bytes() if source.path else sys.stdin.buffer.read()
    except OSError as error:
        yield Unreadable(where, f"cannot be opened: {error.strerror or error}")
        return
    text = _decoded(raw, where)
    if isinstance(text, Unreadable):
        yield text
        return
    suffix = source.path.suffix.lower() if source.path else _guessed(text)
    blank = Article(id=source.id, text=text, sha256=hashlib.sha256(raw).hexdigest())
    yield from READERS[suffix](blank, where)


def _decoded(raw: bytes, where: str) -> str | Unreadable:
    if not raw.strip():
        return Unreadable(where, "empty")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\0" in raw:
        return Unreadable(where, "not text: it holds NUL bytes")
    else:
        encoding = "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        try:
            text = raw.decode("cp1252")
        except UnicodeDecodeError:
            return Unreadable(
                where, f"not text: byte {error.start} fits neither UTF-8 nor Windows-1252; save it as UTF-8"
            )
        log.warning("%s: not UTF-8, read as Windows-1252", where)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.strip() else Unreadable(where, "empty")


def _guessed(text: str) -> str:
    opening = text.lstrip()[:200].lower()
    if opening.startswith("{"):
        return ".jsonl"
    return ".html" if re.match(r"<!doctype html|<html|<\?xml", opening) else ".txt"


# ── readers ─────────────────────────────────────────────────────────────────────────────────────────────────────────

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_FIELD = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:[ \t]*(.*?)[ \t]*")
# What files call these, in the order of trust.
KEYS = {
    "title": ("title", "headline"),
    "text": ("text", "body", "content", "article", "maintext"),
    "published": (
        "published", "date_published", "published_at", "date_publish", "publish_date", "pubdate", "pub_date",
        "publicationdate", "publication_date", "datepublished", "date", "time", "timestamp",
    ),
    "publisher": ("publisher", "source", "outlet", "site_name", "sitename", "newspaper", "publication"),
    "author": ("author", "authors", "byline", "creator"),
    "url": ("url", "link", "canonical", "source_url"),
    "id": ("id", "uuid", "guid", "_id"),
}  # fmt: skip


def _plain_text(blank: Article, where: str) -> Read:
    match = _FRONT_MATTER.match(blank.text)
    fields = [_FIELD.fullmatch(line) for line in match[1].splitlines() if line.strip()] if match else []
    if not match or not all(fields):
        yield blank
        return
    if not blank.text[match.end() :].strip():
        yield Unreadable(where, "empty after its front matter")
        return
    values = {field[1]: field[2].strip("\"'") for field in fields if field}
    yield _described(replace(blank, dropped=(Dropped(Span(0, match.end()), "front matter"),)), values, where)


def _json_lines(blank: Article, where: str) -> Read:
    for number, line in enumerate(blank.text.split("\n"), 1):
        if line.strip():
            yield _json_line(replace(blank, id=f"{blank.id}#{number}"), line, f"{where}, line {number}")


def _json_line(blank: Article, line: str, where: str) -> Article | Unreadable:
    try:
        values = json.loads(line)
    except json.JSONDecodeError as error:
        return Unreadable(where, f"not JSON: {error.msg} at character {error.pos + 1}")
    except RecursionError:
        return Unreadable(where, "not usable: nested too deeply")
    if not isinstance(values, dict):
        return Unreadable(where, 'not an article: each line must be an object, {"text": …}')
    text = _value(values, "text")
    if not text:
        return Unreadable(where, f"no text: an article needs one of the fields {', '.join(KEYS['text'])}")
    named = _value(values, "id")
    digest = hashlib.sha256(line.encode("utf-8", "surrogatepass")).hexdigest()
    text = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode()
    return _described(replace(blank, id=named or blank.id, text=text, sha256=digest), values, where)


def _value(values: Mapping[str, Any], name: str) -> str | None:
    """The first field under a name for *name* that holds words, a number, a list of them or a named object."""
    lower = {str(key).lower(): value for key, value in values.items()}
    return next((words for key in KEYS[name] if (words := _words(lower.get(key)))), None)


def _words(value: object) -> str | None:
    if isinstance(value, list):
        return ", ".join(words for item in value if (words := _words(item))) or None
    if isinstance(value, dict):
        return _words(value.get("name"))
    if isinstance(value, bool) or value is None:
        return None
    return str(value).strip() or None


def _described(article: Article, values: Mapping[str, Any], where: str) -> Article:
    published = None
    if words := _value(values, "published"):
        published = stated_day(words)
        if published is None:
            log.warning('%s: "%s" is no date that can be told; write YYYY-MM-DD', where, words)
    return replace(
        article,
        title=_value(values, "title"),
        published=published,
        date_basis=DateBasis.STATED if published else DateBasis.UNKNOWN,
        url=_value(values, "url"),
        publisher=_value(values, "publisher"),
        author=_value(values, "author"),
    )


def stated_day(words: str) -> date | None:
    """
    The day that a field for dates gives: ISO 8601 with or without a time, a mail date, or a day in words. The day is
    that of the zone it is written in. None where it cannot be told.
    """
    words = words.strip()
    if match := re.match(r"(\d{4}-\d\d-\d\d)(?=$|[T ])", words):
        return full_day(match[1])
    if match := re.fullmatch(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?", words):
        return full_day("-".join(match.groups()))
    try:
        return full_day(words) or parsedate_to_datetime(words).date()
    except ValueError:
        return None


# ── web pages ───────────────────────────────────────────────────────────────────────────────────────────────────────

_META = re.compile(r"<meta\b[^>]*>", re.I)
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_CANONICAL = re.compile(r"<link\b[^>]*\brel\s*=\s*[\"']?canonical\b[^>]*>", re.I)
_JSON_LD = re.compile(r"<script\b[^>]*type\s*=\s*[\"']?application/ld\+json[^>]*>(.*?)</script>", re.I | re.S)
_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title>", re.I | re.S)
_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.I | re.S)
_TAG = re.compile(r"<[^>]+>")
# Declared names, in the order of trust.
META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "published": (
        "article:published_time", "og:article:published_time", "article:published", "datepublished", "date",
        "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "pubdate", "publishdate", "publish-date",
        "publication_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    ),
    "publisher": ("og:site_name", "publisher", "dc.publisher", "application-name"),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "byl"),
    "url": ("og:url",),
}  # fmt: skip


def _web_page(blank: Article, where: str) -> Read:
    import trafilatura

    page = blank.text
    body = trafilatura.extract(
        page, output_format="txt", include_comments=False, include_tables=False, with_metadata=False, deduplicate=False
    )
    if not body or not body.strip():
        yield Unreadable(where, "no article text found on this page")
        return
    values = _declared(page)
    text = _visible(body)
    title = _own_title(values.get("title"), values.get("publisher"))
    if title and _bare(title) not in _bare(text[: 3 * len(title) + 200]):
        text = f"{title}\n\n{text}"
    yield _described(replace(blank, text=text), {**values, "title": title}, where)


def _visible(text: str) -> str:
    """Text from a page, which has no offsets to keep: without characters that do not show."""
    return re.sub("[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]", "", text).strip()


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()


def _declared(page: str) -> dict[str, str]:
    """What a page declares of itself; a date only where it is declared as one."""
    metas: dict[str, str] = {}
    for tag in _META.findall(page):
        attributes = {key.lower(): unescape(a or b or c) for key, a, b, c in _ATTRIBUTE.findall(tag)}
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if name and attributes.get("content", "").strip():
            metas.setdefault(name.lower(), attributes["content"].strip())
    values = {
        key: value for key, names in META.items() if (value := next((metas[n] for n in names if n in metas), None))
    }
    if values.get("author", "").startswith("http"):
        del values["author"]
    for key, value in _linked_data(page).items():
        values.setdefault(key, value)
    if link := _CANONICAL.search(page):
        attributes = {key.lower(): unescape(a or b or c) for key, a, b, c in _ATTRIBUTE.findall(link[0])}
        values["url"] = attributes.get("href") or values.get("url", "")
    for pattern in (_HEADING, _TITLE):
        if (
            "title" not in values
            and (match := pattern.search(page))
            and (words := unescape(_TAG.sub(" ", match[1])).strip())
        ):
            values["title"] = " ".join(words.split())
    return values


def _linked_data(page: str) -> dict[str, str]:
    """What the page's JSON-LD says of the first article in it."""
    for script in _JSON_LD.findall(page):
        try:
            data = json.loads(script, strict=False)
        except (json.JSONDecodeError, RecursionError):
            continue
        for item in _items(data):
            types = item.get("@type")
            if any("Article" in str(t) or "Posting" in str(t) for t in (types if isinstance(types, list) else [types])):
                fields = {
                    "title": item.get("headline"),
                    "published": item.get("datePublished"),
                    "publisher": item.get("publisher"),
                    "author": item.get("author"),
                }
                return {key: words for key, value in fields.items() if (words := _words(value))}
    return {}


def _items(data: object) -> Iterator[dict[str, Any]]:
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            yield from _items(item.get("@graph", []))


def _own_title(title: str | None, site: str | None) -> str | None:
    """A page's title without the site's name behind a bar or dash."""
    if not title:
        return None
    if site:
        title = re.sub(rf"\s+[|–—-]\s+{re.escape(site)}\s*$", "", title, flags=re.I)
    return re.sub(r"\s+\|\s+[^|]{2,40}$", "", title).strip() or None


# suffix → reader
READERS: dict[str, Callable[[Article, str], Read]] = {
    ".txt": _plain_text,
    ".md": _plain_text,
    ".html": _web_page,
    ".htm": _web_page,
    ".jsonl": _json_lines,
}


# ── what the text itself says of the article ────────────────────────────────────────────────────────────────────────

_BYLINE = re.compile(r"(?:by|author|written by|story by)\s?:?\s+(?P<names>[^|•·–—,\d]{3,80}?)\s*(?:[|•·–—,].*)?", re.I)
_STAFF = re.compile(r"(?:our|a|the|staff|agenc(?:y|ies)|news|web|reuters|ap|afp)\b", re.I)


_DATED_DROPS = ("byline", "caption or picture credit", "cookie notice or menu")


def _completed(article: Article, given: date | None, is_place: IsPlace) -> Article:
    drops = dropped(article.text, already=article.dropped)
    lines = stated_dateline(article.text, drops, is_place=is_place)
    published, basis = article.published, article.date_basis
    if published is None:
        published = next((line.day for line in lines if line.day), None) or _dropped_day(article.text, drops)
        basis = DateBasis.STATED if published else DateBasis.UNKNOWN
    if published is None and given is not None:
        published, basis = given, DateBasis.GIVEN
    title = article.title
    if title is None and (span := headline(article.text, drops, is_place=is_place)):
        title = " ".join(plain(article.text)[span.start : span.end].split())
    return replace(
        article,
        dropped=drops,
        title=title,
        published=published,
        date_basis=basis,
        dateline=next((line.place for line in lines if line.place), None),
        author=article.author or _author(article.text, drops),
    )


def _dropped_day(text: str, drops: Iterable[Dropped]) -> date | None:
    """The day beside a byline or another line that is not read."""
    lines = (plain(text)[drop.span.start : drop.span.end].strip() for drop in drops if drop.reason in _DATED_DROPS)
    return next((day for line in lines if (day := published_line(line))), None)


def _author(text: str, drops: Iterable[Dropped]) -> str | None:
    """Who a byline names, None for an agency or a desk."""
    for drop in drops:
        match = (
            _BYLINE.fullmatch(plain(text)[drop.span.start : drop.span.end].strip()) if drop.reason == "byline" else None
        )
        if match and not _STAFF.match(match["names"]):
            return match["names"].strip()
    return None

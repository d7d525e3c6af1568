"""When: the day, month or stretch of days that the text gives an event."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property

from kg.facts.link import Linked
from kg.facts.places import MODIFIERS, PLACES, Places
from kg.facts.programme import programme_day, tells_hour
from kg.facts.qualify import status as status_of
from kg.facts.status_words import cues
from kg.model import TOLD_BEFORE, TOLD_FIRST, Status, When
from kg.text.boilerplate import BlockKind, blocks, filed, plain, told_on
from kg.text.dates import FROM_ARTICLE, NUMBERS, ORDINALS, WEEKDAYS, Role, TimeMention, times

LEAD_BLOCKS = 3  # headline, dateline and first paragraph
WEEK = 7  # days
LEAP_YEAR = 2000  # stands in where no year is known
_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_MONTH = re.compile(r"\d{4}(?:-\d\d)?")
_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)")
LONG = frozenset({"month", "year", "decade"})  # of talks that no one day is that of
_AHEAD = re.compile(r"\b(?:will|shall|due|plans?|scheduled|expected|hopes?|set to|is to|are to|would)\b")
# counted from a day of the story; without one they say nothing
_FROM_STORY = re.compile(
    r"\b(?:later|earlier|before|after|afterwards|beforehand|prior|previous|following|next|same|preceding)\b", re.I
)
_FROM_TODAY = re.compile(
    r"\b(?:next|earlier|later)\s(?:this\s)?(?:week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.I,
)


_OF_TODAY = re.compile(r"\b(?:this|last|next) (?:year|month|week)\b", re.I)  # of a day that is not known
_STATED = re.compile(r"\d{4}(?:-\d\d){1,2}$")  # a month or a day; a year alone is more often that of something else
EARLIER = frozenset({"previous", "earlier", "last", "prior", "past"})  # meetings than the one told
REFUSING = frozenset({"refuse", "decline", "fail"})
OBLIQUE = ("obl", "obl:unmarked", "nmod:unmarked", "advmod")
_LIMITING = frozenset({"before", "until", "till", "unless"})
_MEANWHILE = frozenset({"when", "as", "while"})
WHEN_CLAUSE = 8  # the rank of a time that a clause with "when" explains; what it limits is another clause
_COUNTED_CLAUSES = frozenset({"advcl", "acl:relcl", "acl", "advcl:relcl"})
_NAMELESS = frozenset({"that day", "the same day", "same day"})
_IN_THE_DAY = frozenset({"the in", "the during", "that earlier", "that later"})  # the words before "day", backwards
_SEALING = frozenset({"sign", "initial", "ink", "agree"})  # what comes of talks on their last day
COUNTED = "counted from the day of what came after or before it"
RIGHT_BEHIND = 8  # tokens from a meeting to its date, over names and places
_OPENING = frozenset({"-", "–", "—", ":"})  # behind the time that heads an entry of a chronology
LENGTH = 6  # tokens back to how many days an event lasts


class Timing:
    """Finds the time of each event of one article."""

    def __init__(self, linked: Linked, places: Places) -> None:
        self.linked = linked
        self.places = places
        self.syntax = linked.syntax
        self.tokens = linked.document.tokens
        self.document = linked.document
        self.words = places.words
        self.text = plain(linked.text).replace("\n", " ")
        self.blocks = blocks(linked.document.article)
        self._times: dict[tuple[int, str], tuple[tuple[int, TimeMention], ...]] = {}
        self.filed = filed(linked.document.article) or self._said_today()
        self._weekday = self._filed_weekday()
        self.anchors = self._anchors(plans=True)
        self._told = self._anchors(plans=False)

    def _said_today(self) -> tuple[int, int] | None:
        """ "are meeting this Tuesday, April 25": month and day of a page that has no date of its own."""
        if self.document.article.published is not None:
            return None
        opening = (n for n, sentence in enumerate(self.document.sentences) if sentence.block < self.lead_blocks)
        for mention in (m for n in opening for m in times(self._sentence_text(n))):
            match = _YEARLESS.fullmatch(mention.when.edtf or "")
            if match and mention.when.wording.lower().startswith(("this ", "today", "tonight")):
                return int(match[1]), int(match[2])
        return None

    def _filed_weekday(self) -> int | None:
        """The weekday of a dateline without a year: wires tell first what happened on the day they file."""
        if self.filed is None:
            return None
        body = (b.span.start for b in self.blocks if b.kind is BlockKind.PARAGRAPH)
        start = next(body, 0)
        number = next((n for n, s in enumerate(self.document.sentences) if self.tokens[s.last - 1].end > start), None)
        if number is None:
            return None
        words = self._sentence_text(number)
        told = [m for m in times(words, published=None, tense="past") if m.role is Role.AT]
        days = {m.when.wording.lower().split()[0] for m in told}
        if _AHEAD.search(words) or days & {"today", "yesterday", "tomorrow", "tonight"}:
            return None
        weekdays = days & set(WEEKDAYS)
        return WEEKDAYS.index(weekdays.pop()) if len(weekdays) == 1 else None

    def _anchors(self, *, plans: bool) -> list[When | None]:
        """
        For each sentence the last day that the story named before it, in the same paragraph or the one before.

        Where it named none there, the last month or year. Without *plans* only days of what is told as done.
        """
        found: list[When | None] = []
        days: tuple[int, When] | None = None
        months: tuple[int, When] | None = None
        for number, sentence in enumerate(self.document.sentences):
            near = [each[1] for each in (days, months) if each is not None and sentence.block - each[0] <= 1]
            found.append(near[0] if near else None)
            ahead = bool(_AHEAD.search(self._sentence_text(number)))
            if ahead and not plans:
                continue
            read = [m.when for m in self._read(number, None if ahead else "past", found[-1]) if m.role is Role.AT]
            if named := [when for when in read if _is_day(when)]:
                days = sentence.block, named[-1]
            elif named := [when for when in read if when.edtf and _MONTH.fullmatch(when.edtf)]:
                months = sentence.block, named[-1]
        return found

    @cached_property
    def _today(self) -> date | None:
        """The article's today."""
        return told_on(self.document.article)

    def _sentence_text(self, number: int) -> str:
        sentence = self.document.sentences[number]
        return self.text[self.tokens[sentence.first].start : self.tokens[sentence.last - 1].end]

    # ── one event ───────────────────────────────────────────────────────────────────────────────────────────────────

    def of(self, trigger: int, heads: set[int], status: Status) -> tuple[When | None, When | None]:
        """First and last day of the event at *trigger*; the last only where the text gives one."""
        tense = self.direction(trigger, status)
        found = self._ranked(trigger, heads, tense)
        untold = self._now(trigger, status) or self._counted(trigger, status) or self._said_after(trigger, status)
        untold = untold or self._on_programme(trigger, status)
        own = found[0][1] if found else None
        if own is not None and own.edtf is None and own.wording.lower() in _NAMELESS:
            own = self._same_day(trigger, heads, status) or own
        when = own or untold or self._same_day(trigger, heads, status)
        if when is None:
            return None, None
        if when.edtf and "/" in when.edtf:
            return split(when)
        return self._lasting(when, trigger, heads)

    def direction(self, trigger: int, status: Status) -> str:
        """ "past" or "future": where a weekday or a day without its year lies; what was called off lay ahead."""
        if status is Status.HAPPENED and (self._is_under_way(trigger) or self._is_present(trigger)):
            return "present"
        if status is Status.HAPPENED or self._is_told_back(trigger):
            return "past"
        if status is not Status.DENIED:
            return "future"
        clause = self.syntax.clause(trigger)
        words = {self.syntax.word(c) for c in self.syntax.children(clause, "aux", "aux:pass", "cop")}
        noun = not self.syntax.is_verb(trigger) and not words & {"did", "was", "were", "had"}
        slated = self.syntax.dep[trigger] == "xcomp" and self.syntax.lemma(self.syntax.head[trigger]) in cues().planning
        refused = self.syntax.lemma(clause) in REFUSING or (
            self.syntax.dep[clause] == "xcomp" and self.syntax.lemma(self.syntax.head[clause]) in REFUSING
        )
        if slated or refused:  # "were originally due to meet on May 3": the nearest such day
            return "present"
        return "future" if noun or words & {"will", "wo"} else "past"

    def _is_under_way(self, trigger: int) -> bool:
        """ "is visiting Georgia on March 30"."""
        clause = self.syntax.clause(trigger)
        present = {self.syntax.word(c) for c in self.syntax.children(clause, "aux")} == {"is"}
        return present and self.tokens[clause].tag == "VBG"

    def _is_present(self, trigger: int) -> bool:
        """ "meets X on 26 May", of a timetable or below a picture: the nearest such day."""
        told = self.syntax.is_verb(trigger) and self.tokens[trigger].tag in ("VBZ", "VBP")
        return told and self.syntax.clause(trigger) == trigger and not self.syntax.children(trigger, "aux")

    def _now(self, trigger: int, status: Status) -> When | None:
        """ "is currently meeting", "are now in talks": the article's day."""
        syntax, clause, today = self.syntax, self.syntax.clause(trigger), self._today
        if status is not Status.HAPPENED or today is None:
            return None
        present = {syntax.word(c) for c in syntax.children(clause, "aux", "cop")} & {"is", "are"}
        now = [c for c in syntax.children(clause, "advmod") if syntax.word(c) in self.words.now]
        return When(today.isoformat(), today, today, FROM_ARTICLE, syntax.word(now[0])) if present and now else None

    def _is_told_back(self, trigger: int) -> bool:
        """ "had let it be known that he would meet her on Tuesday": a plan of days gone by."""
        clause = self.syntax.clause(trigger)
        return any(
            self.syntax.word(c) == "had" for i in self.syntax.ancestors(clause) for c in self.syntax.children(i, "aux")
        )

    def _ranked(self, trigger: int, heads: set[int], tense: str) -> list[tuple[int, When]]:
        number = self.syntax.sentence_of[trigger]
        found = []
        for at, mention in self.times(number, tense):
            if self._is_new_day(at, trigger) or self._is_of_one_time(at, trigger):
                found.append((-1, mention.when))
                continue
            rank = self._mention_rank(at, mention, trigger, heads)
            if self._closes_place(at, trigger, heads):
                own = any(not any(map(self.syntax.is_verb, range(head, at))) for head in heads if head < at)
                rank = -1 if own else 35 if rank is None else min(rank, 35)  # "praised the talks in Rome | last week"
            if rank is None and self._is_right_behind(at, trigger):
                rank = 35
            if rank is not None and not self.syntax.is_verb(trigger) and self._is_next(at, trigger):
                rank = 0
            if rank == WHEN_CLAUSE or (rank is not None and self.counts(at, mention, trigger, tense)):
                found.append((rank + (40 if mention.role is Role.BY else 0), mention.when))
        return sorted(found, key=lambda pair: pair[0])

    def counts(self, at: int, mention: TimeMention, trigger: int, tense: str) -> bool:
        """Whether the time is one of the event, not a limit, nor counted from a day that is not told."""
        match mention.role:
            case Role.UNTIL:
                return tense == "past" and self._is_only_then(trigger)
            case Role.BEFORE | Role.AFTER:
                return False
            case Role.BY:
                return tense == "future"
            case Role.SINCE:
                since = any(self.tokens[j].lemma == "since" for j in range(max(0, at - 3), at))
                return not since or self._goes_on(trigger)
        return not self._is_loose(at, mention, tense)

    def _is_loose(self, at: int, mention: TimeMention, tense: str) -> bool:
        """ "the next day", "four days later" where the story named no day to count from."""
        wording = mention.when.wording
        if not _FROM_STORY.search(wording) or _FROM_TODAY.search(wording):
            return False
        if mention.when.edtf is None:
            return True
        if mention.when.basis.startswith("from an earlier"):
            return False
        return self.anchors[self.syntax.sentence_of[at]] is None and "day" in wording.lower()

    def _is_only_then(self, trigger: int) -> bool:
        """ "did not meet until January": then they did."""
        syntax = self.syntax
        negated = any(
            syntax.word(c) in ("not", "n't", "n’t") for c in syntax.children(syntax.clause(trigger), "advmod")
        )
        return negated and status_of(syntax, trigger) is Status.HAPPENED

    def _goes_on(self, trigger: int) -> bool:
        """ "have been meeting since Monday", "have held four rounds since May": it, or the series, began then."""
        syntax, clause = self.syntax, self.syntax.clause(trigger)
        if not any(syntax.word(c) in ("has", "have", "had") for c in syntax.children(clause, "aux")):
            return False
        if any(syntax.word(c) in ("not", "n't", "n’t", "never") for c in syntax.children(clause, "advmod")):
            return False
        return syntax.is_verb(trigger) or self.tokens[clause].tag == "VBG" or self.tokens[trigger].tag == "NNS"

    def times(self, number: int, tense: str | None) -> tuple[tuple[int, TimeMention], ...]:
        """(index of the token where it starts, time) of each time in a sentence."""
        cached = self._times.get((number, tense or ""))
        if cached is not None:
            return cached
        sentence = self.document.sentences[number]
        start = self.tokens[sentence.first].start
        found = []
        for mention in self._read(number, tense, self.anchors[number] if tense == "past" else None):
            inside = (
                i for i in range(sentence.first, sentence.last) if self.tokens[i].end > start + mention.span.start
            )
            at = next(inside, None)
            if at is not None:
                found.append((at, mention))
        self._times[(number, tense or "")] = tuple(found)
        return tuple(found)

    def _read(self, number: int, tense: str | None, anchor: When | None) -> tuple[TimeMention, ...]:
        return times(
            self._sentence_text(number),
            published=self._today,
            tense=tense,
            anchor=anchor,
            filed=self.filed,
            weekday=self._weekday,
            year_hint=self._years[number],
        )

    @cached_property
    def _years(self) -> list[int | None]:
        """For each sentence of an undated article the year of the day last told in its paragraph or the one before."""
        if self._today is not None or self.filed is not None:
            return [None] * len(self.document.sentences)
        found: list[int | None] = []
        last: tuple[int, int] | None = None
        for number, sentence in enumerate(self.document.sentences):
            words = self._sentence_text(number)
            apart = bool(_OF_TODAY.search(words))
            last = None if apart else last
            found.append(last[1] if last is not None and sentence.block - last[0] <= 1 else None)
            if not apart:
                said = [m.when.edtf for m in times(words, year_hint=found[-1]) if _STATED.match(m.when.edtf or "")]
                last = (sentence.block, int(str(said[-1])[:4])) if said else last
        return found

    # ── from a time to its event ────────────────────────────────────────────────────────────────────────────────────

    def _is_new_day(self, at: int, trigger: int) -> bool:
        """ "The talks set for May 3 were put off | to May 9": the day that counts from now on."""
        syntax, clause = self.syntax, self.syntax.clause(trigger)
        movable = syntax.lemma(clause) in cues().movable | {"advance"}
        own = trigger in (*syntax.subjects(clause), *syntax.patients(clause))
        behind = clause < at and syntax.word(at - 1) in ("to", "until", "till")
        return movable and own and behind and self._nothing_parts(clause, at)

    def _is_of_one_time(self, at: int, trigger: int) -> bool:
        """ "Have met twice since 1998, the last time in Rome | in May 1999"."""
        sentence = self.document.sentences[self.syntax.sentence_of[trigger]]
        told = self.syntax.told_of_one_time(trigger, sentence.last)
        return at in told

    def _mention_rank(self, at: int, mention: TimeMention, trigger: int, heads: set[int]) -> int | None:
        """How close a time stands to the event in the tree; None where it belongs to something else."""
        inside = self.inside(at, mention)
        if self._is_when_clause(inside[-1], trigger):
            return WHEN_CLAUSE
        top = self.top(at, mention)
        below = top
        if self.ends_a_limit(at, top, trigger):
            return None
        if self.syntax.children(top, "cop") and trigger in self.syntax.subjects(top):
            return 10  # "their previous summit was in May 2018"
        if top in self.syntax.told_of_time(self.syntax.clause(trigger)):
            return 10
        for distance, above in enumerate(self.syntax.ancestors(top)):
            if above not in inside:
                if above in heads:
                    return distance
                place = self.linked.mention_at.get(above)
                if below == top and place is not None and place.kind in PLACES:
                    if self.places.belongs(above, trigger, heads):  # "in Rome last May"
                        return 6
                    return 15 if self._is_where_clause(self.syntax.clause(trigger), above) else None
                rank = self._step(below, above, trigger, heads)
                if rank != 0:
                    return rank + distance if rank is not None else None
            below = above
        return None

    def ends_a_limit(self, at: int, top: int, trigger: int) -> bool:
        """ "is to be held before the truce lapses | on Friday", where the parser hangs the day on the first verb."""
        syntax, above = self.syntax, self.syntax.head[top]
        limits = (c for c in syntax.children(above, "advcl") if above < c < at and self._marks(c) & _LIMITING)
        return any(trigger not in syntax.subtree(c) and self._nothing_parts(c, at) for c in limits)

    def _nothing_parts(self, verb: int, at: int) -> bool:
        return all(self.tokens[j].text not in (",", ";") for j in range(verb, at))

    def _is_next(self, at: int, trigger: int) -> bool:
        """ "arrived on Saturday for | talks on Sunday": no word but a preposition between the event and its day."""
        return at - trigger == 2 and self.syntax.word(trigger + 1) in ("on", "in")

    def _is_right_behind(self, at: int, trigger: int) -> bool:
        """ "met at the White House on July 22": nothing but names and places lies between."""
        syntax = self.syntax
        if not trigger < at <= trigger + RIGHT_BEHIND or self.places.is_left_behind(trigger, {trigger}):
            return False
        return all(
            self.linked.mention_at.get(syntax.unit_of[j]) is not None
            or syntax.dep[j] in ("det", "det:predet")
            or syntax.word(j) in self.words.inside | {"on", "with", "of", "and", ","}
            or syntax.lemma(j) in self.words.buildings | self.words.settlements
            for j in range(trigger + 1, at)
        )

    def _closes_place(self, at: int, trigger: int, heads: set[int]) -> bool:
        """ "held talks with X in Rome | on March 7": the day behind the event's place, whatever it hangs on."""
        end = at - (self.syntax.word(at - 1) in ("on", "in", "last", "this"))
        place = self.linked.mention_before.get(end)
        if (
            place is None
            or place.kind not in PLACES
            or not trigger < place.first
            or self.places.is_left_behind(trigger, heads)
        ):
            return False
        inside = self.syntax.case(place.first).split()[:1] in (["in"], ["at"])
        return inside and self.places.belongs(place.first, trigger, heads)

    def inside(self, at: int, mention: TimeMention) -> range:
        """The tokens of a time that starts at token *at*."""
        sentence = self.document.sentences[self.syntax.sentence_of[at]]
        end = self.tokens[sentence.first].start + mention.span.end
        last = max((i for i in range(at, sentence.last) if self.tokens[i].start < end), default=at)
        return range(at, last + 1)

    def top(self, at: int, mention: TimeMention) -> int:
        """The token of a time that governs its others."""
        return min(self.inside(at, mention), key=lambda i: (len(list(self.syntax.ancestors(i))), i))

    def _is_when_clause(self, last: int, trigger: int) -> bool:
        """ "in 1993, when envoys met": the time that ends at *last* is that of the clause behind it."""
        whens = [
            c
            for c in self.syntax.children(self.syntax.clause(trigger), "advmod", "mark")
            if self.syntax.word(c) == "when"
        ]
        return bool(whens) and 0 < whens[0] - last <= 2 and (whens[0] - last == 1 or self.tokens[last + 1].text == ",")

    def _step(self, below: int, above: int, trigger: int, heads: set[int]) -> int | None:
        """The rank that the governor *above* of *below* gives; 0 where one must look further up, None where it ends."""
        syntax = self.syntax
        clause = syntax.clause(trigger)
        if above in self.places.triggers and not self.places.carries(above, trigger):
            if (syntax.dep[above], syntax.head[above]) == ("obl", clause) and syntax.case(above) in ("at", "during"):
                return 12  # "at the summit on Friday X met Y"
            reached = (
                above != clause
                and self.places.moves_to(above, trigger)
                and not self.places.is_left_behind(above, {above})
            )
            return 20 if reached else self._neighbour(below, above, clause)
        if syntax.is_verb(above) or syntax.children(above, "cop"):
            if above == clause:
                return None if self.places.is_left_behind(trigger, heads) else 10
            if syntax.dep[above] in ("acl", "acl:relcl") and syntax.head[above] in heads:
                return None if self.places.is_apart(above) or syntax.lemma(above) == "invite" else 5
            if self.places.moves_to(above, trigger):
                return 20
            return self._neighbour(below, above, clause)
        stops = (
            self.linked.key(above) is None
            and syntax.lemma(above) not in self.words.passable
            and syntax.tokens[above].pos == "NOUN"
            and syntax.case(above) not in self.words.inside
            and not (syntax.dep[below] in ("obl:unmarked", "nmod:unmarked", "nmod", "obl") and above == clause)
        )
        return None if stops else 0

    def _neighbour(self, below: int, verb: int, clause: int) -> int | None:
        """What the time of another verb says: "is due on Monday to meet", "left on Monday after meeting"."""
        syntax = self.syntax
        if below < clause and self._is_where_clause(clause, verb):
            return 15
        if self._is_speaker(verb, clause):
            return 30
        if below < verb and self._follows(clause, verb):
            return 25
        if verb in syntax.children(clause, "advcl") and self._marks(verb) & _MEANWHILE:
            return None if self.places.is_likewise(verb) else 30
        if syntax.dep[clause] == "advcl" and syntax.head[clause] == verb and verb not in self.places.triggers:
            said = syntax.lemma(verb) in self.words.reporting and not below < clause < verb
            return 30 if self._marks(clause) & _MEANWHILE and not said else None
        if syntax.dep[clause] == "xcomp" and syntax.head[clause] == verb:
            passive = syntax.is_passive(verb) or bool(syntax.children(verb, "cop"))
            refused = syntax.lemma(verb) in REFUSING  # "in May refused to meet him"
            return 12 if passive or refused or syntax.tokens[verb].tag in ("VBZ", "VBP") else None
        return None

    def _is_speaker(self, verb: int, clause: int) -> bool:
        """ "Speaking | when he met her, in May she had said": what is said is said when they met."""
        syntax = self.syntax
        speaks = syntax.head[clause]
        spoke = syntax.tokens[speaks].tag == "VBG" and self.places.spoke_when(speaks, clause)
        return spoke and verb in (speaks, syntax.head[speaks])

    def _marks(self, clause: int) -> set[str]:
        return {self.syntax.word(c) for c in self.syntax.children(clause, "mark", "advmod")}

    def _follows(self, clause: int, verb: int) -> bool:
        """ "In May they walked, talked and dined": what is said first holds for all that one subject does."""
        while self.places.continues(clause):
            clause = self.syntax.head[clause]
            if clause == verb:
                return True
        return False

    def _is_where_clause(self, clause: int, verb: int) -> bool:
        """ "were mended in March in Beijing, where they met", "went to a summit in May at which they met"."""
        syntax = self.syntax
        where = any(syntax.word(c) == "where" for c in syntax.children(clause, "advmod", "mark")) or any(
            syntax.word(c) == "which" and case in ("at", "during") for case, c in syntax.obliques(clause)
        )
        if not where or syntax.dep[clause] not in ("advcl", "acl:relcl", "advcl:relcl"):
            return False
        above = syntax.head[clause]
        goal = any(case == "for" for case, _ in syntax.obliques(verb))
        left = syntax.lemma(verb) in self.words.leaving and not goal
        came = left or syntax.case(above).startswith("from")
        return not came and verb in (above, syntax.head[above])

    # ── without a time of its own ───────────────────────────────────────────────────────────────────────────────────

    def _same_day(self, trigger: int, heads: set[int], status: Status) -> When | None:
        """The day told before, where a word ties the event to it: "later", "in the evening"."""
        instead = any(
            self.syntax.word(c) == "instead" for c in self.syntax.children(self.syntax.clause(trigger), "advmod")
        )
        days = self.anchors if instead else self._told  # what was dropped for it is told as a plan
        anchor = days[self.syntax.sentence_of[trigger]]
        clause = self.syntax.clause(trigger)
        in_the_day = self._is_in_the_day(clause) or (
            self.syntax.dep[clause] == "xcomp" and self._is_in_the_day(self.syntax.head[clause])
        )  # "later in the day is due | to see her"
        if anchor is None and in_the_day:
            anchor = self.lead  # "earlier that day", two paragraphs below the day
        if anchor is None or not _is_day(anchor):
            return None
        if in_the_day and (status is Status.HAPPENED or self._is_of_these_days(anchor)):
            return replace(anchor, basis=TOLD_BEFORE)
        if status is not Status.HAPPENED and not (status is Status.PLANNED and self._is_of_these_days(anchor)):
            return None
        if self.is_background(trigger):
            return None
        near = [j for h in {*heads, clause} for c in self.syntax.children(h) for j in self.syntax.subtree(c)[:5]]
        if not any(
            (self.syntax.word(j) in self.words.same_day and self.syntax.dep[j] == "advmod")
            or self.tokens[j].lemma in self.words.times_of_day
            for j in near
        ) and not tells_hour(self.linked, clause):
            return None
        return replace(anchor, basis=TOLD_BEFORE)

    def _is_of_these_days(self, day: When) -> bool:
        """Whether it is the article's today, or the day before, of which a paper prints what was then to come."""
        today = self._today
        return today is not None and day.last in (today, today - timedelta(1))

    def _on_programme(self, trigger: int, status: Status) -> When | None:
        """The day of a plan of which only the hour is told: "will see her at noon"."""
        if status is not Status.PLANNED:
            return None
        day = programme_day(self.linked, trigger, self._days_ahead)
        return replace(day, basis=TOLD_BEFORE) if day is not None else None

    def _days_ahead(self, number: int) -> list[tuple[int, When]]:
        return [(at, m.when) for at, m in self.times(number, "future") if m.role is Role.AT and _is_day(m.when)]

    def _is_in_the_day(self, clause: int) -> bool:
        """ "had spoken earlier in the day", "later that day"."""
        days = [j for j in self.syntax.subtree(clause) if self.syntax.word(j) == "day"]
        befores = (self.syntax.word(j - 1) + " " + self.syntax.word(j - 2) for j in days if j > 1)
        return any(words in _IN_THE_DAY for words in befores)

    def _counted(self, trigger: int, status: Status) -> When | None:
        """ "came two days after they met", "went home on Monday after meeting her": counted from the other's time."""
        syntax, noun = self.syntax, self._is_at_distance(trigger)
        clause = trigger if noun else syntax.clause(trigger)
        marks = [c for c in syntax.children(clause, "mark", "case") if syntax.word(c) in ("after", "before")]
        if status is not Status.HAPPENED or not marks or not (noun or syntax.dep[clause] in _COUNTED_CLAUSES):
            return None
        main = next((i for i in syntax.ancestors(clause) if syntax.is_verb(i) or syntax.children(i, "cop")), None)
        if main is None or (status_of(syntax, main) is not Status.HAPPENED and syntax.lemma(main) != "come"):
            return None  # "Monday's talks | come | a week after"
        own = [when for _, when in self._ranked(main, {main}, "past")]
        step = self._length_before(marks[0])
        base = own[0] if own else self.lead if step is not None else None
        if base is None or not _is_day(base):
            return None
        if step is None:
            said = syntax.lemma(main) in self.words.reporting and syntax.word(marks[0]) == "after"
            return replace(base, basis=COUNTED) if said else month_of(base)
        days, exact = step
        counted = replace(_shifted(base, days if syntax.word(marks[0]) == "before" else -days), basis=COUNTED)
        return counted if exact else month_of(counted)

    def _is_at_distance(self, noun: int) -> bool:
        """ "Met X, a week after | talks with Y"."""
        marks = [] if self.syntax.is_verb(noun) else self.syntax.children(noun, "case")
        return any(self.syntax.word(c) in ("after", "before") and self._length_before(c) is not None for c in marks)

    def _said_after(self, trigger: int, status: Status) -> When | None:
        """ "Told reporters on Tuesday after talks with X", "signed it today after talks": on the day of the talks."""
        syntax, verb = self.syntax, self.syntax.clause(trigger)
        after = syntax.head[trigger] == verb and syntax.case(trigger) in ("after", "following")
        if status is not Status.HAPPENED or not after or syntax.lemma(verb) not in self.words.reporting | _SEALING:
            return None
        own = [when for _, when in self._ranked(verb, {verb}, "past") if _is_day(when)]
        return replace(own[0], basis=COUNTED) if own and status_of(syntax, verb) is Status.HAPPENED else None

    def _length_before(self, i: int) -> tuple[int, bool] | None:
        """Days, and whether they are exact, of "two days | after", "a week | before", "hours | after"."""
        unit = self.syntax.lemma(i - 1) if i > self.document.sentences[self.syntax.sentence_of[i]].first else ""
        if unit in ("minute", "hour", "moment"):
            return 0, True
        days = {"day": 1, "night": 1, "week": 7, "month": 30.44}.get(unit)
        if days is None:
            return None
        word = self.syntax.word(i - 2) if i > 1 else ""
        number = 1 if word in ("the", "a", "an") else _number(word)
        return (round(days * (number or 1)), days == 1 and number is not None)

    def is_apart(self, trigger: int) -> bool:
        """Whether the event is told as past already, as of no certain day ("has met"), or as one of many."""
        syntax, clause = self.syntax, self.syntax.clause(trigger)
        if any(syntax.word(c) in ("had", "has", "have") for c in syntax.children(clause, "aux")):
            return True
        if self.places.is_left_behind(trigger, set(self._whole(trigger))) or self._is_counted_from(clause):
            return True
        if self._is_at_distance(trigger):
            return True
        some_day = any(syntax.word(c) in self.words.some_day for c in syntax.children(clause, "advmod"))
        some_day = some_day or any(syntax.word(c) in EARLIER for c in syntax.children(trigger, "amod"))
        return some_day or self.is_other_time(trigger)

    def is_other_time(self, trigger: int) -> bool:
        """ "Last time she met him": neither here nor now; "their two-year talks": not here and now alone."""
        syntax, clause = self.syntax, self.syntax.clause(trigger)
        if self._is_of_years(trigger):
            return True
        times = [c for c in (*syntax.children(clause, *OBLIQUE), syntax.head[clause]) if syntax.lemma(c) == "time"]
        return any(syntax.word(j) in ("last", "previous") for c in times for j in syntax.children(c))

    def _is_of_years(self, noun: int) -> bool:
        """ "The two-year peace talks", "years-long negotiations"."""
        beside = (c for c in self.syntax.children(noun, "amod", "compound", "nmod") if c < noun)
        inside = {j for c in beside for j in (c, *self.syntax.children(c))}
        joined = (j for j in inside if "-" in (self.syntax.word(j - 1), self.syntax.word(j + 1)))
        return any(self.syntax.lemma(j) in LONG for j in joined)

    def _is_counted_from(self, clause: int) -> bool:
        """ "Her visit comes two weeks after that of her rival, who also met him": of a day that is not told."""
        syntax = self.syntax
        above = (i for i in syntax.ancestors(clause) if not syntax.is_verb(i))
        marks = (c for i in above for c in syntax.children(i, "case") if syntax.word(c) in ("after", "before"))
        return any(self._length_before(c) is not None for c in marks)

    def clause_before(self, trigger: int) -> When | None:
        """ "On Thursday she saw X, and he called on Y": the day of what the event is joined to."""
        at = self.syntax.clause(trigger)
        for _ in range(3):
            above = self.syntax.head[at]
            beside = self.syntax.dep[at] == "parataxis" and bool(self.syntax.children(above, "cop"))
            if self.syntax.dep[at] not in ("conj", "parataxis") or not (beside or self.syntax.is_verb(above)):
                return None
            at = self.syntax.head[at]
            days = [when for _, when in self._ranked(at, {at}, "past") if _is_day(when)]
            if days and status_of(self.syntax, at) is Status.HAPPENED:
                return replace(days[0], basis=TOLD_BEFORE)
        return None

    def plan_before(self, trigger: int, allows: Callable[[int], bool]) -> When | None:
        """ "flies to Rome on May 3. She will meet him": the day of the journey or summit told right before it."""
        number = self.syntax.sentence_of[trigger] - 1
        sentences = self.document.sentences
        if number < 0 or sentences[number].block != sentences[number + 1].block or not allows(number):
            return None
        goes = self.words.gatherings | self.words.travelling
        tokens = self.tokens[sentences[number].first : sentences[number].last]
        days = {when.edtf: when for at, when in self._days_ahead(number) if not self._is_told_as_past(at)}
        several = any(re.search(r"-day$|^days$", t.text) for t in tokens)
        ahead = any(t.lemma.lower() in goes or self._is_awaited(t.i) for t in tokens)
        if len(days) != 1 or several or not ahead:
            return None
        return replace(next(iter(days.values())), basis=TOLD_BEFORE)

    def _is_awaited(self, i: int) -> bool:
        """ "is | due in Rome on May 3": there, and not to do something."""
        return self.places.is_awaited(i) and any(case in ("in", "at") for case, _ in self.syntax.obliques(i))

    def _is_told_as_past(self, at: int) -> bool:
        clause = self.syntax.clause(at)
        words = {self.syntax.word(c) for c in self.syntax.children(clause, "aux", "aux:pass", "cop")}
        return self.tokens[clause].tag == "VBD" or bool(words & {"had", "has", "have", "was", "were"})

    def sentence_before(self, trigger: int, allows: Callable[[int], bool]) -> When | None:
        """The last day told as done before the event in its paragraph, where the sentence that tells it is allowed."""
        here = self.syntax.sentence_of[trigger]
        block = self.document.sentences[here].block
        for number in range(here - 1, -1, -1):
            if self.document.sentences[number].block != block:
                return None
            days = self._done(number)
            if days or not allows(number):
                return replace(days[-1][1], basis=TOLD_BEFORE) if days and allows(number) else None
        return None

    def entry(self, trigger: int) -> When | None:
        """ "April 2023 - X flies to Rome. He meets Y": the time that opens a paragraph of a chronology."""
        sentences = self.document.sentences
        here = self.syntax.sentence_of[trigger]
        first = next(n for n in range(here + 1) if sentences[n].block == sentences[here].block)
        for at, mention in self.times(first, "past") if first < here else ():
            behind = self.inside(at, mention).stop
            if at == sentences[first].first and self.tokens[behind].text in _OPENING:
                return replace(mention.when, basis=TOLD_BEFORE)
        return None

    def stretch_before(self, trigger: int, allows: Callable[[int], bool]) -> When | None:
        """ "visited Rome on May 3-5. She met him": the month of the days told in the sentence before."""
        number = self.syntax.sentence_of[trigger] - 1
        sentences = self.document.sentences
        if number < 0 or sentences[number].block != sentences[number + 1].block or not allows(number):
            return None
        found = [
            m.when
            for at, m in self.times(number, "past")
            if m.role is Role.AT and "/" in (m.when.edtf or "") and self._is_done(at, m)
        ]
        goes = self.words.travelling | self.words.journeys | {"visit", "tour"}
        tokens = self.tokens[sentences[number].first : sentences[number].last]
        if len(found) != 1 or not any(t.lemma.lower() in goes for t in tokens):
            return None
        return replace(month_of(split(found[0])[0]), basis=TOLD_BEFORE)

    @property
    def lead(self) -> When | None:
        """The day of what the article tells first; that on which it is said, where no other is told."""
        return self._lead[0] if self._lead is not None else None

    @property
    def lead_sentence(self) -> int | None:
        """The number of the sentence that tells the day."""
        return self._lead[1] if self._lead is not None else None

    @cached_property
    def _lead(self) -> tuple[When, int] | None:
        said: tuple[When, int] | None = None
        filed: tuple[When, int] | None = None
        for number, sentence in enumerate(self.document.sentences):
            late = sentence.block >= self.lead_blocks
            if late and (said or filed or sentence.block > self.lead_blocks + LEAD_BLOCKS):
                break
            for at, when in self._done(number):
                if late and when.wording.lower().split()[0] != "today":
                    continue  # below a caption or two "Today" may still open the story
                told = replace(when, basis=TOLD_FIRST), number
                if self.blocks[sentence.block].kind is BlockKind.DATELINE:
                    filed = filed or told
                elif self.syntax.lemma(self.syntax.clause(at)) not in self.words.reporting:
                    return told
                else:
                    said = said or told
        return said or filed

    @cached_property
    def lead_blocks(self) -> int:
        """How many blocks the opening has: headlines, datelines and the first paragraph."""
        first = next((n for n, block in enumerate(self.blocks) if block.kind is BlockKind.PARAGRAPH), 0)
        return max(LEAD_BLOCKS if first else 2, first + 1)

    def _done(self, number: int) -> list[tuple[int, When]]:
        """
        The days on which a sentence has something be done, not what it tells as past already.

        Each with the token where it starts.
        """
        ahead = bool(_AHEAD.search(self._sentence_text(number)))
        return [
            (at, m.when)
            for at, m in self.times(number, "past")
            if m.role is Role.AT and _is_day(m.when) and self._is_done(at, m) and not (ahead and self._is_ahead(at))
        ]

    def _is_ahead(self, at: int) -> bool:
        """Whether a time is that of what is to come: "arrived on Monday on a visit during which he will meet her"."""
        clause = self.syntax.clause(at)
        finite = self.tokens[clause].tag == "VBD" and self.syntax.dep[clause] == "root"
        return not finite or status_of(self.syntax, clause) is not Status.HAPPENED

    def _is_done(self, at: int, mention: TimeMention) -> bool:
        """Whether something is done at a time: no "September 17 deadline", no "is due on Friday", no "had met"."""
        syntax = self.syntax
        clause = syntax.clause(at)
        if syntax.dep[self.top(at, mention)] in MODIFIERS or self.is_background(at):
            return False
        if syntax.dep[clause] == "acl" and self.tokens[clause].tag == "VBN" and self._is_weeks_ago(mention.when):
            return False  # "under a contract signed on 29 October"
        words = {syntax.word(c) for c in syntax.children(clause, "aux", "aux:pass", "cop")}
        return not words & {"is", "are", "has", "have"} and self.tokens[clause].tag not in ("VBZ", "VBP")

    def _is_weeks_ago(self, when: When) -> bool:
        return self._today is not None and when.last is not None and self._today - when.last > timedelta(WEEK)

    def lasting(self, when: When, trigger: int) -> tuple[When, When | None]:
        """First and last day of the event at *trigger* of which *when* is told: "ended two days of talks"."""
        heads = self._whole(trigger)
        return self._lasting(when, heads[-1], set(heads))

    def _whole(self, trigger: int) -> list[int]:
        """The trigger and what it is a part of, from the inside out: "talks", "days" of "two days of talks"."""
        heads = [trigger]
        while self.syntax.case(heads[-1]) == "of":
            heads.append(self.syntax.head[heads[-1]])
        return heads

    def is_background(self, trigger: int) -> bool:
        """Whether the event is told as past already: "had met", "their first meeting since May, when he saw her"."""
        clause = self.syntax.clause(trigger)
        return any(self.syntax.word(c) == "had" for c in self.syntax.children(clause, "aux")) or self._is_since(clause)

    def _is_since(self, clause: int) -> bool:
        """ "since July 2015, | when he received her": what something else is the first after."""
        syntax = self.syntax
        when = any(syntax.word(c) in ("when", "where") for c in syntax.children(clause, "advmod", "mark"))
        above = syntax.head[clause]
        since = any(syntax.case(i) == "since" for i in (above, *syntax.children(above)) if i < clause)
        return when and since and syntax.dep[clause] in ("acl:relcl", "advcl")

    # ── several days ────────────────────────────────────────────────────────────────────────────────────────────────

    def _lasting(self, when: When, trigger: int, heads: set[int]) -> tuple[When, When | None]:
        """ "ended two days of talks on Sunday", "met for a third day": the first and the last day."""
        if when.edtf is None or not _DAY.fullmatch(when.edtf):
            return when, None
        day = self._nth_day(heads, trigger)
        if day is not None and day > 1:
            return _shifted(when, 1 - day), when
        length = self._days(heads)
        if length is None or length < 2:
            return when, None
        lemma = self.syntax.lemma(self.syntax.clause(trigger))
        if lemma in self.words.ending:
            return _shifted(when, 1 - length), when
        return (when, _shifted(when, length - 1)) if lemma in self.words.beginning else (when, None)

    def _days(self, heads: set[int]) -> int | None:
        """How many days the event lasts: "two days of talks", "a two-day summit"."""
        for head in heads:
            if self.syntax.lemma(head) == "day":
                return next(
                    (n for c in self.syntax.children(head, "nummod") if (n := _number(self.syntax.word(c)))), None
                )
            before = self.linked.text[self.tokens[self._left(head)].start : self.tokens[head].start]
            if match := re.search(r"\b(\w+)-day\b", before):
                return _number(match[1].lower())
        return None

    def _left(self, i: int) -> int:
        first = self.document.sentences[self.syntax.sentence_of[i]].first
        return max(first, i - LENGTH)

    def _nth_day(self, heads: set[int], trigger: int) -> int | None:
        """ "a third day of talks", "met for a fifth day", "resumed talks after a first day"."""
        clause = self.syntax.clause(trigger)
        for h in (*heads, clause):
            for c in self.syntax.children(h, "obl", "nmod"):
                if self.syntax.lemma(c) == "day" and self.syntax.case(c) == "after":
                    found = [ORDINALS.get(self.syntax.word(child)) for child in self.syntax.children(c, "amod")]
                    if (before := next((n for n in found if n is not None), None)) is not None:
                        return before + 1
        nouns = [h for h in heads if self.syntax.lemma(h) == "day"]
        nouns += [
            c
            for h in {*heads, clause}
            for c in self.syntax.children(h, "obl")
            if self.syntax.lemma(c) == "day" and self.syntax.case(c) == "for"
        ]
        for noun in nouns:
            for child in self.syntax.children(noun, "amod"):
                if (n := ORDINALS.get(self.syntax.word(child))) is not None:
                    return n
        return None


def _is_day(when: When) -> bool:
    return bool(when.edtf and _DAY.fullmatch(when.edtf))


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else NUMBERS.get(word)


def month_of(when: When) -> When:
    """The month that a day or the beginning of a stretch lies in; a year stays one."""
    edtf = (when.edtf or "")[:7]
    if not re.fullmatch(r"(?:\d{4}|XXXX)-\d\d", edtf):
        return when
    if when.first is None:
        return replace(when, edtf=edtf, basis=COUNTED)
    first = when.first.replace(day=1)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return replace(when, edtf=edtf, first=first, last=last, basis=COUNTED)


def _shifted(when: When, days: int) -> When:
    """A day so many days later, with or without a year."""
    step = timedelta(days)
    edtf = when.edtf or ""
    day = date.fromisoformat(edtf.replace("XXXX", str(LEAP_YEAR))) + step
    return replace(
        when,
        edtf=f"XXXX-{day:%m-%d}" if edtf.startswith("XXXX") else day.isoformat(),
        first=when.first + step if when.first else None,
        last=when.last + step if when.last else None,
    )


def split(when: When) -> tuple[When, When | None]:
    """A stretch of days as its first and its last."""
    first, _, last = (when.edtf or "").partition("/")
    if not first or not last or ".." in (first, last):
        return replace(when, edtf=first or last), None
    start = replace(when, edtf=first, last=when.first if len(first) == 10 and when.first else when.last)
    end = replace(when, edtf=last, first=when.last if len(last) == 10 and when.last else when.first)
    return start, end


def is_finer(a: When, b: When) -> bool:
    """Whether *a* says the time of *b* more closely."""
    if a.edtf is None:
        return False
    if b.edtf is None:
        return True
    if a.first and a.last and b.first and b.last:
        return b.first <= a.first and a.last <= b.last and (a.last - a.first) < (b.last - b.first)
    return len(a.edtf) > len(b.edtf) and a.edtf.startswith(b.edtf)


def not_before(start: When | None, end: When | None) -> When | None:
    """*end*, unless it lies before *start*: then one of the two is not what it was taken for, and it is left out."""
    if start is None or end is None or start.first is None or end.last is None:
        return end
    return end if start.first <= end.last else None

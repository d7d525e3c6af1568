"""Whether it happened: the status of the event told at the word in brackets."""

from __future__ import annotations

import pytest
from marked import article
from spacy.language import Language

from kg.facts.qualify import status
from kg.model import Status
from kg.text.annotate import document
from kg.text.syntax import Syntax

HAPPENED, PLANNED, POSSIBLE, DENIED = Status.HAPPENED, Status.PLANNED, Status.POSSIBLE, Status.DENIED

CASES = [
    # the plain past, and what looks like it
    ("Merkel [met] Macron in Berlin on Monday.", HAPPENED),
    ("Merkel did not [meet] Macron in Berlin.", DENIED),
    ("Merkel never [met] Macron.", DENIED),
    ("Merkel has [met] Macron twice.", HAPPENED),
    ("Merkel had [met] Macron before the vote.", HAPPENED),
    ("Merkel is [meeting] Macron in Berlin.", HAPPENED),
    ("The two sides are holding [talks] in Geneva.", HAPPENED),
    # plans
    ("Merkel will [meet] Macron next week.", PLANNED),
    ("Merkel is to [meet] Macron on Friday.", PLANNED),
    ("Merkel is due to [meet] Macron on Friday.", PLANNED),
    ("Merkel is scheduled to [meet] Macron in London on Tuesday.", PLANNED),
    ("Merkel is expected to [meet] Macron.", PLANNED),
    ("Merkel plans to [meet] Macron.", PLANNED),
    ("Merkel agreed to [meet] Macron in May.", PLANNED),
    ("The two leaders agreed to hold [talks] in May.", PLANNED),
    ("Merkel is set to hold [talks] with Macron.", PLANNED),
    ("The [summit] is scheduled for June.", PLANNED),
    ("The [summit] will take place in June.", PLANNED),
    ("Ahead of a [meeting] with Macron, Merkel struck a hopeful note.", PLANNED),
    ("The planned [meeting] between Merkel and Macron worries Warsaw.", PLANNED),
    ("Merkel will travel to Paris to [meet] Macron.", PLANNED),
    # what may be
    ("Merkel may [meet] Macron.", POSSIBLE),
    ("Merkel could [meet] Macron at the forum.", POSSIBLE),
    ("Merkel hopes to [meet] Macron.", POSSIBLE),
    ("Merkel offered to [meet] Macron.", POSSIBLE),
    ("Merkel said she was ready to [meet] Macron.", POSSIBLE),
    ("A possible [meeting] between Merkel and Macron was raised.", POSSIBLE),
    ("Merkel invited Macron to [visit] Berlin.", POSSIBLE),
    ("If Merkel [meets] Macron, markets will cheer.", POSSIBLE),
    ("Merkel called for [talks] with Macron.", POSSIBLE),
    ("Merkel proposed a [meeting] with Macron.", POSSIBLE),
    ("Merkel did not rule out a [meeting] with Macron.", POSSIBLE),
    ("A [meeting] of Merkel and Macron in September now looks doubtful.", POSSIBLE),
    ("The [talks] looked friendly.", HAPPENED),
    ("Merkel became the first chancellor to [visit] the island.", HAPPENED),
    ("Merkel announced a plan to [visit] the island.", PLANNED),
    # what did not
    ("Merkel refused to [meet] Macron.", DENIED),
    ("Merkel declined to [meet] Macron.", DENIED),
    ("Merkel cancelled a [meeting] with Macron.", DENIED),
    ("Merkel called off a [meeting] with Macron.", DENIED),
    ("The [summit] was called off.", DENIED),
    ("Merkel ruled out [talks] with Macron.", DENIED),
    ("Merkel will not [meet] Macron.", DENIED),
    ("No [meeting] between Merkel and Macron took place.", DENIED),
    ("Merkel denied [meeting] Macron.", DENIED),
    ("There are no plans for a [meeting] between Merkel and Macron.", DENIED),
    ("Merkel has no plans to [meet] Macron.", DENIED),
    ("Talks were shelved after Merkel pulled out of a [meeting] with Macron.", DENIED),
    # scope
    ("Putin will not attend, but Zelensky [met] Erdogan.", HAPPENED),
    ("Merkel said she would not resign after she [met] Macron.", HAPPENED),
    ("The [talks] did not produce a deal.", HAPPENED),
    ("The [talks] could shape the future of the bloc.", HAPPENED),
    ("The [meeting] failed to end the deadlock.", HAPPENED),
    ("After [meeting] Macron, Merkel will fly home.", HAPPENED),
    ("Merkel said on Monday that she had [met] Macron.", HAPPENED),
    ("Merkel, who [met] Macron on Sunday, will not run again.", HAPPENED),
    ("Merkel flew to Paris to [meet] Macron.", HAPPENED),
    ("Merkel not only [met] Macron but also dined with him.", HAPPENED),
    ("Merkel refused to comment after a [meeting] with Macron.", HAPPENED),
    ("Merkel is expected to brief lawmakers on her [talks] with Macron.", HAPPENED),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[s for s, _ in CASES])
def test_status(sentence: str, expected: Status, nlp: Language) -> None:
    start = sentence.index("[")
    text = sentence.replace("[", "").replace("]", "")
    parsed = document(article(text), nlp)
    trigger = next(t.i for t in parsed.tokens if t.start == start)

    assert status(Syntax(parsed), trigger) is expected

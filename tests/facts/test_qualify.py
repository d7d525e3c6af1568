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
    # under way, and over again
    ("Costa was able to [meet] Lopez for an hour.", HAPPENED),
    ("Costa is able to [meet] Lopez.", POSSIBLE),
    ("Costa broke off [talks] with Lopez after an hour.", HAPPENED),
    ("They resumed [talks] that had been suspended in March.", HAPPENED),
    ("They held [talks] that had not been planned.", HAPPENED),
    ("The long-awaited [meeting] took place in Lomé on Friday.", HAPPENED),
    ("The long-awaited [meeting] will take place in Lomé on Friday.", PLANNED),
    ("The planned [meeting] went ahead despite the rain.", HAPPENED),
    ("The planned [meeting] did not go ahead.", DENIED),
    ("The [meeting] was postponed from Monday and took place on Tuesday.", HAPPENED),
    ("They held further [talks] in Doha on Monday.", HAPPENED),
    ("After failed [talks] in Geneva, Costa flew home.", HAPPENED),
    ("Costa stopped in Lima so that he could [meet] Lopez.", HAPPENED),
    ("Costa confirmed that he had [met] Lopez.", HAPPENED),
    ("Costa confirmed that he would [meet] Lopez.", PLANNED),
    ("Costa, asked about his [meeting] with Lopez, smiled.", HAPPENED),
    ("Costa asked for a [meeting] with Lopez.", POSSIBLE),
    ("The [meeting] was not open to the press.", HAPPENED),
    ("The [summit] had been expected to last a day but went on for three.", HAPPENED),
    ("Costa, who had refused to meet Lopez, [met] him on Monday.", HAPPENED),
    # still to come
    ("Tanaka was to [meet] Roh on Thursday, officials said.", PLANNED),
    ("The treaty is to be [signed] by Tanaka and Roh in Lima on December 7.", PLANNED),
    ("Tanaka was to be [received] by the Pope later in the day.", PLANNED),
    ("Tanaka, who is due to [meet] Roh on Friday, said nothing.", PLANNED),
    ("Tanaka is bound for Seoul to [meet] Roh.", PLANNED),
    ("Tanaka [meets] Roh in Seoul on Friday.", PLANNED),
    ("Tanaka [met] Roh in Seoul on Friday.", HAPPENED),
    ("Tanaka was sent to Seoul to [meet] Roh.", PLANNED),
    ("Tanaka and Roh had [met] once before.", HAPPENED),
    ("Tanaka, Roh to [meet] in Seoul", PLANNED),
    ("A [meeting] with Roh is on the agenda.", PLANNED),
    ("The programme includes a [meeting] with Roh.", PLANNED),
    ("The programme included a [meeting] with Roh.", HAPPENED),
    ("Preparations are under way for a [summit] between Tanaka and Roh.", PLANNED),
    ("Tanaka's [meeting] with Roh will be the first in five years.", PLANNED),
    ("Tanaka's [meeting] with Roh was the first in five years.", HAPPENED),
    ("The [meeting] was postponed to Thursday.", PLANNED),
    ("The [talks] were put off until Thursday.", PLANNED),
    ("The [talks] were put off until further notice.", DENIED),
    ("Tanaka accepted an invitation to [visit] Seoul.", PLANNED),
    ("Tanaka turned down an invitation to [visit] Seoul.", DENIED),
    # left open
    ("Will Silva [meet] Peña?", POSSIBLE),
    ("When did Silva [meet] Peña?", HAPPENED),
    ("Silva refused to rule out a [meeting] with Peña.", POSSIBLE),
    ("A [meeting] with Peña cannot be excluded.", POSSIBLE),
    ("Silva would neither confirm nor deny that he had [met] Peña.", POSSIBLE),
    ("Silva declined to confirm that he would [meet] Peña.", POSSIBLE),
    ("Silva would not say whether he had [met] Peña.", POSSIBLE),
    ("Silva says he will [meet] Peña if the strike ends.", POSSIBLE),
    ("No date has been set for a [meeting] between Silva and Peña.", POSSIBLE),
    ("Silva saw no obstacle to a [meeting] with Peña.", POSSIBLE),
    ("Officials are working on a [meeting] between Silva and Peña.", POSSIBLE),
    ("A [meeting] between Silva and Peña is on the cards.", POSSIBLE),
    ("A [meeting] between Silva and Peña would be the first in ten years.", POSSIBLE),
    ("Rumours of a [meeting] between Silva and Peña spread.", POSSIBLE),
    # where the noun stands
    ("It will be their second [meeting] in less than a month.", PLANNED),
    ("It was their second [meeting] in less than a month.", HAPPENED),
    ("The meeting ended; it was no substitute for the [summit] that Rome has refused to hold.", DENIED),
    ("The [talks] he called frank lasted an hour.", HAPPENED),
    ("They will see each other at a [summit] in Bonn.", PLANNED),
    ("The accord is to be signed by Silva and Peña at a [summit] in Bonn.", PLANNED),
    ("The accord was signed by Silva and Peña at a [summit] in Bonn.", HAPPENED),
    ("The agreement, reached at a [meeting] in Lima, holds.", HAPPENED),
    ("Silva had hoped for a [meeting] with Peña.", DENIED),
    ("Silva is trying to arrange a [meeting] with Peña.", POSSIBLE),
    # came to nothing
    ("A [meeting] with Ncube failed to materialise.", DENIED),
    ("Plans for a [meeting] with Ncube came to nothing.", DENIED),
    ("A plan for Moyo to [meet] Ncube was dropped.", DENIED),
    ("Moyo's [visit] fell through.", DENIED),
    ("The [talks] never got under way.", DENIED),
    ("Moyo was to have [met] Ncube on Wednesday.", DENIED),
    ("The [talks] were to have begun on Wednesday.", DENIED),
    ("Moyo had been due to [meet] Ncube on Wednesday.", DENIED),
    ("Moyo had hoped to [meet] Ncube.", DENIED),
    ("Moyo hoped to [meet] Ncube.", POSSIBLE),
    ("Moyo was supposed to [meet] Ncube on Monday.", DENIED),
    ("Moyo would have [met] Ncube on Monday.", DENIED),
    ("Moyo stayed away from a [meeting] with Ncube.", DENIED),
    ("Moyo came away from a [meeting] with Ncube.", HAPPENED),
    ("Moyo left without [meeting] Ncube.", DENIED),
    ("Instead of [meeting] Ncube, Moyo flew home.", DENIED),
    ("Moyo was barred from [meeting] Ncube.", DENIED),
    ("Moyo decided against a [meeting] with Ncube.", DENIED),
    ("Moyo was too ill to [meet] Ncube.", DENIED),
    ("Moyo has yet to [meet] Ncube.", DENIED),
    ("Moyo saw no reason to [meet] Ncube.", DENIED),
    ("Moyo dismissed reports of a [meeting] with Ncube.", DENIED),
    ("It is not true that Moyo [met] Ncube.", DENIED),
    ("A [meeting] between Moyo and Ncube is out of the question.", DENIED),
    ("[Talks] between Moyo and Ncube called off", DENIED),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[s for s, _ in CASES])
def test_status(sentence: str, expected: Status, nlp: Language) -> None:
    start = sentence.index("[")
    text = sentence.replace("[", "").replace("]", "")
    parsed = document(article(text), nlp)
    trigger = next(t.i for t in parsed.tokens if t.start == start)

    assert status(Syntax(parsed), trigger) is expected

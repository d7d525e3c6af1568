"""A report and a fused graph made by hand, with every field of the model filled somewhere."""

from __future__ import annotations

from datetime import date

from kg.model import (
    Amount,
    Article,
    Claim,
    DateBasis,
    Difference,
    Dropped,
    Entity,
    EntityKind,
    Evidence,
    FusedMeasure,
    FusedMeeting,
    FusedOffice,
    Knowledge,
    Measure,
    MeasureStatus,
    Meeting,
    MeetingKind,
    Mention,
    Merge,
    Node,
    Office,
    Qualifier,
    Ref,
    Report,
    Side,
    Silence,
    Span,
    Status,
    Step,
    When,
)

LEAD = "Foreign Minister Ada Ruiz met Trade Secretary Bo Lund at the Old Mint in Lisbon on Sunday."
RATE = "The Norwegian duty on Portuguese fish, now 10% to 25%, was 30% until the spring."
HOPE = "More talks may follow."
MENU = "Read more: ten beaches"
TEXT = "\n\n".join((LEAD, RATE, HOPE, MENU))

WIRE = Article(
    id="wire 1.txt",
    text=TEXT,
    title="Ministers meet",
    published=date(2024, 5, 13),
    date_basis=DateBasis.STATED,
    dateline="LISBON",
    url="https://news.example/lisbon?id=1",
    publisher="Example Wire",
    author="A. Writer",
    sha256="0" * 64,
    dropped=(Dropped(Span(TEXT.index(MENU), len(TEXT)), "links to other pages"),),
)
DAILY = Article(id="daily.md", text=LEAD)


def span(words: str) -> Span:
    """Where `words` stand in the wire's text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def mention(words: str, how: str = "name") -> Mention:
    return Mention(span(words), words, how)


def evidence(words: str, rule: str, *supports: str, article: str = WIRE.id) -> Evidence:
    return Evidence(article, span(words), words, rule, supports)


SUNDAY = When("2024-05-12", date(2024, 5, 12), date(2024, 5, 12), "from the article's date", "on Sunday")
MAY_12 = When("XXXX-05-12", None, None, "stated", "12 May")
SPRING = When("2024-21", date(2024, 3, 1), date(2024, 5, 31), "from the article's date", "until the spring")

RUIZ = Entity(
    "person/ada-ruiz",
    EntityKind.PERSON,
    "",
    "Ada Ruiz",
    (mention("Ada Ruiz"), mention("Ada", "first name"), mention("Ada Ruiz")),
    doubt="the name may be that of another Ruiz",
)
LUND = Entity("person/bo-lund", EntityKind.PERSON, "", "Bo Lund", (mention("Bo Lund"),))
PORTUGAL = Entity("state/portugal", EntityKind.PLACE, "country", "Portugal", (mention("Portuguese", "demonym"),))
NORWAY = Entity("state/norway", EntityKind.PLACE, "country", "Norway", (mention("Norwegian", "demonym"),))
LISBON = Entity(
    "place/lisbon",
    EntityKind.PLACE,
    "city",
    "Lisbon",
    (mention("Lisbon"),),
    country="Portugal",
    lat=38.72,
    lon=-9.0,
    same_as=("geonames:2267057", "local:17"),
)
MINT = Entity("place/old-mint", EntityKind.PLACE, "venue", "Old Mint", (mention("Old Mint"),), country="Portugal")
MINISTRY = Entity(
    "institution/foreign-ministry-portugal",
    EntityKind.INSTITUTION,
    "government",
    "Foreign Ministry",
    (mention("Foreign Minister", "office"),),
    of="Portugal",
)
FISHERS = Entity(
    "institution/fishers", EntityKind.INSTITUTION, "organization", "Fishers", (mention("fish", "name"),), of="Iceland"
)
ENTITIES = (RUIZ, LUND, PORTUGAL, NORWAY, LISBON, MINT, MINISTRY, FISHERS)

OFFICE = Office("person/bo-lund", "Trade Secretary", "state/norway", (evidence(LEAD, "office.before-name"),))
FORMER = Office(
    "person/ada-ruiz",
    "Foreign Minister",
    None,
    (evidence(LEAD, "office.before-name"),),
    past=True,
    start=MAY_12,
    end=SUNDAY,
)

MEETING = Meeting(
    key="meeting/1",
    kind=MeetingKind.TALKS,
    sides=(Side(("person/ada-ruiz",), ("state/portugal",)), Side(("person/bo-lund",), ("state/norway",))),
    status=Status.HAPPENED,
    evidence=(evidence(LEAD, "meet.object"), evidence("on Sunday", "date.weekday", "start")),
    place="place/lisbon",
    country="state/portugal",
    venue="place/old-mint",
    start=SUNDAY,
    end=SUNDAY,
    hosts=("state/portugal",),
    attended=("institution/fishers",),
    round=2,
    topics=("fish", "tariffs"),
    said_by="institution/foreign-ministry-portugal",
    doubt="the day is counted from the article's date",
)
POSSIBLE = Meeting(
    "meeting/2",
    MeetingKind.CALL,
    (Side((), ("state/portugal",)), Side()),
    Status.POSSIBLE,
    (evidence(HOPE, "meet.may"),),
)

RANGE = Amount(10, 25, "percent", Qualifier.RANGE, "10% to 25%")
LEVEL = Amount(30, 30, "percent", Qualifier.EXACT, "30%", change=True)
MEASURE = Measure(
    key="measure/1",
    kind="tariff",
    by="state/norway",
    on=("state/portugal",),
    status=MeasureStatus.IN_FORCE,
    evidence=(evidence(RATE, "measure.rate"), evidence("10% to 25%", "amount", "amount")),
    goods=("fish",),
    amount=RANGE,
    previous=LEVEL,
    start=MAY_12,
    until=SPRING,
    name="Fish Act",
    said_by="person/bo-lund",
    doubt="until the spring of which year is not said",
)

REPORT = Report(
    article=WIRE,
    entities=ENTITIES,
    offices=(OFFICE, FORMER),
    meetings=(MEETING, POSSIBLE),
    measures=(MEASURE,),
    silences=(Silence(span(HOPE), "talks", "nobody is named"),),
)

MERGE = Merge(Ref("daily.md", "person/ruiz"), Ref(WIRE.id, "person/ada-ruiz"), "same surname, same office")
ROUNDS = Difference(
    "round",
    (
        Claim("2", "the second round", (Ref(WIRE.id, "meeting/1"),), date(2024, 5, 13)),
        Claim("third / 3", "a third round", (Ref("daily.md", "meeting/a"),)),
    ),
)
RATES = Difference(
    "amount",
    (
        Claim("30 percent", "30%", (Ref("daily.md", "measure/1"),)),
        Claim("up to 25 percent", "", (Ref(WIRE.id, "measure/1"),)),
    ),
)
HISTORY = (
    Step("planned", Ref("daily.md", "meeting/a"), None),
    Step("happened", Ref(WIRE.id, "meeting/1"), date(2024, 5, 13)),
)


def node(entity: Entity, *names: str) -> Node:
    plain = Entity(
        entity.key,
        entity.kind,
        entity.type,
        entity.name,
        (),
        entity.of,
        entity.country,
        entity.lat,
        entity.lon,
        entity.same_as,
        entity.doubt,
    )
    return Node(plain, (entity.name, *names), (Ref(WIRE.id, entity.key),))


WHOLE = Meeting(
    "meeting/lisbon-2024-05-12",
    MEETING.kind,
    MEETING.sides,
    MEETING.status,
    MEETING.evidence,
    place="place/lisbon",
    start=SUNDAY,
    round=2,
)
PART = Meeting("meeting/lisbon-day-1", MEETING.kind, MEETING.sides, MEETING.status, MEETING.evidence, start=MAY_12)

KNOWLEDGE = Knowledge(
    articles=(DAILY, WIRE),
    nodes=(
        Node(RUIZ, ("Ada Ruiz", "Minister Ruiz"), (MERGE.left, MERGE.right), (MERGE,)),
        *(node(entity) for entity in ENTITIES[1:]),
    ),
    offices=(FusedOffice(OFFICE, (Ref(WIRE.id, "office"),)), FusedOffice(FORMER, (Ref(WIRE.id, "office"),))),
    meetings=(
        FusedMeeting(
            WHOLE,
            (Ref("daily.md", "meeting/a"), Ref(WIRE.id, "meeting/1")),
            merges=(Merge(Ref("daily.md", "meeting/a"), Ref(WIRE.id, "meeting/1"), "same people, same day"),),
            differences=(ROUNDS,),
            history=HISTORY,
            parts=("meeting/lisbon-day-1",),
            independent=2,
        ),
        FusedMeeting(PART, (Ref(WIRE.id, "meeting/1"),), part_of="meeting/lisbon-2024-05-12"),
    ),
    measures=(
        FusedMeasure(
            MEASURE,
            (Ref(WIRE.id, "measure/1"),),
            differences=(RATES,),
            history=(Step("in force", Ref(WIRE.id, "measure/1"), date(2024, 5, 13)),),
        ),
    ),
    differences=(Difference("title", ROUNDS.claims),),
)

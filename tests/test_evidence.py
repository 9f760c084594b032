"""Which hits are of the place that a question names."""

from fakes import a_meeting, a_paper, a_passage

from assistant.evidence.gathering import of_the_place
from assistant.holdings import Holdings
from assistant.understanding.scope import NO_SCOPE, Scope, read_scope
from index.hits import Hit

TARNBROOK, FELLMOOR = "Tarnbrook Council", "Fellmoor Council"
NESS, FARSIDE = "Kirk Ness Area Committee", "Farside Area Committee"
MEETINGS = ((TARNBROOK, "Cabinet"), (FELLMOOR, NESS), (FELLMOOR, FARSIDE), (FELLMOOR, "Cabinet"))
NAMES = frozenset("tarnbrook fellmoor kirk ness farside".split())  # noqa: SIM905
HELD = Holdings(
    tuple(a_paper(a_meeting(*meeting)) for meeting in MEETINGS), (), (), (), {}, {}, {}, 0, NAMES
)


def a_hit(text: str, council: str | None = FELLMOOR, body: str | None = "Cabinet") -> Hit:
    return Hit(a_passage(text, paper=a_paper(a_meeting(council, body))), 1.0)


def kept(scope: Scope, *hits: Hit) -> list[str]:
    return [hit.passage.text for hit in of_the_place(hits, scope, HELD)]


def test_a_question_of_no_place_keeps_all() -> None:
    hits = (a_hit("Fares rose."), a_hit("Rents rose.", TARNBROOK))
    assert kept(NO_SCOPE, *hits) == ["Fares rose.", "Rents rose."]


def test_papers_of_another_council_are_left_out_unless_they_name_the_place() -> None:
    scope = read_scope("What are the fares in Tarnbrook?", HELD)
    assert kept(
        scope,
        a_hit("Fares rose."),
        a_hit("Fares rose in Tarnbrook."),
        a_hit("Fares fell.", TARNBROOK),
        a_hit("Fares stood still.", council=None),
    ) == ["Fares rose in Tarnbrook.", "Fares fell.", "Fares stood still."]


def test_papers_of_another_area_are_left_out_unless_they_name_the_place() -> None:
    scope = read_scope("What was decided about parking in Kirk Ness?", HELD)
    assert scope.bodies == (NESS,)
    assert kept(
        scope,
        a_hit("Parking was banned.", body=FARSIDE),
        a_hit("Parking in Kirk Ness was told of.", body="Cabinet"),
        a_hit("Parking at the kirk was told of.", body="Cabinet"),
        a_hit("Parking was free.", body=NESS),
    ) == ["Parking in Kirk Ness was told of.", "Parking was free."]


def test_a_body_that_is_called_after_no_place_leaves_the_others_in() -> None:
    scope = Scope(bodies=("Cabinet",))
    assert kept(scope, a_hit("Parking was banned.", body=FARSIDE)) == ["Parking was banned."]

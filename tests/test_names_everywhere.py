"""Two promises that hold for everything the site can show: the asterisk, and the wall between institutions."""

from io import BytesIO

import pytest
from django.db import transaction
from openpyxl import load_workbook
from pypdf import PdfReader

from lms.core import designation
from lms.core.text import fold
from lms.institutions.models import Institution, Jurisdiction
from lms.people.models import Person
from lms.trainings.models import Training
from tests.access import collect_views
from tests.access.view import PERSONAS
from tests.access.world import build
from tests.test_access_matrix import ask, standing

VIEWS = [view for view in collect_views() if view.method == "GET"]
HTML = "text/html"
CANARY = "Zzcanary"
# The world's trainer has SEESAC's dated leave to deliver in the other institution, and reads its name where they plan.
# Whoever comes to a ToT reads on its agenda who teaches there, from whichever institution.
AGENDA = {"cohorts:agenda", "cohorts:agenda_document", "cohorts:agenda_download"}
STRANGERS = ("focal", "trainer", "trainee", "stranger", "observer", "withdrawn_trainer")
KNOWN_BY_LEAVE = {"trainer": {"cascade:training_plan"}, "focal": AGENDA, "trainee": AGENDA}


def text_of(response) -> str:
    """Everything a person could read in the answer, whatever its kind."""
    content = response.getvalue() if response.streaming else response.content
    kind = response.headers.get("Content-Type", "").split(";")[0]
    if content[:2] == b"PK" and "sheet" in kind:
        book = load_workbook(BytesIO(content))
        cells = [str(value) for sheet in book for row in sheet.iter_rows(values_only=True) for value in row if value]
        return "\n".join([*cells, *(sheet.title for sheet in book)])
    if kind == "application/pdf" and content.rstrip().endswith(b"%%EOF"):
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    text = content.decode("utf-8", errors="ignore")
    return text.replace("\r\n ", "").replace("\\,", ",") if kind == "text/calendar" else text


def seen(world, view, *personas) -> dict:
    """(answer, what they read) of each persona there; nothing is read where they are not let in."""
    with standing(world, view) as (address, form):
        answers = {name: ask(world, view, name, address, form | view.opened_files(world)) for name in personas}
        return {name: (got, text_of(got) if got.status_code == 200 else "") for name, got in answers.items()}


def readers(world, views, *personas) -> set[tuple[str, str]]:
    """(persona, view) wherever one of them reads the word."""
    return {
        (persona, view.name)
        for view in views
        for persona, (_answer, text) in seen(world, view, *personas).items()
        if CANARY.lower() in text.lower()
    }


@pytest.fixture
def bare_world(db):
    """A world in which somebody typed the name without its asterisk."""
    world = build()
    with transaction.atomic():
        Jurisdiction.objects.filter(pk=world.home.jurisdiction_id).update(name="Kosovo")
        Institution.objects.filter(pk=world.home.pk).update(name="Kosovo Police", other_names=["Policia e Kosovës"])
        Training.objects.filter(institution=world.home).update(title="PSSM in Kosovo", venue="Kosovo Academy")
    world.home.refresh_from_db()
    return world


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_the_name_is_never_bare_and_its_page_carries_the_footnote_once(view, bare_world):
    persona = next((name for name in reversed(PERSONAS) if view.expected(name) == 200), None)
    if persona is None:
        return
    response, text = seen(bare_world, view, persona)[persona]
    body = text.replace(designation.footnote(), "")

    assert designation.NAME.findall(body) == []
    if designation.needs_footnote(body) and HTML in response.headers["Content-Type"]:
        assert text.count(designation.footnote()) == 1
    elif designation.needs_footnote(body) and "json" not in response.headers["Content-Type"]:
        assert designation.footnote() in " ".join(text.split())


@pytest.fixture
def canary_world(db):
    """A world in which everything of the other institution bears a word that nobody at home may ever read."""
    world = build()
    Institution.objects.filter(pk=world.away.pk).update(name=f"{CANARY} Police")
    Training.objects.filter(institution=world.away).update(title=f"{CANARY} training", venue=f"{CANARY} Academy")
    for person in Person.objects.filter(institution=world.away):
        Person.objects.filter(pk=person.pk).update(
            family_name=CANARY, name_key=fold(f"{CANARY} {person.given_name}"), email=f"{CANARY}{person.pk}@mup.example"
        )
    return world


def test_nothing_of_another_institution_is_ever_read(canary_world):
    known = {(persona, name) for persona in STRANGERS for name in KNOWN_BY_LEAVE.get(persona, ())}
    assert readers(canary_world, VIEWS, *STRANGERS) == known


def test_the_canary_can_be_seen_by_those_who_may(canary_world):
    """The test above would catch a leak: the office reads the word on many pages."""
    read = readers(canary_world, VIEWS, "office")
    assert {("office", "people:person_list"), ("office", "cascade:training_list")} <= read

"""Putting the demo together, once: everything in one transaction, made by the same services people use."""

from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django_tasks_db.models import DBTaskResult

from curricula.loading import load_content
from curricula.models import Curriculum, Edition
from curricula.services import publish_edition
from lms.certification.models import Scheme
from lms.certification.services import adopt_rules
from lms.core.clock import pretend, today
from lms.people.models import User

from .agendas import make_open_agenda
from .deliveries import Scene, make_deliveries, make_late_delivery
from .earlier import make_earlier_trainer
from .live import make_live, open_a_cohort
from .places import make_places, make_programme, make_workshops
from .plan import CURRICULUM, EDITION
from .pool import make_pool
from .reminding import remind_in_the_past
from .reporting import publish_half_year
from .selecting import prepare_selection
from .staff import LONG_AGO, make_office, make_staff
from .standing import FIRST_RULES, make_standing

CONTENT = settings.BASE_DIR / "curricula" / "content" / CURRICULUM


def is_loaded() -> bool:
    """Has the demo been loaded into this database?"""
    return User.objects.filter(email="office@seesac.example").exists()


@transaction.atomic
def load_demo(day: date | None = None) -> bool:
    """Load the demo as of the day (today). False, and nothing done, if it is there already."""
    if is_loaded():
        return False
    with translation.override("en"), pretend(day or today()):
        _load(day or today())
    _forget_mails()
    return True


def _load(day: date) -> None:
    office = make_office(day)
    places = make_places(day, office)
    make_programme(day)
    make_workshops()
    staff = make_staff(day, places, office)
    curriculum = load_content(CONTENT, owner=office)
    scheme, edition = _make_scheme(curriculum), _publish(curriculum, office)
    pool = make_pool(day, places, staff, scheme, edition)
    scene = Scene(day, pool, staff, edition)
    make_deliveries(scene)
    make_earlier_trainer(scene, scheme, places)
    make_late_delivery(scene, "al-old")
    make_live(scene)
    make_standing(scene, scheme)
    cohort = open_a_cohort(scene, scheme, places)
    make_open_agenda(cohort, office)
    prepare_selection(scene, cohort, places)
    publish_half_year(scene)
    remind_in_the_past(day)


def _make_scheme(curriculum: Curriculum) -> Scheme:
    scheme = Scheme.objects.create(
        code="pssm-trainer",
        title="PSSM trainer",
        curriculum=curriculum,
        signatory="Head of the PSSM programme (demonstration)",
    )
    with pretend(today() - LONG_AGO):
        adopt_rules(scheme, FIRST_RULES, by=None)
    return scheme


def _publish(curriculum: Curriculum, office: User) -> Edition:
    languages = [code for code, _name in settings.CONTENT_LANGUAGES]
    return publish_edition(curriculum, EDITION, by=office, note="First edition.", languages=languages)


def _forget_mails() -> None:
    """The demo's past writes no letters: its mails are taken out of the queue again."""
    DBTaskResult.objects.filter(status="READY", task_path__contains="mail").delete()

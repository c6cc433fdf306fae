"""A cohort whose call is open, on an edition with all nineteen modules, and people to nominate."""

from datetime import date

import pytest

from curricula.choices import ModuleKind
from lms.cohorts.agenda.plan import PLAN
from lms.cohorts.imports.nominations import receive_nominations
from lms.cohorts.models import Cohort, Nomination
from lms.cohorts.services import nominate_person, open_cohort, open_nominations
from lms.core import clock
from lms.imports.models import Draft
from lms.institutions.models import Institution
from lms.institutions.reference import load_reference
from tests import factories as make
from tests.recorded import begin_with, recorded

from .lists import real

TODAY = date(2026, 9, 1)
FIRST_DAY = date(2026, 10, 12)
CLOSES = date(2026, 9, 30)
MINUTES = {
    "M01": 45, "M02": 60, "M03": 60, "M04": 75, "M05": 45, "M06": 75, "M07": 45, "M08": 60, "M09": 75, "M10": 45,
    "M11": 45, "M12": 45, "M13": 45, "T01": 90, "T02": 120, "T03": 90, "T04": 90, "T05": 360, "T06": 90,
}  # fmt: skip


@pytest.fixture
def today():
    """The story's present: the call is open."""
    with clock.pretend(TODAY):
        yield TODAY


@pytest.fixture
def edition(db):
    return all_modules()


@recorded
def all_modules():
    """An edition with all nineteen modules."""
    edition = make.EditionFactory()
    codes = sorted({code for codes in PLAN for code in codes})
    for order, code in enumerate(codes, 1):
        kind = ModuleKind.DIDACTICS if code.startswith("T") else ModuleKind.CORE
        module = make.ModuleFactory(
            curriculum=edition.curriculum, code=code, minutes=MINUTES[code], order=order, kind=kind
        )
        make.EditionModuleFactory(edition=edition, module=module, minutes=module.minutes, order=order, kind=kind)
    return edition


def fields_for(cast, edition, **others) -> dict:
    return {
        "institution": make.InstitutionFactory(code=others.pop("code", "academy"), name="Regional academy"),
        "edition": edition, "title": "Regional ToT 2026", "language": "en", "venue": "Budva",
        "starts_on": FIRST_DAY, "seats": 2, **others,
    }  # fmt: skip


@pytest.fixture
def draft_cohort(cast, edition, today) -> Cohort:
    return begin_with("a draft cohort", lambda: open_cohort(
        training_fields=fields_for(cast, edition), scheme=make.SchemeFactory(), nominations_close_on=CLOSES,
        by=cast.office,
    ))  # fmt: skip


@pytest.fixture
def cohort(draft_cohort, cast) -> Cohort:
    """Two seats, so that everything that runs out does so soon."""
    return begin_with("nominations are open", lambda: open_nominations(draft_cohort, by=cast.office))


@pytest.fixture
def endorsed():
    """The details of a nomination that the ministry has put its name to."""
    return {"endorsed_by": "Head of unit", "endorsed_on": date(2026, 8, 20)}


@pytest.fixture
def nominate(cohort, cast, endorsed):
    """`nominate()`: somebody of home (or of the institution named), endorsed; fields of the person by name."""

    def do(institution=None, **fields) -> Nomination:
        person = make.PersonFactory(institution=institution or cast.home, **fields)
        return nominate_person(cohort, person, by=cast.office, **endorsed)

    return do


@pytest.fixture
def region(db):
    """The reference institutions; the cast's away has a name that would stand beside the Albanian one."""
    return begin_with("the region", load_region)


def load_region():
    Institution.objects.filter(name="Albanian State Police").update(name="Away")
    Institution.objects.filter(name="Administrative Affairs Directorate").update(name="Home")
    return load_reference()


@pytest.fixture
def september(cohort):
    """The list is dated until 26 September; nominations close on the 30th."""
    with clock.pretend(date(2026, 9, 28)):
        yield


@pytest.fixture
def draft(cohort, region, september, cast) -> Draft:
    return begin_with("the real list", lambda: receive_nominations(cohort, real(), by=cast.office))

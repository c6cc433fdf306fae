"""What tests of the selection share: criteria, seats, a panel, scores, a file."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile

from lms.cohorts.services import (
    CriterionPlan,
    SeatPlan,
    add_panel_member,
    save_panel_score,
    set_criteria,
    set_seats,
)
from lms.people.choices import RoleKind
from tests import factories as make
from tests.cast import user_with

TEACHING = CriterionPlan("Teaching", 2, ("none", "some", "much"))
LANGUAGE = CriterionPlan("Language", 1, ("weak", "good"))


def write_criteria(cohort, cast):
    return set_criteria(cohort, [TEACHING, LANGUAGE], by=cast.office)


def invite(cohort, cast, *lines):
    """`lines`: (institution, minimum, maximum, alternates)."""
    return set_seats(cohort, [SeatPlan(*line) for line in lines], by=cast.office)


def a_member(cohort, cast, institution=None):
    """An account on the panel, an assessor of an institution that nominates nobody."""
    place = institution or make.InstitutionFactory()
    user = user_with(RoleKind.ASSESSOR, place)
    add_panel_member(cohort, user, by=cast.office)
    return user


def hand_in(nomination, member, *levels, submit=True, **more):
    """Levels in the order of the criteria."""
    criteria = list(nomination.cohort.criteria.all())
    given = {str(one.pk): level for one, level in zip(criteria, levels, strict=True)}
    return save_panel_score(nomination, levels=given, submit=submit, by=member, **more)


def a_pdf(name="terms.pdf") -> SimpleUploadedFile:
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.drawString(72, 720, "Terms")
    canvas.save()
    return SimpleUploadedFile(name, stream.getvalue())

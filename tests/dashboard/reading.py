"""Reading the first page in tests: a section of somebody's, and what it asks of them."""

from datetime import timedelta

from lms.core.clock import today
from lms.dashboard.roles import UserRoles
from lms.dashboard.sections import sections_for
from lms.people.models import User
from lms.trainings.choices import Part
from tests import factories as make

DAY = today()


def section(user, title):
    return {row.title: row for row in sections_for(UserRoles(User.objects.get(pk=user.pk)), DAY)}[title]


def asked(user, title) -> list[tuple[str, str]]:
    return [(task.what, task.button) for task in section(user, title).tasks]


def training_of(cast, *, starts_in=-10, **fields):
    """A one-day training of home, led by the cast's trainer."""
    day = DAY + timedelta(days=starts_in)
    row = make.TrainingFactory(
        **{"institution": cast.home, "reference": "RS-1", "starts_on": day, "ends_on": day} | fields
    )
    make.DelivererFactory(training=row, person=cast.trainer_person, part=Part.LEAD)
    return row

"""What each role brings to the first page; a person with several sees all of them."""

from datetime import date

from lms.people.choices import RoleKind
from lms.people.permissions import is_office

from ..cards import Section
from .agendas import agenda_section
from .assessor import assessor_section
from .focal_point import focal_point_section
from .observer import observer_section
from .office import office_section
from .selection import selection_section
from .trainee import trainee_section
from .trainer import is_or_was_trainer, trainer_section


def sections_for(user, day: date) -> list[Section]:
    """The sections of this user's roles on that day, the one with the most duties first."""
    person = getattr(user, "person", None)
    teaches = bool(person) and is_or_was_trainer(person)
    found = [
        office_section(user, day) if is_office(user) else None,
        focal_point_section(user, day) if user.holds(RoleKind.FOCAL_POINT) else None,
        assessor_section(user, day) if user.holds(RoleKind.ASSESSOR) else None,
        selection_section(user, day),
        trainer_section(user, person, day) if teaches else None,
        observer_section(user, day) if user.holds(RoleKind.OBSERVER) else None,
        trainee_section(user, person, day, also_teaches=teaches) if person else None,
        agenda_section(user, day) if person else None,
    ]
    return [section for section in found if section]

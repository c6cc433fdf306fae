"""What each role brings to the first page; a person with several sees all of them."""

from datetime import date

from lms.people.choices import RoleKind

from ..cards import Section
from ..roles import UserRoles
from .agendas import agenda_section
from .assessor import assessor_section
from .focal_point import focal_point_section
from .observer import observer_section
from .office import office_section
from .selection import selection_section
from .trainee import trainee_section
from .trainer import trainer_section


def sections_for(roles: UserRoles, day: date) -> list[Section]:
    """The sections of this user's roles on that day, the one with the most duties first."""
    user, person, teaches = roles.user, roles.person, roles.trainer
    found = [
        office_section(user, day) if roles.office else None,
        focal_point_section(user, day) if roles.holds(RoleKind.FOCAL_POINT) else None,
        assessor_section(user, day) if roles.holds(RoleKind.ASSESSOR) else None,
        selection_section(user, day),
        trainer_section(user, person, day) if teaches else None,
        observer_section(user, day) if roles.holds(RoleKind.OBSERVER) else None,
        trainee_section(user, person, day, also_teaches=teaches) if person else None,
        agenda_section(user, day) if person else None,
    ]
    return [section for section in found if section]

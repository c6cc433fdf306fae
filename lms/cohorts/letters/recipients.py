"""To whom a letter goes: the institution's focal points, and the person it is about."""

from lms.institutions.tree import upwards
from lms.people.models import Role
from lms.trainings.tasks import address_of

from ..models import Letter


def addresses_of(letter: Letter) -> list[str]:
    """Focal points of the institution and of those above it first, then the nominee; each address once."""
    found = focal_addresses(letter.institution_id)
    person = letter.nomination.person if letter.nomination_id else None
    if person is not None and (own := address_of(person)):
        found.append(own)
    return list({address.lower(): address for address in found}.values())


def focal_addresses(institution_id: int) -> list[str]:
    roles = Role.objects.focal_points().filter(institution__in=upwards(institution_id))
    return list(roles.order_by("user").values_list("user__email", flat=True).distinct())

"""To whom a letter goes: the institution's focal points, and the person it is about."""

from lms.institutions.models import Institution
from lms.people.choices import RoleKind
from lms.people.models import Role
from lms.trainings.tasks import address_of

from .models import Letter


def addresses_of(letter: Letter) -> list[str]:
    """Focal points of the institution and of those above it first, then the nominee; each address once."""
    found = focal_addresses(letter.institution_id)
    person = letter.nomination.person if letter.nomination_id else None
    if person is not None and (own := address_of(person)):
        found.append(own)
    return list({address.lower(): address for address in found}.values())


def focal_addresses(institution_id: int) -> list[str]:
    parents = dict(Institution.objects.values_list("pk", "parent_id"))
    line: list[int] = []
    while institution_id is not None and institution_id not in line:
        line.append(institution_id)
        institution_id = parents.get(institution_id)
    roles = Role.objects.live().filter(kind=RoleKind.FOCAL_POINT, institution__in=line, user__is_active=True)
    return list(roles.order_by("user").values_list("user__email", flat=True).distinct())

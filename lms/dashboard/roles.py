"""What somebody is to the first page and the navigation, asked at most once a request."""

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.functional import cached_property

from lms.certification.models import Certificate
from lms.core.prepared import prepared
from lms.people.models import Person
from lms.people.permissions import is_office
from lms.trainings.models import Deliverer


class UserRoles:
    """What this user is. The user of a request is made anew for each, so nothing outlives it."""

    def __init__(self, user) -> None:
        self.user = user

    @property
    def person(self) -> Person | None:
        return self.user.own_person

    @cached_property
    def office(self) -> bool:
        return is_office(self.user)

    @cached_property
    def trainer(self) -> bool:
        """Teaches, or holds or has held a trainer certificate."""
        return self.person is not None and is_or_was_trainer(self.person)

    def holds(self, *kinds: str) -> bool:
        return self.user.holds(*kinds)


def roles_of(request) -> UserRoles:
    """Of who asks; kept on the request, for the page and its frame."""
    if not hasattr(request, "user_roles"):
        request.user_roles = UserRoles(request.user)
    return request.user_roles


def is_or_was_trainer(person: Person) -> bool:
    """Does this person teach, or hold (or have held) a trainer certificate?"""
    return bool(_teachers(person=person.pk))


@prepared
def _teachers(*, person: int) -> QuerySet:
    """The person, if they are one."""
    holds = Exists(Certificate.objects.trainer().filter(person=OuterRef("pk")))
    teaches = Exists(Deliverer.objects.filter(person=OuterRef("pk")))
    return Person.objects.filter(holds | teaches, pk=person).order_by().values_list("pk")

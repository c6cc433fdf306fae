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

    @cached_property
    def person(self) -> Person | None:
        """Asked together with whether they teach, unless the page has asked for the person already."""
        if not self.user.knows_person:
            self.user.keep_person(_person_and_teaching.first(user=self.user.pk))
        return self.user.own_person

    @cached_property
    def office(self) -> bool:
        return is_office(self.user)

    @cached_property
    def trainer(self) -> bool:
        """Teaches, or holds or has held a trainer certificate."""
        known = getattr(self.person, "is_or_was_trainer", None)
        return self.person is not None and (is_or_was_trainer(self.person) if known is None else known)

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
    return Person.objects.filter(_is_or_was_trainer(), pk=person).order_by().values_list("pk")


@prepared
def _person_and_teaching(*, user: int) -> QuerySet:
    """The account's person with their institution and `is_or_was_trainer`."""
    rows = Person.objects.filter(user=user).annotate(is_or_was_trainer=_is_or_was_trainer())
    return rows.select_related("institution").order_by()


def _is_or_was_trainer():
    holds = Exists(Certificate.objects.trainer().filter(person=OuterRef("pk")))
    return holds | Exists(Deliverer.objects.filter(person=OuterRef("pk")))

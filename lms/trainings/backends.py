"""What taking part in a training allows: the trainee's reading rights."""

from django.db.models import QuerySet

from lms.core.prepared import prepared

from .choices import EnrolmentStatus
from .models import Enrolment


@prepared
def _seats(*, user: int, curriculum: int) -> QuerySet:
    """One of the account's seats in trainings of the curriculum, if there is any."""
    rows = Enrolment.objects.filter(person__user=user, status=EnrolmentStatus.ENROLLED)
    return rows.filter(training__curriculum=curriculum).order_by().values_list("pk")[:1]


class ParticipantBackend:
    """A person enrolled in a training may read what trainees of its curriculum may read; signs nobody in."""

    def authenticate(self, request, **credentials) -> None:
        return None

    def get_user(self, user_id) -> None:
        return None

    def has_perm(self, user, perm: str, obj=None) -> bool:
        if perm != "curricula.read_trainee_material" or not user.is_active or obj is None:
            return False
        return bool(_seats(user=user.pk, curriculum=obj.pk))

    def has_module_perms(self, user, app_label: str) -> bool:
        return False

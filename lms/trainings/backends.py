"""What taking part in a training allows: the trainee's reading rights."""

from .choices import EnrolmentStatus
from .models import Enrolment


class ParticipantBackend:
    """A person enrolled in a training may read what trainees of its curriculum may read; signs nobody in."""

    def authenticate(self, request, **credentials) -> None:
        return None

    def get_user(self, user_id) -> None:
        return None

    def has_perm(self, user, perm: str, obj=None) -> bool:
        if perm != "curricula.read_trainee_material" or not user.is_active or obj is None:
            return False
        return Enrolment.objects.filter(
            person__user=user.pk, status=EnrolmentStatus.ENROLLED, training__curriculum=obj.pk
        ).exists()

    def has_module_perms(self, user, app_label: str) -> bool:
        return False

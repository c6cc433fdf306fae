"""What a trainer certificate allows, for as long as it is in force: asked anew on every request."""

from django.db.models import QuerySet

from lms.core.prepared import prepared

from .evidence import is_any_in_force, standing_rows
from .models import Certificate

RIGHTS = {"curricula.read_trainer_material", "curricula.read_trainee_material"}


@prepared
def _held(*, user: int, curriculum: int) -> QuerySet:
    """What decides about the account's trainer certificates of the curriculum, as `is_any_in_force` takes it."""
    return standing_rows(Certificate.objects.trainer().filter(person__user=user, curriculum=curriculum))


class CertificateBackend:
    """A trainer reads what trainers of the curriculum may read, on the days the certificate is in force."""

    def authenticate(self, request, **credentials) -> None:
        return None

    def get_user(self, user_id) -> None:
        return None

    def has_perm(self, user, perm: str, obj=None) -> bool:
        if perm not in RIGHTS or not user.is_active or obj is None:
            return False
        return is_any_in_force(_held(user=user.pk, curriculum=obj.pk))

    def has_module_perms(self, user, app_label: str) -> bool:
        return False

"""What a trainer certificate allows, for as long as it is in force: asked anew on every request."""

from .evidence import is_held_today
from .models import Certificate

RIGHTS = {"curricula.read_trainer_material", "curricula.read_trainee_material"}


class CertificateBackend:
    """A trainer reads what trainers of the curriculum may read, on the days the certificate is in force."""

    def authenticate(self, request, **credentials) -> None:
        return None

    def get_user(self, user_id) -> None:
        return None

    def has_perm(self, user, perm: str, obj=None) -> bool:
        if perm not in RIGHTS or not user.is_active or obj is None:
            return False
        return is_held_today(Certificate.objects.trainer().filter(person__user=user.pk, curriculum=obj.pk))

    def has_module_perms(self, user, app_label: str) -> bool:
        return False

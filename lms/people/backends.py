"""What a role row allows, answered to whoever asks `user.has_perm(...)` by name."""

from .choices import RoleKind

GRANTS = {
    RoleKind.OFFICE: frozenset(
        {
            "wagtailadmin.access_admin",
            "audit.read_trail",
            "curricula.read_trainee_material",
            "curricula.read_trainer_material",
            "curricula.publish_edition",
            "curricula.read_download_register",
        }
    ),
    RoleKind.FOCAL_POINT: frozenset({"curricula.read_trainee_material"}),
    RoleKind.ASSESSOR: frozenset({"curricula.read_trainee_material", "curricula.read_trainer_material"}),
}


class RoleBackend:
    """Answers from the roles in force today; signs nobody in."""

    def authenticate(self, request, **credentials) -> None:
        return None

    def get_user(self, user_id) -> None:
        return None

    def has_perm(self, user, perm: str, obj=None) -> bool:
        if not user.is_active or not hasattr(user, "live_roles"):
            return False
        return any(perm in GRANTS.get(role.kind, frozenset()) for role in user.live_roles)

    def has_module_perms(self, user, app_label: str) -> bool:
        return False

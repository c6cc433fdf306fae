"""Who may do what with a curriculum: asked by name, answered by whichever backend above knows."""

from dataclasses import dataclass

from .choices import Capacity, Classification
from .querysets import READ_TRAINEE, READ_TRAINER

PUBLISH = "curricula.publish_edition"
READ_REGISTER = "curricula.read_download_register"


@dataclass(frozen=True)
class Rights:
    """What one user may read of one curriculum, today."""

    trainee: bool = False
    trainer: bool = False
    office: bool = False

    @property
    def classes(self) -> list[str]:
        """The classes of material the user may have."""
        restricted = [(self.trainee, Classification.TRAINEE), (self.trainer, Classification.TRAINER)]
        return [Classification.PUBLIC, *(word for may, word in restricted if may)]

    @property
    def capacity(self) -> str:
        """In which capacity they read: the highest they have."""
        words = [(self.office, Capacity.OFFICE), (self.trainer, Capacity.TRAINER), (self.trainee, Capacity.TRAINEE)]
        return next((word for holds, word in words if holds), Capacity.PUBLIC)


def rights_on(user, curriculum) -> Rights:
    """The rights of this user on this curriculum; nobody's, for who is not signed in."""
    if not user.is_authenticated:
        return Rights()
    trainer = user.has_perm(READ_TRAINER, curriculum)
    trainee = trainer or user.has_perm(READ_TRAINEE, curriculum)
    return Rights(trainee=trainee, trainer=trainer, office=trainer and may_publish_edition(user, curriculum))


def rights_for(request, curriculum) -> Rights:
    """The same, worked out once a request."""
    known = request.__dict__.setdefault("_rights_on_curricula", {})
    if curriculum.pk not in known:
        known[curriculum.pk] = rights_on(request.user, curriculum)
    return known[curriculum.pk]


def may_publish_edition(user, curriculum=None) -> bool:
    return user.has_perm(PUBLISH, curriculum)


def may_read_register(user) -> bool:
    """Everybody's downloads, not only their own."""
    return user.has_perm(READ_REGISTER)

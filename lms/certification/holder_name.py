"""The holder as anyone with the code may see them: what the scheme allows, and nothing once the person is forgotten."""

from .choices import HolderShown
from .models import Scheme


def initials(name: str) -> str:
    """ "Đorđe Čarnojević-Šćepanović" → "Đ. Č.-Š." """
    return " ".join("-".join(f"{part[0].upper()}." for part in word.split("-") if part) for word in name.split())


def shown_by_curriculum(curriculum_id: int) -> str:
    """What of the name a certificate of completion tells: as its curriculum's scheme says; without one, all of it."""
    rows = Scheme.objects.filter(curriculum=curriculum_id).order_by("code").values_list("shows_holder", flat=True)
    return rows.first() or HolderShown.FULL


def shown_name(certificate) -> str:
    """What verification and the public credential say of the holder (`shown` as the scheme has it)."""
    if certificate.shown == HolderShown.INITIALS:
        return initials(certificate.holder_name)
    return certificate.holder_name if certificate.shown == HolderShown.FULL else ""

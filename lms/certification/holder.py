"""The holder as anyone with the code may see them: what the scheme allows, and nothing once the person is forgotten."""

from .choices import HolderShown


def initials(name: str) -> str:
    """ "Đorđe Čarnojević-Šćepanović" → "Đ. Č.-Š." """
    return " ".join("-".join(f"{part[0].upper()}." for part in word.split("-") if part) for word in name.split())


def shown_name(certificate) -> str:
    """What verification and the public credential say of the holder (`shown` from `Certificate.objects.with_shown`)."""
    if certificate.shown == HolderShown.INITIALS:
        return initials(certificate.holder_name)
    return certificate.holder_name if certificate.shown == HolderShown.FULL else ""

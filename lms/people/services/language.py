"""The language an account is addressed in: on its pages, and in mail that is written while nobody looks."""

from django.conf import settings

from ..models import User


def keep_language(user: User, language: str | None) -> bool:
    """Remember the interface's language of this account; False if it is none of ours or is kept already."""
    if language not in dict(settings.INTERFACE_LANGUAGES) or user.language == language:
        return False
    user.language = language
    user.save(update_fields=["language"])
    return True

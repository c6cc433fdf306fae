"""The type of an account, for annotations in apps below `people`, which must not import the class."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    # The stubs' alias of settings.AUTH_USER_MODEL: the checker puts the project's own class in its place.
    from django.contrib.auth.models import _User as Account
else:
    Account = Any

__all__ = ["Account"]

"""Numbers as a reader sees them."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _


def share_text(share: float | None, digits: int = 1) -> str:
    """A share 0..1 (or above) as "56.7 %", rounded and not cut off; "not known" where there is none."""
    if share is None:
        return _("not known")
    return f"{number_format(round(share * 100, digits), digits)} %"

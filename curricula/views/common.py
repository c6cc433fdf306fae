"""What the portal's curriculum pages share."""

from django.utils.translation import gettext as _

from lms.core.breadcrumbs import Crumb, crumb


def library_crumb() -> Crumb:
    """Where every way to a curriculum page begins."""
    return crumb(_("Library"), "wagtail_serve", "")

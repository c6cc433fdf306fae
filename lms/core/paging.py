"""Lists a page at a time, at a cost that does not grow with what is in the table."""

from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.utils.formats import number_format
from django.utils.translation import gettext as _

#: Rows are counted up to here: behind that nobody turns pages, they narrow the list.
MOST_COUNTED = 10_000


class BoundedPaginator(Paginator):
    """Counts no further than `MOST_COUNTED`, and has no pages behind it."""

    @cached_property
    def _found(self) -> int:
        """How many rows there are, or one more than are counted."""
        if not isinstance(self.object_list, QuerySet):
            return len(self.object_list)
        return self.object_list.order_by().values("pk")[: MOST_COUNTED + 1].count()

    @cached_property
    def count(self) -> int:
        return min(self._found, MOST_COUNTED) if isinstance(self.object_list, QuerySet) else self._found

    @property
    def is_cut(self) -> bool:
        """Are there rows that no page shows?"""
        return self.count < self._found

    @property
    def total(self) -> str:
        """The number of rows as it is shown."""
        number = number_format(self.count, use_l10n=True, force_grouping=True) if self.count > 9999 else str(self.count)
        return _("more than %(number)s") % {"number": number} if self.is_cut else number


def page_of(request, rows, *, size: int = 50) -> Page:
    """The page of rows that `?page=` asks for; a number out of range gives the nearest page."""
    return BoundedPaginator(rows, size).get_page(request.GET.get("page"))

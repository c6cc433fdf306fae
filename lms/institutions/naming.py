"""Finding an institution by the name somebody wrote: folded, with its other names, one query for a whole list."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from lms.core.text import fold

from .models import Institution


class Names:
    """The institutions by every name they are known under; `find` never guesses between two."""

    def __init__(self, institutions: Iterable[Institution]) -> None:
        self._by_name: Mapping[str, set[Institution]] = defaultdict(set)
        self.ids: set[int] = set()
        for institution in institutions:
            self.ids.add(institution.pk)
            for name in (institution.name, institution.code, *institution.other_names):
                self._by_name[fold(name.replace("*", ""))].add(institution)

    def find(self, name: str, jurisdiction: str = "") -> list[Institution]:
        """All institutions of that name, in the jurisdiction if one is named; sorted by id."""
        found = self._by_name.get(fold(name.replace("*", "")), set())
        wanted = fold(jurisdiction.replace("*", ""))
        if wanted:
            found = {row for row in found if fold(row.jurisdiction.name.replace("*", "")) == wanted}
        return sorted(found, key=lambda row: row.pk)


def names_for(user) -> Names:
    """The names of the institutions in the user's scope."""
    return Names(Institution.objects.visible_to(user).active().select_related("jurisdiction"))

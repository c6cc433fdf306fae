"""The tree of institutions: who stands above and below whom. The one place that walks it.

Pure, but for `tree_now`, which reads the whole of it in one query: institutions are a few hundred at most. A circle is
refused where institutions are written (`forms.InstitutionForm`, `guards.py`); every walk ends where it meets itself all
the same, so that a damaged tree costs a wrong answer and never a request that does not end.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .guards import DEEPEST
from .models import Institution
from .querysets import below, parents_of


@dataclass(frozen=True)
class InstitutionTree:
    """`parents`: each institution's id and the id of the one it stands under, None at the top."""

    parents: Mapping[int, int | None]

    def upwards(self, pk: int | None) -> list[int]:
        """The institution and those above it, nearest first."""
        found: list[int] = []
        while pk is not None and pk not in found:
            found.append(pk)
            pk = self.parents.get(pk)
        return found

    def nearest(self, pk: int | None, wanted: Iterable[int]) -> int | None:
        """The institution itself or the first one above it that is wanted."""
        wanted = set(wanted)
        return next((one for one in self.upwards(pk) if one in wanted), None)

    def below(self, roots: Iterable[int]) -> frozenset[int]:
        """The institutions and everything below them."""
        return below(roots, self.parents.items())

    def line_of(self, roots: Iterable[int | None]) -> frozenset[int]:
        """In one line with any of these: the institutions themselves, all above and all below them.

        Whoever comes from the same one is a colleague; from one above, a superior; from one below, a subordinate.
        """
        own = {pk for pk in roots if pk is not None}
        return frozenset(pk for root in own for pk in self.upwards(root)) | self.below(own)

    def fits_under(self, pk: int | None, parent: int | None) -> bool:
        """May the institution stand there? Not under itself or one below it, and in no line longer than `DEEPEST`."""
        above = self.upwards(parent)
        return pk not in above and len(above) + self._height(pk) <= DEEPEST

    def _height(self, pk: int | None) -> int:
        """How many levels begin with this institution: 1 where nothing stands below it."""
        if pk is None:
            return 1
        return max((self.upwards(one).index(pk) + 1 for one in self.below([pk])), default=1)


def tree_now() -> InstitutionTree:
    """The tree as it stands; one query."""
    return InstitutionTree(dict(parents_of(Institution)))


def line_of(roots: Iterable[int | None]) -> frozenset[int]:
    """In one line with any of these (`Tree.line_of`); no query where there are none."""
    own = set(roots) - {None}
    return tree_now().line_of(own) if own else frozenset()


def upwards(pk: int | None) -> list[int]:
    """The institution and those above it, nearest first; one query."""
    return tree_now().upwards(pk)

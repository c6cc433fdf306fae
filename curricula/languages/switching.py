"""The switch on a module's page: the languages there are, and whether each says what the source says today."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.apps import apps
from django.db.models import OuterRef, Q, QuerySet, Subquery

from lms.core.prepared import prepared

from ..codes import SOURCE, locale_code
from ..pages.content import content_of
from .blocks import blocks_of
from .currency import behind_of
from .trees import CODES, NAMES, address_of, language_of_locale


@dataclass(frozen=True)
class LanguageChoice:
    """One language of the page: its name, its address, whether it is the one on the page."""

    language: str
    locale: str
    url: str
    is_here: bool = False

    @property
    def name(self) -> str:
        return str(NAMES[self.language])


class PageAround(NamedTuple):
    """A live page of a module: of the same module in another language, or of another one of the curriculum."""

    pk: int
    module_id: int
    locale: str
    alias_of_id: int | None
    translation_key: UUID
    title: str
    slug: str
    url_path: str


def pages_around(page) -> list[PageAround]:
    """The pages of the curriculum's modules in the page's language and the source's, and the module's in every
    language, in the order of the tree; one query."""
    own = {"module": page.module_id, "curriculum": page.module.curriculum_id}
    return [PageAround(*row) for row in _around(**own, locale=page.locale.language_code)]


@prepared
def _around(*, module: int, curriculum: int, locale: str) -> QuerySet:
    rows = _pages().live().filter(module__curriculum=curriculum)
    spoken = Q(locale__language_code=locale_code(SOURCE)) | Q(locale__language_code=locale)
    rows = rows.filter(spoken | Q(module=module))
    words = "translation_key", "title", "slug", "url_path"
    return rows.order_by("path").values_list("pk", "module_id", "locale__language_code", "alias_of_id", *words)


def switch_context(page, request, around: Sequence[PageAround]) -> dict:
    """`page_locale` (for the lang attribute) and `switch`: empty where there is one language.

    around: `pages_around`. A translation's page asks once more, for what its source says and what was reviewed.
    """
    rows = [row for row in around if row.module_id == page.module_id and row.alias_of_id is None]
    pages = {language_of_locale(row.locale): (row.pk, row.locale, row.url_path) for row in rows}
    here = next((code for code in pages if pages[code][0] == page.pk), SOURCE)
    spoken = [code for code in CODES if code in pages]
    return {
        "page_locale": pages[here][1] if here in pages else "en",
        "switch": [_choice(code, pages[code], page) for code in spoken] if len(spoken) > 1 else [],
        "stale": here != SOURCE and SOURCE in pages and _is_stale(page, here, pages[SOURCE][0]),
    }


def _choice(code: str, row: tuple, page) -> LanguageChoice:
    pk, locale, path = row
    return LanguageChoice(code, locale, address_of(path, code), is_here=pk == page.pk)


def _is_stale(page, language: str, source_pk: int) -> bool:
    """Does this translation lack changes of its source?"""
    source = _with_covers.first(pk=source_pk, language=language)
    blocks = blocks_of(source.title, content_of(source))
    return bool(behind_of(blocks, source.covers or {}, {}))


@prepared
def _with_covers(*, pk: int, language: str) -> QuerySet:
    """The source's page with what the newest review of the translation says that it stands for."""
    reviews = apps.get_model("curricula", "TranslationReview").objects.filter(module=OuterRef("module"))
    newest = reviews.filter(language=language).order_by("-id").values("covers")[:1]
    return _pages().filter(pk=pk).annotate(covers=Subquery(newest))


def _pages():
    return apps.get_model("curricula", "ModulePage").objects

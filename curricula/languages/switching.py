"""The switch on a module's page: the languages there are, and whether each says what the source says today."""

from dataclasses import dataclass

from django.apps import apps

from ..codes import SOURCE
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


def switch_context(page, request) -> dict:
    """`page_locale` (for the lang attribute) and `switch`: empty where there is one language.

    One query; a translation's page asks two more, for what its source says and what was reviewed.
    """
    rows = _pages().live().filter(module=page.module_id, alias_of=None)
    found = rows.values_list("pk", "locale__language_code", "url_path")
    pages = {language_of_locale(locale): (pk, locale, path) for pk, locale, path in found}
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
    source = _pages().get(pk=source_pk)
    review = page.module.translation_reviews.filter(language=language).first()
    blocks = blocks_of(source.title, content_of(source))
    return bool(behind_of(blocks, review.covers if review else {}, {}))


def _pages():
    return apps.get_model("curricula", "ModulePage").objects

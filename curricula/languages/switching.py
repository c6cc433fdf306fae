"""The switch on a module's page: the languages there are, and whether each says what the source says today."""

from dataclasses import dataclass

from django.apps import apps

from ..codes import SOURCE
from ..content import content_of
from .blocks import blocks_of
from .currency import behind_of
from .trees import CODES, NAMES, language_of_locale


@dataclass(frozen=True)
class Choice:
    """One language of the page: its name, its address, whether it is the one on the page."""

    language: str
    locale: str
    url: str
    is_here: bool = False

    @property
    def name(self) -> str:
        return str(NAMES[self.language])


def switch_context(page, request) -> dict:
    """`page_locale` (for the lang attribute) and `switch`: empty where there is one language; two queries at most."""
    rows = apps.get_model("curricula", "ModulePage").objects.live().filter(module=page.module_id, alias_of=None)
    pages = {language_of_locale(row.locale.language_code): row for row in rows.select_related("locale", "module")}
    locale = next((row.locale.language_code for row in pages.values() if row.pk == page.pk), "en")
    spoken = [code for code in CODES if code in pages]
    return {
        "page_locale": locale,
        "switch": [_choice(code, pages, page, request) for code in spoken] if len(spoken) > 1 else [],
        "stale": _stale(pages, page),
    }


def _choice(code: str, pages: dict, page, request) -> Choice:
    row = pages[code]
    return Choice(code, row.locale.language_code, row.get_url(request), is_here=row.pk == page.pk)


def _stale(pages: dict, page) -> bool:
    """Does this translation lack changes of its source?"""
    source = pages.get(SOURCE)
    language = next((code for code, row in pages.items() if row.pk == page.pk), SOURCE)
    if source is None or language == SOURCE:
        return False
    review = page.module.translation_reviews.filter(language=language).first()
    blocks = blocks_of(source.title, content_of(source))
    return bool(behind_of(blocks, review.covers if review else {}, {}))

"""The page tree in its languages: which pages are originals, which translations, and under which addresses they lie."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from wagtail.models import Locale

from ..codes import SOURCE, address_part, language_of, locale_code

CODES = [code for code, _name in settings.CONTENT_LANGUAGES]
TARGETS = [code for code in CODES if code != SOURCE]
NAMES = dict(settings.CONTENT_LANGUAGES)


def originals(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Pages in the source language alone."""
    return rows.filter(locale__language_code=locale_code(SOURCE))


def translations(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Pages somebody translated: no originals, and none of Wagtail's aliases, which say the source's words."""
    return rows.exclude(locale__language_code=locale_code(SOURCE)).filter(alias_of=None)


def ensure_locales() -> None:
    """A locale for every language; a second call adds nothing."""
    present = set(Locale.objects.values_list("language_code", flat=True))
    for code in CODES:
        if locale_code(code) not in present:
            Locale.objects.create(language_code=locale_code(code))


def locale_for(language: str) -> Locale:
    """The locale of a language of ours; made if it is not there yet."""
    return Locale.objects.get_or_create(language_code=locale_code(language))[0]


def locales_by_id() -> dict[int, str]:
    """{locale id: language}; one query."""
    return {row.pk: language_of(row.language_code, CODES) for row in Locale.objects.all()}


def language_of_page(page) -> str:
    """The product's code for a page's language."""
    return language_of(page.locale.language_code, CODES)


def language_of_locale(code: str) -> str:
    """The product's code for a locale's; the source where a locale is none of ours."""
    return language_of(code, CODES) or SOURCE


def address_of(page_path: str, language: str) -> str:
    """The address of a page in a language: /library/sr-latn/pssm-moi/m01/; the source has no part of its own."""
    inside = "/".join(page_path.strip("/").split("/")[1:])
    parts = [part for part in ("" if language == SOURCE else address_part(language), inside) if part]
    return reverse("wagtail_serve", args=["".join(f"{part}/" for part in parts)])


def split_address(path: str) -> tuple[str, list[str]]:
    """The language and the rest of an address below the library's."""
    parts = [part for part in path.split("/") if part]
    languages = {address_part(code): code for code in TARGETS}
    if parts and parts[0] in languages:
        return languages[parts[0]], parts[1:]
    return SOURCE, parts


def library_in(language: str):
    """The live library of a language; None where nothing is translated yet."""
    rows = apps.get_model("curricula", "LibraryPage").objects.live()
    return rows.filter(locale__language_code=locale_code(language)).order_by("path").first()

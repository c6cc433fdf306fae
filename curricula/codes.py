"""One table of language codes: the product's (BCP 47), and the name Django and Wagtail have for the same language.

The settings read it: it imports nothing of the project. Reading it makes Montenegrin known to Django.
"""

from django.conf.locale import LANG_INFO
from django.utils.translation import gettext_lazy as _

#: Languages the interface speaks, by Django's codes; more follow as their catalogues are made.
INTERFACE_LANGUAGES = [("en", _("English")), ("sr", _("Serbian (Cyrillic)")), ("sr-latn", _("Serbian (Latin)"))]
#: Languages that materials, pages and trainings may be in, by the product's codes.
CONTENT_LANGUAGES = [
    ("en", _("English")), ("sq", _("Albanian")), ("bs", _("Bosnian")), ("hr", _("Croatian")),
    ("sr-Latn", _("Serbian (Latin)")), ("sr-Cyrl", _("Serbian (Cyrillic)")), ("cnr", _("Montenegrin")),
    ("cnr-Cyrl", _("Montenegrin (Cyrillic)")), ("mk", _("Macedonian")), ("ro", _("Romanian")),
]  # fmt: skip

#: The language modules are written in; the others are translated from it.
SOURCE = "en"
#: Where Django's name differs; all others are the product's in small letters.
LOCALES = {"sr-Cyrl": "sr"}
#: The Cyrillic text that a Latin one yields by transliteration.
CYRILLIC_OF = {"sr-Latn": "sr-Cyrl", "cnr": "cnr-Cyrl"}
LATIN_OF = {cyrillic: latin for latin, cyrillic in CYRILLIC_OF.items()}
#: What Django should know of Montenegrin and does not; the catalogues are in `locale/cnr` and `locale/cnr_Cyrl`.
MONTENEGRIN = {
    "cnr": {"bidi": False, "code": "cnr", "name": "Montenegrin", "name_local": "crnogorski"},
    "cnr-cyrl": {"bidi": False, "code": "cnr-cyrl", "name": "Montenegrin (Cyrillic)", "name_local": "црногорски"},
}
LANG_INFO.update(MONTENEGRIN)


def locale_code(language: str) -> str:
    """sr-Latn → sr-latn, sr-Cyrl → sr: the code of the page tree's locale."""
    return LOCALES.get(language, language.lower())


def language_of(locale: str, languages) -> str:
    """The product's code for a locale's; `languages` are the product's codes. Empty if it is none of them."""
    return next((code for code in languages if locale_code(code) == locale), "")


def address_part(language: str) -> str:
    """How a language stands in an address: sr-cyrl."""
    return language.lower()

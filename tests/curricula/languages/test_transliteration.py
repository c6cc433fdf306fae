"""Latin to Cyrillic: letters, seams, what is left alone; and the way back."""

import pytest
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import get_language_info, gettext
from hypothesis import given
from hypothesis import strategies as st

from curricula.codes import language_of, locale_code
from curricula.languages.trees import CODES
from lms.core.transliteration import KEPT_LATIN, SEAMS, to_cyrillic, to_latin

LETTERS = "abvgdđežzijklmnoprstćufhcčš"
WORD = st.text(LETTERS, min_size=1, max_size=14)
CASED = st.one_of(WORD, WORD.map(str.capitalize))


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("ljubav, njiva, džep", "љубав, њива, џеп"),
        ("Ljubav, Njiva, Džep", "Љубав, Њива, Џеп"),
        ("LJUBAV, NJIVA, DŽEP", "ЉУБАВ, ЊИВА, ЏЕП"),
        ("injekcija", "инјекција"),
        ("Injekcija i konjunktura", "Инјекција и конјунктура"),
        ("nadživeti, odživeti, podžanr", "надживети, одживети, поджанр"),
        ("nenadživljen", "ненадживљен"),
        ("nadžupan, konjuktivitis", "наджупан, конјуктивитис"),
        ("Tanjug, konjugacija, vanjezički", "Танјуг, конјугација, ванјезички"),
        ("budžet, odžak, vinjeta", "буџет, оџак, вињета"),
        ("Petrović Đorđe", "Петровић Ђорђе"),
        ("śutra, źenica", "с\u0301утра, з\u0301еница"),
        ("modul M01 i MOSAIC 05.20", "модул M01 и MOSAIC 05.20"),
        ("PSSM i SEESAC", "PSSM и SEESAC"),
        ("%(ime)s je %d od {ukupno}", "%(ime)s је %d од {ukupno}"),
        ("vidi https://primer.rs/put i pisi@primer.rs", "види https://primer.rs/put и pisi@primer.rs"),
        ("<b>važno</b> &amp; hitno", "<b>важно</b> &amp; хитно"),
        ("pokreni `kod` u obrazac.pdf", "покрени `kod` у obrazac.pdf"),
        ("glava XIV", "глава XIV"),
        ("Microsoft Word, Yamaha", "Мицрософт Word, Yamaha"),
        ("već ћирилица", "већ ћирилица"),
    ],
)
def test_words(latin, cyrillic):
    assert to_cyrillic(latin) == cyrillic


def test_names_that_shall_stay_are_named():
    assert to_cyrillic("Microsoft kaže", keep=KEPT_LATIN | {"Microsoft"}) == "Microsoft каже"


@pytest.mark.parametrize("seam", SEAMS)
def test_every_exception_is_parted(seam):
    first, second = seam.split("|")
    assert to_latin(to_cyrillic(f"{first}{second}a")) == f"{first}{second}a"
    assert to_cyrillic(first + second).startswith(to_cyrillic(first) + to_cyrillic(second[0]))


@given(st.lists(CASED, max_size=8).map(" ".join))
def test_there_and_back_is_the_same(text):
    assert to_latin(to_cyrillic(text)) == text


@given(st.text(max_size=80))
def test_twice_is_once_and_nothing_breaks(text):
    assert to_cyrillic(to_cyrillic(text)) == to_cyrillic(text)


# Montenegrin ----------------------------------------------------------------------------------------------------------


def test_montenegrin_is_a_language_of_its_own_in_both_scripts():
    assert get_language_info("cnr")["name_local"] == "crnogorski"
    assert get_language_info("cnr-cyrl")["name_local"] == "црногорски"
    with translation.override("cnr"):
        assert translation.get_language() == "cnr"
        assert gettext("Wednesday") == "srijeda"
        assert gettext("check of learning") == "provjera naučenog"
    with translation.override("cnr-cyrl"):
        assert gettext("Wednesday") == "сриједа"


def test_montenegrin_dates_are_not_serbian_cyrillic():
    from datetime import date

    with translation.override("cnr"):
        assert date_format(date(2026, 6, 3), "j F Y") == "3. jun 2026."
    with translation.override("cnr-cyrl"):
        assert date_format(date(2026, 6, 3), "j F Y") == "3. јун 2026."


def test_the_cyrillic_catalogue_is_the_latin_one_carried_over():
    import polib
    from django.conf import settings

    latin, cyrillic = (
        polib.pofile(str(settings.BASE_DIR / "locale" / name / "LC_MESSAGES" / "django.po"))
        for name in ("cnr", "cnr_Cyrl")
    )
    assert [to_cyrillic(entry.msgstr) for entry in latin] == [entry.msgstr for entry in cyrillic]
    assert not set("ђћљњџ") & set("".join(entry.msgstr for entry in latin))


def test_codes_go_there_and_back():
    assert [language_of(locale_code(code), CODES) for code in CODES] == CODES
    assert (locale_code("sr-Cyrl"), locale_code("sr-Latn"), locale_code("cnr")) == ("sr", "sr-latn", "cnr")


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        ("sq,en;q=0.5", "en"),
        ("sq,sr-Latn-RS;q=0.8", "sr-latn"),
        ("sr", "sr"),
        ("cnr", "en"),
        ("x" * 3000, "en"),
        ("", "en"),
    ],
)
def test_the_interface_speaks_only_what_it_has_words_for(client, db, wanted, spoken):
    page = client.get("/account/login/", headers={"accept-language": wanted})
    assert page.headers["Content-Language"] == spoken

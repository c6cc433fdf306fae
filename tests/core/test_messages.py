"""The catalogues of the interface: one is written, one derived, both compiled, and none of them says something else."""

import re
from datetime import datetime
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from lms.core import catalogues as tools
from lms.core.management.commands import update_messages

LOCALE = Path(settings.LOCALE_PATHS[0])
LANGUAGES = {"sr": "cyrillic", "sr_Latn": "latin"}


def catalogue(language: str) -> polib.POFile:
    return polib.pofile(str(tools.catalogue_path(LOCALE, language)), wrapwidth=0)


def entry(msgid="You are %(name)s.", msgstr="Ви сте %(name)s.", **fields) -> polib.POEntry:
    return polib.POEntry(msgid=msgid, msgstr=msgstr, **fields)


def of(*entries) -> polib.POFile:
    """A catalogue of these entries."""
    found = polib.POFile()
    found.extend(entries)
    return tools.settle(found, "sr")


# The catalogues as they are committed ---------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_the_written_one(language):
    stored = tools.catalogue_path(LOCALE, language, "mo").read_bytes()

    assert stored == tools.compiled(catalogue(language)), "run manage.py update_messages"


def test_the_latin_catalogue_is_derived_from_the_cyrillic_one():
    assert str(catalogue("sr_Latn")) == str(tools.derive_latin(catalogue("sr"))), "run manage.py update_messages"


@pytest.mark.parametrize(("language", "script"), LANGUAGES.items())
def test_no_entry_is_at_fault(language, script):
    assert list(tools.faults_of(catalogue(language), script)) == []


def test_what_is_not_translated_yet_is_counted_in_the_handbook():
    missing = [tools.key_of(entry) for entry in catalogue("sr") if not tools.is_complete(entry)]
    handbook = (Path(settings.BASE_DIR) / "docs" / "languages.md").read_text(encoding="utf-8")

    assert f"Sentences without a Serbian translation: {len(missing)}." in handbook, missing


def test_cyrillic_words_are_not_typed_in_latin_letters():
    kept = {
        "Excel",
        "PDF",
        "QR",
        "ZIP",
        "CSV",
        "ToT",
        "RASR",
        "PSSM",
        "SEESAC",
        "Cascade",
        "JPEG",
        "PNG",
        "WebP",
        "XLSX",
    }
    kept |= {
        "LibreOffice",
        "XML",
        "OpenDocument",
        "Strict",
        "Open",
        "UTF",
        "SHA",
        "CEFR",
        "BCP",
        "MB",
        "JavaScript",
        "h",
    }
    kept |= {"Moodle", "GIFT", "PO", "SCORM", "Open", "Badges", "JSON", "JWT", "Python", "json", "dumps", "SHA"}
    kept |= {"Word", "PowerPoint", "Excel", "VC"}
    kept |= {"xlsx", "xls", "xlsb", "ods", "csv", "name", "example", "org"}

    assert {word for entry in catalogue("sr") for word in latin_words(entry)} - kept == set()


def latin_words(entry) -> set[str]:
    """Words of ASCII letters in a translation, outside placeholders, tags and codes with digits."""
    text = " ".join([entry.msgstr, *entry.msgstr_plural.values()])
    # What a template hands on to a script stands with two signs of per cent: "%%s", "%%(rest)s".
    words = re.findall(r"\w+", tools.MARKS.sub(" ", text.replace("%%", "%")))
    return {word for word in words if word.isascii() and word.isalpha()}


# What Django makes of them --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1 датотека"), (2, "2 датотеке"), (4, "4 датотеке"), (5, "5 датотека"), (11, "11 датотека"),
     (12, "12 датотека"), (14, "14 датотека"), (21, "21 датотека"), (22, "22 датотеке"),
     (25, "25 датотека"), (0, "0 датотека"), (111, "111 датотека"), (101, "101 датотека")],
)  # fmt: skip
def test_serbian_has_three_plural_forms(number, words):
    with translation.override("sr"):
        said = ngettext("%(n)d file, %(size)s", "%(n)d files, %(size)s", number)
        assert said % {"n": number, "size": "2 MB"} == f"{words}, 2 MB"


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Enrol"), ("sr", "Пријава на обуку"), ("sr-latn", "Prijava na obuku")]
)
def test_each_language_of_the_interface_speaks(language, words):
    with translation.override(language):
        assert gettext("Enrol") == words


@pytest.mark.parametrize(
    ("shape", "cyrillic", "latin"),
    [
        ("DATE_FORMAT", "12. октобар 2026.", "12. oktobar 2026."),
        ("j F Y", "12. октобар 2026.", "12. oktobar 2026."),
        ("j F", "12. октобар", "12. oktobar"),
        ("j M Y", "12.10.2026.", "12.10.2026."),
        ("j M", "12.10.", "12.10."),
        ("D j F", "пон. 12. октобар", "pon. 12. oktobar"),
        ("l j F", "понедељак, 12. октобар", "ponedeljak, 12. oktobar"),
        ("j F Y, H:i", "12. октобар 2026. 09:05", "12. oktobar 2026. 09:05"),
        ("F Y", "октобар 2026.", "oktobar 2026."),
    ],
)
def test_every_shape_of_a_date_is_written_as_serbian_writes_it(shape, cyrillic, latin):
    moment = datetime(2026, 10, 12, 9, 5)
    with translation.override("sr"):
        assert date_format(moment, shape) == cyrillic
    with translation.override("sr-latn"):
        assert date_format(moment, shape) == latin


# The tools ------------------------------------------------------------------------------------------------------------


def test_latin_is_derived_and_what_is_latin_already_stays():
    written = of(
        entry("%(n)s <b>QR</b>", "Љиљана %(n)s <b>QR</b> {name} https://cascade.example/x PSSM"),
        entry("x", "ЊЕГОШ и Његош", msgctxt="who"),
    )

    derived = tools.derive_latin(written)

    assert [row.msgstr for row in derived] == [
        "Ljiljana %(n)s <b>QR</b> {name} https://cascade.example/x PSSM",
        "NJEGOŠ i Njegoš",
    ]
    assert (derived[1].msgctxt, derived.metadata["Language"]) == ("who", "sr_Latn")


def test_plural_forms_are_derived_each():
    written = of(entry("%d day", "", msgid_plural="%d days", msgstr_plural={0: "%d дан", 1: "%d дана", 2: "%d дана"}))

    assert tools.derive_latin(written)[0].msgstr_plural == {0: "%d dan", 1: "%d dana", 2: "%d dana"}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (entry(msgstr="Ви сте %(ime)s."), "placeholders"),
        (entry("Hello <b>you</b>", "Здраво <i>Ви</i>"), "placeholders"),
        (entry("{raw} is long.", "Дугачко је."), "placeholders"),
        (entry("At least %d %%", "Најмање %d"), "placeholders"),
        (entry(msgstr="\nВи сте %(name)s."), "line break"),
        (entry(flags=["fuzzy"]), "guess"),
        (entry("%d day", "", msgid_plural="%d days", msgstr_plural={0: "%d дан", 1: "%d дана"}), "2 of 3"),
        (entry("%d day", "", msgid_plural="%d days", msgstr_plural={0: "један", 1: "%d дана", 2: "%d дана"}), "differ"),
    ],
)
def test_what_is_wrong_with_an_entry_is_said(wrong, words):
    found = polib.POFile()
    found.metadata["Plural-Forms"] = tools.PLURAL_RULE
    found.append(wrong)

    (fault,) = tools.faults_of(found, "cyrillic")

    assert words in fault


def test_cyrillic_in_the_latin_catalogue_and_a_foreign_plural_rule_are_faults():
    found = of(entry(msgstr="Vi ste %(name)s, Ана."))
    found.metadata["Plural-Forms"] = "nplurals=2; plural=(n != 1);"

    assert [fault.rpartition(":")[0] or fault for fault in tools.faults_of(found, "latin")] == [
        "the rule of plurals is not the Serbian one",
        "'You are %(name)s.': has Cyrillic letters",
    ]


def test_what_is_not_translated_is_no_fault():
    assert list(tools.faults_of(of(entry(msgstr="")), "cyrillic")) == []


def test_guesses_and_dead_entries_are_dropped():
    guessed = entry(flags=["fuzzy", "python-format"], previous_msgid="You were %(name)s.")
    many = entry("%d day", "", msgid_plural="%d days", msgstr_plural={0: "а", 1: "б", 2: "в"}, flags=["fuzzy"])

    found = of(guessed, entry("old", "стари", obsolete=True), many)

    assert [(row.msgid, row.msgstr, row.flags) for row in found] == [
        ("You are %(name)s.", "", ["python-format"]),
        ("%d day", "", []),
    ]
    assert many.msgstr_plural == {0: "", 1: "", 2: ""}


# The command ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path, settings):
    """A locale folder and sources of our own, with one sentence translated and one new."""
    settings.BASE_DIR, settings.LOCALE_PATHS = tmp_path, [tmp_path / "locale"]
    for name in update_messages.SOURCES:
        (tmp_path / name).mkdir()
    (tmp_path / "templates" / "page.html").write_text('{% load i18n %}{% translate "Known" %}{% translate "New" %}')
    path = tools.catalogue_path(tmp_path / "locale", "sr")
    path.parent.mkdir(parents=True)
    of(entry("Known", "Познато"), entry("Gone", "Нестало")).save(str(path))
    return tmp_path


def test_without_gettext_what_is_known_is_derived_and_compiled(folder, monkeypatch, capsys):
    monkeypatch.setattr(update_messages.shutil, "which", lambda name: None)

    call_command("update_messages")

    assert "gettext is not installed" in capsys.readouterr().out
    latin = polib.mofile(str(tools.catalogue_path(folder / "locale", "sr_Latn", "mo")))
    assert {row.msgid: row.msgstr for row in latin} == {"Known": "Poznato", "Gone": "Nestalo"}


def test_new_sentences_are_collected_and_the_sources_left_alone(folder, capsys):
    call_command("update_messages")

    found = polib.pofile(str(tools.catalogue_path(folder / "locale", "sr")))
    assert {row.msgid: row.msgstr for row in found} == {"Known": "Познато", "New": ""}
    assert "2 sentences, 1 untranslated." in capsys.readouterr().out
    assert [path.name for path in (folder / "templates").iterdir()] == ["page.html"]


def test_a_second_run_changes_nothing(folder):
    call_command("update_messages")
    files = sorted((folder / "locale").rglob("django.*"))
    before = [path.read_bytes() for path in files]

    call_command("update_messages")

    assert len(files) == 4
    assert [path.read_bytes() for path in files] == before

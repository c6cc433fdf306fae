"""The document: one page, the right letters, the right words in ten languages, the same bytes every time."""

import re
from io import BytesIO

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from lms.certification.document.layout import MASK, draw
from lms.certification.document.render import DocumentError, render_certificate
from lms.certification.document.typesetting import BOLD, break_lines, clean, fit, width_of
from lms.certification.document.wording import FOLDER, printed_words, words_in
from tests.amounts import amount

from .sheets import COMPLETION, FACTS, rendered, text_of

LANGUAGES = ["en", "sq", "bs", "hr", "sr-Latn", "sr-Cyrl", "cnr", "cnr-Cyrl", "mk", "ro"]


@pytest.mark.parametrize(
    "name",
    [
        "Đorđe Čarnojević-Šćepanović Žižić",
        "Ђорђе Љубичић Његош-Џаковић",
        "Љупчо Ѓорѓиевски Ќосев Ѕвездов",
        "Përmetçiu Gjërqeku Ëndrra",
        "Ștefănescu Țepeș Pârvulescu Îndrăgit",
        "Šejla Hadžić-Đulović",
    ],
)
def test_every_letter_of_the_region_can_be_read_back(name):
    assert name in rendered(holder_name=name)


def test_letters_put_together_from_two_signs_are_one():
    assert "Čedomir Šćepanović" in rendered(holder_name="C\u030cedomir S\u030cc\u0301epanovic\u0301\u200b")


def test_a_letter_the_font_does_not_have_is_refused_and_named():
    with pytest.raises(DocumentError, match="Ω"):
        rendered(holder_name="Petar Ωmega")


def test_a_trainer_certificate_says_all_it_must():
    text = rendered()

    for piece in (
        "Trainer certificate", "Certified trainer", "PSSM for MoI personnel", "26 · 2026.1", "17 October 2026",
        "16 October 2029", "12 – 16 October 2026", "PSSM-T-2026-7KQM-2XWD", "7KQM-2XWD-R9TB-4HFC",
        "cascade.example/verify/", "Head of SEESAC", "Funded under a Council Decision.", "CD 2026/1",
        "The views are the authors' own.", "Ministry of Interior, Serbia", "Entry 1207 of the transparency log",
    ):  # fmt: skip
        assert piece in text
    assert "Resolution 1244" not in text


@pytest.mark.parametrize(
    ("level", "words"),
    [("provisional", "together with a certified trainer"), ("senior", "and accompany new trainers")],
)
def test_each_level_says_what_it_allows(level, words):
    assert words in rendered(level=level)


def test_a_completion_says_what_was_completed():
    text = rendered(**COMPLETION)

    assert "Certificate of completion" in text
    assert "has completed “Regional Training of Trainers 2026”" in text
    assert "TOT-2026-1" in text


def test_a_training_called_after_its_curriculum_is_not_named_twice():
    text = rendered(**COMPLETION, training="PSSM for MoI Personnel")
    assert "has completed the curriculum PSSM for MoI personnel" in text
    assert "“" not in text


def test_the_name_carries_its_asterisk_and_the_footnote_once():
    text = rendered(jurisdiction="Kosovo", institution="Kosovo Police")

    assert "Kosovo* Police, Kosovo*" in text
    assert text.count("Resolution 1244 (1999)") == 1
    assert not re.search(r"Kosovo(?!\*)", text.replace("References to Kosovo", ""))


# Languages ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "title", "day"),
    [
        ("sq", "Certifikatë trajneri", "17 tetor 2026"),
        ("bs", "Certifikat trenera", "17. oktobar 2026."),
        ("hr", "Certifikat trenera", "17. listopada 2026."),
        ("sr-Latn", "Sertifikat trenera", "17. oktobar 2026."),
        ("sr-Cyrl", "Сертификат тренера", "17. октобар 2026."),
        ("cnr", "Sertifikat trenera", "17. oktobar 2026."),
        ("cnr-Cyrl", "Сертификат тренера", "17. октобар 2026."),
        ("mk", "Сертификат за обучувач", "17 октомври 2026"),
        ("ro", "Certificat de formator", "17 octombrie 2026"),
    ],
)
def test_words_and_dates_are_in_the_certificates_language_and_script(language, title, day):
    text = rendered(language=language)

    assert title in text and day in text


def test_every_language_of_the_product_has_all_the_words(settings):
    assert sorted(LANGUAGES) == sorted(code for code, _name in settings.CONTENT_LANGUAGES)
    keys = {path.stem: set(words_in(path.stem)) for path in FOLDER.glob("*.json")}
    assert all(found == keys["en"] for found in keys.values())
    assert all(len(words_in(language)["months"]) == 12 for language in LANGUAGES)


def test_the_cyrillic_words_leave_places_for_names_alone():
    words = words_in("cnr-Cyrl")

    assert "{training}" in words["trainer_says"] and words["day"] == "{d}. {m} {y}."
    assert "смије" in words["certified_may"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [{}, COMPLETION, {"level": "provisional"}, {"level": "senior"}])
def test_no_word_of_the_document_is_missing_a_letter(language, kind):
    """`clean` refuses what cannot be drawn, so that drawing it at all is the proof."""
    assert rendered(language=language, **kind)


# One page, always -----------------------------------------------------------------------------------------------------

LONG = "Aleksandra-Konstantina Ștefănescu-Țepeș Đurđević-Šćepanović Žižić-Ljubojević Novaković-Mila "


@pytest.mark.parametrize("name", [(LONG * 3)[:210], ("Ђорђевић-Љубојевић " * 12)[:210], "W" * 210, "A"])
@pytest.mark.parametrize("kind", [{}, COMPLETION])
def test_two_hundred_and_ten_characters_still_make_one_page(name, kind):
    text = rendered(holder_name=name, **kind)

    assert name.replace(" ", "") in text.replace(" ", "")


def test_everything_as_long_as_its_field_makes_one_page():
    text = rendered(
        language="mk", holder_name="W" * 210, institution="Ж" * 200, jurisdiction="Ш" * 100, curriculum="Щ" * 200,
        training="М" * 200, venue="Ю" * 200, reference="W" * 40, issuing_body="W" * 200, signatory="Ж" * 200,
        programme_funding_statement="Funding statement of a programme. " * 20, programme_disclaimer="Kosovo. " * 80,
    )  # fmt: skip
    assert text.count("W") >= 210


def test_what_can_not_fit_is_refused_and_never_cut():
    with pytest.raises(DocumentError, match="too long for its place"):
        rendered(programme_disclaimer="The views are the authors' own. " * 400)


LETTERS = [chr(code) for code in (*range(0x41, 0x24F), *range(0x400, 0x460)) if chr(code).isalpha()]


@given(
    name=st.text(LETTERS, min_size=1, max_size=210),
    institution=st.text("Ministarstvo unutrašnjih poslova ", min_size=1, max_size=200),
    training=st.text("Обука тренера PSSM ", min_size=1, max_size=200),
)
@settings(max_examples=amount(25), deadline=None)
def test_whatever_fits_the_fields_makes_one_page(name, institution, training):
    assert rendered(holder_name=name, institution=institution, training=training)


@given(words=st.lists(st.text("Wil ", min_size=1, max_size=60), min_size=1, max_size=12), width=st.integers(40, 400))
@settings(max_examples=amount(60), deadline=None)
def test_no_line_is_wider_than_its_place_and_no_letter_is_lost(words, width):
    words = " ".join(words).split()
    lines = break_lines(words, BOLD, 9, width)

    assert all(width_of(line, BOLD, 9) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(words)


def test_a_longer_name_is_set_smaller_before_it_is_broken():
    sizes = [fit("Đ" * count, BOLD, 560, 70, sizes=(31, 10.5)).size for count in (5, 40, 210)]

    assert sizes[0] == 31 and sizes == sorted(sizes, reverse=True) and sizes[2] < sizes[1] < 31


def test_text_of_the_facts_is_text_and_never_markup():
    assert "<b>Bold</b> (x) Tj \\" in rendered(holder_name="<b>Bold</b> (x) Tj \\")


def test_blanks_and_signs_nobody_sees_are_tidied():
    assert clean("  Petar\u00a0\u202e  Petrović\n") == "Petar Petrović"


# The same bytes -------------------------------------------------------------------------------------------------------


def test_the_same_facts_give_the_same_bytes():
    facts = {**FACTS, "printed": printed_words(FACTS)}

    first = draw(facts)
    rendered(language="mk", holder_name="Somebody else in between")

    assert draw(facts) == first


def test_no_moment_and_no_machine_stands_in_the_file():
    content = render_certificate(FACTS)
    (about,) = [PdfReader(BytesIO(content)).metadata]

    assert about.title == "Trainer certificate PSSM-T-2026-7KQM-2XWD" and about.author == "SEESAC"
    assert about.creation_date.year == 2000


def test_the_page_names_its_language_for_those_who_hear_it():
    assert PdfReader(BytesIO(render_certificate({**FACTS, "language": "mk"}))).root_object["/Lang"] == "mk"


def test_the_qr_code_is_drawn_module_for_module():
    """The rectangles on the page, put back on a grid, are the code of the address."""
    (page,) = PdfReader(BytesIO(render_certificate(FACTS))).pages
    matrix = segno.make(FACTS["address"], error="m", micro=False, mask=MASK).matrix
    stream = page.get_contents().get_data().decode("latin-1")
    size = len(matrix)
    drawn = [bytearray(size) for _row in matrix]
    for start, up, long in re.findall(r"(\d+) (\d+) (\d+) 1 re", stream):
        for column in range(int(start), int(start) + int(long)):
            drawn[size - 1 - int(up)][column] = 1

    assert [bytes(row) for row in drawn] == [bytes(row) for row in matrix]


def test_a_certificate_without_facts_has_no_document():
    with pytest.raises(DocumentError, match="without facts"):
        render_certificate({})


def test_what_was_printed_stays_whatever_the_words_become(monkeypatch):
    facts = {**FACTS, "printed": printed_words(FACTS)}
    monkeypatch.setattr("lms.certification.document.render.printed_words", lambda facts: pytest.fail("words made anew"))

    assert "Trainer certificate" in text_of(render_certificate(facts))

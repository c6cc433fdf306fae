"""Search: what the reader may see, and no question that breaks it."""

import pytest
from django.db import DatabaseError
from django.urls import reverse
from wagtail.search import index
from wagtail.search.query import And, Or, Phrase, PlainText

from curricula.models import Material, ModulePage, SearchText
from curricula.search import queries
from curricula.search.backend import harmless
from curricula.search.indexing import index_everything
from curricula.search.queries import find
from curricula.search.tokens import words_in, words_of


@pytest.fixture
def indexed(curriculum):
    for row in (*ModulePage.objects.all(), *Material.objects.all()):
        index.insert_or_update_object(row)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("", ()),
        ('"', ()),
        ("\0", ()),
        (" ?!*() ", ()),
        ("key control", ("key", "control")),
        ('"key" AND', ("key", "AND")),
        ("05.20", ("05", "20")),
        ("чување oružja", ("чување", "oružja")),
        ("x" * 10_000, ("x" * 40,)),
        ("a b c d e f g h i j", tuple("abcdefgh")),
    ],
)
def test_a_question_becomes_a_few_harmless_words(question, words):
    assert words_of(question) == words


def titles(found) -> tuple[list[str], list[str]]:
    return [page.module.code for page in found.pages], [row.brief for row in found.materials]


def test_modules_and_materials_are_found_by_their_words(indexed, readers):
    assert titles(find("diversion", readers.trainer))[0] == ["M01"]
    assert sorted(titles(find("board plan", readers.trainer))[1]) == ["Facilitation sheet"]
    assert "M01" in titles(find("divers", readers.trainer))[0]


def test_each_reader_finds_what_they_may_see(indexed, readers):
    assert titles(find("board plan", readers.trainee))[1] == []
    assert titles(find("why we keep control", readers.trainee))[1] == ["Handout"]
    assert titles(find("diversion", readers.stranger)) == ([], ["Overview"])
    assert titles(find("about this module", readers.stranger))[1] == ["Overview"] * 3


def test_what_trainers_alone_may_read_is_found_by_trainers_alone(indexed, readers):
    """'sticky' stands in the scenario, 'tired' only in the trainer notes."""
    assert titles(find("sticky", readers.trainee))[0] == ["M01"]
    assert titles(find("tired", readers.trainer))[0] == ["M01"]
    for user in (readers.trainee, readers.stranger):
        assert titles(find("tired", user))[0] == []


def test_an_unpublished_module_is_not_found(indexed, readers):
    ModulePage.objects.get(module__code="M01").unpublish()
    assert titles(find("diversion", readers.trainer))[0] == []


HOSTILE = [
    '"', "'", "\0", "a\0b", "AND", "NOT", "OR", "NEAR", "NOT NOT", "*", "key*", "(", "title:x", "x:y", "-a", "^a", "+",
    "%", "_", "\\", "<script>", "a" * 10_000, " ".join("ab") * 5000, "💥", "﷽", "к" * 300, "1/0", "&|!", "<->",
]  # fmt: skip


@pytest.mark.parametrize("question", HOSTILE)
def test_no_question_breaks_the_page(indexed, readers, as_user, question):
    page = as_user(readers.trainer).get(reverse("curricula:search"), {"q": question})
    assert page.status_code == 200
    assert b"\0" not in page.content
    assert b"<script>" not in page.content.replace(b"<script type", b"")


def test_an_error_of_the_database_finds_nothing(indexed, readers, monkeypatch):
    def broken(*_given):
        raise DatabaseError

    monkeypatch.setattr(queries, "_pages", broken)
    assert find("key", readers.trainer) == queries.SearchResult(("key",))


def retitle(code: str, title: str) -> None:
    page = ModulePage.objects.get(module__code=code)
    page.title, page.summary = title, "Ђорђе проверава улаз у Његошеву џамију."
    page.save_revision().publish()


@pytest.mark.parametrize("question", ["skladište", "skladiste", "складиште", "SKLADIŠTE", "Складишт", "skladist"])
def test_one_word_is_found_in_every_script(curriculum, readers, question):
    retitle("M01", "Čuvanje oružja: складиште i skladište")
    retitle("M02", "Складиште и кључеви")
    assert titles(find(question, readers.trainee))[0] == ["M01", "M02"]


@pytest.mark.parametrize("question", ["Đorđe", "Djordje", "dorde", "ђорђе", "Njegoš", "његошев", "džamij", "џамију"])
def test_digraphs_and_habits_of_writing_are_one(curriculum, readers, question):
    retitle("M02", "Кључеви")
    assert titles(find(question, readers.trainee))[0] == ["M02"]


def test_hits_in_the_title_come_first(curriculum, readers):
    retitle("M02", "Sticky keys")
    assert titles(find("sticky", readers.trainee))[0] == ["M02", "M01"]


def test_a_withdrawn_publication_and_other_materials_are_gone_from_the_words(curriculum, readers, material):
    row = material("trainee")
    row.title = "Zupčanik"
    row.save()
    assert titles(find("zupcanik", readers.trainee))[1] == ["Zupčanik"]
    row.delete()
    assert titles(find("zupcanik", readers.trainee))[1] == []


def test_the_words_can_be_taken_anew(curriculum, readers):
    SearchText.objects.all().delete()
    assert index_everything() == 12
    assert titles(find("diversion", readers.trainee))[0] == ["M01"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("Ђорђе", " dorde"), ("Đorđe", " dorde"), ("Djordje", " dorde"), ("ѓакон", " gakon"),
     ("Ѓорѓи Gjorgji", " gorgi gorgi"), ("ќерка", " kerka"),
     ("șură", " sura"), ("çelës", " celes"), ("Љиљана", " ljiljana"), ("с́утра", " sutra")],
)  # fmt: skip
def test_searched_words_are_folded_as_names_are(text, words):
    assert words_in(text) == words


def test_the_page_shows_what_was_found(indexed, readers, as_user):
    trainer = as_user(readers.trainer)
    assert "M01 Why PSSM matters" in trainer.get(reverse("curricula:search"), {"q": "diversion"}).content.decode()
    assert "Nothing found" in trainer.get(reverse("curricula:search"), {"q": "zeppelin"}).content.decode()
    assert "Type at least one word" in trainer.get(reverse("curricula:search"), {"q": "?"}).content.decode()
    assert trainer.get(reverse("curricula:search")).status_code == 200


@pytest.mark.parametrize(
    "query", [Phrase('"'), PlainText("\0"), And([Phrase("("), PlainText("*")]), Or([Phrase('"')]), '"']
)
def test_wagtails_own_searches_are_harmless_too(indexed, query):
    assert list(ModulePage.objects.all().search(query)) == []


def test_what_has_words_keeps_them():
    assert harmless('a "b') == "a b"
    assert repr(harmless(And([Phrase("a*b"), PlainText("c", operator="or")]))) == repr(
        And([Phrase("a b"), PlainText("c", operator="or")])
    )

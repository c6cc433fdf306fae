"""Every action of the trail is declared once, is used, and has its sentence in the reader's language."""

import ast
import re

import pytest
from django.utils import translation

from lms.audit.actions import Action, action_of, all_actions, register, sentence_of
from lms.audit.models import Entry
from lms.audit.naming import kind_of
from lms.audit.services import record
from lms.people.access_log import note_names_read
from tests.architecture import sources

CODES = {action.code for action in all_actions()}
#: What a service puts together: the beginning of a code, and what may follow it.
PUT_TOGETHER = {
    "training_": {"plan", "approve", "submit", "verify", "lock", "return", "cancel"},
    "nomination_": {"proposed", "endorsed", "accepted", "reserve", "declined", "withdrawn"},
    "certificate.": {"suspended", "reinstated", "withdrawn", "requested", "request_rejected", "request_taken_back"},
    "translation_": {
        "started", "fetched", "drafted", "imported", "published", "confirmed", "added", "marked", "unmarked",
    },
}  # fmt: skip
NOTED = {"record", "note", "keep", "_audit"}


def texts() -> set[str]:
    """Every plain text in the code beside the declarations."""
    found = [source for source in sources("lms", "curricula") if not source.is_a("audit_actions")]
    nodes = [node for source in found for node in ast.walk(source.tree)]
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def first_texts() -> list[tuple[str, str]]:
    """(place, text) of the plain text that a call to the trail begins with."""
    return [
        (f"{source.path}:{node.lineno}", node.args[0].value)
        for source in sources("lms")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in NOTED and node.args
        if isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)
    ]


def put_together() -> set[str]:
    return {f"{begins}{ends}" for begins, endings in PUT_TOGETHER.items() for ends in endings}


def test_every_call_names_an_action_that_is_declared():
    found = first_texts()
    short = {f"certificate.{ends}" for ends in PUT_TOGETHER["certificate."]}
    assert len(found) > 80
    assert [(place, code) for place, code in found if code not in CODES and f"certificate.{code}" not in short] == []


def test_every_declared_action_is_used():
    read = {f"{text} read" for text in texts()} | {f"{text}_together" for text in texts()}
    assert CODES - texts() - put_together() - read == set()


def test_no_sentence_is_said_for_two_actions():
    sentences = [str(action.sentence) for action in all_actions()]
    assert len(sentences) == len(set(sentences))


def test_a_code_is_declared_once():
    with pytest.raises(ValueError, match="declared twice"):
        register(Action("person changed", "again"))


def test_what_nobody_declared_is_not_recorded(cast):
    before = Entry.objects.count()
    with pytest.raises(LookupError, match="audit_actions"):
        record("person vanished", cast.trainee_person, by=cast.office)
    assert Entry.objects.count() == before
    assert action_of("person changed").code == "person changed"


@pytest.mark.parametrize(("language", "letters"), [("sr", r"[Ѐ-ӿ]"), ("sr-latn", r"[a-zčćžšđ]")])
def test_every_action_has_its_sentence_in_serbian(language, letters):
    english = {action.code: str(action.sentence) for action in all_actions()}
    with translation.override(language):
        same = [
            code for code in CODES if sentence_of(code) == english[code] or not re.search(letters, sentence_of(code))
        ]
    assert same == []


def test_an_action_and_a_model_of_an_earlier_release_are_shown_by_their_codes():
    assert sentence_of("depot.closed_down") == "depot: closed down"
    assert kind_of("depots.depot") == "depots.depot"
    assert kind_of("nothing") == "nothing"


def test_a_list_whose_reading_nobody_declared_is_refused_where_it_is_shown(cast):
    with pytest.raises(LookupError, match="list of nothing read"):
        note_names_read("list of nothing", cast.office, by=cast.trainer)

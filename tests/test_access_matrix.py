"""Who finds what behind which view: every persona at every view, and no view without a row."""

import re
from contextlib import contextmanager
from urllib.parse import urlencode, urlsplit

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from tests.access import census, collect_views
from tests.access.view import PERSONAS, View
from tests.access.world import World, build

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
VIEWS = collect_views()
# Parts of the back office's frame that hold no data: icons and the words of its scripts.
FRAME = {"wagtailadmin_sprite", "wagtailadmin_javascript_catalog"}
PUBLIC_NAMES = set(census.listed_public_names())
ROWS = {(view.name, view.method) for view in VIEWS}


class PutBack(Exception):
    """Leaves the block so that what a persona did is undone."""


@pytest.fixture
def world(db) -> World:
    return build()


# A GET may leave a trace of having been there: the session, and the registers of who read what.
TRACES = {"django_session", "curricula_download", "audit_entry"}
WRITING = re.compile(r'\s*(INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+"?(\w+)', re.IGNORECASE)


def tables_written(statements) -> set[str]:
    found = (WRITING.match(sql) for sql in statements)
    return {match[2] for match in found if match and not (match[1].upper() == "INSERT INTO" and match[2] in TRACES)}


@contextmanager
def statements_noted():
    """The statements of the block as they are sent, without their values: those cost SQLite a query each to show."""
    noted: list[str] = []

    def note(execute, sql, params, many, context):
        noted.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield noted


@contextmanager
def standing(world: World, view: View):
    """(address, form) of the view, with the rows that the two need; at the end the database is as it was before."""
    try:
        with transaction.atomic():
            yield view.address(world), view.form(world)
            raise PutBack
    except PutBack:
        pass


def ask(world: World, view: View, persona: str, address: str, form: dict, *, method: str = "", **client_options):
    """The answer this persona gets; what the request wrote is taken back."""
    cache.clear()
    client = Client(raise_request_exception=False, **client_options)
    if persona != "public":
        client.cookies[settings.SESSION_COOKIE_NAME] = getattr(world, f"session_{persona}")
    try:
        with transaction.atomic():
            with statements_noted() as noted:
                response = getattr(client, (method or view.method).lower())(address, form)
                if response.streaming:
                    response.getvalue()
            response.written = tables_written(noted) - {"django_session"}
            raise PutBack
    except PutBack:
        return response


def answer_of(world: World, view: View, persona: str, **options):
    """One persona's answer."""
    with standing(world, view) as (address, form):
        return ask(world, view, persona, address, form | view.opened_files(world), **options)


def sent_to_sign_in(response) -> bool:
    return response.status_code == 302 and urlsplit(response.headers["Location"]).path == reverse("account_login")


def turned_away(response) -> bool:
    """Sent to sign in and back to this very view, as the site does with closed ones."""
    asked = urlencode({"next": response.wsgi_request.get_full_path()}, safe="/")
    return sent_to_sign_in(response) and urlsplit(response.headers["Location"]).query == asked


def verdict(view: View, persona: str, response) -> str:
    """'' if the answer is as the row says, else what is wrong with it."""
    expected = view.expected(persona)
    if expected is None:
        return "not named in the row"
    if response.status_code != expected:
        return f"{response.status_code} instead of {expected}"
    if view.method == "GET" and response.written:
        return f"asking wrote to {sorted(response.written)}"
    # A public view may still ask for a sign-in at some of its rows: those do not name the public.
    if persona == "public" and view.name in PUBLIC_NAMES and "public" in view.expect:
        return "shut by the middleware: the view does not say that it is public" if turned_away(response) else ""
    if persona == "public":
        return "" if sent_to_sign_in(response) else "not sent to the sign-in page"
    return "sent to the sign-in page: the login failed" if sent_to_sign_in(response) else ""


def somebody_let_in(view: View) -> str | None:
    """A persona for whom the row says 200 or 302, signed in if there is one."""
    welcome = [name for name in PERSONAS if view.expected(name) in (200, 302)]
    if view.name not in PUBLIC_NAMES:
        welcome = [name for name in welcome if name != "public"]
    return welcome[-1] if welcome else None


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_each_persona_finds_what_the_row_says(view, world):
    with standing(world, view) as (address, form):
        answers = {
            persona: verdict(view, persona, ask(world, view, persona, address, form | view.opened_files(world)))
            for persona in PERSONAS
        }
    assert {persona: wrong for persona, wrong in answers.items() if wrong} == {}


@pytest.mark.parametrize("view", [view for view in VIEWS if view.method == "POST"], ids=str)
def test_a_form_needs_its_token_and_nothing_is_written_by_asking(view, world):
    persona = somebody_let_in(view)
    if persona is None:
        assert {view.expected(name) for name in PERSONAS} <= {302, 403, 404}
        return
    assert answer_of(world, view, persona, enforce_csrf_checks=True).status_code == 403
    if (view.name, "GET") not in ROWS:
        assert answer_of(world, view, persona, method="GET").status_code == 405


def test_every_view_has_a_row_for_each_of_its_methods():
    needed = {(address.name, method) for address in census.all_addresses() if address.is_ours
              for method in address.methods}  # fmt: skip
    assert sorted(needed - ROWS) == []


def test_every_row_has_a_view():
    names = {address.name for address in census.all_addresses()}
    assert sorted({view.name for view in VIEWS} - names) == []


def test_every_view_lets_somebody_in():
    """A failed login must not pass for a closed view: at each, at least one row has a persona with 200 or 302."""
    welcome = {(view.name, view.method) for view in VIEWS if somebody_let_in(view)}
    assert sorted(ROWS - welcome) == []


def test_writing_is_told_from_leaving_a_trace():
    told = ['INSERT INTO "audit_entry" ("at")', "SELECT 1", 'UPDATE "audit_entry" SET x=1', "DELETE FROM people_person"]
    assert tables_written(told) == {"audit_entry", "people_person"}


def test_rows_name_known_personas_only():
    named = {persona for view in VIEWS for persona in view.expect}
    assert named <= {*PERSONAS, "others"}


def test_a_record_that_does_not_exist_is_not_found(world, client):
    """The same answer as for a foreign one, for whoever may see everything."""
    client.force_login(world.office, backend=BACKEND)
    asked = [address for address in census.all_addresses() if address.is_ours and address.converters]
    answers = {
        address.name: client.get(address.sample()).status_code
        for address in asked
        if "GET" in address.methods and address.name not in PUBLIC_NAMES
    }
    assert {name: status for name, status in answers.items() if status != 404} == {}


@pytest.mark.parametrize("persona", PERSONAS)
def test_the_back_office_opens_to_the_office_alone(persona, world, client):
    if persona != "public":
        client.force_login(world.account(persona), backend=BACKEND)
    office = [address for address in census.all_addresses() if address.route.startswith("admin/")]
    closed = [address.sample() for address in office if address.sample() and address.name not in FRAME]
    if persona == "office":
        assert client.get(reverse("wagtailadmin_home")).status_code == 200
    else:
        assert [page for page in closed if client.get(page).status_code == 200] == []

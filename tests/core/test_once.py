"""A double click makes one of what it makes: in the pages, in two processes, and not where the first was refused."""

import threading

import pytest
from django.core.cache import cache
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from lms.cascade.models import DeliveryException
from lms.cohorts.models import Cohort
from lms.core import idempotency
from lms.people.models import Person
from lms.trainings.models import Training
from tests.access import collect_views
from tests.access.world import build
from tests.test_access_matrix import BACKEND


@pytest.fixture(autouse=True)
def _fresh_cache():
    cache.clear()


def test_a_person_entered_by_a_double_click_is_there_once(cast, as_user):
    client = as_user(cast.focal)
    form = {"institution": cast.home.pk, "family_name": "Nova", "given_name": "Ana", "sex": "woman", "version": 0}
    answers = [client.post(reverse("people:person_add"), form | {"csrfmiddlewaretoken": token}) for token in "ab"]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert Person.objects.filter(family_name="Nova").count() == 1
    assert "sent twice" in client.get(answers[1]["Location"]).content.decode()


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("cascade:training_plan", Training),
        ("cascade:exception_grant", DeliveryException),
        ("cohorts:cohort_add", Cohort),
    ],
)
def test_what_a_form_creates_is_created_once(name, model, db, client):
    world = build()
    view = next(view for view in collect_views() if view.name == name and view.method == "POST")
    client.force_login(world.office, backend=BACKEND)
    before, form = model.objects.count(), {**view.form(world), "action": "save"}
    for _ in range(2):
        assert client.post(view.address(world), form).status_code == 302
    assert model.objects.count() == before + 1


class Asking:
    """A request as far as the decorator looks at it."""

    method = "POST"

    def __init__(self, rf, **form) -> None:
        self.request = rf.post("/add/", form)
        self.request.user = type("User", (), {"pk": 1})()
        self.request._messages = type("Messages", (), {"add": lambda *args: None})()


def test_what_was_refused_may_be_sent_again(rf):
    answers = iter([HttpResponse("no"), HttpResponseRedirect("/made/")])
    view = idempotency.act_once(lambda request: next(answers))
    assert [view(Asking(rf, a="1").request).status_code for _ in range(2)] == [200, 302]


def test_a_failing_view_is_not_remembered(rf):
    def fail(request):
        raise ValueError

    for _ in range(2):
        with pytest.raises(ValueError):
            idempotency.act_once(fail)(Asking(rf, a="1").request)


def test_another_content_is_another_act(rf):
    view = idempotency.act_once(lambda request: HttpResponseRedirect(f"/made/{request.POST['a']}/"))
    assert [view(Asking(rf, a=word).request)["Location"] for word in "xyx"] == ["/made/x/", "/made/y/", "/made/x/"]


def test_the_second_waits_for_the_first(rf):
    going, go, calls = threading.Event(), threading.Event(), []

    def slow(request):
        calls.append(1)
        going.set()
        go.wait(5)
        return HttpResponseRedirect("/made/")

    view = idempotency.act_once(slow)
    first = threading.Thread(target=view, args=[Asking(rf, a="1").request])
    first.start()
    going.wait(5)
    threading.Timer(0.3, go.set).start()
    assert view(Asking(rf, a="1").request)["Location"] == "/made/"
    first.join(5)
    assert calls == [1]


def test_nobody_waits_for_ever(rf, monkeypatch):
    monkeypatch.setattr(idempotency, "PATIENCE", 0.2)
    request = Asking(rf, a="1").request
    cache.set(idempotency.key_of(request), idempotency.UNDER_WAY)
    assert idempotency.act_once(lambda request: HttpResponseRedirect("/made/"))(request).status_code == 302

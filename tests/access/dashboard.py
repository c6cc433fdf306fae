"""Views of the first page and of the demo's mail."""

from django.conf import settings

from tests.access.view import View


def in_the_demo(w) -> dict:
    """Every test has settings of its own: this one's are the demo's from here on."""
    settings.DEMO = True
    return {}


VIEWS = [
    View("desk:home", expect={"others": 200}),
    View("desk:mail", kwargs=in_the_demo, expect={"public": 200, "others": 200}, note="in the demo"),
    View("desk:mail", expect={"public": 404, "others": 404}, note="on every other machine"),
]

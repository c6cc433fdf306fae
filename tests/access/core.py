"""Views of the site itself."""

from tests.access.view import View

VIEWS = [
    View("health", expect={"public": 200, "others": 200}),
    View(
        "set_language",
        method="POST",
        data={"language": "sr", "next": "/health/"},
        expect={"public": 302, "others": 302},
    ),
]

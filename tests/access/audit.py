"""Views of the trail."""

from tests.access.view import View

VIEWS = [View("audit:entry_list", expect={"office": 200, "others": 403})]

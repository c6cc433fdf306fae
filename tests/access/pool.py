"""Views of the trainer pool."""

from .view import View

LIVE = {"office": 200, "focal": 200, "focal_away": 200, "others": 403}
OFFICE = {"office": 200, "others": 403}

VIEWS = [
    View("pool:trainer_list", expect=LIVE | {"observer": 302}),
    View(
        "pool:trainer_list", data={"q": "Ilić", "state": "in_force"}, expect=LIVE | {"observer": 302}, note="filtered"
    ),
    View("pool:trainer_export", expect=LIVE),
    View("pool:matrix", expect=LIVE),
    View("pool:utilisation", expect=LIVE),
    View("pool:counts", expect=LIVE | {"observer": 200}),
    View("pool:reminder_list", expect=LIVE),
    View("pool:reminder_preview", expect=OFFICE),
    View("pool:my_certification", expect={"others": 200}),
]

"""Doors of the trainer pool."""

from .door import Door

LIVE = {"office": 200, "focal": 200, "focal_away": 200, "others": 403}
OFFICE = {"office": 200, "others": 403}

DOORS = [
    Door("pool:trainer_list", expect=LIVE | {"observer": 302}),
    Door(
        "pool:trainer_list", data={"q": "Ilić", "state": "in_force"}, expect=LIVE | {"observer": 302}, note="filtered"
    ),
    Door("pool:trainer_export", expect=LIVE),
    Door("pool:matrix", expect=LIVE),
    Door("pool:utilisation", expect=LIVE),
    Door("pool:counts", expect=LIVE | {"observer": 200}),
    Door("pool:reminder_list", expect=LIVE),
    Door("pool:reminder_preview", expect=OFFICE),
    Door("pool:my_certification", expect={"others": 200}),
]

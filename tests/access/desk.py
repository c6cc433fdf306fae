"""Doors of the first page and of the demo's mail."""

from tests.access.door import Door

DOORS = [
    Door("desk:home", expect={"others": 200}),
    Door("desk:mail", expect={"public": 404, "others": 404}, note="on no other machine than the demo's"),
]

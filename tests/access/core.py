"""Doors of the house itself."""

from tests.access.door import Door

DOORS = [
    Door("health", expect={"public": 200, "others": 200}),
    Door(
        "set_language",
        method="POST",
        data={"language": "sr", "next": "/health/"},
        expect={"public": 302, "others": 302},
    ),
]

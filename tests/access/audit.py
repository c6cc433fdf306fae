"""Doors of the trail."""

from tests.access.door import Door

DOORS = [Door("audit:entry_list", expect={"office": 200, "others": 403})]

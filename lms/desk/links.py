"""Addresses of the rooms below, by name."""

from django.urls import NoReverseMatch, reverse


def link(name: str, *args, query: str = "") -> str:
    """The address of this name; "" while the room has no such page, and the item is then left out."""
    try:
        return reverse(name, args=args) + (f"?{query}" if query else "")
    except NoReverseMatch:
        return ""


def page_of(training) -> str:
    """The training's own page, in whichever room it belongs to."""
    room = "cohorts" if training.kind == "tot" else "cascade"
    return link(f"{room}:training_detail", training.pk)

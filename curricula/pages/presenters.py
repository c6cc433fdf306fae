"""A module's content as one reader sees it: the same for a live page and for what an edition has frozen."""

from ..rights import Rights
from .lesson_plan import clock, in_hours, rail, timed

TRAINERS_ONLY = ("lesson_plan", "exercise", "trainer_notes")


def shown(content: dict, rights: Rights, *, minutes: int, files: dict[str, str], pictures: dict[str, str]) -> dict:
    """What the template `curricula/components/module_body.html` shows.

    `files` are addresses by SHA-256, `pictures` by the hash in the content; what is not there is named without a link.
    """
    plan = [{**row, "url": files.get(row.get("sha256", ""), "")} for row in content["lesson_plan"]]
    steps = timed(plan)
    body = [{**row, "url": pictures.get(row.get("hash", ""), "")} for row in content.get("body", ())]
    return {
        "content": content if rights.trainer else for_trainees(content),
        "objectives": objectives(content["objectives"]),
        "body": body,
        "steps": steps if rights.trainer else [],
        "rail": rail(steps),
        "plan_end": clock(steps[-1].ends if steps else 0),
        "length": in_hours(minutes),
    }


def for_trainees(content: dict) -> dict:
    return {**content, **{name: [] for name in TRAINERS_ONLY}}


def objectives(texts: list[str]) -> list[str]:
    """The objectives behind the heading "A participant can", which many of them begin with."""
    return [text.removeprefix("A participant can ") for text in texts]


def pictures_of(page) -> dict[str, str]:
    """The addresses of a live page's pictures."""
    rows = [child.value["image"] for child in page.body or () if child.block_type == "picture"]
    return {image.file_hash: image.file.url for image in rows if image}

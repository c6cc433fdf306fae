"""What a module page says, as plain JSON: the shape that editions freeze and that lists compare."""

from collections.abc import Callable


def texts_of(stream) -> list[str]:
    """The plain texts of a stream of text blocks."""
    return [str(child.value) for child in stream or ()]


objectives_of = texts_of


def rows_of(stream) -> list[dict]:
    """The blocks of a stream as plain dicts."""
    return [child.block.get_prep_value(child.value) for child in stream or ()]


def steps_of(stream) -> list[dict]:
    """The blocks of a lesson plan: plain steps as they are, the others in a step's shape with their `type`.

    What takes no time has 0 minutes; what a kind has beyond a step (questions, answers, file) stands beside it.
    """
    return [_plan_row(child) for child in stream or ()]


def content_of(page) -> dict:
    """A module page as plain JSON; list items lose the ids that the editor gives them.

    Without background there is no `body`: modules written before there was one keep their digests.
    """
    content = {
        "summary": page.summary,
        "objectives": texts_of(page.objectives),
        "key_points": rows_of(page.key_points),
        "safety_note": page.safety_note,
        "lesson_plan": steps_of(page.lesson_plan),
        "scenario": page.scenario,
        "exercise": [_without_ids(row) for row in rows_of(page.exercise)],
        "references": rows_of(page.references),
        "trainer_notes": texts_of(page.trainer_notes),
    }
    body = body_of(page.body)
    return {**content, "body": body} if body else content


def body_of(stream) -> list[dict]:
    """The background: texts as HTML, pictures by the digest of their file."""
    return [_picture(child.value) if child.block_type == "picture" else _text(child.value) for child in stream or ()]


def _text(value) -> dict:
    return {"type": "text", "html": value.source}


def _picture(value) -> dict:
    image = value["image"]
    facts = {"hash": image.file_hash, "width": image.width, "height": image.height} if image else {"hash": ""}
    said = {name: value[name] or "" for name in ("alt", "caption")}
    return {"type": "picture", **said, "is_decorative": bool(value["is_decorative"]), **facts}


# The lesson plan ------------------------------------------------------------------------------------------------------


def _plan_row(child) -> dict:
    if child.block_type == "step":
        return child.block.get_prep_value(child.value)
    row = SHAPES[child.block_type](child.value)
    return {"type": child.block_type, "minutes": 0, "title": "", "method": "", "detail": "", "materials": "", **row}


def _timed(value, method: str) -> dict:
    said = {name: value.get(name) or "" for name in ("title", "detail", "materials")}
    questions = [str(text) for text in value.get("questions") or ()]
    facts = {"minutes": value["minutes"] or 0, "method": method, **said}
    return {**facts, "questions": questions} if questions else facts


def _check(value) -> dict:
    answers = [{"text": row["text"], "correct": bool(row["correct"])} for row in value["answers"]]
    facts = {"minutes": value["minutes"] or 0, "method": "check", "detail": value["question"]}
    return {**facts, "answers": answers, "item": value.get("item") or ""}


def _material(value) -> dict:
    material = value["material"]
    title, sha256 = (material.title, material.sha256) if material else ("", "")
    return {"title": title, "detail": value.get("part") or "", "sha256": sha256}


def _reference(value) -> dict:
    said = [" ".join(filter(None, [value["standard"], value["number"]])), value.get("edition")]
    return {"title": ", ".join(filter(None, said))}


SHAPES: dict[str, Callable] = {
    "activity": lambda value: _timed(value, "exercise"),
    "scenario": lambda value: _timed(value, "scenario"),
    "discussion": lambda value: _timed(value, "discussion"),
    "check": _check,
    "safety": lambda value: {"detail": str(value)},
    "material": _material,
    "reference": _reference,
    "point": lambda value: {"detail": value["text"], "mandatory": bool(value["mandatory"])},
    "note": lambda value: {"detail": str(value)},
}


def _without_ids(row: dict) -> dict:
    return {
        name: [item["value"] for item in value] if isinstance(value, list) else value for name, value in row.items()
    }

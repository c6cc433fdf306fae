"""What a module page says, as plain JSON: the shape that editions freeze and that lists compare."""


def texts_of(stream) -> list[str]:
    """The plain texts of a stream of text blocks."""
    return [str(child.value) for child in stream or ()]


objectives_of = texts_of


def rows_of(stream) -> list[dict]:
    """The blocks of a stream as plain dicts."""
    return [child.block.get_prep_value(child.value) for child in stream or ()]


steps_of = rows_of


def content_of(page) -> dict:
    """A module page as plain JSON; list items lose the ids that the editor gives them."""
    return {
        "summary": page.summary,
        "objectives": texts_of(page.objectives),
        "key_points": rows_of(page.key_points),
        "safety_note": page.safety_note,
        "lesson_plan": rows_of(page.lesson_plan),
        "scenario": page.scenario,
        "exercise": [_without_ids(row) for row in rows_of(page.exercise)],
        "references": rows_of(page.references),
        "trainer_notes": texts_of(page.trainer_notes),
    }


def _without_ids(row: dict) -> dict:
    return {
        name: [item["value"] for item in value] if isinstance(value, list) else value for name, value in row.items()
    }

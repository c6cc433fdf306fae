"""Views of institutions and target populations."""

from io import BytesIO

from lms.imports.models import Draft

from .view import View

SEEN = {"office": 200, "focal": 200, "focal_away": 200, "others": 403}


def draft(w) -> dict:
    """A workbook that the focal point of home sent in: nobody else sees it, the office neither."""
    row = Draft.objects.create(
        purpose="target-population", subject_id=w.focal.pk, file_name="list.xlsx", sha256="0" * 64, uploaded_by=w.focal,
        facts={"table": {"sheet_name": "Staff", "header_row": 1, "records": [], "unknown_headings": [],
                         "missing_columns": [], "above": {}}, "blank": 0},
    )  # fmt: skip
    return {"pk": row.pk}


OWN = {"focal": 200, "focal_away": 404, "office": 404, "others": 403}

VIEWS = [
    View("institutions:institution_list", expect=SEEN),
    View("institutions:target_list", expect=SEEN),
    View("institutions:target_import", expect=SEEN),
    View(
        "institutions:target_import",
        method="POST",
        files=lambda w: {"workbook": BytesIO(b"no workbook")},
        expect=SEEN,
        note="a file that is no workbook comes back to the form",
    ),
    View("institutions:target_import_preview", kwargs=draft, expect=OWN),
    View(
        "institutions:target_import_preview",
        method="POST",
        kwargs=draft,
        data={"version": "1"},
        expect=OWN | {"focal": 302},
    ),
    View("institutions:target_import_refused", kwargs=draft, expect=OWN),
]

"""Invented data for the living style page: every component once, with the awkward cases in it."""

from datetime import date

from django import forms
from django.core.paginator import Paginator
from django.utils.safestring import mark_safe


class StyleForm(forms.Form):
    """One field of every kind."""

    name = forms.CharField(label="Full name", help_text="As it is written in the identity document.")
    mail = forms.EmailField(label="E-mail")
    born_on = forms.DateField(label="Date of birth", widget=forms.DateInput(attrs={"type": "date"}), required=False)
    unit = forms.ChoiceField(
        label="Unit", choices=[("", "Choose one"), ("1", "Border Police, Sector North"), ("2", "Evidence room 4")]
    )
    sex = forms.ChoiceField(
        label="Sex",
        choices=[("w", "Woman"), ("m", "Man"), ("", "Not recorded")],
        widget=forms.RadioSelect,
        required=False,
    )
    modules = forms.MultipleChoiceField(
        label="Modules delivered",
        choices=[("M04", "M04 Physical security of storages"), ("M05", "M05 Access control and key management")],
        widget=forms.CheckboxSelectMultiple,
        help_text="A mandatory module left out makes the completion partial.",
    )
    remarks = forms.CharField(label="Remarks", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    sheet = forms.FileField(label="Attendance sheet", help_text="PDF or picture, up to 8 MB.", required=False)
    agreed = forms.BooleanField(label="The participants were told how their data is used")


class FilterForm(forms.Form):
    """What a list is narrowed by."""

    q = forms.CharField(label="Search", required=False)
    state = forms.ChoiceField(
        label="State", required=False, choices=[("", "All"), ("a", "Approved"), ("v", "Verified")]
    )
    mine = forms.BooleanField(label="Only mine", required=False)


def entry(label, url="#", **more) -> dict:
    return {"label": label, "url": url, **more}


def navigation() -> dict:
    return {
        "institution_name": "Border Police of Bosnia and Herzegovina",
        "role_name": "Focal point",
        "portal_nav": [
            entry("Home", current=True),
            entry("Trainings"),
            entry("People"),
            entry("Library"),
            entry("Coverage"),
        ],
        "interface_languages": [("en", "English"), ("sr", "српски"), ("sr-latn", "srpski (latinica)")],
        "account_links": [("Your details", "#"), ("Your certificates", "#"), ("Sign-in and security", "#")],
        "breadcrumbs": [entry("Home"), entry("Design"), entry("Every component", url="")],
        "footer_links": [("Privacy", "#"), ("Verify a certificate", "#"), ("Accessibility", "#")],
        "footer_lines": ["Funded under Council Decision 2013/730/CFSP (placeholder line)."],
    }


def tasks() -> list[dict]:
    return [
        {
            "what": "Confirm attendance of “Key management, Bihać”",
            "whose": "A. Hodžić and 17 participants",
            "when": "late by 3 days",
            "tone": "harm",
            "url": "#",
            "button": "Confirm",
        },
        {
            "what": "Nominate two officers for the regional ToT",
            "whose": "Your institution",
            "when": "by 12 October 2026",
            "tone": "attention",
            "url": "#",
            "button": "Nominate",
        },
        {
            "what": "Read the verified report of the second half-year",
            "whose": "Programme office",
            "when": "by 30 November 2026",
            "url": "#",
            "button": "Read",
        },
    ]


def steps() -> list[dict]:
    return [
        {
            "title": "Planned",
            "state": "done",
            "facts": ["2 September 2026, A. Hodžić"],
            "body": mark_safe("<p>Edition 2, Serbian (Latin), 18 seats.</p>"),
        },
        {
            "title": "Approved",
            "state": "done",
            "facts": ["9 September 2026, M. Kovač"],
            "body": mark_safe("<p>Open for enrolment since 9 September 2026.</p>"),
        },
        {
            "title": "Enter attendance",
            "state": "current",
            "facts": ["18 of 20 came"],
            "body": mark_safe(
                "<p>Two people have no attendance yet. Nothing else is missing.</p>"
                '<p><a class="button" href="#">Enter attendance</a></p>'
            ),
        },
        {"title": "Submit for verification", "state": "todo"},
        {"title": "Verified", "state": "todo"},
    ]


def bars() -> list[dict]:
    return [
        {"label": "Kosovo*", "percent": 70.0, "n": 49, "of": 70, "target": 60, "url": "#"},
        {"label": "Albania", "percent": 56.7, "n": 68, "of": 120, "target": 60, "url": "#"},
        {"label": "Serbia", "percent": 40.0, "n": 96, "of": 240, "target": 60, "url": "#"},
        {"label": "Bosnia and Herzegovina", "percent": 39.4, "n": 71, "of": 180, "target": 60, "url": "#"},
        {"label": "North Macedonia", "percent": None, "n": 20, "url": "#"},
    ]


def rows() -> list[dict]:
    return [
        {
            "name": "Key management and access",
            "unit": "Border Police",
            "on": date(2026, 10, 12),
            "n": 18,
            "share": "94.4",
            "word": "Verified",
            "tone": "done",
        },
        {
            "name": "Evidence rooms, chain of custody",
            "unit": "Federation Ministry of Interior",
            "on": date(2026, 9, 30),
            "n": 24,
            "share": "87.5",
            "word": "Returned",
            "tone": "attention",
        },
        {
            "name": "Основна обука: евиденција и попис",
            "unit": "Police Directorate",
            "on": date(2026, 9, 14),
            "n": 31,
            "share": "",
            "word": "Submitted",
            "tone": "info",
        },
        {
            "name": "Transport of weapons and ammunition",
            "unit": "Brčko District Police",
            "on": date(2026, 8, 3),
            "n": 12,
            "share": "100",
            "word": "Cancelled",
            "tone": "harm",
        },
    ]


def style_context(request) -> dict:
    """Everything `pages/style.html` draws."""
    broken = StyleForm({"name": "Petrović", "mail": "petrovic@"}, auto_id="broken_%s")
    broken.is_valid()
    broken.fields = {name: broken.fields[name] for name in ("name", "mail", "modules", "agreed")}
    return {
        **navigation(),
        "today": date(2026, 10, 12),
        "form": StyleForm(),
        "broken_form": broken,
        "filter_form": FilterForm(),
        "tasks": tasks(),
        "steps": steps(),
        "bars": bars(),
        "rows": rows(),
        "page_obj": Paginator(range(230), 25).get_page(4),
        "facts": ["Sarajevo", "12–13 October 2026", "Edition 2"],
        "tabs": [
            entry("Overview", current=True),
            entry("Enrolment", count=18),
            entry("Attendance"),
            entry("Results"),
            entry("Kit"),
        ],
        "summary": [
            {"label": "Lead trainer", "value": "Amra Hodžić"},
            {"label": "Place", "value": "Academy, room 4", "url": "#", "action": "Change"},
            {"label": "Seats", "value": "20"},
        ],
        "keys": [
            {"press": ["↑", "↓", "←", "→"], "does": "move"},
            {"press": ["Space"], "does": "present or not"},
            {"press": ["Ctrl", "V"], "does": "paste a block"},
        ],
        "people": [
            {
                "pk": 1,
                "name": "Hodžić, Amra",
                "days": [("d1", True), ("d2", True)],
                "before": "8",
                "after": "13",
                "state": "saved",
            },
            {
                "pk": 2,
                "name": "Kovačević, Ivana",
                "days": [("d1", True), ("d2", False)],
                "before": "7",
                "after": "",
                "state": "failed",
            },
            {
                "pk": 3,
                "name": "Петровић, Марко",
                "days": [("d1", False), ("d2", False)],
                "before": "",
                "after": "",
                "state": "",
            },
        ],
        "recovery_codes": ["4f1c-9a20", "77be-01dd", "c3a9-5e12", "08ad-fe61"],
        "message_list": [],
    }

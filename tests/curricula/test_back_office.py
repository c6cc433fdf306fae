"""The back office: it opens to the office, page by page, asks nobody outside, and publishes only what can be taught."""

import json
import re

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import NoReverseMatch, reverse
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Page, WorkflowPage

from curricula.models import Curriculum, LibraryPage, Material, Module, ModulePage
from curricula.wagtail_hooks import never_serve_documents_this_way, reasons_against
from curricula.workflow.groups import ensure_office_group, ensure_workflow, join_office, leave_office
from lms.people.models import User

from .test_uploads import PDF, upload


@pytest.fixture
def office(readers, as_user, curriculum):
    return as_user(readers.office)


def module_page(code: str = "M01") -> ModulePage:
    return ModulePage.objects.get(module__code=code)


def addresses() -> list[str]:
    page, module, curriculum = module_page(), Module.objects.first(), Curriculum.objects.first()
    library, material = LibraryPage.objects.get(), Material.objects.first()
    parent = page.get_parent()
    return [
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_explore_root"),
        reverse("wagtailadmin_explore", args=[library.pk]),
        reverse("wagtailadmin_explore", args=[parent.pk]),
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("wagtailadmin_pages:edit", args=[parent.pk]),
        reverse("wagtailadmin_pages:edit", args=[library.pk]),
        reverse("wagtailadmin_pages:history", args=[page.pk]),
        reverse("wagtailadmin_pages:add", args=["curricula", "modulepage", parent.pk]),
        reverse("wagtailadmin_pages:view_draft", args=[page.pk]),
        reverse("wagtailadmin_pages:usage", args=[page.pk]),
        reverse("wagtailadmin_choose_page"),
        reverse("wagtaildocs:index"),
        reverse("wagtaildocs:add"),
        reverse("wagtaildocs:add_multiple"),
        reverse("wagtaildocs:edit", args=[material.pk]),
        reverse("wagtaildocs:document_usage", args=[material.pk]),
        reverse("wagtaildocs_chooser:choose"),
        reverse("wagtailimages:index"),
        reverse("wagtailimages:add"),
        reverse("wagtailimages:add_multiple"),
        reverse("wagtailimages_chooser:choose"),
        reverse("curriculum:index"),
        reverse("curriculum:add"),
        reverse("curriculum:edit", args=[curriculum.pk]),
        reverse("curriculum:history", args=[curriculum.pk]),
        reverse("module:index"),
        reverse("module:add"),
        reverse("module:edit", args=[module.pk]),
        reverse("wagtailadmin_collections:index"),
        reverse("wagtailadmin_reports:site_history"),
        reverse("wagtailadmin_reports:locked_pages"),
        reverse("wagtailadmin_reports:aging_pages"),
        reverse("wagtailadmin_reports:page_types_usage"),
        reverse("wagtailadmin_account"),
        reverse("wagtailadmin_sprite"),
        reverse("wagtailadmin_javascript_catalog"),
        reverse("wagtailadmin_explore", args=[library.pk]) + "?q=physical",
        reverse("wagtailadmin_explore", args=[library.pk]) + "?q=%22",
        reverse("wagtaildocs:index") + "?q=handout",
    ]


OUTSIDE = re.compile(r"""(?:src|href|action)=["'](?:https?:)?//[^"']+""")


def test_every_page_opens_and_loads_nothing_from_outside(office):
    for address in addresses():
        answer = office.get(address)
        assert answer.status_code == 200, address
        text = b"".join(answer).decode()
        loaded = [tag for tag in re.findall(r"<(?:script|link|img|iframe)[^>]*>", text) if OUTSIDE.search(tag)]
        assert loaded == [], address


def test_a_preview_shows_the_page(office):
    answer = office.get(reverse("wagtailadmin_pages:view_draft", args=[module_page().pk]))
    assert "Breaking the chain" in answer.content.decode()


def test_it_carries_the_products_name(office):
    page = office.get(reverse("wagtailadmin_home")).content.decode()
    assert "PSSM Cascade: curriculum and content" in page
    assert "- PSSM Cascade</title>" in page
    assert "css/admin.css" in page
    assert "gravatar" not in page.lower()
    assert "our-mark" in page


def test_nobody_else_comes_in(readers, as_user, client, curriculum):
    for user in (readers.trainer, readers.trainee, readers.focal, readers.assessor, readers.observer, readers.stranger):
        join_office(user)
        for address in (reverse("wagtailadmin_home"), reverse("wagtaildocs:index")):
            assert as_user(user).get(address, follow=True).status_code == 403
    client.logout()
    assert client.get(reverse("wagtailadmin_home")).headers["Location"].startswith(reverse("account_login"))


def test_there_is_one_sign_in(client, readers, as_user):
    answer = client.get("/admin/login/?next=/admin/pages/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/account/login/?next=%2Fadmin%2Fpages%2F")
    data = {"username": readers.office.email, "password": "correct horse battery staple"}
    for address in ("/admin/login/", "/admin/password_reset/", "/library/_util/login/"):
        client.post(address, data)
        assert "_auth_user_id" not in client.session
    with pytest.raises(NoReverseMatch):
        reverse("wagtailcore_login")
    office = as_user(readers.office)
    assert office.get("/admin/logout/").status_code == 405
    office.post("/admin/logout/")
    assert "_auth_user_id" not in office.session


def test_the_offices_account_page_changes_neither_address_nor_password(office, readers):
    address = reverse("wagtailadmin_account")
    inputs = {name: kind for kind, name in re.findall(
        r'<input type="(\w+)" name="([^"]+)"', office.get(address).content.decode()
    )}  # fmt: skip
    assert {"name_email-first_name", "name_email-last_name"} <= set(inputs)
    assert not {"password", "email"} & set(inputs.values())
    account = User.objects.get(pk=readers.office.pk)
    form = {"name_email-first_name": "Vesna", "name_email-last_name": "Kos", "locale-preferred_language": "en"}
    form |= {"locale-current_time_zone": "Europe/Belgrade", "theme-theme": "system", "theme-density": "default"}
    form |= {"theme-contrast": "system"}
    asked = ("email", "password", "new_password1", "new_password2", "old_password")
    form |= {f"{panel}-{name}": "x@y.example" for panel in ("name_email", "password", "email") for name in asked}

    office.post(address, form)

    now = User.objects.get(pk=account.pk)
    assert (now.first_name, now.email, now.password) == ("Vesna", account.email, account.password)


# The group ------------------------------------------------------------------------------------------------------------


def test_the_group_is_made_once(curriculum):
    first = ensure_office_group()
    counts = (GroupPagePermission.objects.count(), GroupCollectionPermission.objects.count(), first.permissions.count())
    assert ensure_office_group() == first
    assert counts == (
        GroupPagePermission.objects.count(), GroupCollectionPermission.objects.count(), first.permissions.count(),
    )  # fmt: skip
    assert Group.objects.filter(name="Programme office").count() == 1


def test_the_workflow_is_made_once(curriculum):
    first = ensure_workflow()
    assert ensure_workflow() == first
    assert [task.name for task in first.tasks] == ["Technical review", "Approval"]
    assert WorkflowPage.objects.count() == 1


def test_who_joins_the_office_writes_and_decides(readers):
    assert set(readers.office.groups.values_list("name", flat=True)) == {
        "Programme office", "Technical reviewers", "Approvers",
    }  # fmt: skip


def test_who_leaves_the_office_leaves_the_groups(readers):
    leave_office(readers.office)
    assert not readers.office.groups.exists()


def test_the_group_holds_no_right_over_accounts_or_deletion(curriculum):
    names = set(ensure_office_group().permissions.values_list("codename", flat=True))
    assert names == {
        "add_curriculum",
        "change_curriculum",
        "view_curriculum",
        "add_module",
        "change_module",
        "view_module",
        "submit_translation",
    }


# Records --------------------------------------------------------------------------------------------------------------


def test_a_code_is_chosen_once(office, curriculum):
    module = curriculum.modules.first()
    data = {"code": "X99", "title": "New title", "kind": "core", "order": 1, "minutes": 45, "is_mandatory": "on"}
    answer = office.post(reverse("module:edit", args=[module.pk]), data)
    assert answer.status_code == 302
    module.refresh_from_db()
    assert (module.code, module.title, module.curriculum) == ("M01", "New title", curriculum)
    office.post(reverse("curriculum:edit", args=[curriculum.pk]), {"code": "other", "title": "Renamed"})
    curriculum.refresh_from_db()
    assert (curriculum.code, curriculum.title) == ("pssm-moi", "Renamed")


def test_records_cannot_be_deleted_from_here(office, curriculum):
    for name, pk in (("module", curriculum.modules.first().pk), ("curriculum", curriculum.pk)):
        office.post(reverse(f"{name}:delete", args=[pk]))
    assert Module.objects.filter(curriculum=curriculum).count() == 3


# Publishing -----------------------------------------------------------------------------------------------------------


def page_data(page: ModulePage, **changes) -> dict:
    """The editor's form as the browser would send it."""

    def stream(name: str, rows: list[tuple[str, dict]]) -> dict:
        data = {f"{name}-count": len(rows)}
        for number, (kind, fields) in enumerate(rows):
            data |= {f"{name}-{number}-type": kind, f"{name}-{number}-order": number, f"{name}-{number}-deleted": ""}
            data |= {f"{name}-{number}-value{key}": value for key, value in fields.items()}
        return data

    steps = changes.pop("steps", [(45, "All of it")])
    objectives = changes.pop("objectives", ["Explain it."])
    return {
        "title": page.title, "slug": page.slug, "module": page.module_id, "summary": page.summary, "safety_note": "",
        "scenario": "", "seo_title": "", "search_description": "", "go_live_at": "", "expire_at": "",
        "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0, "comments-MIN_NUM_FORMS": 0,
        "comments-MAX_NUM_FORMS": 0,
        **stream("objectives", [("objective", {"": text}) for text in objectives]),
        **stream("lesson_plan", [
            ("step", {"-minutes": minutes, "-title": title, "-method": "talk", "-detail": "So.", "-materials": ""})
            for minutes, title in steps
        ]),
        **stream("key_points", []), **stream("body", []), **stream("exercise", []), **stream("references", []),
        **stream("trainer_notes", []),
        **changes,
    }  # fmt: skip


def edit(office, **changes):
    page = module_page()
    return office.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), page_data(page, **changes))


PUBLISH, SUBMIT = {"action-publish": "action-publish"}, {"action-submit": "action-submit"}


def test_there_is_no_publishing_without_a_second_person(office):
    before = module_page().lesson_plan.raw_data
    answer = edit(office, **PUBLISH)
    assert answer.status_code == 302
    assert list(module_page().lesson_plan.raw_data) == list(before)
    assert "a second person has approved it" in office.get(answer.headers["Location"]).content.decode()
    page = office.get(reverse("wagtailadmin_pages:edit", args=[module_page().pk])).content.decode()
    assert "action-submit" in page
    assert "action-publish" not in page


def test_a_lesson_whose_minutes_add_up_goes_to_review(office):
    assert edit(office, **SUBMIT).status_code == 302
    assert module_page().current_workflow_state is not None


def test_a_lesson_whose_minutes_differ_is_refused_with_the_reason(office):
    answer = edit(office, steps=[(40, "Too short")], **SUBMIT)
    assert answer.status_code == 200
    assert "The steps take 40 minutes, the module has 45 minutes." in answer.content.decode()
    assert module_page().current_workflow_state is None


def test_an_unfinished_lesson_may_be_kept_as_a_draft(office):
    assert edit(office, steps=[(40, "Too short")]).status_code == 302
    assert len(module_page().lesson_plan) == 5
    assert len(module_page().get_latest_revision_as_object().lesson_plan) == 1


def test_publishing_many_at_once_is_no_way_past_either(office):
    edit(office, steps=[(40, "Too short")])
    page = module_page()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}&next=/admin/"
    assert office.post(address, {"include_descendants": ""}).status_code in (302, 403)
    assert len(module_page().lesson_plan) == 5
    assert reasons_against(page.get_latest_revision_as_object())
    assert reasons_against(Page.objects.get(pk=page.pk)) == []


def test_the_editor_has_the_minutes_of_every_module_at_hand(office):
    page = office.get(reverse("wagtailadmin_pages:edit", args=[module_page().pk])).content.decode()
    found = json.loads(re.search(r'id="module-minutes"[^>]*>([^<]+)<', page)[1])
    assert found == {str(row.pk): row.minutes for row in Module.objects.all()}
    assert "js/minutes.js" in page


# Files ----------------------------------------------------------------------------------------------------------------


def test_wagtails_own_way_to_documents_is_shut(readers, material):
    with pytest.raises(PermissionDenied):
        never_serve_documents_this_way(material("public"), None)


def test_uploading_many_files_waits_for_module_and_decision(office, curriculum):
    before = Material.objects.count()
    answer = office.post(reverse("wagtaildocs:add_multiple"), {"title": "New", "files[]": upload("a.pdf", PDF)})
    reply = json.loads(answer.content)
    assert reply["success"]
    assert Material.objects.count() == before
    number = reply["uploaded_file_id"]
    prefix, module = f"uploaded-document-{number}", curriculum.modules.first()
    data = {f"{prefix}-title": "New", f"{prefix}-module": module.pk, f"{prefix}-classification": "trainee",
            f"{prefix}-language": "en", f"{prefix}-tags": ""}  # fmt: skip
    done = office.post(reverse("wagtaildocs:create_multiple_from_uploaded_document", args=[number]), data)
    assert json.loads(done.content)["success"], done.content
    row = Material.objects.get(title="New")
    assert (row.module, row.classification, len(row.sha256)) == (module, "trainee", 64)


def test_uploading_many_files_refuses_bad_ones_at_once(office):
    answer = office.post(reverse("wagtaildocs:add_multiple"), {"title": "New", "files[]": upload("a.pdf", b"MZ")})
    assert json.loads(answer.content)["success"] is False


@pytest.mark.parametrize("folder", ["images", "original_images"])
def test_pictures_are_for_people_who_are_signed_in(readers, as_user, client, folder):
    name = default_storage.save(f"{folder}/a.max-20x20.png", ContentFile(b"points"))
    assert client.get(f"/pictures/{name}").status_code == 302
    answer = as_user(readers.stranger).get(f"/pictures/{name}")
    assert answer.getvalue() == b"points"
    assert (answer.headers["Content-Type"], answer.headers["Content-Disposition"]) == ("image/png", "inline")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        "documents/a.png", "editions/aa/a.png", "certificates/a.png", "a.png", "images/a.svg", "images/a.html",
        "images/",
        "images/../documents/a.png", "images/sub/a.png", "images/.png", "images/none.png", "images/a.png%00",
    ],
)  # fmt: skip
def test_nothing_else_in_storage_has_an_address(readers, as_user, path):
    for name in (
        "documents/a.png",
        "editions/aa/a.png",
        "certificates/a.png",
        "a.png",
        "images/a.svg",
        "images/a.html",
    ):
        default_storage.save(name, ContentFile(b"points"))
    assert as_user(readers.office).get(f"/pictures/{path}").status_code == 404

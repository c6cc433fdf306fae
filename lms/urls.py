"""Every address of the site. Closed by default: a public view says so at its view."""

from allauth.account.views import logout
from django.urls import include, path, re_path
from django.views.decorators.http import require_POST
from wagtail.admin import urls as wagtailadmin_urls

from curricula.views.languages import upload_po_in_editor
from curricula.views.pictures import show_picture
from lms.core.views import answer_not_found, go_to_sign_in, show_health
from lms.people.views.language import choose_language

# Wagtail brings sign-in pages of its own (no second factor, no limit of attempts): they stand behind these.
ONE_SIGN_IN = [
    path("admin/login/", go_to_sign_in, name="admin_sign_in"),
    path("admin/logout/", require_POST(logout), name="admin_sign_out"),
    re_path(r"^admin/password_reset/", go_to_sign_in, name="admin_password_reset"),
    path("library/_util/login/", go_to_sign_in, name="library_sign_in"),
    re_path(r"^library/_util/authenticate_with_password/", answer_not_found, name="library_shared_password"),
]

# The address one signs in with is the office's to change: whoever could change it could become somebody else.
NO_ADDRESS_CHANGES = [
    path("account/email/", answer_not_found, name="account_own_addresses"),
    re_path(r"^account/confirm-email/", answer_not_found, name="account_own_confirmation"),
]

urlpatterns = [
    *ONE_SIGN_IN,
    *NO_ADDRESS_CHANGES,
    path("health/", show_health, name="health"),
    path("i18n/setlang/", choose_language, name="set_language"),
    path("account/", include("allauth.urls")),
    path("admin/localize/translate/<int:translation_id>/pofile/upload/", upload_po_in_editor, name="editor_po_import"),
    path("admin/", include(wagtailadmin_urls)),
    path("pictures/<path:path>", show_picture, name="picture"),
    path("library/", include("curricula.library_urls")),
    path("curricula/", include("curricula.urls")),
    path("institutions/", include("lms.institutions.urls")),
    path("people/", include("lms.people.urls")),
    path("trainings/", include("lms.trainings.urls")),
    path("enrol/", include("lms.trainings.enrol_urls")),
    path("cascade/", include("lms.cascade.urls")),
    path("cohorts/", include("lms.cohorts.urls")),
    path("assessments/", include("lms.assessments.urls")),
    path("test/", include("lms.assessments.test_urls")),
    path("certificates/", include("lms.certification.urls")),
    path("pool/", include("lms.pool.urls")),
    path("verify/", include("lms.certification.verify_urls")),
    path("credentials/", include("lms.certification.credential_urls")),
    path("programme/", include("lms.programme.urls")),
    path("coverage/", include("lms.monitoring.urls")),
    path("audit/", include("lms.audit.urls")),
    path("", include("lms.dashboard.urls")),
]

handler403 = "lms.core.views.forbidden"
handler404 = "lms.core.views.not_found"

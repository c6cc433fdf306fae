"""Every address of the site. Closed by default: a public door says so at its view."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from lms.core.views import show_health

urlpatterns = [
    path("health/", show_health, name="health"),
    path("i18n/", include("django.conf.urls.i18n")),
    path("account/", include("allauth.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("library/", include(wagtail_urls)),
    path("curricula/", include("curricula.urls")),
    path("institutions/", include("lms.institutions.urls")),
    path("people/", include("lms.people.urls")),
    path("trainings/", include("lms.trainings.urls")),
    path("enrol/", include("lms.trainings.enrol_urls")),
    path("cascade/", include("lms.cascade.urls")),
    path("cohorts/", include("lms.cohorts.urls")),
    path("assessments/", include("lms.assessments.urls")),
    path("certificates/", include("lms.certification.urls")),
    path("verify/", include("lms.certification.verify_urls")),
    path("programme/", include("lms.programme.urls")),
    path("coverage/", include("lms.monitoring.urls")),
    path("audit/", include("lms.audit.urls")),
    path("", include("lms.desk.urls")),
]

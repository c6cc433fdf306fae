"""Addresses under /cohorts/; a number stands for the training of a ToT, as in `Training.get_absolute_url`."""

from django.urls import path

from .views import certification, cohorts, imports, nominations

app_name = "cohorts"

urlpatterns = [
    path("", cohorts.training_list, name="training_list"),
    path("new/", cohorts.cohort_add, name="cohort_add"),
    path("<int:pk>/", cohorts.training_detail, name="training_detail"),
    path("<int:pk>/agenda/", cohorts.agenda, name="agenda"),
    path("<int:pk>/call/", cohorts.nominations_open, name="nominations_open"),
    path("<int:pk>/closing/", cohorts.closing_change, name="closing_change"),
    path("<int:pk>/cancel/", cohorts.cohort_cancel, name="cohort_cancel"),
    path("<int:pk>/nominations/", nominations.nomination_list, name="nomination_list"),
    path("<int:pk>/nominations/new/", nominations.nomination_add, name="nomination_add"),
    path("<int:pk>/nominations/export/", nominations.nomination_export, name="nomination_export"),
    path("<int:pk>/nominations/decide/", nominations.nominations_decide, name="nominations_decide"),
    path("<int:pk>/nominations/promote/", nominations.reserves_promote, name="reserves_promote"),
    path("<int:pk>/nominations/import/", imports.nomination_import, name="nomination_import"),
    path("imports/<int:pk>/", imports.nomination_import_preview, name="nomination_import_preview"),
    path("imports/<int:pk>/refused/", imports.nomination_import_refused, name="nomination_import_refused"),
    path("nominations/<int:pk>/", nominations.nomination_detail, name="nomination_detail"),
    path("nominations/<int:pk>/endorse/", nominations.nomination_endorse, name="nomination_endorse"),
    path("nominations/<int:pk>/decide/", nominations.nomination_decide, name="nomination_decide"),
    path("nominations/<int:pk>/withdraw/", nominations.nomination_withdraw, name="nomination_withdraw"),
    path("<int:pk>/teach-backs/", certification.teach_back_plan, name="teach_back_plan"),
    path("<int:pk>/certification/", certification.decision_list, name="decision_list"),
    path("<int:pk>/certification/confirm/", certification.decisions_confirm, name="decisions_confirm"),
    path("<int:pk>/certification/issue/", certification.certificates_issue, name="certificates_issue"),
    path("<int:pk>/certification/<int:person_pk>/", certification.decision_add, name="decision_add"),
]

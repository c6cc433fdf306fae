"""Addresses under /trainings/: participants, import, attendance, one's own places."""

from django.urls import path

from .views import attendance, importing, mine, roster

app_name = "trainings"

urlpatterns = [
    path("mine/", mine.my_enrolments, name="my_enrolments"),
    path("<int:pk>/participants/", roster.roster, name="roster"),
    path("<int:pk>/participants/add/", roster.participant_add, name="participant_add"),
    path("<int:pk>/participants/export/", roster.roster_export, name="roster_export"),
    path("<int:pk>/participants/empty-list/", roster.roster_template, name="roster_template"),
    path("<int:pk>/participants/import/", importing.roster_import, name="roster_import"),
    path("<int:pk>/participants/import/<int:draft_pk>/", importing.roster_preview, name="roster_preview"),
    path("<int:pk>/participants/import/<int:draft_pk>/refused/", importing.roster_refused, name="roster_refused"),
    path("enrolments/<int:pk>/withdraw/", roster.enrolment_withdraw, name="enrolment_withdraw"),
    path("enrolments/<int:pk>/move/", roster.enrolment_move, name="enrolment_move"),
    path("<int:pk>/attendance/", attendance.attendance, name="attendance"),
    path("<int:pk>/attendance/mark/", attendance.attendance_mark, name="attendance_mark"),
    path("<int:pk>/attendance/fill/", attendance.attendance_fill, name="attendance_fill"),
    path("<int:pk>/modules/", attendance.modules, name="modules"),
    path("<int:pk>/head-count/", attendance.head_count, name="head_count"),
    path("<int:pk>/sign-in-sheet/", attendance.sign_in_sheet, name="sign_in_sheet"),
    path("<int:pk>/poster/", mine.poster, name="poster"),
]

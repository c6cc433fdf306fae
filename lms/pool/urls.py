"""Addresses of the trainer pool."""

from django.urls import path

from . import views

app_name = "pool"

urlpatterns = [
    path("", views.trainer_list, name="trainer_list"),
    path("export/", views.trainer_export, name="trainer_export"),
    path("counts/", views.show_counts, name="counts"),
    path("modules/", views.matrix, name="matrix"),
    path("utilisation/", views.utilisation, name="utilisation"),
    path("mine/", views.my_certification, name="my_certification"),
    path("reminders/", views.reminder_list, name="reminder_list"),
    path("reminders/preview/", views.reminder_preview, name="reminder_preview"),
]

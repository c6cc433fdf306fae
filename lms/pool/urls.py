"""Addresses of the trainer pool."""

from django.urls import path

from . import views

app_name = "pool"

urlpatterns = [
    path("", views.trainer_list, name="trainer_list"),
    path("export/", views.trainer_export, name="trainer_export"),
    path("counts/", views.show_counts, name="counts"),
]

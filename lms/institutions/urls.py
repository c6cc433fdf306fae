"""Addresses of institutions and target populations."""

from django.urls import path

from . import views

app_name = "institutions"

urlpatterns = [
    path("", views.list_institutions, name="institution_list"),
    path("targets/", views.list_targets, name="target_list"),
    path("targets/import/", views.import_targets, name="target_import"),
    path("targets/import/<int:pk>/", views.preview_targets, name="target_import_preview"),
    path("targets/import/<int:pk>/refused/", views.download_refused_targets, name="target_import_refused"),
]

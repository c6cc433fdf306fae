"""Addresses of the question bank's files; they belong to the app's names."""

from django.urls import path

from . import views

urlpatterns = [
    path("bank/<int:pk>/import/", views.import_items, name="bank_import"),
    path("bank/<int:pk>/template/", views.template_file, name="bank_template"),
    path("bank/imports/<int:pk>/", views.import_preview, name="bank_import_preview"),
    path("bank/imports/<int:pk>/refused/", views.import_refused, name="bank_import_refused"),
    path("bank/<int:pk>/export/", views.export_choose, name="bank_export"),
    path("bank/<int:pk>/export/<str:word>/", views.export_file, name="bank_export_file"),
]

"""Addresses of coverage and of the frozen figures."""

from django.urls import path

from . import views

app_name = "monitoring"

urlpatterns = [
    path("", views.show_coverage, name="coverage"),
    path("rows/", views.list_rows, name="rows"),
    path("export/", views.export_coverage, name="coverage_export"),
    path("periods/", views.list_periods, name="period_list"),
    path("periods/add/", views.add_period, name="period_add"),
    path("periods/<int:pk>/", views.show_period, name="period_detail"),
    path("periods/<int:pk>/freeze/", views.freeze_period, name="period_freeze"),
    path("periods/<int:pk>/publish/", views.release_period, name="period_publish"),
]

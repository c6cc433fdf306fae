"""Addresses of certificates."""

from django.urls import path

from . import views

app_name = "certification"

urlpatterns = [
    path("", views.certificate_list, name="certificate_list"),
    path("<int:pk>/", views.certificate_detail, name="certificate_detail"),
    path("<int:pk>/download/", views.certificate_download, name="certificate_download"),
    path("<int:pk>/suspend/", views.certificate_suspend, name="certificate_suspend"),
    path("<int:pk>/reinstate/", views.certificate_reinstate, name="certificate_reinstate"),
    path("<int:pk>/withdraw/", views.certificate_withdraw, name="certificate_withdraw"),
    path("<int:pk>/promote/", views.certificate_promote, name="certificate_promote"),
]

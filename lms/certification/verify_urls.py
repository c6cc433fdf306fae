"""The public addresses of verification."""

from django.urls import path

from . import views

app_name = "verify"

urlpatterns = [
    path("", views.certificate_lookup, name="certificate_lookup"),
    path("log/", views.log_list, name="log_list"),
    path("log/log.json", views.log_file, name="log_file"),
    path("<str:code>/", views.certificate_verify, name="certificate_verify"),
    path("<str:code>/credential/", views.certificate_proof, name="certificate_proof"),
]

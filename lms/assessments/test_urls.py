"""Addresses under /test/: a participant answers a test on the phone, starting from a code on a poster."""

from django.urls import path

from .views import sitting

app_name = "test"

urlpatterns = [
    path("", sitting.find, name="find"),
    path("<str:code>/", sitting.start, name="start"),
    path("<str:code>/email/", sitting.email, name="email"),
    path("<str:code>/begin/", sitting.begin, name="begin"),
    path("<str:code>/check/", sitting.check, name="check"),
    path("<str:code>/done/", sitting.done, name="done"),
    path("<str:code>/<int:number>/", sitting.question, name="question"),
    path("<str:code>/<int:number>/picture/", sitting.picture, name="picture"),
]

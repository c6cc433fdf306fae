"""The pages' addresses: Wagtail's own front-end sign-in and shared page passwords are left out."""

from django.urls import re_path
from wagtail.views import serve

urlpatterns = [re_path(r"^(?P<path>(?:[\w\-]+/)*)$", serve, name="wagtail_serve")]

"""The product's addresses and three bare pages: what any page costs before it does anything of its own."""

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import include, path
from wagtail.models import Page
from wagtail.views import serve


def show_bare(request):
    """An answer without content, behind the same middleware and sign-in as every other."""
    return HttpResponse(render_to_string("bench/bare.html"))


def show_frame(request):
    """The house's frame (head, navigation, foot) with nothing in it."""
    return render(request, "layouts/page.html")


def show_bare_page(request):
    """A Wagtail page without content, found and served as every page of the library is."""
    return serve(request, f"{BARE_SLUG}/")


def show_framed_page(request):
    """The same in the house's frame: what a bare Wagtail project's page would be here."""
    return serve(request, f"{FRAMED_SLUG}/")


def template_of(page, request, *args, **kwargs) -> str:
    return "bench/framed_page.html" if page.slug == FRAMED_SLUG else "wagtailcore/page.html"


BARE_SLUG, FRAMED_SLUG = "bare-page-of-the-bench", "framed-page-of-the-bench"
Page.get_template = template_of

urlpatterns = [
    path("bench/bare/", show_bare, name="bare"),
    path("bench/frame/", show_frame, name="frame"),
    path("bench/bare-page/", show_bare_page, name="bare_page"),
    path("bench/framed-page/", show_framed_page, name="framed_page"),
    path("", include("lms.urls")),
]

"""The product's addresses and four bare pages: what any page costs before it does anything of its own."""

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import include, path
from wagtail.views import serve

BARE_SLUG, IN_LAYOUT_SLUG = "bare-page-of-the-bench", "page-in-layout-of-the-bench"


def show_bare(request):
    """An answer without content, behind the same middleware and sign-in as every other."""
    return HttpResponse(render_to_string("bench/bare.html"))


def show_layout(request):
    """The layout (head, navigation, footer) with nothing in it."""
    return render(request, "layouts/page.html")


def show_bare_page(request):
    """A Wagtail page without content, found and served as every page of the library is.

    Its template is `wagtailcore/page.html`, Wagtail's own name for it: the product's pages keep theirs.
    """
    return serve(request, f"{BARE_SLUG}/")


def show_page_in_layout(request):
    """The same in the layout: what a bare Wagtail project's page would be here."""
    return serve(request, f"{IN_LAYOUT_SLUG}/")


urlpatterns = [
    path("bench/bare/", show_bare, name="bare"),
    path("bench/layout/", show_layout, name="layout"),
    path("bench/bare-page/", show_bare_page, name="bare_page"),
    path("bench/page-in-layout/", show_page_in_layout, name="page_in_layout"),
    path("", include("lms.urls")),
]

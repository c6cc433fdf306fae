"""The library's pages, in the language that their address names."""

from django.http import Http404
from wagtail.models import Site
from wagtail.views import serve

from ..codes import SOURCE
from ..languages.trees import library_in, split_address
from ..page_contexts import page_at


def show_page(request, path: str):
    """The page at this address. Wagtail would choose the tree by the interface's language; here a reader chooses."""
    request._wagtail_route_for_request = _route(request, path)
    return serve(request, path)


def _route(request, path: str):
    language, parts = split_address(path)
    page = page_at(parts, language) if parts else _library(request, language)
    if page is None:
        raise Http404
    return page.route(request, [])


def _library(request, language: str):
    """The shelf itself: the site's own for the source."""
    if language != SOURCE:
        return library_in(language)
    site = Site.find_for_request(request)
    return site.root_page.specific if site else None

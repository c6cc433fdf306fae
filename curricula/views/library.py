"""The library's pages, in the language that their address names."""

from django.http import Http404
from wagtail.models import Site
from wagtail.views import serve

from ..codes import SOURCE
from ..languages.trees import library_in, split_address


def show_page(request, path: str):
    """The page at this address. Wagtail would choose the tree by the interface's language; here a reader chooses."""
    request._wagtail_route_for_request = _route(request, path)
    return serve(request, path)


def _route(request, path: str):
    language, parts = split_address(path)
    if language == SOURCE:
        site = Site.find_for_request(request)
        root = site.root_page.specific if site else None
    else:
        root = library_in(language)
    if root is None:
        raise Http404
    return root.route(request, parts)

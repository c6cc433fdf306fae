"""Pages of certificates and their public verification."""

from django.http import HttpResponse


def certificate_lookup(request):
    return HttpResponse()


def certificate_verify(request, code):
    return HttpResponse()

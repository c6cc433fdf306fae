"""What every page of the library is: there may be one of it in each language."""

from django.db import models
from wagtail.models import PageViewRestriction
from wagtail_localize.fields import SynchronizedField

from .. import codes
from ..languages import trees

# An address is the same in every language; what is not read is not translated.
SYNCHRONISED = [SynchronizedField(name, overridable=False) for name in ("slug", "seo_title", "search_description")]


class InItsLanguage(models.Model):
    """A page whose translations lie below their language: /library/sr-latn/pssm-moi/m01/."""

    override_translatable_fields = SYNCHRONISED

    class Meta:
        abstract = True

    def get_view_restrictions(self):
        """Those of the page and of all above it, an alias having its source's: one question instead of up to four."""
        ends = range(self.steplen, len(self.path) + 1, self.steplen)
        above = [self.path[:end] for end in ends]
        found = models.Q(page__path__in=above, page__alias_of=None) | models.Q(page__aliases__path__in=above)
        return PageViewRestriction.objects.filter(found).distinct()

    def get_url_parts(self, request=None):
        """Site, root and address. The source's pages have no language in their address, as before."""
        parts = super().get_url_parts(request)
        roots = self._get_relevant_site_root_paths(request) if parts else ()
        language = trees.language_of_locale(roots[0].language_code) if roots else codes.SOURCE
        if language == codes.SOURCE:
            return parts
        return (*parts[:2], trees.address_of(self.url_path, language))

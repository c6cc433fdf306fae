"""What was used is never deleted: is a record pointed at by anything that must not lose it?"""

from django.db.models import PROTECT
from django.utils.translation import gettext as _

#: What belongs to the record itself: its own page, files and items are no use of it.
OWN = {"ModulePage", "CurriculumPage", "Material", "Item", "Module", "Blueprint", "ChangeNote", "TranslationReview"}


def is_used(record) -> bool:
    """Does a published edition, a training, a certificate or a download point at this record?

    Asked of every relation there is, so that apps above need not be known here.
    """
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: record.pk}).exists()
        for relation in record._meta.related_objects
        if relation.field.many_to_one and relation.on_delete is PROTECT and relation.related_model.__name__ not in OWN
    )


def record_of(page):
    """The plain record a page is about; None for other pages."""
    page = page.specific
    return getattr(page, "module", None) or getattr(page, "curriculum", None)


def reasons_to_keep(page) -> list[str]:
    """Why this page, with all below it, may not be deleted; empty if nobody ever used what it is about."""
    rows = [page, *page.get_descendants().specific()]
    used = [str(record) for record in map(record_of, rows) if record is not None and is_used(record)]
    message = _("%s was taught or published in an edition. It stays, so that what was taught can be read.")
    return [message % name for name in used]

"""What follows from saving and deleting pages and materials: the words to search, and that what was used stays."""

from django.db.models import ProtectedError
from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.signals import page_published

from .deletion_guard import is_used, record_of
from .models import CurriculumPage, Material, ModulePage
from .search.indexing import index_material, index_page


@receiver(page_published, sender=ModulePage, dispatch_uid="curricula.words_of_page")
def index_published_page(sender, instance, **_more) -> None:
    index_page(instance)


@receiver(post_save, sender=Material, dispatch_uid="curricula.words_of_material")
def index_saved_material(sender, instance, raw=False, **_more) -> None:
    if not raw:
        index_material(instance)


@receiver(pre_delete, sender=ModulePage, dispatch_uid="curricula.keep_module_page")
@receiver(pre_delete, sender=CurriculumPage, dispatch_uid="curricula.keep_curriculum_page")
def keep_pages_of_what_was_used(sender, instance, **_more) -> None:
    """Also from the shell: the page of a module that was taught stays."""
    if is_used(record_of(instance)):
        raise ProtectedError(_("%s was used and stays.") % instance.title, {instance})


@receiver(pre_delete, sender=Material, dispatch_uid="curricula.keep_material")
def keep_materials_somebody_took(sender, instance, **_more) -> None:
    """The register names the file somebody took: it stays."""
    if instance.downloads.exists():
        raise ProtectedError(_("%s was downloaded and stays.") % instance.title, {instance})

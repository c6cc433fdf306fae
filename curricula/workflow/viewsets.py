"""Curricula and modules as the back office edits them; a code that records point at does not change."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from ..models import Curriculum, Module


class CodeForm(WagtailAdminModelForm):
    """The code is chosen once: pages, editions, trainings and certificates know the record by it."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "code" in self.fields:
            self.fields["code"].disabled = True
            self.fields["code"].help_text = _("Chosen once: records point at it.")


class CurriculumForm(CodeForm):
    class Meta:
        model = Curriculum
        fields = ["code", "title"]


class ModuleForm(CodeForm):
    class Meta:
        model = Module
        fields = ["curriculum", "code", "title", "kind", "is_mandatory", "order", "minutes"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["curriculum"].disabled = True


class CurriculumViewSet(ModelViewSet):
    model = Curriculum
    name = "curriculum"
    icon = "folder-open-inverse"
    menu_label = _("Curricula")
    list_display = ["title", "code"]
    copy_view_enabled = False
    inspect_view_enabled = False

    def get_form_class(self, for_update=False):
        return CurriculumForm


class ModuleViewSet(ModelViewSet):
    model = Module
    name = "module"
    icon = "list-ul"
    menu_label = _("Modules")
    list_display = ["code", "title", "kind", "minutes", "is_mandatory"]
    list_filter = ["curriculum", "kind"]
    ordering = ["curriculum", "order"]
    copy_view_enabled = False
    inspect_view_enabled = False

    def get_form_class(self, for_update=False):
        return ModuleForm


class RecordsGroup(ViewSetGroup):
    menu_label = _("Curriculum")
    menu_icon = "folder-open-inverse"
    menu_order = 150
    items = (CurriculumViewSet, ModuleViewSet)

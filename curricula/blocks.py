"""The blocks a module page is written with."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

METHODS = [
    ("talk", _("short talk")),
    ("discussion", _("discussion")),
    ("demonstration", _("demonstration")),
    ("exercise", _("exercise")),
    ("scenario", _("scenario")),
    ("check", _("check of learning")),
]


class KeyPointBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Point"))
    mandatory = blocks.BooleanBlock(label=_("Must be made in every training"), required=False, default=True)

    class Meta:
        icon = "pick"
        label = _("Key point")


class ReferenceBlock(blocks.StructBlock):
    standard = blocks.CharBlock(label=_("Standard"), max_length=20)
    number = blocks.CharBlock(label=_("Number"), max_length=20)
    edition = blocks.CharBlock(label=_("Edition"), max_length=40, required=False)

    class Meta:
        icon = "link"
        label = _("Standard reference")


class StepBlock(blocks.StructBlock):
    minutes = blocks.IntegerBlock(label=_("Minutes"), min_value=1, max_value=480)
    title = blocks.CharBlock(label=_("Step"), max_length=160)
    method = blocks.ChoiceBlock(label=_("Method"), choices=METHODS)
    detail = blocks.TextBlock(label=_("What happens"))
    materials = blocks.CharBlock(label=_("Materials"), max_length=250, required=False)

    class Meta:
        icon = "time"
        label = _("Step of the lesson plan")


class ExerciseBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    minutes = blocks.IntegerBlock(label=_("Minutes"), min_value=1, max_value=480)
    purpose = blocks.TextBlock(label=_("Purpose"))
    set_up = blocks.TextBlock(label=_("Set-up"))
    steps = blocks.ListBlock(blocks.TextBlock(), label=_("Steps"))
    debrief = blocks.ListBlock(blocks.TextBlock(), label=_("Questions afterwards"))

    class Meta:
        icon = "group"
        label = _("Exercise")

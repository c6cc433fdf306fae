"""The blocks a module page is written with."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

METHODS = [
    ("talk", _("short talk")),
    ("discussion", _("discussion")),
    ("demonstration", _("demonstration")),
    ("exercise", _("exercise")),
    ("scenario", _("scenario")),
    ("check", _("check of learning")),
]
#: What a block of the lesson plan is called; the plain step goes by its method.
PLAN_WORDS = {
    "activity": _("Activity"),
    "scenario": _("Scenario"),
    "discussion": _("Discussion"),
    "check": _("Knowledge check"),
    "safety": _("Safety"),
    "material": _("Slide or handout"),
    "reference": _("Standard reference"),
    "point": _("Key point"),
    "note": _("Trainer note"),
}


class KeyPointBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Point"))
    mandatory = blocks.BooleanBlock(label=_("Must be made in every training"), required=False, default=True)

    class Meta:
        icon = "pick"
        label = _("Key point")


class Untranslated:
    """Codes are the same in every language: the translation tool copies the block and asks for no words."""

    def get_translatable_segments(self, value) -> list:
        return []

    def restore_translated_segments(self, value, segments):
        return value


class CodeBlock(Untranslated, blocks.CharBlock):
    """A code that somebody else gave."""


class ReferenceBlock(Untranslated, blocks.StructBlock):
    standard = blocks.CharBlock(label=_("Standard"), max_length=20)
    number = blocks.CharBlock(label=_("Number"), max_length=20)
    edition = blocks.CharBlock(label=_("Edition"), max_length=40, required=False)

    class Meta:
        icon = "link"
        label = _("Standard reference")


class TimedBlock(blocks.StructBlock):
    """A part of the lesson plan that takes time."""

    minutes = blocks.IntegerBlock(label=_("Minutes"), min_value=1, max_value=480)
    title = blocks.CharBlock(label=_("Title"), max_length=160)


class StepBlock(TimedBlock):
    title = blocks.CharBlock(label=_("Step"), max_length=160)
    method = blocks.ChoiceBlock(label=_("Method"), choices=METHODS)
    detail = blocks.TextBlock(label=_("What happens"))
    materials = blocks.CharBlock(label=_("Materials"), max_length=250, required=False)

    class Meta:
        icon = "time"
        label = _("Step of the lesson plan")


class ActivityBlock(TimedBlock):
    detail = blocks.TextBlock(label=_("What participants do"))
    materials = blocks.CharBlock(label=_("Materials"), max_length=250, required=False)

    class Meta:
        icon = "group"
        label = PLAN_WORDS["activity"]


class PlanScenarioBlock(TimedBlock):
    detail = blocks.TextBlock(label=_("What happened"))
    questions = blocks.ListBlock(blocks.TextBlock(), label=_("Questions"), default=[])
    materials = blocks.CharBlock(label=_("Materials"), max_length=250, required=False)

    class Meta:
        icon = "openquote"
        label = PLAN_WORDS["scenario"]


class DiscussionBlock(TimedBlock):
    detail = blocks.TextBlock(label=_("What it is to reach"), required=False)
    questions = blocks.ListBlock(blocks.TextBlock(), label=_("Questions"), min_num=1)

    class Meta:
        icon = "comment"
        label = PLAN_WORDS["discussion"]


class AnswerBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Answer"), max_length=250)
    correct = blocks.BooleanBlock(label=_("Right"), required=False)


class CheckBlock(blocks.StructBlock):
    """A question asked in the room. The title is what trainees see in the running order: it tells no answer."""

    minutes = blocks.IntegerBlock(label=_("Minutes"), min_value=1, max_value=480)
    question = blocks.TextBlock(label=_("Question"))
    answers = blocks.ListBlock(AnswerBlock(), label=_("Answers"), min_num=2)
    item = CodeBlock(
        label=_("Item of the question bank"), max_length=20, required=False, help_text=_("Its code, such as M04-012.")
    )

    class Meta:
        icon = "help"
        label = PLAN_WORDS["check"]


class MaterialBlock(blocks.StructBlock):
    material = DocumentChooserBlock(label=_("Material"))
    part = blocks.CharBlock(label=_("Slides or pages"), max_length=60, required=False)

    class Meta:
        icon = "doc-full"
        label = PLAN_WORDS["material"]


class SafetyBlock(blocks.TextBlock):
    class Meta:
        icon = "warning"
        label = PLAN_WORDS["safety"]


class NoteBlock(blocks.TextBlock):
    class Meta:
        icon = "view"
        label = _("Trainer note (never shown to trainees)")


PLAN = [
    ("step", StepBlock()),
    ("activity", ActivityBlock()),
    ("scenario", PlanScenarioBlock()),
    ("discussion", DiscussionBlock()),
    ("check", CheckBlock()),
    ("safety", SafetyBlock()),
    ("material", MaterialBlock()),
    ("reference", ReferenceBlock()),
    ("point", KeyPointBlock()),
    ("note", NoteBlock()),
]


class PictureBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(label=_("What it shows"), max_length=250, required=False)
    is_decorative = blocks.BooleanBlock(label=_("Decoration only"), required=False)
    caption = blocks.CharBlock(label=_("Caption"), max_length=250, required=False)

    class Meta:
        icon = "image"
        label = _("Picture")


BODY = [
    ("text", blocks.RichTextBlock(label=_("Text"), features=["h3", "h4", "bold", "italic", "ol", "ul", "link"])),
    ("picture", PictureBlock()),
]


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

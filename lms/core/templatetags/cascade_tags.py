"""Template tags every page may use without loading them."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from lms.core import designation
from lms.core.days import days_text
from lms.core.fragments import fragment
from lms.core.numbers import share_text

register = template.Library()


class DesignatedNode(template.Node):
    def __init__(self, nodelist) -> None:
        self.nodelist = nodelist

    def render(self, context) -> str:
        body = designation.designate(self.nodelist.render(context))
        if not designation.needs_footnote(body) or designation.footnote() in body:
            return body
        note = format_html('<p class="footnote" role="note">{}</p>', designation.footnote())
        return mark_safe(body + note)  # noqa: S308 - the body is rendered template output


@register.tag
def designated(parser, token):
    """Apply the name's rule to everything inside, and set the footnote once behind it."""
    nodelist = parser.parse(("enddesignated",))
    parser.delete_first_token()
    return DesignatedNode(nodelist)


@register.simple_tag
def kept(name: str):
    """A template that needs nothing and says the same on every page: rendered once a process."""
    return fragment(name)


@register.filter
def designate(value) -> str:
    """The rule for one piece of text, where a whole block cannot be wrapped (titles, attributes)."""
    return designation.designate(str(value))


@register.filter
def get_item(mapping, key):
    """`mapping[key]`, or nothing: for rows whose columns are data."""
    return mapping.get(key) if mapping else None


@register.filter
def percent(value, digits: int = 1) -> str:
    """A share 0..1 as "56.7 %", or "not known" where there is none."""
    return share_text(value, digits)


@register.filter
def days_to(first, last) -> str:
    """The days of a training in words, "12 to 13 October 2026"."""
    return days_text(first, last)


@register.filter
def in_use(form) -> int:
    """How many visible fields of a filter form narrow the list."""
    return sum(bool(field.data) for field in form.visible_fields()) if form.is_bound else 0

"""Filters drawn without a template for each field and option: the directory has a hundred of them on every page."""

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe


class PlainSelect(forms.Select):
    """Looks and answers like `forms.Select` without groups."""

    def render(self, name, value, attrs=None, renderer=None):
        chosen = {str(one) for one in self.format_value(value)}
        marks = {True: mark_safe(" selected"), False: ""}
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            ((key, marks[str(key) in chosen], label) for key, label in self.choices),
        )
        fixed = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        return format_html("<select{}>{}</select>", mark_safe(flatatt(fixed)), options)  # noqa: S308 - flatatt escapes


class PlainField(forms.BoundField):
    """A label and its control as `components/fields.html` would draw them; one with more to say is drawn by it."""

    def as_field_group(self):
        if self.errors or self.help_text:
            return super().as_field_group()
        return format_html(
            '<div class="field"><label for="{}">{}</label>{}</div>', self.id_for_label, self.label, self.as_widget()
        )

"""Filters drawn without a template for each field and option: the directory has a hundred of them on every page."""

from django import forms
from django.forms.utils import flatatt
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe


class PlainSelect(forms.Select):
    """Looks and answers like `forms.Select` without groups."""

    def render(self, name, value, attrs=None, renderer=None):
        chosen = {str(one) for one in self.format_value(value)}
        options = "".join(
            f'<option value="{escape(key)}"{" selected" if str(key) in chosen else ""}>{escape(label)}</option>'
            for key, label in self.choices
        )
        fixed = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        return mark_safe(f"<select{flatatt(fixed)}>{options}</select>")  # noqa: S308 - every part is escaped


class PlainField(forms.BoundField):
    """A label and its control as `components/fields.html` would draw them; one with more to say is drawn by it."""

    def as_field_group(self):
        if self.errors or self.help_text:
            return super().as_field_group()
        return format_html(
            '<div class="field"><label for="{}">{}</label>{}</div>', self.id_for_label, self.label, self.as_widget()
        )

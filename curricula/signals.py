"""What the curriculum tells the apps above it, without knowing them. Sent inside the transaction."""

from django.dispatch import Signal

# edition, by
edition_published = Signal()
edition_withdrawn = Signal()
# action, row, by, before, after
bank_changed = Signal()
# user, by, before, after
deciders_changed = Signal()
# action, module, language, by
translation_changed = Signal()

"""Closed lists about institutions."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FacilityKind(models.TextChoices):
    CENTRAL_STORAGE = "central_storage", _("central police storage")
    EVIDENCE_ROOM = "evidence_room", _("evidence room")
    TRAINING_VENUE = "training_venue", _("training venue")

"""`manage.py appoint_officer name@host`: the first programme officer of a new installation."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from lms.core.rules import RuleBroken
from lms.people.choices import RoleKind
from lms.people.services import ensure_account, grant_role


class Command(BaseCommand):
    help = "Make the account if it is missing and appoint it programme officer. It signs in by an e-mailed code."

    def add_arguments(self, parser) -> None:
        parser.add_argument("email")

    @transaction.atomic
    def handle(self, *args, **options) -> None:
        try:
            user = ensure_account(options["email"])
            grant_role(user=user, kind=RoleKind.OFFICE, institution=None, by=None)
        except RuleBroken as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{user.email} is programme officer from today and signs in at /account/login/.")

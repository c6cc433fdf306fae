"""The rubric in words: what each criterion looks for, and what each of its four levels looks like."""

from django.utils.translation import gettext_lazy as _

from .choices import Criterion

LEVELS = [(1, _("1 – not yet")), (2, _("2 – partly")), (3, _("3 – securely")), (4, _("4 – as a model"))]
LOOKS_FOR = {
    Criterion.PLAN: _("The plan has objectives, times and a thread; the objectives are said and reached."),
    Criterion.ACCURACY: _("What is taught is right and agrees with the curriculum and the standards it names."),
    Criterion.KEY_POINTS: _("Every mandatory key point of the module is taught."),
    Criterion.SAFETY: _("Rules of safe handling and of confidentiality are kept and asked for."),
    Criterion.ENGAGEMENT: _("Everybody takes part; questions are invited and used."),
    Criterion.CHECKING: _("The candidate finds out what was learned and reacts to it."),
}
#: What an assessor sees at each level, 1 to 4.
DESCRIBED = {
    Criterion.PLAN: (
        _("No plan, or none that is followed; objectives are not said."),
        _("A plan with gaps; objectives are said but not all reached, or time runs out."),
        _("A plan with objectives and times that is kept; every objective is reached."),
        _("The plan adapts to the group without losing an objective; each part leads to the next."),
    ),
    Criterion.ACCURACY: (
        _("Something is taught that is wrong and could do harm."),
        _("Mostly right; mistakes or vagueness that the candidate does not notice."),
        _("Right throughout and in agreement with the module; limits of knowledge are admitted."),
        _("Right, explained with the standard behind it, and tied to the group's own rules."),
    ),
    Criterion.KEY_POINTS: (
        _("Several mandatory key points are missing."),
        _("One key point is missing, or some are only read out."),
        _("Every mandatory key point is taught and understood as such."),
        _("Every key point is taught, practised and recalled by the group at the end."),
    ),
    Criterion.SAFETY: (
        _("A safety rule is broken, or confidential details are asked for or told."),
        _("Rules are kept but not said, or kept only after a reminder."),
        _("Rules are said at the start, kept throughout and asked of the group."),
        _("Safety leads the session: risks are foreseen, and the group corrects itself."),
    ),
    Criterion.ENGAGEMENT: (
        _("A lecture without contact; questions are passed over."),
        _("A few people take part; questions are answered but not invited."),
        _("Everybody takes part in some activity; questions are invited and used."),
        _("The group works and thinks by itself; quiet people are brought in with respect."),
    ),
    Criterion.CHECKING: (
        _("Nothing shows what was learned."),
        _("“Is that clear?” and little more; wrong answers stay as they are."),
        _("Questions or tasks show what was learned, and mistakes are taken up."),
        _("Learning is checked against each objective, and the session changes by what is found."),
    ),
}

"""“财政局一期二期一共”, where that unit has several projects with phases: which of them is meant is asked, and nothing is summed."""

from collections.abc import Sequence

from bot.answer import Answer, Choice, Kind
from bot.book import stem_of
from bot.language.counted import PHASES_LISTED
from bot.language.shapes import PHASES
from bot.question import Understanding
from bot.replying import phrases
from store.names import NameType

_SHOWN = 5


def which_family(question: Understanding) -> Answer | None:
    """The question back; None where the phases are those of one project, or each is told for itself."""
    plan = question.plan
    counted = any(span.rule in (PHASES, PHASES_LISTED) for span in question.spans)
    named = any(match.type is NameType.PROJECT for match in question.names)
    shaped = plan.aggregate or plan.compare or plan.order
    families = _families(plan.projects)
    if not counted or named or not shaped or len(plan.units) != 1 or len(families) < 2:
        return None
    choices = tuple(Choice(_label(names), plan.model_copy(update={"projects": names})) for names in families[:_SHOWN])
    first = f"{plan.units[0]}有 {len(families)} 个分期的项目，问的是哪一个？回数字："
    return Answer(Kind.CLARIFY, (first, *phrases.choose([choice.label for choice in choices])), choices=choices, remembered=plan)


def _families(projects: Sequence[str]) -> list[tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for project in projects:
        found.setdefault(stem_of(project), []).append(project)
    return [tuple(names) for names in found.values()]


def _label(names: Sequence[str]) -> str:
    return phrases.listed([phrases.project(name) for name in names])

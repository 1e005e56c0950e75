"""What was understood of a question and by which rule, for `wenxiao explain`."""

import json
from collections.abc import Sequence
from typing import Any

from bot.answer import Intent
from bot.described.instead import as_text
from bot.question import Understanding
from store.money import plain
from store.names.senses import Near
from store.plan import Plan, Spot

_ROLES = {"used": "用到", "filler": "虚词", "unused": "未用到"}


def explained(
    question: Understanding,
    kind: str,
    intents: Sequence[Intent],
    far: Sequence[Near] = (),
    description: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """The stable shape of `explain --json`; `far` are projects that words far from their names may mean.

    `description` tells by what they were found, where words describe what is meant (`bot/described/instead.py`).
    """
    explanation = {
        "kind": kind,
        "intent": "+".join(i.name for i in intents),
        "plan": _plan(question.plan),
        "names": [{"name": m.name, "type": m.type.value, "score": m.score, "why": m.why} for m in question.names],
        "spans": [{"start": s.start, "end": s.end, "role": s.role.value, "rule": s.rule} for s in question.spans],
    }
    if description:
        explanation["description"] = description
    return {**explanation, "far": [{"name": n.name, "likeness": n.likeness} for n in far]} if far else explanation


def _plan(plan: Plan) -> dict[str, Any]:
    order = plan.order
    return {
        "projects": list(plan.projects),
        "units": list(plan.units),
        "years": list(plan.years),
        "field": plan.fields[0].value if plan.fields else None,
        "fields": [f.value for f in plan.fields],
        "kinds": [k.value for k in plan.kinds],
        "horizon": plan.horizon.value if plan.horizon else None,
        "indicators": plan.indicators.model_dump(mode="json"),
        "amounts": [{"op": a.op.value, "yuan": plain(a.yuan)} for a in plan.amounts],
        "percents": [{"op": p.op.value, "value": plain(p.value)} for p in plan.percents],
        "texts": [{"text": t.text, "within": [part.value for part in t.within]} for t in plan.texts],
        "stated": [_spot(spot) for spot in plan.stated],
        "lacking": [_spot(spot) for spot in plan.lacking],
        "change": plan.change.value if plan.change else None,
        "trend": plan.trend.value if plan.trend else None,
        "order": {"by": order.by, "direction": order.direction.value, "count": order.count, "skip": order.skip}
        if order
        else None,
        "newest": plan.newest.value if plan.newest else None,
        "attributes": list(plan.attributes),
        "whole_branch": plan.whole_branch,
        "checked": [{"op": a.op.value, "yuan": plain(a.yuan)} for a in plan.checked],
        "whole": plan.whole.model_dump(mode="json") if plan.whole else None,
        "alone": plan.alone,
        "called": plan.called,
        "without": [one.model_dump(mode="json", exclude_defaults=True) for one in plan.without],
        "net_of": [kind.value for kind in plan.net_of],
        "by": plan.by.value if plan.by else None,
        "compare": plan.compare,
        "aggregate": plan.aggregate.value if plan.aggregate else None,
        "denomination": plan.denomination.value if plan.denomination else None,
    }


def _spot(spot: Spot) -> str:
    """“carryover”, “indicator/满意度指标”."""
    return f"{spot.field}/{spot.level}" if spot.level else spot.field


def explained_text(question: str, explanation: dict[str, Any]) -> str:
    """The same for people."""
    lines = [f"意图：{explanation['intent']}（{explanation['kind']}）"]
    lines.extend(f"“{question[s['start'] : s['end']]}” {_ROLES[s['role']]}：{s['rule']}" for s in explanation["spans"])
    lines.extend(f"名称：{n['name']}（{n['type']}，{n['why']}，{n['score']:.2f}）" for n in explanation["names"])
    lines.extend(f"意思相近：{n['name']}（{n['likeness']:.3f}）" for n in explanation.get("far", ()))
    lines.extend(as_text(explanation["description"]) if "description" in explanation else ())
    lines.append(f"计划：{json.dumps(_said(explanation['plan']), ensure_ascii=False)}")
    return "\n".join(lines)


def _said(plan: dict[str, Any]) -> dict[str, Any]:
    """The parts of a plan that say something."""
    nested = {key: _said(value) if isinstance(value, dict) else value for key, value in plan.items()}
    return {key: value for key, value in nested.items() if value}

"""Where else the original states a figure: in the list, as another kind of money, in an indicator."""

from bot.answer import Fact
from bot.replying import facts, phrases
from store.targets import TargetView


def agreeing(view: TargetView, stated: Fact) -> tuple[list[str], list[Fact]]:
    """“原件 3 处一致：…”, with the facts beside `stated` that say the same amount; nothing where there is no other place."""
    places: list[tuple[str, Fact]] = []
    for funding in view.target.fundings:
        fact = facts.amount(view, funding.kind, funding.horizon)
        if fact and fact.yuan == stated.yuan:
            places.append((phrases.quoted(phrases.kind_label(funding.kind, funding.horizon)), fact))
    for indicator in view.target.indicators:
        fact = facts.indicator(view, indicator)
        if fact.yuan is not None and fact.yuan == stated.yuan:
            places.append((f"{indicator.level2}{phrases.printed(indicator.value)}", fact))
    listed = view.listed
    in_list = ["清单"] if listed and listed.yuan == stated.yuan else []
    named = list(dict.fromkeys([*in_list, *(place for place, _ in places)]))
    if len(named) < 2:
        return [], []
    beside = [fact for _, fact in places if fact.source != stated.source]
    return [f"原件 {len(named)} 处一致：{phrases.listed(named)}。"], beside

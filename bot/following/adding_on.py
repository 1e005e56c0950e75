"""What comes on top of what was spoken of: “再加上审计局呢”, “含就业中心”, “工作经费也加上”."""

from bot.language.patterns import Pattern
from bot.reading.parse import Parse
from bot.scoping.scope import Scope
from store.model import FundingKind
from store.plan import Plan


def adds_to_before(said: Parse, scope: Scope, previous: Plan) -> bool:
    """Whether what is named comes on top of what was spoken of: “再加上审计局呢”."""
    named = (scope.units and previous.units and not scope.projects) or (scope.projects and previous.projects)
    return bool(named) and bool(_ADDED.match(said.said.text) or _ADDED_BEHIND.search(said.said.text))


def kinds_added(asked: Plan, said: Parse, previous: Plan) -> tuple[FundingKind, ...]:
    """The kinds of money that are spoken of with those that come on top of them: “加上其他资金呢” after 财政拨款; none where none do."""
    told = previous.kinds and not {FundingKind.TOTAL} & {*previous.kinds, *asked.kinds}
    if not (told and asked.kinds and _ADDED.match(said.said.text)) or said.mentions or previous.order:
        return ()
    return tuple(dict.fromkeys((*previous.kinds, *asked.kinds)))


_ADDED = Pattern(
    r"(?:那么?|如果|再|把|我们?|想|要|得|是)*(?:加上|算上|连上|连同|连(?!锁|续|接|通|片|环|队|心)|外加|再加|带上|加|包括|包含|含(?!所属|下属|下级|上年|结转))"
)
_ADDED_BEHIND = Pattern(
    r"(?:^(?:再|那)?[把将].{1,20}?|(?:也|都|一起|一并)?(?:给我|给)?)(?:加上|算上|加进去|加进来|算进去|算进来|带上)(?:呢|是多少|多少|吧|啊)*\W*$"
)

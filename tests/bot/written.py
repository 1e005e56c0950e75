"""A third county, invented: forms that say much in goals and indicators, leave fields blank, and change from year to year."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from bot.app import conversation_of
from bot.chat import Incoming
from bot.conversation import Conversation
from store.database import Store
from store.model import Attribute, Blank, Fact, FundingKind, Horizon, PerformanceTarget
from tests import makers

NOW = datetime(2024, 6, 15, 12, tzinfo=UTC)
WATER, ROADS, SCHOOL = "青禾县水务局", "青禾县公路站", "青禾县实验小学"
WATER_2023, WATER_2024 = "青禾县水务局2023年度项目支出绩效目标", "青禾县水务局2024年度项目支出绩效目标"
ROADS_2024 = "青禾县公路站2024年度项目支出绩效目标"
PERIOD, SOURCE = Attribute.PERIOD, Attribute.SOURCE


def fill(store: Store, publisher: str = "青禾县") -> None:
    """Two years of the one unit, the second by that publisher; the other two units have only the second year."""
    makers.load(store, makers.statement(*_water_2023(), document=WATER_2023, publisher="青禾县", published=date(2023, 2, 1)))
    makers.load(store, makers.statement(*_water_2024(), document=WATER_2024, publisher=publisher, published=date(2024, 2, 1)))
    makers.load(store, makers.statement(*_roads_2024(), document=ROADS_2024, publisher="青禾县", published=date(2024, 3, 1)))


def _water_2023() -> Iterable[PerformanceTarget]:
    common = {"unit": WATER, "year": 2023, "document": WATER_2023}
    yield stated(
        makers.target("河道清淤", yuan="300000", goal="清理东沟村河道。", attribute="一次性项目", **common),
        {SOURCE: "上级补助资金", PERIOD: "2023年"},
    )
    yield stated(makers.target("水质监测", yuan="80000", table=2, **common))
    yield stated(makers.target("闸门更换", yuan="150000", table=3, **common))


def _water_2024() -> Iterable[PerformanceTarget]:
    common = {"unit": WATER, "document": WATER_2024}
    pump = makers.indicator("排涝泵", "≥8台", level1="产出指标", level2="数量指标", document=WATER_2024)
    price = makers.indicator("清淤单价", "≤375元/立方米", level1="产出指标", level2="成本指标", document=WATER_2024, row=8)
    vague = makers.indicator("河道环境", "有所改善", level1="效益指标", level2="生态效益指标", document=WATER_2024, row=9)
    yield stated(
        makers.target(
            "河道清淤",
            yuan="360000",
            goal="清理东沟村、西沟村河道8公里。购置割草船。",
            amounts={"annual/carryover": "60000"},
            indicators=(pump, price, vague, makers.indicator(document=WATER_2024, row=10)),
            **common,
        ),
        {PERIOD: "2024年"},
        blank=(SOURCE.value, FundingKind.OTHER.value),
    )
    monitor = makers.indicator("监测次数", "每月两次", level1="产出指标", level2="数量指标", document=WATER_2024)
    yield stated(
        makers.target("水质监测", yuan="80000", goal="完成水质监测。", indicators=(monitor,), table=2, **common),
        {SOURCE: "县级预算安排"},
        blank=(PERIOD.value,),
    )
    yield stated(makers.target("西沟泵站改造", yuan="500000", goal="改造泵站。", table=3, **common))


def _roads_2024() -> Iterable[PerformanceTarget]:
    common = {"document": ROADS_2024}
    yield stated(
        makers.target("公路养护", unit=ROADS, yuan="900000", amounts={"annual/other": "200000"}, goal="养护公路。", **common),
        {SOURCE: "专项债券资金"},
    )
    yield stated(makers.target("校舍维修", unit=SCHOOL, yuan="120000", goal="维修校舍。", table=2, **common))


def stated(
    target: PerformanceTarget, texts: Mapping[Attribute, str] | None = None, *, blank: Iterable[str] = ()
) -> PerformanceTarget:
    """The target with these one-line facts, and with these fields left blank."""
    document, table = target.title.document, target.title.table
    facts = [
        Fact(field=field, text=text, source=makers.source(text, document=document, table=table, row=20))
        for field, text in (texts or {}).items()
    ]
    blanks = [
        Blank(field=field, horizon=_horizon(field), source=makers.source("", document=document, table=table, row=21))
        for field in blank
    ]
    return target.model_copy(update={"facts": (*target.facts, *facts), "blanks": (*target.blanks, *blanks)})


def _horizon(field: str) -> Horizon | None:
    return Horizon.ANNUAL if field in set(FundingKind) else None


class Talk:
    """A chat about this county; `says` goes on, `asks` begins anew."""

    def __init__(self, bot: Conversation) -> None:
        self._bot = bot

    def says(self, text: str):  # type: ignore[no-untyped-def]
        """The reply to what is said next."""
        return self._bot.reply(Incoming("c", "p", text, NOW))

    def asks(self, text: str):  # type: ignore[no-untyped-def]
        """The reply to a question by itself."""
        return self._bot.reply(Incoming("c", "q", text, NOW), keep=False)


def talk_about(store: Store, publisher: str = "青禾县") -> Talk:
    """A store filled with this county, and a chat about it."""
    fill(store, publisher)
    return Talk(conversation_of(store))

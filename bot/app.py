"""The composition root: which intents there are, and how the parts are put together."""

from typing import TYPE_CHECKING

from bot.answer import Intent
from bot.conversation import Conversation
from bot.described.far import FarNames
from bot.intents import (
    agreements,
    amounts,
    attributes,
    changes,
    checks,
    comparisons,
    coverage,
    documents,
    executions,
    finds,
    fundings,
    gaps,
    goals,
    groupings,
    indicator_ranks,
    indicators,
    listings,
    movements,
    originals,
    places,
    quality,
    rankings,
    remainders,
    shares,
    talk,
    totals,
    trends,
    unit_counts,
    unit_limits,
    weights,
    wordings,
    years_apart,
)
from bot.settings import Access, Settings
from store.database import Store, open_store

if TYPE_CHECKING:  # what only `serve` needs is imported only by it: a question in the terminal must be quick
    from bot.chat import Channel, Inbox, Lease
    from bot.service.postbox import Clock
    from bot.service.serving import MakeChannel, Service

INTENTS: tuple[Intent, ...] = (
    amounts.INTENT,
    checks.INTENT,
    executions.INTENT,
    fundings.INTENT,
    agreements.INTENT,
    goals.INTENT,
    indicators.INTENT,
    weights.INTENT,
    attributes.INTENT,
    documents.INTENT,
    originals.INTENT,
    quality.INTENT,
    gaps.INTENT,
    listings.INTENT,
    finds.INTENT,
    totals.INTENT,
    trends.INTENT,
    shares.INTENT,
    groupings.INTENT,
    remainders.INTENT,
    rankings.INTENT,
    unit_counts.INTENT,
    unit_limits.INTENT,
    places.INTENT,
    indicator_ranks.INTENT,
    comparisons.INTENT,
    changes.INTENT,
    movements.INTENT,
    years_apart.INTENT,
    wordings.INTENT,
    coverage.INTENT,
    talk.INTENT,
)


_SNAPSHOT, _MEANINGS = "names.snapshot", "names.meanings"


def store_of(settings: Settings, *, patience: float = 30.0) -> Store:
    """The office's store, its schema up to date.  Raises `store.errors.StoreError`."""
    return open_store(settings.url, patience=patience)


def conversation_of(store: Store, settings: Settings | None = None) -> Conversation:
    """The bot over a store; with settings it keeps the index of many names in the data folder for its next start."""
    if settings is None:
        return Conversation(store, INTENTS)
    return Conversation(store, INTENTS, settings.data_dir / _SNAPSHOT, far_names_of(settings))


def far_names_of(settings: Settings) -> FarNames | None:
    """What knows the meanings of names, where it is wanted; it knows none for want of its extra."""
    return FarNames(settings.data_dir / _MEANINGS) if settings.meaning else None


def service_of(store: Store, settings: Settings, clock: "Clock") -> "Service":
    """What `serve` runs over a store."""
    from bot.service.reception import Reception
    from bot.service.serving import Service

    reception = Reception(conversation_of(store, settings), store, settings.who_may_ask, settings.administrators)
    return Service(store, reception, channels_of(settings), clock)


def may_anybody_ask(settings: Settings, store: Store) -> bool:
    """Whether there is anybody whose questions are answered on the chat platforms."""
    from store.people import everybody

    return settings.who_may_ask is Access.OPEN or bool(settings.administrators) or bool(everybody(store))


def is_any_channel_set_up(settings: Settings) -> bool:
    """Whether the settings ask for any chat platform."""
    return bool(channels_of(settings))


def channels_of(settings: Settings) -> "list[tuple[str, MakeChannel]]":
    """The channels that are set up, by name: each is made when its ports are known."""
    return [(name, make) for name, of in CHANNELS for make in (of(settings),) if make is not None]


def _telegram(settings: Settings) -> "MakeChannel | None":
    if settings.telegram_token is None:
        return None
    from bot.channels.telegram import Api, Telegram

    token, root = settings.telegram_token.get_secret_value(), settings.telegram_api_url
    proxy = settings.telegram_proxy.get_secret_value() if settings.telegram_proxy else None

    def make(inbox: "Inbox", lease: "Lease") -> "Channel":
        return Telegram(Api(token, root, proxy), inbox, lease)

    return make


CHANNELS = (("telegram", _telegram),)
"""Every chat platform: its name, and what makes a channel of it where the settings ask for one."""

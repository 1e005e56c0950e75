"""The composition root: which intents there are, and how the parts are put together."""

from bot.answer import Intent
from bot.conversation import Conversation
from bot.intents import (
    amounts,
    attributes,
    comparisons,
    coverage,
    documents,
    fundings,
    goals,
    indicators,
    listings,
    movements,
    rankings,
    talk,
    totals,
)
from bot.settings import Settings
from store.database import Store, open_store

INTENTS: tuple[Intent, ...] = (
    amounts.INTENT,
    fundings.INTENT,
    goals.INTENT,
    indicators.INTENT,
    attributes.INTENT,
    documents.INTENT,
    listings.INTENT,
    totals.INTENT,
    rankings.INTENT,
    comparisons.INTENT,
    movements.INTENT,
    coverage.INTENT,
    talk.INTENT,
)


def store_of(settings: Settings) -> Store:
    """The office's store, its schema up to date.  Raises `store.errors.StoreError`."""
    return open_store(settings.url)


def conversation_of(store: Store) -> Conversation:
    """The bot over a store."""
    return Conversation(store, INTENTS)

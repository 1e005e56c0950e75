"""Telegram, by long polling: https://core.telegram.org/bots/api."""

from bot.channels.telegram import alone  # noqa: F401  # the first to import the library
from bot.channels.telegram.api import Api
from bot.channels.telegram.channel import Telegram

__all__ = ["Api", "Telegram"]

"""Telegram, by long polling: https://core.telegram.org/bots/api."""

from bot.channels.telegram.api import OFFICIAL, Api
from bot.channels.telegram.channel import Telegram

__all__ = ["OFFICIAL", "Api", "Telegram"]

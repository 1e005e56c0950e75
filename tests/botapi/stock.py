"""python-telegram-bot as it comes, with its own poller: the client that we did not write judges the fake."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from telegram.ext import Application, BaseHandler, CallbackContext

from tests.botapi.server import BotApi


@asynccontextmanager
async def stock(api: BotApi, *handlers: BaseHandler[Any, Any, Any], **polling: Any) -> AsyncIterator["Stock"]:
    """An application that polls, and stops at the end as PTB's own `run_polling` does."""
    bot = Stock(api, *handlers)
    async with bot.application:
        await bot.application.start()
        await bot.poll(**polling)
        try:
            yield bot
        finally:
            try:
                await bot.updater.stop()
            finally:
                await bot.application.stop()


class Stock:
    """The application, and the errors that it met."""

    def __init__(self, api: BotApi, *handlers: BaseHandler[Any, Any, Any]) -> None:
        builder = Application.builder().token(api.token).base_url(f"{api.url}/bot").base_file_url(f"{api.url}/file/bot")
        self.application = builder.build()
        self.application.add_handlers(handlers)
        self.application.add_error_handler(self._note)
        self.errors: list[Exception] = []
        assert self.application.updater is not None
        self.updater = self.application.updater
        self.bot = self.application.bot

    async def poll(self, **polling: Any) -> None:
        """Starts PTB's long polling."""
        await self.updater.start_polling(**{"timeout": 5, "error_callback": self.errors.append, **polling})

    async def _note(self, _update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
        assert context.error is not None
        self.errors.append(context.error)

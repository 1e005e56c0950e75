"""The shapes of a result: one file an intent; `bot.app` lists them."""

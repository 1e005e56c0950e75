"""Where people talk with the bot.  A channel knows chats and values of `bot.chat` only."""

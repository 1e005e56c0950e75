"""What people say, as pure rules: each module proposes spans of a question; `bot.reading.parse` takes the best cover."""

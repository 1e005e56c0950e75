"""What people say, as pure rules: each module proposes spans of a question; `bot.question` takes the best cover."""

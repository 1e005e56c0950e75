"""The terminal as a channel: what it prints is text."""

from bot.channels.console import said
from bot.chat import Reply


def test_a_reply_that_would_steer_the_terminal():
    """Control characters and direction marks of a name are shown as �, lines stay lines."""
    reply = Reply(kind="answer", text="绿化\x1b[31m\u202e经费\x9d\n来源：甲")

    assert said(reply) == "绿化�[31m�经费�\n来源：甲"

"""People as settings and administrators write them: `telegram:123456`."""

import re

IDS = {"telegram": r"-?[1-9][0-9]{0,18}"}
"""Each channel, and what its ids of persons look like."""


class NotAPerson(ValueError):
    """It names nobody on any channel; the message says how it should look."""

    def __init__(self, written: str) -> None:
        super().__init__(f"“{written}”不是人的编号，要写成 telegram:123456 的样子；本人发“我是谁”可以看到")


def parse_who(written: str) -> tuple[str, str]:
    """The channel and the id.  Raises `NotAPerson`."""
    channel, _, number = written.partition(":")
    if channel not in IDS or not re.fullmatch(IDS[channel], number):
        raise NotAPerson(written)
    return channel, number


def split_who(listed: str) -> list[str]:
    """The people of a list, whatever stands between them.  Raises `NotAPerson`."""
    people = [who for who in re.split(r"[,，;；、\s]+", listed) if who]
    for who in people:
        parse_who(who)
    return people

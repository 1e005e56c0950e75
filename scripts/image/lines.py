"""The lines of a Dockerfile: instructions, words, variables and lists."""

import json
import re
from collections.abc import Iterator, Mapping


class NotUnderstood(ValueError):
    """A line that this reader does not know how to carry out."""


def instructions(text: str) -> Iterator[tuple[int, str, str]]:
    """Line number, instruction and the rest, with continued lines joined and comments taken out."""
    begun, started = "", 0
    for number, line in enumerate(text.splitlines(), start=1):
        if re.match(r"#\s*(syntax|escape|check)\s*=", line):
            raise NotUnderstood(f"Dockerfile line {number}: a parser directive")
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        started = started if begun else number
        begun += line.strip() if begun else line.rstrip()
        if begun.endswith("\\"):
            begun = begun[:-1].rstrip() + " "
            continue
        word, _, rest = begun.partition(" ")
        yield started, word, rest.strip()
        begun = ""
    if begun:
        raise NotUnderstood("the Dockerfile ends in a continued line")


def expanded(word: str, values: Mapping[str, str]) -> str:
    """`$NAME` and `${NAME}` replaced.  Narrower than Docker: a name without a value is an error, not nothing."""

    def value(match: re.Match[str]) -> str:
        name = match[1] or match[2]
        if name is None or name not in values:
            raise NotUnderstood(f"{match[0]} has no value here")
        return values[name]

    return re.sub(r"\$(?:(\w+)|\{(\w+)\})?", value, word)


def listed(rest: str) -> tuple[str, ...]:
    """The exec form.  The shell form is no form for what must be process 1: the shell would get the signals."""
    if not rest.startswith("["):
        raise NotUnderstood('["…", "…"]')
    return tuple(map(str, json.loads(rest)))

"""Reads a Dockerfile: the part of the language that ours uses.  Everything else is an error, never left out silently.

Whoever carries the steps out (`try_image.py`) thus does all that the file says, and the two cannot drift apart.
Each step has its user, folder and environment beside it, as they are at that line.
Source: the Dockerfile reference of Docker, format 1; narrower than it where a comment says so.
"""

import re
import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from posixpath import join, normpath

from scripts.image.lines import NotUnderstood, expanded, instructions, listed

# What the official Python images set themselves, as far as a step can depend on it.
BASE = {"PATH": "/usr/local/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin"}


@dataclass(frozen=True)
class Run:
    """RUN: a command in the stage's root."""

    command: tuple[str, ...]
    user: str
    folder: str
    environment: Mapping[str, str]


@dataclass(frozen=True)
class Copy:
    """COPY: files of the context, or of another stage, into the stage's root; `into` says that `target` is a folder."""

    stage: str | None
    sources: tuple[str, ...]
    target: str
    into: bool


@dataclass(frozen=True)
class Folder:
    """WORKDIR: a folder that is made when it is not there."""

    path: str


@dataclass(frozen=True)
class Health:
    """HEALTHCHECK: the command, and its options: times in seconds, and tries."""

    command: tuple[str, ...]
    options: Mapping[str, int]


@dataclass(frozen=True)
class Stage:
    """One FROM with what follows it; of the last stage, these are the image's settings."""

    name: str
    base: str
    given: Mapping[str, str]
    defaults: Mapping[str, str]
    arguments: Mapping[str, str] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=lambda: dict(BASE))
    user: str = "0:0"
    folder: str = "/"
    steps: tuple[Run | Copy | Folder, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    volumes: tuple[str, ...] = ()
    ports: tuple[str, ...] = ()
    stop_signal: str = "SIGTERM"
    health: Health | None = None
    entrypoint: tuple[str, ...] = ()
    command: tuple[str, ...] = ()


def read(text: str, arguments: Mapping[str, str] | None = None) -> list[Stage]:
    """The stages in order, with the build arguments (`--build-arg`) that are given; `NotUnderstood` names the line."""
    given, defaults, stages = dict(arguments or {}), dict[str, str](), list[Stage]()
    for number, word, rest in instructions(text):
        try:
            if word == "FROM":
                stages.append(_from(rest, given, defaults, stages))
            elif stages:
                stages[-1] = _known(word)(stages[-1], rest)
            else:
                defaults |= _before_from(word, rest, given)
        except ValueError as error:
            raise NotUnderstood(f"Dockerfile line {number}: {word} {rest}\n{error}") from error
    return stages


def _from(rest: str, given: Mapping[str, str], defaults: Mapping[str, str], before: list[Stage]) -> Stage:
    match = re.fullmatch(r"(\S+)(?: AS (\w+))?", rest)
    if not match or rest.startswith("--"):
        raise NotUnderstood("FROM image, or FROM image AS name")
    base = expanded(match[1], defaults)
    if base in {stage.name for stage in before}:
        raise NotUnderstood("a stage upon a stage")
    return Stage(match[2] or str(len(before)), base, given, defaults)


def _before_from(word: str, rest: str, given: Mapping[str, str]) -> dict[str, str]:
    if word != "ARG":
        raise NotUnderstood("only ARG may stand before FROM")
    return _argument(rest, given, {})


def _known(word: str) -> Callable[[Stage, str], Stage]:
    if word not in _INSTRUCTIONS:
        raise NotUnderstood(f"known are {', '.join(['FROM', *_INSTRUCTIONS])}")
    return _INSTRUCTIONS[word]


def _argument(rest: str, given: Mapping[str, str], defaults: Mapping[str, str]) -> dict[str, str]:
    """The argument with its value: what is given, else the line's default, else the one from before FROM, else none."""
    match = re.fullmatch(r"(\w+)(?:=([^\s$\"']+))?", rest)
    if not match:
        raise NotUnderstood("ARG name, or ARG name=value without quotes and variables")
    value = given.get(match[1]) or match[2] or defaults.get(match[1])
    return {} if value is None else {match[1]: value}


def _arg(stage: Stage, rest: str) -> Stage:
    return replace(stage, arguments={**stage.arguments, **_argument(rest, stage.given, stage.defaults)})


def _scope(stage: Stage) -> dict[str, str]:
    """What a step sees: arguments are gone when the image runs, and ENV goes before ARG."""
    return {**stage.arguments, **stage.environment}


def _env(stage: Stage, rest: str) -> Stage:
    return replace(stage, environment={**stage.environment, **_pairs(stage, rest)})


def _label(stage: Stage, rest: str) -> Stage:
    return replace(stage, labels={**stage.labels, **_pairs(stage, rest)})


def _pairs(stage: Stage, rest: str) -> dict[str, str]:
    words = _words(stage, rest)
    if not words or not all(re.match(r"[\w.]+=", word) for word in words):
        raise NotUnderstood("name=value …")
    return dict(word.split("=", 1) for word in words)


def _words(stage: Stage, rest: str) -> list[str]:
    if "'" in rest or "\\" in rest:
        raise NotUnderstood("single quotes and backslashes are not understood here")
    return [expanded(word, _scope(stage)) for word in shlex.split(rest)]


def _run(stage: Stage, rest: str) -> Stage:
    if not rest or rest.startswith("--") or "<<" in rest:
        raise NotUnderstood("RUN command, without options and here-documents")
    command = listed(rest) if rest.startswith("[") else ("/bin/sh", "-c", rest)
    return replace(stage, steps=(*stage.steps, Run(command, stage.user, stage.folder, _scope(stage))))


def _copy(stage: Stage, rest: str) -> Stage:
    words = _words(stage, rest)
    source = words.pop(0).removeprefix("--from=") if words and words[0].startswith("--from=") else None
    *sources, target = words
    if not sources or any(word.startswith(("--", "[")) or set(word) & set("*?[") for word in words):
        raise NotUnderstood("COPY [--from=stage] source… target, without patterns")
    into = target.endswith("/") or len(sources) > 1
    return replace(stage, steps=(*stage.steps, Copy(source, tuple(sources), _in(stage, target), into)))


def _workdir(stage: Stage, rest: str) -> Stage:
    (path,) = _words(stage, rest)
    return replace(stage, folder=_in(stage, path), steps=(*stage.steps, Folder(_in(stage, path))))


def _in(stage: Stage, path: str) -> str:
    return normpath(join(stage.folder, path))


def _user(stage: Stage, rest: str) -> Stage:
    if not re.fullmatch(r"\d+:\d+", rest):  # narrower than Docker: a name would have to be looked up in the image
        raise NotUnderstood("USER uid:gid")
    return replace(stage, user=rest)


def _health(stage: Stage, rest: str) -> Stage:
    match = re.fullmatch(r"((?:--(?:interval|timeout|start-period|retries)=\d+s? )*)CMD (\[.*\])", rest)
    if not match:
        raise NotUnderstood('HEALTHCHECK [--interval=…s --timeout=…s --start-period=…s --retries=…] CMD ["…"]')
    options = {name: int(value) for name, value in re.findall(r"--([\w-]+)=(\d+)", match[1])}
    return replace(stage, health=Health(listed(match[2]), options))


_INSTRUCTIONS: dict[str, Callable[[Stage, str], Stage]] = {
    "ARG": _arg,
    "CMD": lambda stage, rest: replace(stage, command=listed(rest)),
    "COPY": _copy,
    "ENTRYPOINT": lambda stage, rest: replace(stage, entrypoint=listed(rest)),
    "ENV": _env,
    "EXPOSE": lambda stage, rest: replace(stage, ports=(*stage.ports, *_words(stage, rest))),
    "HEALTHCHECK": _health,
    "LABEL": _label,
    "RUN": _run,
    "STOPSIGNAL": lambda stage, rest: replace(stage, stop_signal=rest),
    "USER": _user,
    "VOLUME": lambda stage, rest: replace(stage, volumes=(*stage.volumes, *_words(stage, rest))),
    "WORKDIR": _workdir,
}

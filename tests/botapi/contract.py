"""Holds a call to the Bot API's method list (contract.json) and to limits that the list does not tell."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.botapi.limits import of_call, of_object
from tests.botapi.records import Upload
from tests.botapi.shaping import utf16

CONTRACT = json.loads((Path(__file__).parent / "contract.json").read_text(encoding="utf-8"))
# What a limit counts, of which type; “parsed” is text after its markup is read, which `limits` measures.
MEASURES: dict[str, tuple[type, Callable[[Any], int]]] = {
    "bytes": (str, lambda value: len(value.encode())),
    "characters": (str, utf16),
    "items": (list, len),
    "parsed": (str, utf16),
    "value": (int, int),
}
METHODS = {name.lower(): name for name in CONTRACT["methods"]}

Params = dict[str, Any]
Fields = dict[str, dict[str, Any]]


def violations(method: str, params: Params) -> list[str]:
    """What is wrong with a call, in Telegram's words where it has some; parameters may be encoded as in a form."""
    name = METHODS.get(method.lower())
    if name is None:
        return [f"{method}: not a method that we use"]
    known = decoded(name, params)
    return [*of_call(name, known), *_fields(CONTRACT["methods"][name], known, "")]


def decoded(method: str, params: Params) -> Params:
    """The parameters with the types that the method gives them; what cannot be decoded stays as it is."""
    fields: Fields = CONTRACT["methods"].get(METHODS.get(method.lower()), {})
    return {name: _decoded(value, fields.get(name, {}).get("types", ["String"])) for name, value in params.items()}


def _decoded(value: object, types: list[str]) -> object:
    if not isinstance(value, str) or types == ["String"]:
        return value
    if "Integer" in types:
        return int(value) if re.fullmatch(r"-?\d+", value) else value
    if types == ["Boolean"]:
        return {"true": True, "false": False}.get(value.lower(), value)
    try:
        return json.loads(value)
    except ValueError:
        return value


def _fields(fields: Fields, given: Params, path: str) -> Iterator[str]:
    """What is wrong with an object, or with a call as a whole."""
    for name in sorted(given.keys() - fields.keys()):
        yield f"{path}{name}: unknown"
    for name, field in fields.items():
        if name in given:
            yield from _value(given[name], field["types"], f"{path}{name}")
            yield from _limits(given[name], field, f"{path}{name}")
        elif field.get("required"):
            yield f"{path}{name}: missing"


def _value(value: object, types: list[str], path: str) -> list[str]:
    """What is wrong with a value that must have one of these types: as the nearest of them sees it."""
    return min((list(_typed(value, kind, path)) for kind in types), key=len)


def _typed(value: object, kind: str, path: str) -> Iterator[str]:
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            yield f"{path}: no array"
            return
        for number, item in enumerate(value):
            yield from _typed(item, kind.removeprefix("Array of "), f"{path}[{number}]")
    elif kind == "InputFile":
        if not isinstance(value, Upload):
            yield f"{path}: no InputFile"
    elif kind in CONTRACT["types"]:
        yield from _object(value, kind, path)
    elif not isinstance(value, {"Integer": int, "String": str, "Boolean": bool}[kind]) or (
        kind == "Integer" and isinstance(value, bool)
    ):
        yield f"{path}: no {kind}"


def _object(value: object, kind: str, path: str) -> Iterator[str]:
    shape = CONTRACT["types"][kind]
    if not isinstance(value, dict):
        yield f"{path}: no {kind}"
    elif "one_of" in shape:
        yield from _value(value, shape["one_of"], path)
    else:
        yield from _fields(shape["fields"], value, f"{path}.")
        yield from of_object(kind, value, path)


def _limits(value: Any, field: dict[str, Any], path: str) -> Iterator[str]:
    for word in value if isinstance(value, list) else [value]:
        if word not in field.get("words", [word]):
            yield f"{path}: {word!r} is none of {', '.join(field['words'])}"
    least, most, unit = field.get("limit", (0, 0, "parsed"))
    kind, measure = MEASURES[unit]
    size = measure(value) if isinstance(value, kind) else least  # a wrong type is told already
    if unit != "parsed" and not least <= size <= most:
        counted = f"{size}" if unit == "value" else f"{size} {unit}"
        yield f"{path}: {counted}, not {least}–{most}"

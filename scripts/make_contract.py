"""Cuts from the Bot API's method list (JSON) what our tests hold the bot to: tests/botapi/contract.json.

    python scripts/make_contract.py SPEC.json

SPEC.json has `methods` and `types`, each with `fields` of (name, types, required, description); the descriptions are read
for limits (“1-64 bytes”, “Must be one of "danger" …”) and left out.
"""

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

CONTRACT = Path(__file__).parents[1] / "tests" / "botapi" / "contract.json"

METHODS = (
    "answerCallbackQuery",
    "deleteWebhook",
    "editMessageReplyMarkup",
    "editMessageText",
    "getMe",
    "getUpdates",
    "getWebhookInfo",
    "sendChatAction",
    "sendDocument",
    "sendMessage",
    "setMyCommands",
    "setMyDescription",
    "setMyShortDescription",
)

Field = dict[str, Any]
Spec = dict[str, Any]


def contract(spec: Spec) -> Spec:
    """The methods that we use, and the types that they take at any depth."""
    methods = {name: _fields(spec["methods"][name]) for name in METHODS}
    methods["getUpdates"]["allowed_updates"]["words"] = sorted(_fields(spec["types"]["Update"]).keys() - {"update_id"})
    types: Spec = {}
    for fields in methods.values():
        _collect(spec["types"], _named(fields), types)
    return {"version": spec["version"], "methods": methods, "types": types}


def _collect(known: Spec, names: Iterable[str], types: Spec) -> None:
    for name in names:
        if name in known and name not in types:
            kind = known[name]
            types[name] = {"one_of": kind["subtypes"]} if "subtypes" in kind else {"fields": _fields(kind)}
            _collect(known, kind.get("subtypes", ()) or _named(types[name]["fields"]), types)


def _named(fields: Spec) -> set[str]:
    return {kind.rsplit(" ", 1)[-1] for field in fields.values() for kind in field["types"]}


def _fields(thing: Spec) -> Spec:
    return {field["name"]: _field(field) for field in thing.get("fields", ())}


def _field(field: Field) -> Field:
    cut: Field = {"types": field["types"]}
    if field["required"]:
        cut["required"] = True
    return {**cut, **_limits(field["description"], field["types"])}


def _limits(description: str, types: list[str]) -> Field:
    """What the description says of length, size or words, as data."""
    if found := re.search(r"(\d+)-(\d+) (characters|bytes)( after entit)?", description):
        return {"limit": [int(found[1]), int(found[2]), "parsed" if found[4] else found[3]]}
    if types == ["Integer"] and (found := re.search(r"(?:between |; )(\d+)-(\d+)\b", description)):
        return {"limit": [int(found[1]), int(found[2]), "value"]}
    if found := re.search(r"At most (\d+) ", description):
        return {"limit": [0, int(found[1]), "items"]}
    if re.search(r"(one of|can be) [\"“]", description):
        return {"words": re.findall(r"[\"“](\w+)[\"”]", description)}
    if found := re.search(r"type, must be (\w+)$", description):
        return {"words": [found[1]]}
    if description.startswith("Type of action"):
        return {"words": re.findall(r"\b([a-z_]+)(?= (?:or|for) )", description)}
    return {}


def main() -> None:
    """Writes the contract."""
    spec = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    lines = json.dumps(contract(spec), indent=1, sort_keys=True, ensure_ascii=False)
    # A field stands on one line: what changes from one version of the API to the next is then read at a glance.
    short = re.sub(r"\{\n\s+((?:\"(?:limit|required|types|words)\": [^{}]+?)+)\n\s+\}", _joined, lines)
    CONTRACT.write_text(short + "\n", encoding="utf-8")
    print(f"{CONTRACT.name}: {len(short)} characters")


def _joined(found: re.Match[str]) -> str:
    return "{" + re.sub(r"\n\s+", " ", found[1]).replace("[ ", "[").replace(" ]", "]") + "}"


if __name__ == "__main__":
    main()

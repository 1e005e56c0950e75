"""scripts/make_contract.py: what it cuts from the method list."""

from typing import Any

import pytest

from scripts.make_contract import METHODS, contract
from tests.botapi.contract import CONTRACT


def field(name: str, kind: str, description: str = "", *, required: bool = False) -> dict[str, Any]:
    return {"name": name, "types": [kind], "required": required, "description": description}


def spec(*fields: dict[str, Any], **types: dict[str, Any]) -> dict[str, Any]:
    """A method list in which sendMessage has these fields and all others have none."""
    methods: dict[str, Any] = {name: {} for name in METHODS} | {"sendPoll": {}, "sendMessage": {"fields": fields}}
    methods["getUpdates"] = {"fields": [field("allowed_updates", "Array of String")]}
    update = {"fields": [field("update_id", "Integer"), field("message", "Message")]}
    return {"version": "1", "methods": methods, "types": {"Update": update, **types}}


@pytest.mark.parametrize(
    ("kind", "description", "limits"),
    [
        ("String", "1-64 bytes", {"limit": [1, 64, "bytes"]}),
        ("String", "0-200 characters", {"limit": [0, 200, "characters"]}),
        ("String", "1-4096 characters after entities parsing", {"limit": [1, 4096, "parsed"]}),
        ("Integer", "Values between 1-100 are accepted", {"limit": [1, 100, "value"]}),
        ("Integer", "selected; 1-10. Defaults to 1.", {"limit": [1, 10, "value"]}),
        ("Array of String", "At most 100 commands", {"limit": [0, 100, "items"]}),
        ("String", 'Must be one of "danger" (red) or "primary"', {"words": ["danger", "primary"]}),
        ("String", "Scope type, must be all_group_chats", {"words": ["all_group_chats"]}),
        (
            "String",
            "Type of action: typing for texts, record_x or upload_x for x.",
            {"words": ["typing", "record_x", "upload_x"]},
        ),
        ("String", "The version 1-2 of it", {}),
    ],
)
def test_a_limit(kind: str, description: str, limits: dict[str, Any]) -> None:
    """It is read from the description, which itself is left out."""
    cut = contract(spec(field("text", kind, description, required=True)))

    assert {"types": [kind], "required": True, **limits} == cut["methods"]["sendMessage"]["text"]


def test_types() -> None:
    """Those that a parameter takes come along, at any depth; others do not, nor do methods that we do not use."""
    types = {
        "Markup": {"fields": [field("rows", "Array of Array of Button")]},
        "Button": {"subtypes": ["Red", "Blue"]},
        "Red": {"fields": [field("markup", "Markup")]},
        "Blue": {"fields": []},
        "Message": {"fields": []},
    }
    cut = contract(spec(field("reply_markup", "Markup"), **types))

    assert {"Markup", "Button", "Red", "Blue"} == cut["types"].keys()
    assert {"one_of": ["Red", "Blue"]} == cut["types"]["Button"]
    assert set(METHODS) == cut["methods"].keys()
    assert ["message"] == cut["methods"]["getUpdates"]["allowed_updates"]["words"]


def test_the_contract() -> None:
    """The one that we hold the bot to has our methods."""
    assert set(METHODS) == CONTRACT["methods"].keys()

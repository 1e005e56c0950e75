"""What Telegram answers when it does not do what it is asked: a code, a description, sometimes parameters."""

from typing import Any

CONFLICT_POLLERS = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
CONFLICT_WEBHOOK = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
BLOCKED = "Forbidden: bot was blocked by the user"
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


class Refusal(Exception):
    """A call that Telegram refuses; `body` is what the client reads."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    @property
    def body(self) -> dict[str, Any]:
        """The answer's JSON."""
        answer = {"ok": False, "error_code": self.code, "description": self.description}
        return {**answer, "parameters": self.parameters} if self.parameters else answer


def bad_request(description: str, **parameters: Any) -> Refusal:
    """The commonest refusal: 400."""
    return Refusal(400, f"Bad Request: {description}", **parameters)

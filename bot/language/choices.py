"""Which of the choices that were offered is meant."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ChoiceSaid:
    """“1”, “第二个”, “回 1”: which of the offered choices, from 1; from the end below 0; or all."""

    number: int
    to: int = 0  # “1到3”: the last of several
    but: bool = False  # “除了1”: all but that

    def among(self, offered: int) -> tuple[int, ...]:
        """The numbers that are meant of so many; those below 0 and ALL_CHOICES stay as they are."""
        numbers = tuple(range(self.number, self.to + 1)) if self.to else (self.number,)
        if not self.but:
            return numbers
        out = {offered + 1 + n if n < 0 else n for n in numbers}
        return tuple(n for n in range(1, offered + 1) if n not in out) if max(out) <= offered else numbers


LAST_CHOICE, ALL_CHOICES = -1, 0

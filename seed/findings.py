"""The three weights of a finding, as short as they are needed: `refuse`, `warn`, `remark`."""

from seed.document import Cell, place_of
from seed.words.personal import masked
from store.model import Finding, Severity, Source

Place = Cell | Source | str


def refuse(rule: str, place: Place, message: str) -> Finding:
    """The whole file is refused for it."""
    return _finding(rule, Severity.REFUSE, place, message)


def warn(rule: str, place: Place, message: str) -> Finding:
    """An administrator should look; the file is loaded."""
    return _finding(rule, Severity.WARN, place, message)


def remark(rule: str, place: Place, message: str) -> Finding:
    """Said, so that nothing is lost in silence."""
    return _finding(rule, Severity.REMARK, place, message)


def personal(place: Place) -> Finding:
    """A telephone number or the number of an identity card stands in a public text; the finding does not repeat it."""
    return remark("personal-number", place, "这里写了电话号码或身份证号，公开的表里不应当有。请在原表删去后重新公开、重新导入。")


def short(text: str, most: int = 40) -> str:
    """A cell's text in one line, cut where it is long, for a message that quotes it; numbers of people are not repeated."""
    line = masked(" ".join(text.split()))
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _finding(rule: str, severity: Severity, place: Place, message: str) -> Finding:
    return Finding(rule=rule, severity=severity, place=place if isinstance(place, str) else place_of(place), message=message)

"""What several checks need: the two kinds of rules, and how they speak of a target and its indicators."""

from collections.abc import Callable, Iterator

from store.model import DocumentStatement, Finding, Horizon, Indicator, PerformanceTarget

Rule = Callable[[DocumentStatement], Iterator[Finding]]
TargetRule = Callable[[PerformanceTarget], Iterator[Finding]]
HORIZONS = {Horizon.ANNUAL: "年度", Horizon.MID_TERM: "中期"}


def each_target(rule: TargetRule) -> Rule:
    """A rule about one target as a rule about all of a document."""

    def over_all(statement: DocumentStatement) -> Iterator[Finding]:
        return (finding.about(target) for target in statement.targets for finding in rule(target))

    return over_all


def distinct(target: PerformanceTarget) -> Iterator[Indicator]:
    """The indicators, one that reads the same over both horizons only once."""
    seen: set[tuple[str, str, str]] = set()
    for indicator in sorted(target.indicators, key=lambda i: i.horizon is not Horizon.ANNUAL):
        key = indicator.level2, indicator.name, indicator.value
        if key not in seen:
            seen.add(key)
            yield indicator


def of_class(target: PerformanceTarget, level2: str) -> Iterator[Indicator]:
    """The distinct indicators of that second level."""
    return (indicator for indicator in distinct(target) if indicator.level2.endswith(level2))


def called(target: PerformanceTarget) -> str:
    """Whose target it is, of which year, and what it is called."""
    return f"{target.unit}{target.year}年「{target.project}」"

"""How laws are tried: few and always the same examples in every run, many and new ones where `make prove` runs."""

from hypothesis import HealthCheck, Phase, settings

_FIXTURES = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def law(examples: int = 100, *, shrink: bool = True) -> settings:
    """The settings of a law in every run: the same examples each time, so that a failure is nobody's bad luck.

    `shrink=False` for laws of which one example takes milliseconds: the first counterexample is shown as it is.
    """
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=_FIXTURES,
        phases=tuple(Phase) if shrink else (Phase.explicit, Phase.generate),
    )


def proof(examples: int = 2000) -> settings:
    """The settings of the same law at length; mark such a test `prove`."""
    return settings(max_examples=examples, deadline=None, suppress_health_check=_FIXTURES)

"""What is odd in what a document states: rules over the whole statement, none of which changes anything.

Each rule is a function in `RULES`; a hit is for people to look at (提示，不是结论), save for what makes a statement ambiguous.
"""

from seed.checks import codes, costs, cumulative, indicators, lists, money, texts, weights
from seed.checks.common import Rule, each_target
from store.model import DocumentStatement, Finding

RULES: tuple[Rule, ...] = (
    lists.same_target_twice,
    lists.list_and_forms,
    lists.one_name_in_several_units,
    lists.names_alike,
    codes.codes_agree,
    *map(
        each_target,
        (
            money.parts_and_total,
            money.mid_term_below_annual,
            cumulative.cumulative_as_annual,
            costs.cost_and_budget,
            costs.cost_of_the_whole,
            money.amount_without_measure,
            money.amount_in_the_name,
            indicators.classes_without_indicator,
            indicators.named_like_its_class,
            indicators.value_without_unit,
            indicators.quantity_is_money,
            indicators.quantity_at_most,
            indicators.rate_that_cannot_be,
            indicators.values_identical,
            weights.weights,
            indicators.level1_misprinted,
            texts.goals,
            texts.year_in_the_name,
            texts.period_and_year,
            texts.department_is_unit,
            texts.template_residue,
        ),
    ),
)


def check(statement: DocumentStatement) -> tuple[Finding, ...]:
    """Everything that the rules find, rule by rule, each in the document's order."""
    return tuple(finding for rule in RULES for finding in rule(statement))

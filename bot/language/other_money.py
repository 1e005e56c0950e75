"""其他 and 财政 beside another kind of money: “除了结转和其他”, “财政、结转、其他各多少” name 其他资金 and 财政拨款 in short."""

from collections.abc import Iterator

from bot.language.meanings import Asked, Proposal, Utterance
from bot.language.patterns import Pattern
from store.model import FundingKind
from store.plan import Field

_AND = r"(?:的|资金)*(?:\s*[、/+]\s*|和|与|跟|及|以及|还有|加上?|或者?)(?:是)?"
_OF_MONEY = r"(?:结转|结余|拨款|自筹|财政)"
_OTHER = r"其[他它](?:的)?(?:资金|钱|来源)?"
# What others are meant where a thing or a person stands behind it: 其他项目, 其他单位
_NOT_MONEY = (
    r"(?!的?(?:项|单位|部门|乡|镇|街道|学校|县|区|市|旗|局|家|年|人|事|几|那|这|指标|目标|科目|费用|工程|经费|镇街|方面|地方))"
)
_BEHIND = Pattern(rf"{_OF_MONEY}{_AND}(?P<said>{_OTHER}){_NOT_MONEY}")
_BEFORE = Pattern(rf"(?P<said>{_OTHER}){_AND}(?:上年|去年)?{_OF_MONEY}")
_LEFT_OUT = Pattern(
    rf"(?:除了|除去|除开|不含|不包括|不算|扣除|扣掉|扣去|减去|去掉|剔除|刨去|刨除)(?P<said>{_OTHER})(?=(?:还|一共|总共|是|有|剩|以外|之外)*(?:多少|几|[?？]|$))"
)
_FISCAL = Pattern(rf"(?<![市县区乡镇省厅])(?P<said>财政(?:的钱|的)?){_AND}(?:上年|去年)?(?:结转|结余|其[他它]){_NOT_MONEY}")
_WORTH = 1.6  # more than 其他 is worth where it asks for what is left


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that name a kind of money in short."""
    for pattern, kind in (
        (_BEHIND, FundingKind.OTHER),
        (_BEFORE, FundingKind.OTHER),
        (_LEFT_OUT, FundingKind.OTHER),
        (_FISCAL, FundingKind.FISCAL),
    ):
        for match in pattern.finditer(said.text):
            meaning = Asked(Field.AMOUNT, kind)
            yield Proposal(match.start("said"), match.end("said"), "other_money", meaning, _WORTH * len(match["said"]))

"""What joins limits and clauses and says nothing itself: “不低于50万且不超过60万”, “50万以上并且是教育局的”, “超过50万但不到60万”."""

from collections.abc import Iterator

from bot.language.lexicon import Lexicon
from bot.language.meanings import Mark, Proposal, Utterance
from bot.language.patterns import Pattern
from store.text import words

RULE = "conjunctions"
_LEXICON = Lexicon(
    RULE,
    {
        Mark.FILLER: words(
            "并且 而且 并且是 而且是 并且要 而且要 且是 且要 同时也 同时还 同时又 但是 但是也 然后 而后 与此同时 以及还有 既要 还要是 属于 且属于 并属于 而且属于 并且属于 隶属于"
        )
    },
    homophones=False,
)
_LIMIT = (
    r"(?:不|未|没|低于|高于|大于|小于|多于|少于|超|等于|至少|至多|最多|最少|最低|最高|起码|上限|下限|在\s*\d|介于|达到?|属于|满|高不|低不|是[^不否]|[<>≤≥＜＞]"
    r"|\d[\d.,]*\s*(?:万|亿|元|%|个|项)|[一二三四五六七八九十百千]+(?:万|亿|元|个|项))"
)
# One character is a conjunction only where one limit ends before it, and another begins behind it.
_BETWEEN = Pattern(
    rf"(?<=[上下内间过外的元万亿块%\d到满足了项个])\s*[,，]?\s*(?:且|并且|而且|并|同时|但是|但|却|又)(?:同时|又|也|还|却|要|得|必须|应)*(?={_LIMIT})"
)
_AND = Pattern(rf"(?<=\w)\s*[,，]?\s*且(?:还|也|又|都|要|必须)*+(?={_LIMIT})")  # “有结转且超过100万”
# “清雪和融雪这俩是一个项目吗？各多少”: the reply names what they are
_ONE_AND_THE_SAME = Pattern(
    r"(?:这|那)?(?:俩|两个|两者|二者)?(?:到底)?(?:是不是|是否|是)(?:同)?一(?:个项目|码事|回事)(?:吗|么|吧)?[,，。?？\s]+(?=.*(?:多少|几))"
)
# “水利局同林业局”: and, as it is said in the south
_AS_WELL_AS = Pattern(
    r"(?<=[局院所站处镇乡办心校会级费年目区县委道厂场队])\s*同(?!比|期|样|类|级|时|名|一|步|等|意|口|行|业|上|志|城[化配镇]|心|济|仁|德|年|乐)(?=\w)"
)
_VALUE, _SURELY = 1.1, 1.5


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that only join."""
    yield from _LEXICON.propose(said)
    for match in _ONE_AND_THE_SAME.finditer(said.text):
        yield Proposal(match.start(), match.end(), RULE, Mark.FILLER, (match.end() - match.start()) * _SURELY)
    for match in (*_BETWEEN.finditer(said.text), *_AND.finditer(said.text), *_AS_WELL_AS.finditer(said.text)):
        yield Proposal(match.start(), match.end(), RULE, Mark.FILLER, (match.end() - match.start()) * _VALUE)

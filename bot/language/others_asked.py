"""What others asked: “老李问保洁，我问养护”.  It is passed over, unless each of the two is to be answered (各多少)."""

from collections.abc import Iterator

from bot.language.meanings import Mark, Proposal, Utterance
from bot.language.patterns import Pattern

RULE = "others_asked"
# Who asks begins a clause, or what is said of “小学” and “公安局” is taken for a person.
_WHO = (
    r"(?:(?:(?<=^)|(?<=[\s,，。.!！?？:：;；~…、]))(?:刚才|刚刚|昨天|上午|上回|上次|之前|那天)*(?:是)?"
    r"(?:[小老阿大][\u4e00-\u9fff]|[\u4e00-\u9fff](?:科长|主任|局长|会计|书记|老师|工|姐|哥|总|经理|镇长|处长|所长|股长)|"
    r"他们?|她们?|别人|人家|同事|隔壁|前面(?:那个)?(?:人)?|上(?:一)?个人?|另一个人?|有人))"
)
_ASKED = rf"(?:{_WHO}(?:刚才|刚刚|刚|昨天|上午|想|要|也|都|在|老)*(?:问(?![卷题责政询诊答候])|说|查|打听)(?:的)?(?:是|了|过)?)"
_MINE = r"(?:我|俺|咱)(?:呢)?(?:现在|这回|这次|是|要|想|就|只|才|来)*(?:问|说|查|打听|想知道)(?:的)?(?:是)?"
_OTHER = Pattern(rf"(?P<asked>{_ASKED})(?P<what>[^。!?;]{{1,24}}?)[,，\s]*(?P<mine>{_MINE})(?=\w)")
_BOTH = Pattern("各|分别|都|一起|两个|两项|一共|合计|加起来|比|差多少|哪个")


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that tell what somebody else asked, up to what is asked now."""
    for match in _OTHER.finditer(said.text):
        if _BOTH.search(said.text):
            for part in ("asked", "mine"):
                yield Proposal(match.start(part), match.end(part), RULE, Mark.FILLER, len(match[part]) * _VALUE)
        else:
            yield Proposal(match.start(), match.end(), RULE, Mark.FILLER, len(match[0]) * _VALUE)


_VALUE = 1.6  # more than the names are worth that stand there

"""A figure for one person, said with what the person is: 每个孩子摊多少, 一名村医一年能拿多少, 每户补多少."""

import re
from collections.abc import Iterator

from bot.language.meanings import Mark, Proposal, Utterance
from bot.language.patterns import Pattern
from bot.language.unanswerable import QualifierSaid, Unanswerable

RULE = "heads"
_PEOPLE = (
    r"(?:孩子|娃娃|娃儿|娃|小孩|儿童|学生|老师|教师|村医|医生|护士|渔民|农民|牧民|茶农|果农|老人|老年人|队员|网格员|护林员|消防员|辅警|保安|职工|干部|"
    r"居民|村民|市民|患者|病人|妇女|残疾人|退役军人|工人|司机|教练|运动员|专家|志愿者|学员|员工|保洁员|协管员|讲解员|安全员|调解员|代表|委员|考生|新生|"
    r"毕业生|大学生|党员|贫困户|低保户|农户|牧户|家庭|户|人)"
)
_RATE = r"(?:一年|每年|一个?月|每个?月|每月|一天|每天|一次|每次|一学期|每学期)"
_GETS = r"(?:才|只|大概|大约|能|可以|可|会|要|该|应该)*(?:摊|分摊|均摊|合|花|补|给|发|领|拿|补助|补贴|奖|得|享受|挣|分|用|需要)?(?:到|下来|上)?"
_MUCH = r"(?:是|有)?(?:多少|几|好多)"
_EACH = Pattern(rf"(?:平均|人均)?(?:每一?[个名位]|每(?=人|户)|一[个名位])(?={_PEOPLE}(?:的)?{_RATE}?{_GETS}{_MUCH}(?![个名位]))")
# “扑火队员一个人多少钱”: the person was named before
_ONE_OF_THEM = Pattern(rf"(?<=\w)(?:平均)?(?:每一?个?|一个|一)(?:人|户)(?:头)?(?=(?:的)?{_RATE}?{_GETS}{_MUCH}(?![个名位]))")
_SHARE = Pattern(rf"(?<=\w)(?:{_RATE}{_GETS}|(?:能|可以|可|会)?(?:摊|分摊|均摊|合|领|拿|补|得)(?:到|下来|上)?)(?={_MUCH})")
# “网格员一个月能拿多少”: what one of them gets
_GETS_A_MONTH = Pattern(
    r"(?:一个?月|每个?月|每月|一天|每天|一次|每次|一个?季度|每季度|(?:一年|每年)(?=\w*?[领拿]))(?:下来|到手|大概|大约|到底|究竟|能|可以|可|会|才|就|要|该|给)*+(?:拿|领|挣|得|开|发|补|给)(?:到手|到|我们?|他们?|个)?(?=(?:多少|几|好多))"
)
_VALUE = 1.4  # more than the single words that such a span is made of


def propose(said: Utterance) -> Iterator[Proposal]:
    """“每个” before who gets it, and what is said of getting it."""
    for match in _GETS_A_MONTH.finditer(said.text):
        yield _proposal(match, QualifierSaid(Unanswerable.PER_HEAD))
    each = [*_EACH.finditer(said.text), *_ONE_OF_THEM.finditer(said.text)]
    for match in each:
        yield _proposal(match, QualifierSaid(Unanswerable.PER_HEAD))
    for match in _SHARE.finditer(said.text) if each else ():
        yield _proposal(match, Mark.FILLER)


def _proposal(match: re.Match[str], meaning: QualifierSaid | Mark) -> Proposal:
    return Proposal(match.start(), match.end(), RULE, meaning, (match.end() - match.start()) * _VALUE)

"""Questions that no table of ours can answer, by words that leave no doubt: 天气, 写诗, 局长是谁, GDP, 电话号码."""

import re
from collections.abc import Iterator

from bot.language.meanings import Mark, Proposal, Utterance

_END = r"(?=\W|$|[啊呀吗呢吧么嘛了的])"
_POSTS = (
    r"(?:副|一|现任|新任|主要|分管)?(?:局长|镇长|乡长|县长|区长|市长|书记|主任|所长|院长|校长|站长|场长|科长|股长|处长|部长|会长|主席|"
    r"负责人|联系人|经办人|法人|法定代表人|一把手|领导|老大|出纳|会计)"
)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:今天|明天|后天|这两天|周末|现在|最近)?(?:的)?天气(?:预报)?(?:情况)?(?:怎么样|如何|好不好|好吗|热不热|冷不冷|会变吗|咋样)?"
        + _END,
        r"(?:今天|明天|后天)?(?:会不会|会|有没有)?(?:下雨|下雪|刮风|降温)(?:吗|不|没)?" + _END,
        r"(?:现在)?(?:几点了?|星期几|几月几号|什么日子)" + _END,
        r"(?:写|作|来|编|念|背)(?:一)?(?:首|篇|段|份|个|封)?(?:关于)?[^,。;!?]{0,12}?(?:诗|诗歌|古诗|歌词|作文|文章|讲话稿|发言稿|演讲稿|检讨书?|情书|故事|笑话|段子|小说|总结|新闻稿|心得体会|倡议书)"
        + _END,
        r"(?:讲|说)(?:一)?(?:个)?(?:笑话|故事|段子)" + _END,
        r"(?:唱)(?:一)?(?:首)?歌" + _END,
        rf"{_POSTS}(?:现在)?(?:是|叫|姓)(?:谁|哪个|哪位|什么|啥|什么名字|啥名字)",
        rf"谁(?:是|在当|当)[^,。;!?]{{0,10}}?{_POSTS}" + _END,
        rf"{_POSTS}(?:的)?(?:名字|姓名|年龄|学历|简历|多大)(?:是)?(?:什么|啥|多少)?" + _END,
        r"(?:联系|办公|值班|座机|固定|手机)?(?:电话|手机)(?:号码?)?(?:是)?(?:多少|几|什么|啥)" + _END,
        r"(?<=[局所院镇乡村校站场委办心队馆处会])(?:的)?(?:座机|固定|手机)?电话" + _END,
        r"(?:(?:联系|办公|值班)电话|(?:电话|手机)号码?)" + _END,
        r"(?:联系方式|怎么联系|邮箱|微信号?|qq号?|传真号?)(?:是)?(?:多少|什么|啥)?" + _END,
        r"(?:办公)?地址(?:是|在)?(?:哪里|哪儿|哪|什么|多少)" + _END,
        r"(?:在哪里?|在哪儿|在什么地方)(?:办公|上班)" + _END,
        r"(?:gdp|国内生产总值|地区生产总值|生产总值|人均收入|平均工资|房价|股价|油价|金价|彩票)(?:是|有)?(?:多少|几|怎么样|排第几|排名)?"
        + _END,
        r"(?:一共|总共)?有?多少(?:常住|户籍)?人口" + _END,
        r"(?:常住|户籍|总)人口(?:是|有)?(?:多少|几)" + _END,
        r"(?:财政|税收|一般公共预算|公共财政)收入(?:是|有)?(?:多少|几)" + _END,
    )
)


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that ask for something which is in no table of targets; a name that holds such words wins by its length."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(said.text):
            yield Proposal(match.start(), match.end(), "outside", Mark.ELSEWHERE, (match.end() - match.start()) * _VALUE)


_VALUE = 1.2  # more than the single words of such a question

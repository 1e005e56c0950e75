"""Questions about very much: every intent's examples and broad questions over a large store, the slowest first.

python -m bench.broad [TARGETS [SHOWN]]      a store is filled for it
python -m bench.broad URL [SHOWN]            a store that is there
"""

import resource
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bench.answers import filled
from bench.corpus import Pair, pairs
from bot.app import INTENTS, conversation_of
from bot.chat import Incoming
from bot.conversation import Conversation
from store.database import Store, open_store
from store.text import words

TARGETS = 10_000
SHOWN = 15
YEARS = (2024, 2025)
_DAY = datetime(2025, 6, 1, tzinfo=UTC)
_WITHOUT_NAMES = words(
    """
一共多少钱
2025年一共多少钱
两年一共多少钱
一共有几个项目
2024年有几个项目
有哪些项目
所有项目的金额
所有项目的财政拨款一共多少
上年结转一共多少
平均每个项目多少钱
平均每个单位多少钱
除了乡镇一共多少
除了乡镇还有哪些项目
除了一次性项目一共多少
除了10万以下的一共多少
乡镇一共多少钱
各乡镇分别多少钱
各单位多少钱
各部门多少钱
各年多少钱
各单位几个项目
各单位钱最多的项目
一共有几个单位
有哪些单位
哪个单位项目最多
哪个单位钱最多
哪个项目财政拨款最多
钱最多的前十个项目
常年项目一共多少
常年项目有哪些
50万以上的项目有哪些
50万以上的项目有几个
财政拨款50万以上的项目有哪些
没有其他资金的项目有哪些
没有生态效益指标的项目有哪些
有满意度指标的项目有哪些
缺什么指标
哪些项目缺指标
哪些表有问题
有什么要核对的
所有项目的目标是什么
所有项目的指标有哪些
满意度指标有哪些
满意度低于92%的项目有哪些
满意度最低的项目是哪个
哪些指标没有量化
所有项目的主管部门是谁
所有项目的资金构成
所有项目的实施单位
财政拨款占多少
乡镇占全部的多少
哪个单位占比最大
乡镇和学校哪个多
2025年比2024年多多少
2025年新增了哪些项目
2025年比2024年有什么变化
2025年哪些项目比2024年增加了
2025年比2024年涨幅最大的项目
各单位2025年比2024年多多少
金额变动最大的项目
不含上年结转一共多少
有哪些文件
有哪些年份
所有项目的原件
数出自哪份文件
验收合格率是多少
群众满意度
提到宣传的项目有哪些
名称里有建设的项目一共多少
工作经费一共多少
工作经费有哪些单位
工作经费哪个单位最多
所有项目执行了多少
一共超过100亿了吗
加起来对不对
"""
)
_ABOUT = words(
    """
{}一共多少钱
{}有哪些项目
{}几个项目
{}占全部的多少
{}排第几
{}缺什么指标
{}的表有没有问题
{}各项目的目标
{}的满意度指标
{}2025年比2024年多多少
{}2025年新增了哪些项目
除了{}一共多少
除了{}还有哪些项目
"""
)


@dataclass(frozen=True)
class Asked:
    """One question with the seconds that it took, what it took more of memory than all before (MB), and its reply."""

    text: str
    seconds: float
    memory: int
    kind: str
    reply: str


def questions(corpus: Sequence[Pair]) -> Iterator[str]:
    """Every intent's examples, broad questions, and some about a unit, a project and a county."""
    yield from (example for intent in INTENTS for example in intent.examples)
    yield from _WITHOUT_NAMES
    unit = corpus[0].unit
    for named in (unit.name, corpus[0].project.name, unit.parts[0]):
        yield from (text.format(named) for text in _ABOUT)


def ask(bot: Conversation, texts: Sequence[str]) -> Iterator[Asked]:
    """Asks each once; the book of names is made before."""
    bot.book()
    for text in texts:
        before, started = _peak(), time.perf_counter()
        reply = bot.reply(Incoming("bench", "bench", text, _DAY), keep=False)
        yield Asked(text, time.perf_counter() - started, _peak() - before, reply.kind, reply.text)


def _peak() -> int:
    """The most memory that this process had at any time, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def table(store: Store, corpus: Sequence[Pair], shown: int = SHOWN) -> list[str]:
    """The slowest questions as lines of a Markdown table."""
    asked = sorted(ask(conversation_of(store), list(dict.fromkeys(questions(corpus)))), key=lambda one: -one.seconds)
    lines = ["| question | seconds | more memory | reply |", "| --- | --- | --- | --- |"]
    lines += [f"| {one.text} | {one.seconds:.2f} | {one.memory} MB | {_first(one)} |" for one in asked[:shown]]
    slow = sum(one.seconds > 1 for one in asked)
    return [*lines, "", f"{len(asked)} questions, {slow} of them took more than a second; at most {_peak()} MB."]


def _first(one: Asked) -> str:
    return f"{one.kind}: {one.reply.splitlines()[0][:60]}"


def of_targets(count: int, shown: int = SHOWN) -> list[str]:
    """The same over a store that is filled for it, with so many targets of two years together."""
    corpus = pairs(count // len(YEARS), seed=2)
    with filled("sqlite", len(corpus), YEARS) as store:
        return table(store, corpus, shown)


def main(arguments: Sequence[str]) -> None:
    """Prints the table."""
    of, shown = arguments[0] if arguments else str(TARGETS), int(arguments[1]) if len(arguments) > 1 else SHOWN
    if of.isdigit():
        print("\n".join(of_targets(int(of), shown)))
        return
    store = open_store(of)
    print("\n".join(table(store, pairs(100, seed=2), shown)))


if __name__ == "__main__":
    main(sys.argv[1:])

"""The file itself (原件): which it is, its hash, where it was published; the channel sends it, or says where it can be had."""

from collections.abc import Sequence

from bot.answer import Answer, Desk, Intent, Kind
from bot.chat import Attachment
from bot.doubts.absence import nothing
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from store.plan import Field
from store.targets import TargetView

_MOST = 3  # files in one reply


def _claims(question: Understanding) -> bool:
    return question.plan.fields == (Field.ORIGINAL,)


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    views = desk.matching(plan)
    if not views:
        return nothing(question, desk)
    files = list({view.sha256: view for view in reversed(views)}.values())[::-1]
    if len(files) > _MOST:
        return _which(files, question)
    stated = tuple(facts.name(view) for view in files)
    sent = tuple(Attachment(view.file, view.sha256) for view in files)
    return Answer(Kind.ANSWER, tuple(_line(view) for view in files), stated, cite(stated), (), plan, files=sent)


def _which(files: Sequence[TargetView], question: Understanding) -> Answer:
    titles = [f"《{view.document}》" for view in files[:_MOST]]
    line = f"涉及 {len(files)} 份文件：{phrases.listed(titles)}等。请说明要哪个单位、哪年的哪个项目，再发原件。"
    return Answer(Kind.CLARIFY, (line,), remembered=question.plan)


def _line(view: TargetView) -> str:
    published = f"，{view.published:%Y-%m-%d} 公布" if view.published else ""
    url = f"，网址 {phrases.one_line(view.url)}" if view.url else ""
    return f"原件：{phrases.one_line(view.file)}（《{view.document}》{published}{url}；SHA-256 {view.sha256}）"


INTENT = Intent(
    name="originals",
    title="要原件",
    claims=_claims,
    answer=_answer,
    examples=("软件升级维护的原件", "把软件升级维护的原文件发给我"),
    counterexamples=("工作经费的数出自哪份文件", "软件升级维护多少钱"),
)

"""Greetings, thanks, help, and what is not for this bot: it says what it can do, with examples that work."""

from bot.answer import Answer, Desk, Intent, Kind
from bot.doubts.absence import nothing_to_ask
from bot.language import errands
from bot.language.terms_asked import GLOSSARY, terms_asked, wants_example
from bot.question import LONGEST, Understanding
from bot.replying import phrases
from bot.replying.citing import cite
from bot.replying.exemplified import example_of
from bot.topics import Topic
from store.text import normalized


def _claims(question: Understanding) -> bool:
    return question.topic is not Topic.TARGETS


def _answer(question: Understanding, desk: Desk) -> Answer:
    match question.topic:
        case Topic.TOO_LONG:
            return Answer(Kind.OUT_OF_SCOPE, (phrases.TOO_LONG.format(most=LONGEST),))
        case Topic.COMMAND:
            return Answer(Kind.OUT_OF_SCOPE, (phrases.NO_COMMANDS,))
        case Topic.THANKS:
            return Answer(Kind.OUT_OF_SCOPE, (phrases.THANKS,))
        case Topic.CHOICE:
            return Answer(Kind.CLARIFY, (phrases.no_choice(question.offered),))
        case _ if not desk.book.catalogue.entries:
            return Answer(Kind.OUT_OF_SCOPE, (phrases.GREETING, nothing_to_ask(desk)))
        case Topic.HELP:
            titles = [intent.title for intent in desk.intents if intent is not INTENT]
            return Answer(
                Kind.OUT_OF_SCOPE, (f"{phrases.GREETING}能{phrases.listed(titles)}。", "可以这样问：", *_examples(desk))
            )
        case Topic.GREETING:
            return Answer(Kind.OUT_OF_SCOPE, (phrases.GREETING, f"比如：{_first(desk)}"))
        case _:
            first = _not_in_forms(question) or phrases.OUTSIDE
            return _explained(question, desk) or Answer(Kind.OUT_OF_SCOPE, (first, f"可以问：{_first(desk)}"))


def _not_in_forms(question: Understanding) -> str:
    """That no form tells what is asked of something that is named (“河道清淤中标的是谁”); nothing where nothing is named."""
    named = any(span.rule.startswith("names.") for span in question.spans)
    asked = [question.text[span.start : span.end] for span in question.spans if span.rule == errands.RULE]
    return phrases.NOT_IN_FORMS.format(words=phrases.listed([phrases.quoted(one) for one in asked])) if named and asked else ""


def _explained(question: Understanding, desk: Desk) -> Answer | None:
    """What the terms mean that are asked for, with an example of each where one is wanted; None where none are."""
    text = normalized(question.text)
    terms = terms_asked(text)
    if not terms:
        return None
    lines = [f"{phrases.quoted(term)}：{GLOSSARY[term]}。" for term in terms]
    lines.append("这是一般的说法，不出自已导入的文件。")
    shown = [found for term in terms if (found := example_of(term, desk))] if wants_example(text) else []
    lines += [f"例如{fact.unit}{phrases.project(fact.project or '')}{fact.year}年：{said}。" for said, fact in shown]
    stated = tuple(fact for _, fact in shown)
    return Answer(Kind.ANSWER if stated else Kind.OUT_OF_SCOPE, tuple(lines), stated, cite(stated))


def _examples(desk: Desk) -> list[str]:
    """An example an intent, with names that are loaded."""
    named = _named(desk)
    return [f"· {title}：{question}" for title, question in named]


def _first(desk: Desk) -> str:
    return "；".join(phrases.quoted(question) for _, question in _named(desk)[:3])


def _named(desk: Desk) -> list[tuple[str, str]]:
    newest = desk.book.catalogue.entries[-1]
    return [
        ("金额", f"{newest.project}多少钱"),
        ("目标和指标", f"{newest.project}的目标是什么"),
        ("单位的项目", f"{newest.unit}有哪些项目"),
        ("合计、排名", "所有项目一共多少钱；哪个项目钱最多"),
    ]


INTENT = Intent(
    name="talk",
    title="帮助",
    claims=_claims,
    answer=_answer,
    examples=("你能干啥", "你好", "谢谢", "今天天气怎么样", "绩效目标和绩效指标有什么区别", "什么是上年结转"),
    counterexamples=("软件升级维护多少钱",),
)

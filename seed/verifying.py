"""Verifying (核对): every document is read again from its original, and every stored fact compared with what stands there."""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from seed.apart import Apart
from seed.comparing import Difference, Whole, differences, parts_of
from seed.errors import SeedError
from seed.outcome import Given
from store.agreeing import wrongly_current
from store.catalogue import document_count
from store.database import Store
from store.holdings import Held, held
from store.model import DocumentStatement

Progress = Callable[[int, int, str], object]


class Verified(Struct, frozen=True):
    """How many documents and facts were compared, and what differs."""

    documents: int
    facts: int
    differences: tuple[Difference, ...]


def verify(store: Store, progress: Progress | None = None) -> Verified:
    """Compares the whole store with its originals, a document at a time; `progress` is told its number, how many there are, and its name.

    Documents are read with today's readers, under the publisher, stage and date that they were loaded with.
    Raises `store.errors.StoreError` where the store itself fails.
    """
    documents, facts, of = 0, 0, document_count(store)
    found: list[Difference] = []
    with Apart() as apart:
        for number, one in enumerate(held(store), start=1):
            if progress:
                progress(number, max(number, of), one.file)
            documents, facts = number, facts + (_facts(one.statement) if one.statement else 0)
            found.extend(_checked(one, apart))
    found.extend(Difference("", "", "", "现行数据", None, None, said) for said in wrongly_current(store))
    return Verified(documents, facts, tuple(found))


def _facts(statement: DocumentStatement) -> int:
    """The project, unit and year of each target and evaluation, whatever else it states, and the rows of lists."""
    wholes: tuple[Whole, ...] = (*statement.targets, *statement.evaluations)
    return sum(3 + sum(len(getattr(whole, name)) for name in parts_of(whole)) for whole in wholes) + len(statement.listed)


def _checked(one: Held, apart: Apart) -> Iterator[Difference]:
    def said(message: str) -> Difference:
        return Difference(one.title, one.file, "", "文件", None, None, message)

    yield from map(said, one.oddities)
    if hashlib.sha256(one.original).hexdigest() != one.sha256:
        yield said(f"库里的原件和它的哈希 {one.sha256[:12]} 不符，原件被改动或损坏，无法核对。请从备份恢复，或重新导入原文件。")
        return
    if one.statement is None:
        yield said(_advice(one))
        return
    try:
        wrong = list(_compared(one, one.statement, apart))
    except SeedError as error:
        wrong = [said(f"现在的程序读不了这份原件：{error}")]
    if not wrong and not one.as_loaded:
        wrong = [said("内容和原件一致，但库里记的内容哈希不对。")]
    yield from wrong
    if wrong:
        yield said(_advice(one))


def _compared(one: Held, stored: DocumentStatement, apart: Apart) -> Iterator[Difference]:
    given = Given(publisher=stored.publisher, stage=stored.stage, published=stored.published, url=stored.url)
    printed = apart.state(one.file, one.original, given).statement
    if printed.document != one.title:
        yield Difference(one.title, one.file, "", "标题", printed.document, one.title)
        printed = DocumentStatement.model_validate(_retitled(printed.model_dump(), one.title))
    yield from differences(printed, stored, one.joined)


def _retitled(value: Any, title: str) -> Any:  # noqa: ANN401  # whatever a record dumps to
    """The same with that title in every source: it is said once, not with each fact."""
    if isinstance(value, dict):
        return {key: title if key == "document" else _retitled(one, title) for key, one in value.items()}
    return [_retitled(one, title) for one in value] if isinstance(value, tuple | list) else value


def _advice(one: Held) -> str:
    undo = f"wenxiao admin undo {one.loads[0]}" if one.loads else "从备份恢复"
    if one.as_loaded:
        return f"库里的内容和导入时一致，是现在的程序读法不同；请看哪一种对，要换成新的读法，先 {undo}，再重新导入。"
    return f"库里的内容在导入后被改动过；请从备份恢复，或先 {undo}，再重新导入。"

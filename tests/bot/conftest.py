"""Conversations with the bot, over the bundled document and over an invented county."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app import conversation_of
from bot.chat import Incoming
from bot.chat import Reply as Said
from bot.conversation import Conversation
from seed.load import bundled, load
from store.database import Store, open_store
from tests.bot import bureaus as bureau_corpus
from tests.bot import corpus
from tests.bot import towns as town_corpus
from tests.bot.program import Program

NOON = datetime(2024, 6, 15, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Reply:
    """A reply as a script reads it: `"2.6 万元" in reply` looks into its text."""

    said: Said

    @property
    def kind(self) -> str:
        return self.said.kind

    @property
    def text(self) -> str:
        return self.said.text

    @property
    def facts(self) -> list[dict[str, Any]]:
        return list(self.said.facts)

    @property
    def choices(self) -> tuple[str, ...]:
        return self.said.choices

    def __contains__(self, words: str) -> bool:
        return words in self.text


@dataclass
class Chat:
    """One person in one chat, who says one thing a minute."""

    bot: Conversation
    name: str = "chat"
    person: str = "王"
    group: bool = False
    now: datetime = field(default=NOON)

    def says(self, text: str, *, later: timedelta = timedelta(minutes=1)) -> Reply:
        self.now += later
        return Reply(self.bot.reply(Incoming(self.name, self.person, text, self.now, self.group)))


def answer(bot: Conversation, question: str, now: datetime = NOON) -> Reply:
    """The answer to a question without any before or after."""
    return Reply(bot.reply(Incoming("alone", "alone", question, now), keep=False))


def load_bundled(store: Store) -> None:
    """Loads the document that comes with the program."""
    reports = load(store, [Path(str(bundled()))], by="测试", now=NOON)
    assert [r.status for r in reports] == ["loaded"]


@pytest.fixture(scope="session")
def filled(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file that holds the bundled document; a copy of it is a store of its own."""
    return _filled(migrated, tmp_path_factory.mktemp("bundled") / "store.db", load_bundled)


@pytest.fixture(scope="session")
def filled_county(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file that holds the invented county."""
    return _filled(migrated, tmp_path_factory.mktemp("county") / "store.db", corpus.fill)


@pytest.fixture(scope="session")
def filled_towns(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file that holds the invented county of towns and schools."""
    return _filled(migrated, tmp_path_factory.mktemp("towns") / "store.db", town_corpus.fill)


@pytest.fixture(scope="session")
def filled_bureaus(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file that holds the invented county of bureaus and phases."""
    return _filled(migrated, tmp_path_factory.mktemp("bureaus") / "store.db", bureau_corpus.fill)


def _filled(migrated: Path, file: Path, fill: Callable[[Store], None]) -> Path:
    shutil.copy(migrated, file)
    store = open_store(f"sqlite:///{file}")
    fill(store)
    store.close()
    return file


def _copied(file: Path, folder: Path) -> Iterator[Store]:
    copy = folder / "store.db"
    shutil.copy(file, copy)
    store = open_store(f"sqlite:///{copy}")
    yield store
    store.close()


@pytest.fixture
def bundle(filled: Path, tmp_path: Path) -> Iterator[Store]:
    """A store of the test's own that holds the bundled document."""
    yield from _copied(filled, tmp_path)


@pytest.fixture
def county_store(filled_county: Path, tmp_path: Path) -> Iterator[Store]:
    """A store of the test's own that holds the invented county."""
    yield from _copied(filled_county, tmp_path)


@pytest.fixture
def chat(bundle: Store) -> Chat:
    """A chat about the bundled document, in which nothing was said yet."""
    return Chat(conversation_of(bundle))


@pytest.fixture
def county(county_store: Store) -> Chat:
    """A chat about the invented county, in which nothing was said yet."""
    return Chat(conversation_of(county_store))


@pytest.fixture(scope="session")
def bundled_bot(filled: Path) -> Iterator[Conversation]:
    """The bot over the bundled document, for questions that leave no trace."""
    store = open_store(f"sqlite:///{filled}")
    yield conversation_of(store)
    store.close()


@pytest.fixture(scope="session")
def county_bot(filled_county: Path) -> Iterator[Conversation]:
    """The bot over the invented county, for questions that leave no trace."""
    store = open_store(f"sqlite:///{filled_county}")
    yield conversation_of(store)
    store.close()


@pytest.fixture(scope="session")
def asks(bundled_bot: Conversation) -> Callable[[str], Reply]:
    """One question about the bundled document, without before or after."""
    return lambda question: answer(bundled_bot, question)


@pytest.fixture(scope="session")
def asks_county(county_bot: Conversation) -> Callable[[str], Reply]:
    """One question about the invented county, without before or after."""
    return lambda question: answer(county_bot, question)


@pytest.fixture(scope="session")
def towns_store(filled_towns: Path) -> Iterator[Store]:
    """The store of towns and schools, for questions that leave no trace."""
    store = open_store(f"sqlite:///{filled_towns}")
    yield store
    store.close()


@pytest.fixture(scope="session")
def asks_towns(towns_store: Store) -> Callable[[str], Reply]:
    """One question about the county of towns and schools, without before or after."""
    bot = conversation_of(towns_store)
    return lambda question: answer(bot, question)


@pytest.fixture(scope="session")
def towns_stated(towns_store: Store) -> set[Any]:
    """Every amount that this county's documents hold."""
    from tests.bot import honesty  # which needs this file's Reply

    return honesty.stated_in(towns_store)


@pytest.fixture
def towns(filled_towns: Path, tmp_path: Path) -> Iterator[Chat]:
    """A chat about the county of towns and schools, in which nothing was said yet."""
    for store in _copied(filled_towns, tmp_path):
        yield Chat(conversation_of(store))


@pytest.fixture(scope="session")
def asks_bureaus(filled_bureaus: Path) -> Iterator[Callable[[str], Reply]]:
    """One question about the county of bureaus and phases, without before or after."""
    store = open_store(f"sqlite:///{filled_bureaus}")
    bot = conversation_of(store)
    yield lambda question: answer(bot, question)
    store.close()


@pytest.fixture
def bureaus(filled_bureaus: Path, tmp_path: Path) -> Iterator[Chat]:
    """A chat about the county of bureaus and phases, in which nothing was said yet."""
    for store in _copied(filled_bureaus, tmp_path):
        yield Chat(conversation_of(store))


@pytest.fixture
def program(filled: Path, tmp_path: Path) -> Program:
    """The program with the bundled document loaded."""
    shutil.copy(filled, tmp_path / "wenxiao.db")
    return Program(tmp_path)


@pytest.fixture
def fresh(tmp_path: Path) -> Program:
    """The program before anything was loaded."""
    return Program(tmp_path)

"""Where the unit is said, its own projects are what is asked about, however many others share more letters with the question."""

from datetime import date

import pytest

from bench.corpus import Named, Pair
from bench.filling import fill
from bot.book import Book
from bot.reading.own_names import among_own
from bot.reading.parse import Parse
from bot.reading.parsing import parse, spoken
from store.catalogue import catalogue
from store.database import Store
from store.names import NameIndex, Names, NameType
from store.text import normalize

SCHOOL, BUREAU = "青禾县实验小学", "石桥县民政局"
OWN = ("精神障碍调查评估补助资金", "非物质文化遗产设备购置补助资金", "2023年退役军人贷款贴息工作经费", "离退休干部")
OTHERS = (
    "精神障碍调查评估补助资金（第二批）",
    "公共文化设备购置补助资金",
    "退役军人贷款贴息（第一批）",
    "离退休干部补助",
    "路灯养护资金",
)
TODAY = date(2026, 11, 26)


@pytest.fixture
def book(store: Store) -> Book:
    """A school and a bureau with projects that are called much alike."""
    pairs = [Pair(n, Named((SCHOOL,)), Named((own,))) for n, own in enumerate(OWN)]
    pairs += [Pair(n + 100, Named((BUREAU,)), Named((other,))) for n, other in enumerate(OTHERS)]
    fill(store, pairs)
    return Book(catalogue(store))


def _read(text: str, book: Book) -> tuple[Parse, Parse]:
    """The question as an index says it that looked past the school's projects, and as it is read then."""

    def reread(names: Names) -> Parse:
        return parse(text, names, spoken(normalize(text), TODAY, book.kinds.propose))

    said = reread(NameIndex({NameType.PROJECT: OTHERS, NameType.UNIT: (SCHOOL, BUREAU)}))
    return said, among_own(said, book, reread)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("青禾县实验小学精什障碍调查评估补住资金多少钱", OWN[0]),
        ("精神障碍那块的调查评估补助资金多少钱，青禾县实验小学的", OWN[0]),
        ("青禾县实验小学那个非物质文化遗大设备购置补助资金给多少", OWN[1]),
        ("青禾县实验小学2023年退役军人贷款贴息工作境费多少钱", OWN[2]),
        ("青禾县实验小学离退休干部部多少钱", OWN[3]),
    ],
)
def test_its_own_project_is_meant(book: Book, text: str, own: str) -> None:
    """Typed with a slip, or with words inside, it is the unit's project that is meant."""
    before, now = _read(text, book)

    assert not any(own in mention.all_names() for mention in before.mentions)
    assert all(own in mention.all_names() for mention in now.mentioned(NameType.PROJECT))
    assert now.mentioned(NameType.PROJECT)


@pytest.mark.parametrize(
    "text",
    [
        "青禾县实验小学的公共文化设备购置补助资金多少钱",  # the bureau's, in so many words
        "青禾县实验小学的路灯养护资金多少钱",
        "青禾县实验小学的桥梁养护资金多少钱",
        "石桥县民政局的路灯养护资金多少钱",
        "精什障碍调查评估补住资金多少钱",  # no unit is said
    ],
)
def test_what_others_have_is_not_taken_for_its_own(book: Book, text: str) -> None:
    """A project of others, or one of nobody, is no slip for one of its own: the question stays as it was read."""
    before, now = _read(text, book)

    assert now is before

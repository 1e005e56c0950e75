"""How replies look in Telegram: to the letter, in pieces that fit, with buttons that say what they stand for."""

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.channels.telegram import markup
from bot.channels.telegram.channel import Telegram
from bot.chat import MORE, Offer, Reply
from tests.botapi.contract import violations
from tests.botapi.markup import parsed
from tests.botapi.shaping import shaped

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=300)  # halves of surrogate pairs and controls too
NASTY = st.text(st.sampled_from("<>&;\"'/ab=来源： \n#x1😀\u202e"), max_size=60)


def fitting(text: str, offers: tuple[Offer, ...] = ()) -> list[Reply]:
    """The reply as the channel cuts it; it needs nothing else of the channel for that."""
    return list(Telegram.fitting(None, Reply("answer", text, offers=offers)))  # type: ignore[arg-type]


@given(st.one_of(ANYTHING, NASTY))
@example("来源：<i>&lt;")
@example("</i>")
@example("&nbsp;&#0;&#x110000;&unknown;")
def test_any_text_appears_to_the_letter(text: str) -> None:
    """Law: whatever is stored or typed, Telegram reads our HTML as just that text."""
    said, _ = parsed(markup.rendered(markup.cleaned(text)))
    plain, _ = shaped(markup.cleaned(text), [])  # what Telegram shows of plain text: it trims, and drops a few marks

    assert plain == said


@given(st.one_of(ANYTHING, NASTY))
def test_any_text_can_be_sent(text: str) -> None:
    """Law: each piece of any reply is a call that the Bot API takes."""
    for piece in fitting(text):
        call = {"chat_id": 1, "text": markup.rendered(piece.text), "parse_mode": "HTML"}
        assert [] == violations("sendMessage", call)
        piece.text.encode("utf-8")


@given(st.text(st.sampled_from("甲乙；。，\n 😀<&"), max_size=400), st.integers(4, 60))
def test_pieces(text: str, longest: int) -> None:
    """Law: every piece fits, and nothing is lost between them but blank space."""
    pieces = markup.split(text, longest)

    assert all(markup.width(piece) <= longest for piece in pieces)
    if text.strip():
        assert re.sub(r"\s", "", text) == re.sub(r"\s", "", "".join(pieces))


def test_a_list() -> None:
    """Each item has a line of its own; what only looks like a list within a sentence stays."""
    assert "共 3 个：\n1. 甲 2 万元；\n2. 乙；丙 3 万元；\n3. 丁。" == markup.laid_out(
        "共 3 个：\n1. 甲 2 万元；2. 乙；丙 3 万元；3. 丁。"
    )
    assert "目标：1. 甲；2. 乙" == markup.laid_out("目标：1. 甲；2. 乙")


def test_lines_stay_whole() -> None:
    """A piece ends at a line's end where it can, else after a sentence."""
    assert ["一二三\n四五", "六七八"] == markup.split("一二三\n四五\n六七八", 6)
    assert ["一二三四；", "五六七八"] == markup.split("一二三四；五六七八", 6)


def test_a_long_reply() -> None:
    """Its choices hang on the last piece only."""
    offers = (Offer("甲", "1"),)
    pieces = fitting("\n".join(f"{n}. {'长' * 300}" for n in range(40)), offers)

    assert len(pieces) > 2
    assert [()] * (len(pieces) - 1) + [offers] == [piece.offers for piece in pieces]
    assert all(markup.width(piece.text) <= 4096 for piece in pieces)


def test_the_source_is_set_apart() -> None:
    """Only a line of its own is the source; words of a document that look like it are not told apart, nor hidden."""
    assert "90 万元\n<i>来源：《甲&amp;乙》</i>" == markup.rendered("90 万元\n来源：《甲&乙》")


@given(st.integers(1, 10**15), st.lists(st.builds(Offer, ANYTHING, st.text()), min_size=1, max_size=10))
def test_any_button(message: int, offers: list[Offer]) -> None:
    """Law: whatever it offers, the Bot API takes the keyboard, and a press says which message and choice it was."""
    keyboard = markup.buttons(message, offers)
    assert keyboard is not None
    call = {"chat_id": 1, "text": "选", "reply_markup": keyboard.to_dict()}

    assert [] == violations("sendMessage", call)
    for number, (offer, row) in enumerate(zip(offers, keyboard.inline_keyboard, strict=True), 1):
        press = markup.pressed(str(row[0].callback_data), "q")
        assert press is not None
        assert (message, number, offer.mark) == (press.message, press.number, press.mark)


def test_going_on() -> None:
    """Where more follows there is a button for it, with many choices too."""
    offers = [Offer(str(n), str(n)) for n in range(11)]
    for shown in ([], offers[:2], offers):
        keyboard = markup.buttons(7, shown, more=True)
        assert keyboard is not None
        last = keyboard.inline_keyboard[-1][0]
        assert ("更多", f"c1:7:0:{MORE.mark}") == (last.text, last.callback_data)
        assert len(keyboard.inline_keyboard) == (3 if len(shown) == 2 else 1)


def test_what_is_to_be_copied() -> None:
    """A person's number alone on a line is set so that one touch copies it."""
    assert "<code>telegram:-100123</code>\n您的编号" == markup.rendered("telegram:-100123\n您的编号")


def test_how_many_buttons() -> None:
    """None where there is nothing to choose, and none where numbers are easier to find than buttons."""
    offers = [Offer(str(n), str(n)) for n in range(11)]

    assert markup.buttons(1, []) is None
    assert markup.buttons(1, offers) is None
    assert markup.buttons(1, offers[:10]) is not None


def test_a_long_label() -> None:
    """It is cut; the text has it whole."""
    keyboard = markup.buttons(1, [Offer("长" * 100, "t")])

    assert keyboard is not None
    assert f"1. {'长' * 39}…" == keyboard.inline_keyboard[0][0].text


@given(st.one_of(ANYTHING, st.from_regex(r"c1:\d{0,25}:\d{0,5}:[0-9a-f]{0,10}")))
def test_data_of_any_press(data: str) -> None:
    """Law: whatever is pressed, it says what ours say or nothing."""
    press = markup.pressed(data, "q")

    assert press is None or f"c1:{press.message}:{press.number}:{press.mark}" == re.sub(r":0+(?=\d+:)", ":", data)


@pytest.mark.parametrize("text", ["<b>粗</b>", "&lt;b&gt;", "a < b & c > d", "5 > 3"])
def test_escaping(text: str) -> None:
    """Escaping is done once, for what HTML reserves."""
    assert html.escape(text, quote=False) == markup.rendered(text)

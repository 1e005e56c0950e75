"""Projects that are meant by words far from their names: offered without figures, never answered, and nothing else changes."""

import asyncio
import threading
from datetime import date
from itertools import chain
from pathlib import Path

import numpy as np
import pytest

from bot.app import INTENTS, conversation_of, far_names_of
from bot.conversation import Conversation
from bot.described import far
from bot.described.far import FarNames
from bot.replying.explaining import explained, explained_text
from bot.service import doctor
from bot.settings import Settings
from store.database import Store
from store.names import embedding
from tests.bot.conftest import Chat, answer

NAMES = frozenset({"操场改造", "网络运维", "农村公路养护"})
needs_the_extra = pytest.mark.skipif(not embedding.is_there(), reason="for want of the extra, or of a processor for it")


@pytest.fixture
def far_county(county_store: Store, tmp_path: Path) -> Chat:
    """A chat about the invented county with a bot that knows what names mean."""
    return Chat(Conversation(county_store, INTENTS, far=FarNames(tmp_path / "names.meanings")))


@needs_the_extra
class TestOffering:
    @pytest.mark.parametrize(
        ("question", "meant"),
        [
            ("给网线和服务器做保养要多少钱", "网络运维"),
            ("把学校的体育场地翻新", "操场改造"),
            ("派到村里的干部花销", "驻村帮扶经费"),
            ("村里的马路保养2024年多少", "农村公路养护"),
            ("把老文件扫描归类的那个", "档案整理"),
        ],
    )
    def test_a_description_is_asked_back(self, far_county, question, meant):
        """What tells a project rather than calls it by name is offered to choose from, and no figure is stated."""
        reply = far_county.says(question)

        assert "clarify" == reply.kind
        assert any(meant in choice for choice in reply.choices)
        assert [] == reply.facts
        assert "元" not in reply.text

    def test_a_choice_is_what_was_asked(self, far_county):
        """The number that is chosen is answered as the question asked, with its year."""
        offered = far_county.says("把学校的体育场地翻新2024年要多少钱")
        number = next(n for n, choice in enumerate(offered.choices, 1) if "操场改造" in choice)
        reply = far_county.says(str(number))

        assert ("answer", True) == (reply.kind, "46 万元" in reply)

    @pytest.mark.parametrize("question", ["今天天气怎么样", "讲个笑话", "你觉得谁会赢", "帮我写一份年终总结", "谢谢", "你好"])
    def test_what_is_about_nothing_stays_so(self, far_county, county, question):
        """No project is made out of small talk."""
        assert county.says(question).text == far_county.says(question).text

    @pytest.mark.parametrize("question", ["地铁一号线建设经费多少", "跨海大桥工程多少钱", "白杨县的操场多少钱"])
    def test_a_name_that_is_not_stored_is_not_there(self, far_county, question):
        """A name is 没有, whatever comes near to it, and nothing is stated."""
        reply = far_county.says(question)

        assert reply.kind in {"not_found", "clarify"}
        assert [] == reply.facts

    def test_what_the_letters_find_is_never_overruled(self, county_store):
        """Whatever is found without it has the same reply with it, to the byte: examples of all intents."""
        without, along = Conversation(county_store, INTENTS), Conversation(county_store, INTENTS, far=FarNames())
        names = ("网络运维", "操场改造", "国库业务经费", "农村公路养护")
        wordings = ("{}多少钱", "{}的目标是什么", "{}由哪个单位实施", "那个{}，嗯，今年批了多少", "{}有哪些指标")
        asked = [*chain.from_iterable(intent.examples for intent in INTENTS), *(w.format(n) for w in wordings for n in names)]
        found = [q for q in asked if answer(without, q).kind == "answer"]

        assert len(found) > 20
        assert [answer(without, q).said.as_json() for q in found] == [answer(along, q).said.as_json() for q in found]


QUESTIONS = ("把学校的体育场地翻新多少钱", "修补乡下坑坑洼洼的马路", "地铁建设经费多少", "今天天气怎么样", "操场改造多少钱")


def test_without_the_extra_nothing_changes(county_store, monkeypatch):
    """Where it is not installed every reply is the same to the byte as where it is turned off."""
    monkeypatch.setattr(embedding, "is_there", lambda: False)
    without, along = Conversation(county_store, INTENTS), Conversation(county_store, INTENTS, far=FarNames())

    assert [answer(without, q).said.as_json() for q in QUESTIONS] == [answer(along, q).said.as_json() for q in QUESTIONS]


def test_turned_off(county_store, tmp_path):
    """The setting takes it away, and the model is not even looked for."""
    off = Settings(data_dir=tmp_path, meaning=False, _env_file=None)
    without, turned_off = conversation_of(county_store), conversation_of(county_store, off)

    assert far_names_of(off) is None
    assert [answer(without, q).said.as_json() for q in QUESTIONS] == [answer(turned_off, q).said.as_json() for q in QUESTIONS]


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """A stand-in for the model, which notes the names that it is asked for."""
    names: list[str] = []

    def embedded(few):
        names.extend(few)
        return np.array([[len(name), 1, 0] for name in few], np.float32)

    monkeypatch.setattr(embedding, "is_there", lambda: True)
    monkeypatch.setattr(embedding, "of_names", embedded)
    monkeypatch.setattr(embedding, "of_phrase", lambda text: np.array([len(text), 1, 0], np.float32) / 40)
    return names


def test_names_are_looked_at_once(asked, tmp_path):
    """Of another state of the store only the new names are looked at, and after a start none that the file holds."""
    known = FarNames(tmp_path / "names.meanings")
    known.of(NAMES)
    known.of(NAMES | {"档案整理"})
    again = FarNames(tmp_path / "names.meanings").of(NAMES)

    assert sorted({*NAMES, "档案整理"}) == sorted(asked)
    assert again is not None
    assert sorted(NAMES) == list(again.names)


def test_many_names_are_looked_at_in_the_background(asked, tmp_path):
    """Until all are known nothing is proposed: of some of them the nearest may be another."""
    known = FarNames(tmp_path / "names.meanings")

    assert known.of(NAMES, at_once=2) is None
    background = next(thread for thread in threading.enumerate() if thread.name == "far-names")
    background.join(10)
    found = known.of(NAMES, at_once=2)

    assert found is not None
    assert sorted(NAMES) == sorted(asked) == list(found.names)


def test_an_end_keeps_what_was_made(asked, tmp_path, monkeypatch):
    """A process that ends meanwhile leaves to the next one what it has learnt."""
    monkeypatch.setattr("store.names.senses._AT_ONCE", 1)
    known = FarNames(tmp_path / "names.meanings")
    known.end()
    known.of(NAMES)

    assert 1 == len(asked)
    assert NAMES == frozenset(FarNames(tmp_path / "names.meanings").of(NAMES).names)
    assert len(NAMES) == len(asked)


def test_a_folder_that_nobody_may_write_to(asked, tmp_path, caplog):
    """Without a file there is a proposal all the same."""
    assert FarNames(tmp_path / "nowhere" / "names.meanings").of(NAMES) is not None
    assert "没有写成" in caplog.text


def test_only_what_is_near_enough_is_offered():
    """The nearest must be near enough, and the others about as near as it."""
    near = [far.Near("一", 0.91), far.Near("二", 0.89), far.Near("三", 0.87)]

    assert near[:2] == far.offered(near, 0.90)
    assert [] == far.offered(near, 0.92)
    assert [] == far.offered([])


@needs_the_extra
def test_it_is_explained(county_store):
    """Who complains can be told which names came near, and how near; nothing is said of it where none did."""
    bot = Conversation(county_store, INTENTS, far=FarNames())

    def said(text):
        question = bot.understood(text, date(2024, 6, 15))
        return explained(question, "", bot.intents_of(question), bot.book().far(question.far) if question.far else ())

    described = said("给网线和服务器做保养要多少钱")

    assert "网络运维" == described["far"][0]["name"]
    assert "意思相近：网络运维（0.8" in explained_text("给网线和服务器做保养要多少钱", described)
    assert "far" not in said("网络运维多少钱")


@pytest.mark.parametrize(
    ("meaning", "installed", "there", "ok", "said"),
    [
        (False, True, True, True, "关掉了"),
        (True, False, False, True, "没有装"),
        (True, True, True, True, "可用"),
        (True, True, False, False, "不能用"),
    ],
)
def test_the_doctor_says_whether_it_can_be_used(tmp_path, monkeypatch, meaning, installed, there, ok, said):
    """What is installed and of no use on this machine is something to be mended."""
    monkeypatch.setattr(embedding, "is_installed", lambda: installed)
    monkeypatch.setattr(embedding, "is_there", lambda: there)
    examined = asyncio.run(doctor.examined(Settings(data_dir=tmp_path, meaning=meaning, http_port=0, _env_file=None)))
    check = next(check for check in examined if check.name == "按意思找项目")

    assert (ok, True) == (check.ok, said in check.said)

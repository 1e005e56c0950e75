"""HTML as Telegram reads it."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.botapi.markup import parsed
from tests.botapi.references import BadMarkup
from tests.botapi.shaping import REMOVED, SPACED, Entity


def entity(kind: str, offset: int, length: int, **more: str) -> Entity:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("b", "bold"),
        ("strong", "bold"),
        ("B", "bold"),
        ("i", "italic"),
        ("em", "italic"),
        ("u", "underline"),
        ("ins", "underline"),
        ("s", "strikethrough"),
        ("strike", "strikethrough"),
        ("del", "strikethrough"),
        ("tg-spoiler", "spoiler"),
        ("code", "code"),
        ("pre", "pre"),
        ("blockquote", "blockquote"),
    ],
)
def test_a_tag(tag: str, kind: str) -> None:
    """Each tag that Telegram knows is an entity over its text."""
    assert ("共三项", [entity(kind, 1, 1)]) == parsed(f"共<{tag}>三</{tag}>项")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<span class="tg-spoiler">三</span>', entity("spoiler", 0, 1)),
        ("<blockquote expandable>三</blockquote>", entity("expandable_blockquote", 0, 1)),
        ('<blockquote expandable="">三</blockquote>', entity("expandable_blockquote", 0, 1)),
        (
            '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
            entity("custom_emoji", 0, 2, custom_emoji_id="5368324170671202286"),
        ),
        ("<a href='http://a.cn/?x=1&amp;y=2'>三</a>", entity("text_link", 0, 1, url="http://a.cn/?x=1&y=2")),
        ("<a>www.a.cn</a>", entity("text_link", 0, 8, url="www.a.cn")),
        ('<pre><code class="language-sql">x</code></pre>', entity("pre", 0, 1, language="sql")),
        ('<code class="language-sql"><pre>x</pre></code>', entity("pre", 0, 1, language="sql")),
        ('<code class="language-sql">x</code>', entity("code", 0, 1)),
        ("<b title=x lang='y'>三</b >", entity("bold", 0, 1)),
        ("<b>三</>", entity("bold", 0, 1)),
    ],
)
def test_an_attribute(source: str, expected: Entity) -> None:
    """The attributes that Telegram knows say what the entity is; others are read over."""
    assert [expected] == parsed(source)[1]


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ("金额<br>", 'Unsupported start tag "br" at byte offset 6'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<b/>x", 'Unsupported start tag "b/" at byte offset 0'),
        ("x<b", "Unclosed start tag at byte offset 1"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ('<b "x">y</b>', 'Empty attribute name in the tag "b" at byte offset 0'),
        ("<a href=http://x>y</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<span class="red">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("&#xD800;", "Text contains invalid Unicode characters after decoding HTML entities"),
    ],
)
def test_bad_markup(source: str, wrong: str) -> None:
    """Everything else is refused, in Telegram's words; the offset counts bytes."""
    with pytest.raises(BadMarkup, match=re.escape(f"can't parse entities: {wrong}") + "$"):
        parsed(source)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("&lt;&gt;&amp;&quot;", '<>&"'),
        ("&#20013;&#x4e2d;", "中中"),
        ("&lt1", "<1"),
        ("&nbsp;&copy;&apos;", "&nbsp;&copy;&apos;"),
        ("A&B & C", "A&B & C"),
        ("&amp;lt;", "&lt;"),
        ("&#0;&#1114111;&#xFFFFFFF;", "&#0;&#1114111;&#xFFFFFFF;"),
        ("&#;&#x;&#12345678;", "&#;&#x;&#12345678;"),
    ],
)
def test_references(source: str, text: str) -> None:
    """Four names and numbers stand for characters, also without “;”; any other “&” is an “&”."""
    assert (text, []) == parsed(source)


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("😀<b>三</b>", "😀三", [entity("bold", 2, 1)]),
        ("<b>三<i>项</i></b>", "三项", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ("<b></b>三", "三", []),
        ("<b>一<code>二</code>三</b>", "一二三", [entity("bold", 0, 1), entity("code", 1, 1), entity("bold", 2, 1)]),
        ("<pre>一<b>二</b></pre>", "一二", [entity("pre", 0, 2)]),
        ("<blockquote>一<blockquote>二</blockquote></blockquote>", "一二", [entity("blockquote", 0, 2)]),
        ("<a href='a.cn'>一<a href='b.cn'>二</a></a>", "一二", [entity("text_link", 0, 2, url="a.cn")]),
        ("<a href='javascript:x'>一</a>", "一", []),
    ],
)
def test_nesting(source: str, text: str, entities: list[Entity]) -> None:
    """Offsets count UTF-16 units; nothing is styled within code, and links and quotations do not nest."""
    assert (text, entities) == parsed(source)


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        (" \n三 \n", "三", []),
        (" <b> 三</b> ", " 三", [entity("bold", 0, 2)]),
        ("三<b> </b>", "三", []),
        ("<b>三 </b> ", "三", [entity("bold", 0, 1)]),
        ("\u3000三\u3000", "\u3000三\u3000", []),
        ("一\t二\r\n三\x00四", "一 二\n三 四", []),
        ("\u202e一<b>二\u202e三</b>", "一二三", [entity("bold", 1, 2)]),
    ],
)
def test_trimming(source: str, text: str, entities: list[Entity]) -> None:
    """Blanks at the ends go, but not before an entity; control characters become spaces, and marks of direction go."""
    assert (text, entities) == parsed(source)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_escaped_text(text: str) -> None:
    """What `html.escape` makes safe comes back as it was, but for what Telegram trims."""
    shown, entities = parsed(html.escape(text, quote=False))

    assert SPACED.sub(" ", REMOVED.sub("", text)).strip(" \n") == shown
    assert [] == entities


@given(st.lists(st.tuples(st.sampled_from(["b", "i", "u", "s", "tg-spoiler"]), st.text("一二😀&<", min_size=1)), min_size=1))
def test_pieces_of_text(pieces: list[tuple[str, str]]) -> None:
    """Each entity covers, in UTF-16, the text that stood in its tag."""
    shown, entities = parsed("，".join(f"<{tag}>{html.escape(text)}</{tag}>" for tag, text in pieces))
    units = shown.encode("utf-16-le")

    assert [text for _, text in pieces] == [
        units[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le") for e in entities
    ]

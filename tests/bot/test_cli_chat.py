"""`wenxiao chat`: from a pipe and in JSON lines."""

import json
import subprocess

from tests.bot.program import PROGRAM, Program


def test_chat_lines_are_answered_in_order(program: Program) -> None:
    """One reply a line, in order, each chat with a memory of its own."""
    replies = program.talk(
        {"chat": "c1", "text": "软件升级维护多少钱"},
        {"chat": "c2", "text": "工作经费多少"},
        {"chat": "c1", "text": "目标呢"},
        {"chat": "c2", "text": "目标呢"},
    )

    assert [r["kind"] for r in replies] == ["answer"] * 4
    for words, reply in zip(("90 万元", "28 万元", "正常运行", "按计划支付"), replies, strict=True):
        assert words in reply["text"]
    assert all(set(r) >= {"kind", "text", "facts", "choices"} for r in replies)


def test_chat_lines_by_people_in_a_group(program: Program) -> None:
    """In one group each person goes on about their own subject."""
    group = {"chat": "g", "group": True}
    replies = program.talk(
        {**group, "person": "王", "text": "软件升级维护多少钱"},
        {**group, "person": "李", "text": "工作经费多少"},
        {**group, "person": "王", "text": "目标呢"},
    )

    assert "正常运行" in replies[2]["text"]


def test_chat_lines_on_a_day(program: Program) -> None:
    """`today` holds for its line only."""
    replies = program.talk(
        {"chat": "c", "text": "今年工作经费多少", "today": "2023-05-01"},
        {"chat": "c", "text": "今年工作经费多少", "today": "2024-05-01"},
    )

    assert [r["kind"] for r in replies] == ["not_found", "answer"]


def test_a_bad_line_does_not_end_the_chat(program: Program) -> None:
    """What is no question gets an error of its own in its place; the lines around it are answered."""
    good = json.dumps({"chat": "c", "text": "工作经费多少"}, ensure_ascii=False)
    bad = [
        "{",
        "[]",
        "7",
        '{"text": "没有会话"}',
        '{"chat": "c"}',
        '{"chat": "c", "text": 7}',
        '{"chat": "c", "text": "好", "today": "明天"}',
    ]
    ran = program.run("chat", "--jsonl", said="\n".join([good, *bad, "", "   \r", good]) + "\r\n")
    replies = [json.loads(line) for line in ran.out.splitlines()]

    assert ran.code == 0
    assert [r["kind"] for r in replies] == ["answer", *["error"] * len(bad), "answer"]
    assert all(r["text"] and r["facts"] == [] for r in replies[1:-1])


def test_a_line_that_is_no_utf8(program: Program) -> None:
    """Broken bytes are a bad line, no crash; the last line counts without a line break."""
    good = json.dumps({"chat": "c", "text": "工作经费多少"}, ensure_ascii=False).encode()
    ran = program.run("chat", "--jsonl", said=b"\xff\xfe\n" + good)

    assert ran.code == 0
    assert [json.loads(line)["kind"] for line in ran.out.splitlines()] == ["error", "answer"]


def test_each_reply_is_flushed(program: Program) -> None:
    """A program that waits for one reply before it asks the next gets it."""
    command = [*PROGRAM, "chat", "--jsonl"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=program.environment(), cwd=program.data
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for question in ("工作经费多少", "目标呢"):
            running.stdin.write(json.dumps({"chat": "c", "text": question}, ensure_ascii=False).encode() + b"\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["kind"] == "answer"
        running.stdin.close()
        assert running.wait(timeout=20) == 0


def test_chat_from_a_pipe(program: Program) -> None:
    """Without a terminal, a question a line in and replies out; a follow-up knows the question before."""
    ran = program.run("chat", said="乡村振兴经费多少\n\n任圩的呢\n")

    assert (ran.code, ran.err) == (0, "")
    assert "7.24 万元" in ran.out
    assert "预算安排 2.6 万元：任圩街道办事处财政所" in ran.out


def test_somebody_stops_reading(program: Program) -> None:
    """A closed pipe (`| head -1`) ends the program without a traceback."""
    lines = (json.dumps({"chat": "c", "text": "有哪些项目"}, ensure_ascii=False) + "\n").encode() * 300
    with subprocess.Popen(
        [*PROGRAM, "chat", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=program.environment(),
        cwd=program.data,
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdin.write(lines)
        running.stdin.flush()
        running.stdout.readline()
        running.stdout.close()
        error = running.stderr.read().decode()
        running.wait(timeout=30)

    assert "Traceback" not in error

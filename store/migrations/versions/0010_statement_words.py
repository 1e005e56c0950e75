"""The words of statements stand folded in a table of their own, where questions search them."""

import sqlalchemy as sa
from alembic import op

from store.columns import Words
from store.text import fold

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_AT_ONCE = 1_000
_TEXTS = {
    "goals": "SELECT statement_id, text FROM goal",
    "indicators": "SELECT statement_id, name, value, standard FROM indicator",
    "facts": "SELECT statement_id, text FROM statement_fact WHERE field IN ('attribute', 'source', 'period')",
}


def upgrade() -> None:
    """The table, with the words of all statements that there are."""
    words = op.create_table(
        "statement_words",
        sa.Column("statement_id", sa.Integer(), nullable=False),
        *(sa.Column(name, Words(), nullable=False) for name in ("project", *_TEXTS)),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_statement_words_statement_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_statement_words")),
    )
    connection = op.get_bind()
    names = connection.execute(sa.text("SELECT id, project FROM statement ORDER BY id")).all()
    for start in range(0, len(names), _AT_ONCE):
        some = names[start : start + _AT_ONCE]
        rows = {number: {"statement_id": number, "project": fold(name), **dict.fromkeys(_TEXTS, "")} for number, name in some}
        for column, query in _TEXTS.items():
            _add(connection, rows, column, query)
        connection.execute(sa.insert(words), list(rows.values()))


def _add(connection: sa.Connection, rows: dict[int, dict[str, object]], column: str, query: str) -> None:
    """What one kind of part says, each line once, in the order of the document."""
    within = "AND" if "WHERE" in query else "WHERE"
    between = sa.text(f"{query} {within} statement_id BETWEEN :first AND :last ORDER BY statement_id, position")
    lines: dict[int, dict[str, None]] = {}
    for number, *texts in connection.execute(between, {"first": min(rows), "last": max(rows)}):
        lines.setdefault(number, {})["\t".join(fold(text or "") for text in texts)] = None
    for number, found in lines.items():
        rows[number][column] = "\n".join(found)


def downgrade() -> None:
    """Without it."""
    op.drop_table("statement_words")

"""An index says which statements may hold a text, so that searching does not read the words of all of them."""

from itertools import pairwise

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_AT_ONCE = 1_000
_WORDS = "SELECT statement_id, project || char(10) || goals || char(10) || indicators || char(10) || facts FROM statement_words"


def upgrade() -> None:
    """The index, with the words of all statements that there are."""
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        op.execute(_FUNCTION)
        columns = " || chr(10) || ".join(("project", "goals", "indicators", "facts"))
        op.execute(f"CREATE INDEX ix_statement_words_pairs ON statement_words USING gin (word_pairs({columns}))")
        return
    op.execute("CREATE VIRTUAL TABLE statement_pairs USING fts5(pairs, content='', columnsize=0, detail=none, tokenize='ascii')")
    added = sa.text("INSERT INTO statement_pairs(rowid, pairs) VALUES (:statement, :pairs)")
    for some in connection.execute(sa.text(_WORDS)).partitions(_AT_ONCE):
        connection.execute(added, [{"statement": statement, "pairs": _pairs(words)} for statement, words in some])


_FUNCTION = """
    CREATE FUNCTION word_pairs(words text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT coalesce(array_agg(DISTINCT pair COLLATE "C"), '{}') FROM (
            SELECT character || lead(character) OVER (ORDER BY place) AS pair
            FROM unnest(string_to_array(words, NULL)) WITH ORDINALITY AS characters(character, place)
        ) AS neighbours WHERE pair IS NOT NULL
    $$
"""


def _pairs(words: str) -> str:
    """The neighbouring characters, as FTS5's words."""
    return " ".join(sorted({f"{ord(one):x}x{ord(other):x}" for one, other in pairwise(words)}))


def downgrade() -> None:
    """Without it."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP INDEX ix_statement_words_pairs")
        op.execute("DROP FUNCTION word_pairs(text)")
    else:
        op.execute("DROP TABLE statement_pairs")

"""The history of loads stands by itself: it names its file, refused files stand in it, and so does what was taken back."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from store.columns import Instant, Words

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_OLD = ("id", "document_id", "by", "at", "status", "report")
_NAMES = ("publisher", "title", "file", "sha256", "stage", "published", "url")


def upgrade() -> None:
    """What a load brought stays named where its document is gone."""
    if op.get_bind().dialect.name == "sqlite":
        _replace_load([*_new_columns(nullable=False), *_constraints()], _OLD + _NAMES, joined=True)
        return
    for column in _new_columns(nullable=True)[len(_OLD) :]:
        op.add_column("load", column)
    for name in _NAMES:
        op.execute(f'UPDATE load SET "{name}" = document."{name}" FROM document WHERE document.id = load.document_id')  # noqa: S608
    op.alter_column("load", "document_id", nullable=True)
    for name in ("file", "sha256"):
        op.alter_column("load", name, nullable=False)
    op.create_foreign_key(op.f("fk_load_undoes"), "load", "load", ["undoes"], ["id"])
    op.create_unique_constraint(op.f("uq_load_undoes"), "load", ["undoes"])
    op.create_index(op.f("ix_load_sha256"), "load", ["sha256"])


def downgrade() -> None:
    """Loads whose document is gone are forgotten: the older program has no place for them."""
    gone = "(SELECT id FROM load WHERE document_id IS NULL OR status NOT IN ('loaded'))"
    op.execute(f"DELETE FROM load_finding WHERE load_id IN {gone}")  # noqa: S608
    op.execute(f"DELETE FROM change WHERE load_id IN {gone}")  # noqa: S608
    op.execute("UPDATE load SET undoes = NULL")
    op.execute(f"DELETE FROM load WHERE id IN {gone}")  # noqa: S608
    if op.get_bind().dialect.name == "sqlite":
        columns = [*_old_columns(nullable=False), *_constraints()[:2]]
        _replace_load(columns, _OLD, joined=False)
        return
    op.drop_index(op.f("ix_load_sha256"), "load")
    op.drop_constraint(op.f("uq_load_undoes"), "load")
    op.drop_constraint(op.f("fk_load_undoes"), "load")
    op.alter_column("load", "document_id", nullable=False)
    for name in (*_NAMES, "undoes"):
        op.drop_column("load", name)


def _old_columns(*, nullable: bool) -> list[sa.Column[Any]]:
    return [
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=nullable),
        sa.Column("by", Words(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("status", Words(), nullable=False),
        sa.Column("report", sa.JSON(), nullable=False),
    ]


def _new_columns(*, nullable: bool) -> list[sa.Column[Any]]:
    """All columns; `nullable`: those that every load has are filled only later."""
    return [
        *_old_columns(nullable=True),
        sa.Column("publisher", Words(), nullable=True),
        sa.Column("title", Words(), nullable=True),
        sa.Column("file", Words(), nullable=nullable),
        sa.Column("sha256", Words(), nullable=nullable),
        sa.Column("stage", Words(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("url", Words(), nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
    ]


def _constraints() -> list[sa.Constraint]:
    return [
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_load_document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_load")),
        sa.ForeignKeyConstraint(["undoes"], ["load.id"], name=op.f("fk_load_undoes")),
        sa.UniqueConstraint("undoes", name=op.f("uq_load_undoes")),
    ]


def _replace_load(columns: list[sa.schema.SchemaItem], names: tuple[str, ...], *, joined: bool) -> None:
    """SQLite cannot make a column nullable in place; findings and changes go on referring to loads of the same numbers."""
    op.execute("PRAGMA defer_foreign_keys = ON")
    op.execute("CREATE TABLE load_copy AS SELECT * FROM load")
    op.drop_table("load")
    op.create_table("load", *columns)
    said = ", ".join(f'"{name}"' for name in names)
    taken = ", ".join(f'{"l" if name in _OLD else "d"}."{name}"' for name in names)
    source = "load_copy AS l JOIN document AS d ON d.id = l.document_id" if joined else "load_copy AS l"
    op.execute(f"INSERT INTO load ({said}) SELECT {taken} FROM {source}")  # noqa: S608
    op.drop_table("load_copy")
    op.create_index(op.f("ix_load_document_id"), "load", ["document_id"], unique=False)
    if joined:
        op.create_index(op.f("ix_load_sha256"), "load", ["sha256"], unique=False)

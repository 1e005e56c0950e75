"""What comes in and what goes out, with leases."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from store.columns import Instant, Words

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _queued() -> list[sa.Column[Any]]:
    return [
        sa.Column("channel", Words(), nullable=False),
        sa.Column("chat", Words(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("due", Instant(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("owner", Words(), nullable=True),
        sa.Column("leased_until", Instant(), nullable=True),
        sa.Column("waiting", sa.Boolean(), nullable=False),
        sa.Column("done", Instant(), nullable=True),
        sa.Column("outcome", Words(), nullable=True),
    ]


def _indexes(table: str) -> None:
    op.create_index(op.f(f"ix_{table}_done"), table, ["done"], unique=False)
    op.create_index(op.f(f"ix_{table}_waiting_channel_chat_id"), table, ["waiting", "channel", "chat", "id"], unique=False)


def upgrade() -> None:
    """Adds inbox, outbox and leases; an id of theirs is never used again."""
    op.create_table(
        "inbox_item",
        sa.Column("id", sa.Integer(), nullable=False),
        *_queued(),
        sa.Column("event", Words(), nullable=False),
        sa.Column("raw", Words(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox_item")),
        sa.UniqueConstraint("channel", "event", name=op.f("uq_inbox_item_channel_event")),
        sqlite_autoincrement=True,
    )
    _indexes("inbox_item")
    op.create_table(
        "outbox_item",
        sa.Column("id", sa.Integer(), nullable=False),
        *_queued(),
        sa.Column("inbox_item_id", sa.Integer(), nullable=True),
        sa.Column("person", Words(), nullable=False),
        sa.Column("answers", Words(), nullable=True),
        sa.Column("content", Words(), nullable=False),
        sa.Column("handle", Words(), nullable=True),
        sa.ForeignKeyConstraint(["inbox_item_id"], ["inbox_item.id"], name=op.f("fk_outbox_item_inbox_item_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_item")),
        sqlite_autoincrement=True,
    )
    _indexes("outbox_item")
    op.create_index(op.f("ix_outbox_item_inbox_item_id"), "outbox_item", ["inbox_item_id"], unique=False)
    op.create_index(op.f("ix_outbox_item_channel_chat_handle"), "outbox_item", ["channel", "chat", "handle"], unique=False)
    op.create_table(
        "lease",
        sa.Column("name", Words(), nullable=False),
        sa.Column("owner", Words(), nullable=False),
        sa.Column("until", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_lease")),
    )


def downgrade() -> None:
    """Drops them: what waits is lost."""
    op.drop_table("lease")
    op.drop_table("outbox_item")
    op.drop_table("inbox_item")

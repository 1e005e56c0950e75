"""What people of an office call its projects and units."""

import sqlalchemy as sa
from alembic import op

from store.columns import Instant, Words

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the table of nicknames."""
    op.create_table(
        "nickname",
        sa.Column("nickname", Words(), nullable=False),
        sa.Column("formal", Words(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("by", Words(), nullable=False),
        sa.PrimaryKeyConstraint("nickname", "formal", name=op.f("pk_nickname")),
    )


def downgrade() -> None:
    """Drops it: the office's own nicknames must be noted again."""
    op.drop_table("nickname")

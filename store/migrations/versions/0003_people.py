"""Who may ask over a chat platform."""

import sqlalchemy as sa
from alembic import op

from store.columns import Instant, Words

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the table of registered identities."""
    op.create_table(
        "identity",
        sa.Column("channel", Words(), nullable=False),
        sa.Column("external_id", Words(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("by", Words(), nullable=False),
        sa.PrimaryKeyConstraint("channel", "external_id", name=op.f("pk_identity")),
    )


def downgrade() -> None:
    """Drops it: everybody must be registered again."""
    op.drop_table("identity")

"""Findings say of which target they are."""

import sqlalchemy as sa
from alembic import op

from store.columns import Words

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the target's names; of findings that are there already nobody knows them."""
    with op.batch_alter_table("load_finding") as table:
        table.add_column(sa.Column("project", Words(), nullable=True))
        table.add_column(sa.Column("unit", Words(), nullable=True))
        table.add_column(sa.Column("year", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Forgets of which target a finding is."""
    with op.batch_alter_table("load_finding") as table:
        for name in ("year", "unit", "project"):
            table.drop_column(name)

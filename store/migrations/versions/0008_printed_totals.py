"""Documents say whether they print sums of their own, and rows of lists whose they are."""

import sqlalchemy as sa
from alembic import op

from store.columns import Words

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds both columns; of documents that are there already nobody knows them: `wenxiao admin verify` names those."""
    with op.batch_alter_table("document") as table:
        table.add_column(sa.Column("prints_totals", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("listed_project") as table:
        table.add_column(sa.Column("unit", Words(), nullable=True))


def downgrade() -> None:
    """Forgets printed sums and the units of lists."""
    with op.batch_alter_table("listed_project") as table:
        table.drop_column("unit")
    with op.batch_alter_table("document") as table:
        table.drop_column("prints_totals")

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
    op.add_column("document", sa.Column("prints_totals", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("listed_project", sa.Column("unit", Words(), nullable=True))


def downgrade() -> None:
    """Forgets printed sums and the units of lists."""
    op.drop_column("listed_project", "unit")
    op.drop_column("document", "prints_totals")

"""Indicators are found by name and level together: which names there are is read from the index, without their rows."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One index for another."""
    op.drop_index("ix_indicator_name", table_name="indicator")
    op.create_index("ix_indicator_name_level2", "indicator", ["name", "level2"])


def downgrade() -> None:
    """The other way round."""
    op.drop_index("ix_indicator_name_level2", table_name="indicator")
    op.create_index("ix_indicator_name", "indicator", ["name"])

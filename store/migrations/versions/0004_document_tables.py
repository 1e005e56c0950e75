"""Where the tables of a document stand: worksheets and pages."""

import sqlalchemy as sa
from alembic import op

from store.columns import Words

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the names of worksheets and the pages of tables; documents of plain text have neither."""
    op.create_table(
        "document_table",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sheet", Words(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_document_table_document_id")),
        sa.PrimaryKeyConstraint("document_id", "number", name=op.f("pk_document_table")),
    )


def downgrade() -> None:
    """Drops them: places are then said by number alone."""
    op.drop_table("document_table")

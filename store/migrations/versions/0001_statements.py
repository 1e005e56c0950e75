"""Everything that the first version stores: documents, statements, what is current, changes, conversations."""

import sqlalchemy as sa
from alembic import op

from store.columns import Exact, Fen, Instant, Words

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates every table; the counter starts at 0."""
    op.create_table(
        "conversation",
        sa.Column("chat", Words(), nullable=False),
        sa.Column("person", Words(), nullable=False),
        sa.Column("state", Words(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("chat", "person", name=op.f("pk_conversation")),
    )
    op.create_index(op.f("ix_conversation_at"), "conversation", ["at"], unique=False)
    op.create_table(
        "meta",
        sa.Column("name", Words(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_meta")),
    )
    op.create_table(
        "original",
        sa.Column("sha256", Words(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_original")),
    )
    op.create_table(
        "publisher",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("folded", Words(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publisher")),
        sa.UniqueConstraint("folded", name=op.f("uq_publisher_folded")),
    )
    op.create_table(
        "budget_unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("publisher_id", sa.Integer(), nullable=False),
        sa.Column("folded", Words(), nullable=False),
        sa.ForeignKeyConstraint(["publisher_id"], ["publisher.id"], name=op.f("fk_budget_unit_publisher_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_unit")),
        sa.UniqueConstraint("publisher_id", "folded", name=op.f("uq_budget_unit_publisher_id_folded")),
    )
    op.create_index(op.f("ix_budget_unit_folded"), "budget_unit", ["folded"], unique=False)
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("identity", Words(), nullable=False),
        sa.Column("publisher_id", sa.Integer(), nullable=False),
        sa.Column("publisher", Words(), nullable=False),
        sa.Column("title", Words(), nullable=False),
        sa.Column("file", Words(), nullable=False),
        sa.Column("sha256", Words(), nullable=False),
        sa.Column("stage", Words(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("url", Words(), nullable=True),
        sa.ForeignKeyConstraint(["publisher_id"], ["publisher.id"], name=op.f("fk_document_publisher_id")),
        sa.ForeignKeyConstraint(["sha256"], ["original.sha256"], name=op.f("fk_document_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("identity", name=op.f("uq_document_identity")),
    )
    op.create_index(op.f("ix_document_sha256"), "document", ["sha256"], unique=False)
    op.create_table(
        "load",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("by", Words(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("status", Words(), nullable=False),
        sa.Column("report", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_load_document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_load")),
    )
    op.create_index(op.f("ix_load_document_id"), "load", ["document_id"], unique=False)
    op.create_table(
        "project",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("folded", Words(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["budget_unit.id"], name=op.f("fk_project_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project")),
        sa.UniqueConstraint("unit_id", "folded", name=op.f("uq_project_unit_id_folded")),
    )
    op.create_index(op.f("ix_project_folded"), "project", ["folded"], unique=False)
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("project", Words(), nullable=False),
        sa.Column("unit", Words(), nullable=False),
        sa.Column("field", Words(), nullable=False),
        sa.Column("before", Words(), nullable=True),
        sa.Column("after", Words(), nullable=True),
        sa.Column("before_document", Words(), nullable=True),
        sa.Column("before_table_no", sa.Integer(), nullable=True),
        sa.Column("before_row_no", sa.Integer(), nullable=True),
        sa.Column("before_column_no", sa.Integer(), nullable=True),
        sa.Column("before_raw", Words(), nullable=True),
        sa.Column("after_document", Words(), nullable=True),
        sa.Column("after_table_no", sa.Integer(), nullable=True),
        sa.Column("after_row_no", sa.Integer(), nullable=True),
        sa.Column("after_column_no", sa.Integer(), nullable=True),
        sa.Column("after_raw", Words(), nullable=True),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name=op.f("fk_change_load_id")),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_change_project_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
        sa.UniqueConstraint("load_id", "position", name=op.f("uq_change_load_id_position")),
    )
    op.create_index(op.f("ix_change_project_id"), "change", ["project_id"], unique=False)
    op.create_table(
        "load_finding",
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("rule", Words(), nullable=False),
        sa.Column("severity", Words(), nullable=False),
        sa.Column("place", Words(), nullable=False),
        sa.Column("message", Words(), nullable=False),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name=op.f("fk_load_finding_load_id")),
        sa.PrimaryKeyConstraint("load_id", "position", name=op.f("pk_load_finding")),
    )
    op.create_table(
        "statement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("digest", Words(), nullable=False),
        sa.Column("project", Words(), nullable=False),
        sa.Column("unit", Words(), nullable=False),
        sa.Column("title_table_no", sa.Integer(), nullable=True),
        sa.Column("title_row_no", sa.Integer(), nullable=False),
        sa.Column("title_column_no", sa.Integer(), nullable=True),
        sa.Column("title_raw", Words(), nullable=False),
        sa.Column("unit_table_no", sa.Integer(), nullable=True),
        sa.Column("unit_row_no", sa.Integer(), nullable=False),
        sa.Column("unit_column_no", sa.Integer(), nullable=True),
        sa.Column("unit_raw", Words(), nullable=False),
        sa.Column("year_table_no", sa.Integer(), nullable=True),
        sa.Column("year_row_no", sa.Integer(), nullable=False),
        sa.Column("year_column_no", sa.Integer(), nullable=True),
        sa.Column("year_raw", Words(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_statement_document_id")),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_statement_project_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
        sa.UniqueConstraint("document_id", "position", name=op.f("uq_statement_document_id_position")),
        sa.UniqueConstraint("document_id", "project_id", "year", name=op.f("uq_statement_document_id_project_id_year")),
    )
    op.create_index(op.f("ix_statement_project_id_year"), "statement", ["project_id", "year"], unique=False)
    op.create_table(
        "blank",
        sa.Column("table_no", sa.Integer(), nullable=True),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("column_no", sa.Integer(), nullable=True),
        sa.Column("raw", Words(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("field", Words(), nullable=False),
        sa.Column("horizon", Words(), nullable=True),
        sa.Column("name", Words(), nullable=True),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_blank_statement_id")),
        sa.PrimaryKeyConstraint("statement_id", "position", name=op.f("pk_blank")),
    )
    op.create_table(
        "current_target",
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("conflict", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_current_target_project_id")),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_current_target_statement_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_current_target")),
    )
    op.create_index(op.f("ix_current_target_project_id_year"), "current_target", ["project_id", "year"], unique=False)
    op.create_index(op.f("ix_current_target_year"), "current_target", ["year"], unique=False)
    op.create_table(
        "funding",
        sa.Column("table_no", sa.Integer(), nullable=True),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("column_no", sa.Integer(), nullable=True),
        sa.Column("raw", Words(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("horizon", Words(), nullable=False),
        sa.Column("kind", Words(), nullable=False),
        sa.Column("yuan", Fen(), nullable=False),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_funding_statement_id")),
        sa.PrimaryKeyConstraint("statement_id", "position", name=op.f("pk_funding")),
        sa.UniqueConstraint("statement_id", "horizon", "kind", name=op.f("uq_funding_statement_id_horizon_kind")),
    )
    op.create_index(op.f("ix_funding_kind_horizon_yuan"), "funding", ["kind", "horizon", "yuan"], unique=False)
    op.create_table(
        "goal",
        sa.Column("table_no", sa.Integer(), nullable=True),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("column_no", sa.Integer(), nullable=True),
        sa.Column("raw", Words(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("horizon", Words(), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_goal_statement_id")),
        sa.PrimaryKeyConstraint("statement_id", "position", name=op.f("pk_goal")),
    )
    op.create_table(
        "indicator",
        sa.Column("table_no", sa.Integer(), nullable=True),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("column_no", sa.Integer(), nullable=True),
        sa.Column("raw", Words(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("horizon", Words(), nullable=False),
        sa.Column("level1", Words(), nullable=False),
        sa.Column("level1_printed", Words(), nullable=True),
        sa.Column("level2", Words(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("value", Words(), nullable=False),
        sa.Column("operator", Words(), nullable=True),
        sa.Column("number", Exact(), nullable=True),
        sa.Column("unit_of_measure", Words(), nullable=True),
        sa.Column("standard", Words(), nullable=True),
        sa.Column("weight", Exact(), nullable=True),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_indicator_statement_id")),
        sa.PrimaryKeyConstraint("statement_id", "position", name=op.f("pk_indicator")),
    )
    op.create_index(op.f("ix_indicator_name"), "indicator", ["name"], unique=False)
    op.create_table(
        "listed_project",
        sa.Column("table_no", sa.Integer(), nullable=True),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("column_no", sa.Integer(), nullable=True),
        sa.Column("raw", Words(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=True),
        sa.Column("project", Words(), nullable=False),
        sa.Column("yuan", Fen(), nullable=True),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_listed_project_document_id")),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_listed_project_statement_id")),
        sa.PrimaryKeyConstraint("document_id", "position", name=op.f("pk_listed_project")),
    )
    op.create_index(op.f("ix_listed_project_statement_id"), "listed_project", ["statement_id"], unique=False)
    op.create_table(
        "statement_fact",
        sa.Column("table_no", sa.Integer(), nullable=True),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("column_no", sa.Integer(), nullable=True),
        sa.Column("raw", Words(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("field", Words(), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column("folded", Words(), nullable=False),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_statement_fact_statement_id")),
        sa.PrimaryKeyConstraint("statement_id", "position", name=op.f("pk_statement_fact")),
    )
    op.create_index(op.f("ix_statement_fact_field_folded"), "statement_fact", ["field", "folded"], unique=False)
    op.execute("INSERT INTO meta (name, number) VALUES ('version', 0)")


def downgrade() -> None:
    """Takes every table down."""
    op.drop_index(op.f("ix_statement_fact_field_folded"), table_name="statement_fact")
    op.drop_table("statement_fact")
    op.drop_index(op.f("ix_listed_project_statement_id"), table_name="listed_project")
    op.drop_table("listed_project")
    op.drop_index(op.f("ix_indicator_name"), table_name="indicator")
    op.drop_table("indicator")
    op.drop_table("goal")
    op.drop_index(op.f("ix_funding_kind_horizon_yuan"), table_name="funding")
    op.drop_table("funding")
    op.drop_index(op.f("ix_current_target_year"), table_name="current_target")
    op.drop_index(op.f("ix_current_target_project_id_year"), table_name="current_target")
    op.drop_table("current_target")
    op.drop_table("blank")
    op.drop_index(op.f("ix_statement_project_id_year"), table_name="statement")
    op.drop_table("statement")
    op.drop_table("load_finding")
    op.drop_index(op.f("ix_change_project_id"), table_name="change")
    op.drop_table("change")
    op.drop_index(op.f("ix_project_folded"), table_name="project")
    op.drop_table("project")
    op.drop_index(op.f("ix_load_document_id"), table_name="load")
    op.drop_table("load")
    op.drop_index(op.f("ix_document_sha256"), table_name="document")
    op.drop_table("document")
    op.drop_index(op.f("ix_budget_unit_folded"), table_name="budget_unit")
    op.drop_table("budget_unit")
    op.drop_table("publisher")
    op.drop_table("original")
    op.drop_table("meta")
    op.drop_index(op.f("ix_conversation_at"), table_name="conversation")
    op.drop_table("conversation")

"""Self-evaluations (绩效自评) and how budgets were carried out (执行), apart from all targets."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from store.columns import Exact, Fen, Words

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_PARTS = {
    "evaluation_fact": ("field", "text"),
    "execution": ("kind", "part", "item", "value"),
    "evaluation_result": ("level1", "level2", "name", "value", "actual", "reason"),
}
_OPTIONAL = frozenset({"kind", "actual", "reason"})


def upgrade() -> None:
    """Adds their tables; documents that were loaded before state none."""
    _create_evaluation()
    for table, texts in _PARTS.items():
        _create_part(table, texts)
    op.create_table(
        "current_evaluation",
        sa.Column("evaluation_id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("conflict", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["evaluation_id"], ["evaluation.id"], name=op.f("fk_current_evaluation_evaluation_id")),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_current_evaluation_project_id")),
        sa.PrimaryKeyConstraint("evaluation_id", name=op.f("pk_current_evaluation")),
    )
    op.create_index(op.f("ix_current_evaluation_year"), "current_evaluation", ["year"])
    op.create_index(op.f("ix_current_evaluation_project_id_year"), "current_evaluation", ["project_id", "year"])


def downgrade() -> None:
    """Drops them: the older program knows no evaluations."""
    for table in ("current_evaluation", *_PARTS, "evaluation"):
        op.drop_table(table)


def _create_evaluation() -> None:
    own = ("project_id", "year", "position")
    op.create_table(
        "evaluation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in own),
        *(sa.Column(name, Words(), nullable=False) for name in ("digest", "project", "unit")),
        *(column for prefix in ("title_", "unit_", "year_") for column in _source(prefix)),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_evaluation_document_id")),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_evaluation_project_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation")),
        sa.UniqueConstraint("document_id", "position", name=op.f("uq_evaluation_document_id_position")),
        sa.UniqueConstraint("document_id", "project_id", "year", name=op.f("uq_evaluation_document_id_project_id_year")),
    )
    op.create_index(op.f("ix_evaluation_project_id_year"), "evaluation", ["project_id", "year"])


def _create_part(table: str, texts: tuple[str, ...]) -> None:
    figures: dict[str, list[sa.Column[Any]]] = {
        "execution": [sa.Column("yuan", Fen(), nullable=True)],
        "evaluation_result": [sa.Column("weight", Exact(), nullable=True), sa.Column("score", Exact(), nullable=True)],
    }
    op.create_table(
        table,
        *_source(""),
        sa.Column("evaluation_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *(sa.Column(name, Words(), nullable=name in _OPTIONAL) for name in texts),
        *figures.get(table, []),
        sa.ForeignKeyConstraint(["evaluation_id"], ["evaluation.id"], name=op.f(f"fk_{table}_evaluation_id")),
        sa.PrimaryKeyConstraint("evaluation_id", "position", name=op.f(f"pk_{table}")),
    )


def _source(prefix: str) -> list[sa.Column[Any]]:
    return [
        sa.Column(f"{prefix}table_no", sa.Integer(), nullable=True),
        sa.Column(f"{prefix}row_no", sa.Integer(), nullable=False),
        sa.Column(f"{prefix}column_no", sa.Integer(), nullable=True),
        sa.Column(f"{prefix}raw", Words(), nullable=False),
    ]

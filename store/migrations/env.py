"""What alembic runs: our metadata, on the connection that `store.migrations.migrate` passes."""

from alembic import context

from store.migrations import VERSION_TABLE
from store.tables import schema


def _run() -> None:
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=schema(),
        version_table=VERSION_TABLE,
        render_as_batch=True,  # SQLite can alter little in place
    )
    with context.begin_transaction():
        context.run_migrations()


_run()

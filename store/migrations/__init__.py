"""Schema changes, one file a change in `versions/`, run by the program itself: there is no alembic.ini.

A new change, for developers: write `versions/0002_<what>.py` with `down_revision = "0001"`; the tests compare what the
migrations make with what `store/tables.py` says, on both databases.
"""

from functools import cache
from pathlib import Path

from sqlalchemy import Connection

VERSION_TABLE = "wenxiao_version"  # our own name: a shared database may hold another program's alembic_version
_FOLDER = Path(__file__).parent


@cache
def known() -> tuple[str, ...]:
    """The revisions that this program knows, oldest first, by the names of their files: alembic takes .1 s to import."""
    return tuple(sorted(path.name[:4] for path in (_FOLDER / "versions").glob("[0-9]*.py")))


def migrate(connection: Connection, revision: str = "head") -> None:
    """Brings the schema up or down to `revision` ("base" takes everything down), within the transaction of `connection`."""
    from alembic import command
    from alembic.config import Config
    from alembic.migration import MigrationContext

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    current = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE}).get_current_revision() or ""
    if revision == "base" or (revision in known() and revision < current):
        command.downgrade(config, revision)
    else:
        command.upgrade(config, revision)

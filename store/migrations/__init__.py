"""Schema changes, one file a change in `versions/`, run by the program itself: there is no alembic.ini.

A store that is new is made from `store/tables/` at once, which takes a third of the time; the tests prove that both ways lead to
one schema.  A new change, for developers: write `versions/0002_<what>.py` with `down_revision = "0001"`; the tests compare what the
migrations make with what `store/tables/` says, on both databases.
"""

from functools import cache
from pathlib import Path

from sqlalchemy import Column, Connection, MetaData, PrimaryKeyConstraint, String, Table, insert

VERSION_TABLE = "wenxiao_version"  # our own name: a shared database may hold another program's alembic_version
_FOLDER = Path(__file__).parent


@cache
def known() -> tuple[str, ...]:
    """The revisions that this program knows, oldest first, by the names of their files: alembic takes .1 s to import."""
    return tuple(sorted(path.name[:4] for path in (_FOLDER / "versions").glob("[0-9]*.py")))


def create(connection: Connection) -> None:
    """Makes the newest schema where there is none, within the transaction of `connection`, as all migrations together would."""
    from store.tables import schema
    from store.tables.base import Meta
    from store.word_pairs import create_index

    schema().create_all(connection, checkfirst=False)
    create_index(connection)
    connection.execute(insert(Meta), {"name": "version", "number": 0})
    version = Column("version_num", String(32), nullable=False)  # as alembic makes it
    versions = Table(VERSION_TABLE, MetaData(), version, PrimaryKeyConstraint(version, name=f"{VERSION_TABLE}_pkc"))
    versions.create(connection, checkfirst=True)  # it is there where all migrations were taken back
    connection.execute(insert(versions), {"version_num": known()[-1]})


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

"""Publishers, units and projects: found by their folded names, made when they are new."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, insert, select
from sqlmodel import col

from store.rows import chunks
from store.tables.stated import BudgetUnit, Project, Publisher
from store.text import fold


def publisher_id(connection: Connection, name: str) -> int:
    """The id of the publisher (公开主体) of that name."""
    found = connection.execute(select(col(Publisher.id)).where(col(Publisher.folded) == fold(name))).scalar()
    if found is not None:
        return found
    return connection.execute(insert(Publisher).values(folded=fold(name)).returning(col(Publisher.id))).scalar_one()


def project_ids(connection: Connection, publisher: int, named: Sequence[tuple[str, str]]) -> list[int]:
    """The id of each (unit, project) of that publisher, in this order."""
    folded = [(fold(unit), fold(project)) for unit, project in named]
    units = _ids(connection, BudgetUnit, "publisher_id", ((publisher, unit) for unit, _project in folded))
    keys = [(units[publisher, unit], project) for unit, project in folded]
    projects = _ids(connection, Project, "unit_id", keys)
    return [projects[key] for key in keys]


def _ids(
    connection: Connection, table: type[BudgetUnit | Project], owner: str, wanted: Iterable[tuple[int, str]]
) -> dict[tuple[int, str], int]:
    keys = sorted(set(wanted))
    found = _known(connection, table, owner, keys)
    missing = [{owner: of, "folded": name} for of, name in keys if (of, name) not in found]
    if missing:
        connection.execute(insert(table), missing)
        found = _known(connection, table, owner, keys)
    return found


def _known(
    connection: Connection, table: type[BudgetUnit | Project], owner: str, keys: Sequence[tuple[int, str]]
) -> dict[tuple[int, str], int]:
    found: dict[tuple[int, str], int] = {}
    for owners in chunks({of for of, _name in keys}):
        column = getattr(table, owner)
        query = select(column, col(table.folded), col(table.id)).where(column.in_(owners))
        found |= {(of, name): identity for of, name, identity in connection.execute(query)}
    return found

"""The schema: migrations and tables agree, up and down, from several processes at once."""

import subprocess
import sys
from datetime import date

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlalchemy.exc import IntegrityError

import store.migrations
from store import documents
from store.columns import Words
from store.database import open_store
from store.loads import keep_refused
from store.migrations import VERSION_TABLE, known, migrate
from store.model import Finding, Severity
from store.tables import schema
from store.undoing import undo
from tests import makers
from tests.forking import Running


def is_ours(_object, name, kind, _reflected, _other):
    """Whether `store/tables/` knows it; it does not know the index of pairs, which each database has in a form of its own."""
    return not (kind in ("table", "index") and "_pairs" in name)


def differences(connection):
    options = {"version_table": VERSION_TABLE, "target_metadata": schema(), "compare_type": True, "include_object": is_ours}
    return compare_metadata(MigrationContext.configure(connection, opts=options), schema())


def made(connection):
    found = inspect(connection)
    columns = {
        (table, c["name"]): (repr(c["type"]), c["nullable"], c["default"], c.get("autoincrement"))
        for table in found.get_table_names()
        for c in found.get_columns(table)
    }
    looks = (
        found.get_pk_constraint,
        found.get_foreign_keys,
        found.get_unique_constraints,
        found.get_indexes,
        found.get_check_constraints,
    )
    rules = {table: [sorted(map(repr, listed(look(table)))) for look in looks] for table in found.get_table_names()}
    return columns, rules


def listed(found):
    return found if isinstance(found, list) else [found]


def rows(connection):
    return [list(connection.execute(text(f"SELECT * FROM {name}"))) for name in ("meta", VERSION_TABLE)]  # noqa: S608


def test_tables_and_migrations_agree(own):
    """What the migrations make is what `store/tables/` says, of which a new store is made at once."""
    with own.transaction() as connection:
        at_once = made(connection), rows(connection)
        migrate(connection, "base")
        migrate(connection)

        assert [] == differences(connection)
        assert at_once == (made(connection), rows(connection))


def test_a_store_whose_migrations_were_all_taken_back(own):
    """A store that was emptied down to its version table becomes a new one."""
    with own.transaction() as connection:
        migrate(connection, "base")
    open_store(own.engine.url.render_as_string(hide_password=False)).close()
    with own.reading() as connection:
        assert [] == differences(connection)


def test_collations_on_postgresql(request):
    """Whatever the server's language, every text column compares by code point."""
    opened = open_store(request.getfixturevalue("postgresql")())
    with opened.reading() as connection:
        made = {(name, c["name"]): c["type"] for name in schema().tables for c in inspect(connection).get_columns(name)}
    opened.close()
    words = {(c.table.name, c.name) for table in schema().tables.values() for c in table.c if isinstance(c.type, Words)}

    assert {"C"} == {made[column].collation for column in words}


def test_down_and_up_again(own):
    """Every migration can be taken back."""
    with own.transaction() as connection:
        migrate(connection, "base")
        assert {VERSION_TABLE} == set(inspect(connection).get_table_names())
        migrate(connection)
        assert [] == differences(connection)


def test_the_history_of_an_older_program(own):
    """Loads that an older program wrote keep their numbers, findings and changes, and name their files themselves."""
    odd = Finding(rule="odd", severity=Severity.WARN, place="", message="请核对")
    makers.load(own, makers.statement(makers.target(yuan="1")), findings=[odd])
    makers.load(own, makers.statement(makers.target(yuan="2"), document="后", published=date(2024, 1, 1)))
    before = documents.loads(own), documents.changes(own)
    with own.transaction() as connection:
        migrate(connection, "0005")
        assert "undoes" not in {column["name"] for column in inspect(connection).get_columns("load")}
    with own.transaction() as connection:
        migrate(connection)
        assert [] == differences(connection)

    assert before == (documents.loads(own), documents.changes(own))
    assert 1 == undo(own, before[0][1].number, by="管理员", at=makers.NOW).changed


def test_an_older_program_again(own):
    """Going back forgets what the older program cannot hold: what was refused, and what was taken back."""
    kept = makers.load(own, makers.statement(makers.target(yuan="1")))
    gone = makers.load(own, makers.statement(makers.target(yuan="2"), document="后"))
    assert gone.load is not None
    undo(own, gone.load, by="管理员", at=makers.NOW)
    keep_refused(own, "坏.docx", "00", (), by="管理员", at=makers.NOW)
    with own.transaction() as connection:
        migrate(connection, "0005")
    with own.transaction() as connection:
        migrate(connection)

    assert [kept.load] == [load.number for load in documents.loads(own)]


def test_findings_of_an_older_program(own):
    """Findings that an older program wrote stay, of no target that anybody knows; on the way back they lose their target only."""
    odd = Finding(rule="odd", severity=Severity.WARN, place="第1张表", message="请核对", project="甲", unit="乙", year=2024)
    load = makers.load(own, makers.statement(), findings=[odd, odd]).load
    with own.transaction() as connection:
        migrate(connection, "0006")
        assert {"project", "unit", "year"}.isdisjoint(c["name"] for c in inspect(connection).get_columns("load_finding"))
        migrate(connection)
        assert [] == differences(connection)
        assert ["load"] == [key["referred_table"] for key in inspect(connection).get_foreign_keys("load_finding")]
        assert ["load_id", "position"] == inspect(connection).get_pk_constraint("load_finding")["constrained_columns"]

    assert 2 * (odd.model_copy(update=dict.fromkeys(("project", "unit", "year"))),) == documents.loads(own)[0].findings
    twice = f"INSERT INTO load_finding (load_id, position, rule, severity, place, message) VALUES ({load}, 0, '', '', '', '')"  # noqa: S608
    for wrong in (twice, twice.replace(f"VALUES ({load}", "VALUES (9999")):
        with pytest.raises(IntegrityError), own.transaction() as connection:
            connection.execute(text(wrong))


def test_the_newest_revision_is_known_without_alembic():
    """The names of the files say what alembic says: a start need not import it."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", store.migrations.__path__[0])
    scripts = ScriptDirectory.from_config(config)

    assert [known()[-1]] == scripts.get_heads()
    assert set(known()) == {script.revision for script in scripts.walk_revisions()}


def test_a_new_store_is_made_without_alembic(tmp_path):
    """The first load on a machine waits for no migrations."""
    address = f"sqlite:///{tmp_path}/new.db"
    program = f"import sys, store.database as d; d.open_store({address!r}).close(); sys.exit('alembic' in sys.modules)"

    assert 0 == subprocess.run([sys.executable, "-c", program], check=False).returncode


def test_a_start_with_nothing_to_do_is_quick(url):
    """A store that is up to date opens without alembic."""
    open_store(url).close()
    program = f"import sys, store.database as d; d.open_store({url!r}).close(); sys.exit('alembic' in sys.modules)"

    assert 0 == subprocess.run([sys.executable, "-c", program], check=False).returncode


def test_several_processes_start_at_once(request, tmp_path):
    """Processes that find no schema wait for the one that makes it."""
    for address in (f"sqlite:///{tmp_path}/new.db", emptied(request)):
        program = f"from store.database import open_store; open_store({address!r}).close()"
        started = [Running([program]) for _ in range(4)]
        assert [0, 0, 0, 0] == [process.wait() for process in started]


def emptied(request):
    opened = open_store(request.getfixturevalue("postgresql")())
    with opened.transaction() as connection:
        migrate(connection, "base")
        connection.execute(text(f"DROP TABLE {VERSION_TABLE}"))
    opened.close()
    return str(opened.engine.url)

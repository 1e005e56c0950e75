"""Writes the documents of 烽台市 from gold.jsonl: `python -m tests.questions.fengtai.make [FOLDER]`.

Laid out as those of 云岭县, but for the head of the form with a middle-term half.
"""

from pathlib import Path

from tests.questions import writing
from tests.questions.grids import Grid, Record, annual_body, annual_form, department, in_both
from tests.questions.yunling.make import both_halves, write_document


def form(record: Record) -> Grid:
    """The form of a record, by what it holds."""
    if not in_both(record):
        return annual_form(record, annual_body(record))
    return [
        [("项目名称", 2, 1), (record["project"], 6, 1)],
        [("主管部门及代码", 2, 1), (department(record), 6, 1)],
        [("实施单位", 2, 1), (record["unit"], 3, 1), ("项目属性", 2, 1), (record["attribute"], 1, 1)],
        *both_halves(record),
    ]


def write(path: Path, records: list[Record]) -> None:
    """One document."""
    write_document(path, records, form)


if __name__ == "__main__":
    writing.main(Path(__file__).parent, write)

"""Writes the documents of 澜桥区 from gold.jsonl: `python -m tests.questions.lanqiao.make [FOLDER]`.

Laid out as those of 东津区.
"""

from pathlib import Path

from tests.questions import writing
from tests.questions.dongjin.make import write_document
from tests.questions.grids import Record

TITLES = {
    "澜桥区财政局2024年度项目支出绩效目标.txt": "澜桥区财政局2024年度项目支出绩效目标",
    "教育系统2024年度项目支出绩效目标.docx": "澜桥区教育系统2024年度项目支出绩效目标",
    "澜桥区财政局2025年度项目支出绩效目标.txt": "澜桥区财政局2025年度项目支出绩效目标",
    "教育卫健系统2025年度项目支出绩效目标.docx": "澜桥区教育、卫健系统2025年度项目支出绩效目标",
    "住建交通2025年度项目支出绩效目标公开.docx": "澜桥区住建、交通2025年度项目支出绩效目标",
    "2025年镇街项目绩效目标汇总.xlsx": "澜桥区镇街项目支出绩效目标汇总表（2025年度）",
    "澜桥区财政局2026年度项目支出绩效目标.txt": "澜桥区财政局2026年度项目支出绩效目标",
    "教育卫健系统2026年度项目支出绩效目标.docx": "澜桥区教育、卫健系统2026年度项目支出绩效目标",
    "住建交通2026年度项目支出绩效目标公开.txt": "澜桥区住建、交通2026年度项目支出绩效目标",
    "农业应急2026年度项目绩效目标.xlsx": "澜桥区农业、应急2026年度项目支出绩效目标",
    "文旅系统2026年度项目支出绩效目标.txt": "澜桥区文旅系统2026年度项目支出绩效目标",
    "2026年镇街项目绩效目标汇总.xlsx": "澜桥区镇街项目支出绩效目标汇总表（2026年度）",
}


def write(path: Path, records: list[Record]) -> None:
    """One document."""
    write_document(path, TITLES[path.name], records, "澜桥区")


if __name__ == "__main__":
    writing.main(Path(__file__).parent, write)

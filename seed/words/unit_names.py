"""How offices, schools, townships and villages are called: enough to tell a unit from a project, not to know each of them."""

import re

from seed.words.labels import plain_of

_UNIT = re.compile(
    r"(?:局|委|委员会|办|办公室|政府|政协|人大|法院|检察院|中心|总站|站|所|队|支队|大队|馆|院|校|中学|小学|幼儿园|大学|学院|协会|联合会|"
    r"学会|总工会|工会|妇联|团委|党委|纪委|党校|银行|公司|厂|社|处|科|厅|街道|镇|乡|村|社区|农场|林场|县|区|市|开发区|管委会|县直)"
    r"(?:\(本级\)|本级|\(机关\)|机关)?"
)


def is_unit_name(text: str) -> bool:
    """Whether the text ends like the name of a unit or a place (“柳河镇”, “青禾县教育局（本级）”)."""
    plain = plain_of(text)
    return any(_UNIT.fullmatch(plain, start) for start in range(1, len(plain)))

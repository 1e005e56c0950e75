"""Whether the value of an indicator is a figure, so that at the end of the year it can be said to be reached (量化)."""

import re

from store.model import Indicator
from store.numerals import DIGIT_CHARACTERS
from store.text import normalized

# “每周两次”, “一年内”, “半年”; 一 in 进一步, 一定, 统一 counts nothing.
_COUNTED = re.compile(
    rf"[{DIGIT_CHARACTERS}十百千万半两]+(?:个|次|天|日|周|月|季|年|人|户|名|场|项|件|份|期|批|成|倍|元|万|%|小时|分钟|分之)"
)


def is_measured(indicator: Indicator) -> bool:
    """Whether the value holds a number: “≥95%”, “6月底前”, “每周两次”; “定性”, “有所提升”, “及时” and a blank hold none.

    The same that the remark value-qualitative and the rule of goals without a number (goal-vague) go by.
    """
    value = normalized(indicator.value)
    return bool(re.search(r"\d", value) or _COUNTED.search(value))

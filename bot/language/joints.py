"""Where a question is cut or joined: the signs and words between its clauses, its questions, and what it lists."""

from bot.language.patterns import Pattern

_COMMA, _STOP = ",，", "。;；?？!！\n"
_AND = "和与跟及、,，"

SENTENCE_END = Pattern(f"[{_STOP}]")
BREAK = Pattern(f"[{_COMMA}{_STOP}]")
CLAUSE_END = Pattern(rf"[{_COMMA}{_STOP}]|:(?!\d)")
"""What ends a sentence, a piece of one, and a clause, which a colon ends as well."""

PART = Pattern(rf"[{_COMMA}{_STOP}\s]|以及|还有")
APART = Pattern(rf"[{_COMMA}、;；。\s]")
"""What stands between things that are asked for, and what between two of which each is asked for by itself."""

FURTHER = Pattern(rf"[{_COMMA}{_STOP}:：、\s]+|其中|另外|还有|顺便")
AND = Pattern(rf"\s*(?:[{_AND};；]|以及|还有)\s*")
"""What a further question may begin behind, and what a second one in the same breath."""

LISTED = Pattern(f"[{_AND}/;；]|还有|以及|或者?")
"""What stands between the words of a list."""

"""Where a question is cut or joined: the signs and words between its clauses, its questions, and the names in it."""

from bot.language.patterns import Pattern

_COMMA, _STOP = ",，", "。;；?？!！"
_AND = "和与跟及、,，"

SENTENCE_END = Pattern(rf"[{_STOP}\n]")
BREAK = Pattern(rf"[{_COMMA}{_STOP}\n]")
CLAUSE_END = Pattern(rf"[{_COMMA}{_STOP}\n]|:(?!\d)")
"""What ends a sentence, a piece of one, and a clause, which a colon ends as well."""

PART = Pattern(rf"[{_COMMA}{_STOP}\s]|以及|还有")
APART = Pattern(r"[,，、;；。\s]")
"""What stands between things that are asked for, and what between two of which each is asked for by itself."""

FURTHER = Pattern(rf"[{_COMMA}{_STOP}:：、\s]+|其中|另外|还有|顺便")
AND = Pattern(rf"\s*(?:[{_AND};；]|以及|还有)\s*")
"""What a further question may begin behind, and what a second one in the same breath."""

BOTH = Pattern(rf"[{_AND}/;比\s对加除+]|还有|以及|或|不[含算包计]|去掉|扣|剔|减")
LISTED = Pattern(rf"[{_AND}/;；]|还有|以及|或者?")
"""What says of two names that both are meant, and what stands between words of a list."""

"""What all records have in common."""

from tests import makers


def test_records_of_the_same_fields_share_their_names():
    """What a record was given is kept once for all that were given the same, and a changed copy changes no other."""
    one, other = makers.target(project="甲"), makers.target(project="乙")
    before = set(other.model_fields_set)
    changed = one.model_copy(update={"blanks": ()})

    assert one.model_fields_set is other.model_fields_set
    assert before == other.model_fields_set
    assert changed == one

"""Files of names that are written whole or not at all."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path


def write_whole(path: Path, parts: Sequence[bytes]) -> None:
    """Writes the parts one after another, under another name in the same folder first.

    Who reads sees the old file or the new one, even after a power cut.
    """
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise

"""`wenxiao`: the command line.  Each file has the commands of one subject, `program.py` has them all."""

import gc
import os


def main() -> None:
    """The console script.

    All that is imported stays until the end: that the garbage collector looks through it again and again is a third of the start.
    The threads of numpy's linear algebra, which we have no use for, are another twentieth.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.disable()
    from bot.cli.program import run

    gc.freeze()
    gc.enable()
    run()

"""`wenxiao`: the command line.  Each file has the commands of one subject, `program.py` has them all."""

import gc


def main() -> None:
    """The console script.

    All that is imported stays until the end: that the garbage collector looks through it again and again is a third of the start.
    """
    gc.disable()
    from bot.cli.program import run

    gc.freeze()
    gc.enable()
    run()

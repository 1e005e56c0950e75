"""Makes the documents of this folder: `python -m tests.seed.golden.forms.make`."""

from pathlib import Path

from tests.seed.golden.forms import central, doubtful, eastern, western

if __name__ == "__main__":
    for name, made in {**eastern.FILES, **central.FILES, **western.FILES, **doubtful.FILES}.items():
        Path(__file__).with_name(name).write_bytes(made())

"""Follows the state of a page while it is drawn: what is cut off and how much shows through, both of which pdfminer leaves out."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol, cast

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager, PDFStackT
from pdfminer.pdftypes import dict_value, resolve1
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import Matrix, PathSegment, Rect, apply_matrix_pt


class Shown(NamedTuple):
    """What of that which is drawn now is seen: where (None: everywhere), and how much covers what is below it."""

    clip: Rect | None = None
    fill: float = 1.0  # 0 is fully transparent
    stroke: float = 1.0
    plain: bool = True  # not mixed with what is below, as highlighters are


class Follower(Protocol):
    """A device that wants to know."""

    shown: Shown


class Interpreter(PDFPageInterpreter):
    """Also finds back after a form that is drawn within the page."""

    def __init__(self, resources: PDFResourceManager, device: PDFDevice) -> None:
        super().__init__(resources, device)
        self._follower = cast(Follower, device)
        self._kept: list[Shown] = []
        self._clipping = False

    def do_W(self) -> None:  # noqa: N802
        """The path that follows cuts off what is outside of it."""
        self._clipping = True

    def do_W_a(self) -> None:  # noqa: N802
        """The same."""
        self._clipping = True

    def do_n(self) -> None:
        """Ends a path that is not painted."""
        if self._clipping:
            points = [point for outline in outlines(self.curpath, self.ctm) for point in outline]
            if points:
                xs, ys = [x for x, _y in points], [y for _x, y in points]
                shown = self._follower.shown
                self._follower.shown = shown._replace(clip=_shared(shown.clip, (min(xs), min(ys), max(xs), max(ys))))
        self._clipping = False
        super().do_n()

    def do_gs(self, name: PDFStackT) -> None:
        """Takes over a set of parameters (ExtGState; ISO 32000-1, 8.4.5)."""
        resources = cast(dict[str, object], self.resources)
        said = dict_value(dict_value(resources.get("ExtGState", {})).get(literal_name(name), {}))
        shown = self._follower.shown
        fill, stroke, mixed = (resolve1(said.get(key)) for key in ("ca", "CA", "BM"))
        if isinstance(fill, int | float):
            shown = shown._replace(fill=float(fill))
        if isinstance(stroke, int | float):
            shown = shown._replace(stroke=float(stroke))
        if mixed is not None:
            shown = shown._replace(plain=isinstance(mixed, PSLiteral) and literal_name(mixed) in ("Normal", "Compatible"))
        self._follower.shown = shown

    def do_q(self) -> None:
        """Keeps the state."""
        self._kept.append(self._follower.shown)
        super().do_q()

    def do_Q(self) -> None:  # noqa: N802
        """Takes it back."""
        if self._kept:
            self._follower.shown = self._kept.pop()
        super().do_Q()

    def do_Do(self, xobjid_arg: PDFStackT) -> None:  # noqa: N802
        """Draws a form or a picture."""
        shown = self._follower.shown
        super().do_Do(xobjid_arg)
        self._follower.shown = shown
        self.device.set_ctm(self.ctm)


def outlines(path: Sequence[PathSegment], ctm: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The corners of each part of the path; where it bends it breaks."""
    points: list[tuple[float, float]] = []
    start = (0.0, 0.0)
    for segment in path:
        if segment[0] == "h":
            points += [start] if points else []
            continue
        numbers = tuple(map(float, segment[1:]))
        end = apply_matrix_pt(ctm, (numbers[-2], numbers[-1]))
        if segment[0] != "l":
            if len(points) > 1:
                yield points
            points = []
            start = end if segment[0] == "m" else start
        points.append(end)
    if len(points) > 1:
        yield points


def _shared(clip: Rect | None, other: Rect) -> Rect:
    if clip is None:
        return other
    return max(clip[0], other[0]), max(clip[1], other[1]), min(clip[2], other[2]), min(clip[3], other[3])

"""A still picture of a network as SVG, drawn without a browser: for reports, and for a README."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from cinegraph.model import EntityType
from cinegraph.network import Selection, overview, positions
from cinegraph.network.graph import parallels
from cinegraph.network.layout import radius
from cinegraph.network.style import STATUS_STYLES, TYPE_STYLES

if TYPE_CHECKING:
    import networkx as nx

_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"
_MARGIN = 64
_LEGEND = 46
_LINE = 15.0
_ASIDE = 0.18
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Paint:
    """The colours of a light or a dark picture."""

    paper: str
    text: str
    soft: str
    edge: str
    alarm: str
    accent: str

    def rules(self, dark: bool) -> str:
        """A style sheet of these colours."""
        shapes = [
            f".{kind.value}{{fill:{style.dark_colour if dark else style.colour};"
            f"stroke:{style.dark_outline if dark else style.outline}}}"
            for kind, style in TYPE_STYLES.items()
        ]
        return "".join(
            [
                f".paper{{fill:{self.paper}}}.line{{stroke:{self.edge}}}.line.alarm{{stroke:{self.alarm}}}",
                f"text{{fill:{self.text};stroke:{self.paper}}}.soft{{fill:{self.soft};stroke:none}}",
                f".ring{{fill:none;stroke:{self.accent}}}",
                *shapes,
            ]
        )


_LIGHT = _Paint("#faf9f6", "#1c1b1a", "#5d5a55", "#8c877d", "#b03a00", "#005c94")
_DARK = _Paint("#131417", "#eceae6", "#a8a49c", "#7d8088", "#ff9d66", "#7cc4f5")


@dataclass(frozen=True, slots=True)
class _Spot:
    """A node as it is drawn."""

    id: str
    label: str
    type: EntityType
    degree: int
    x: float
    y: float
    radius: float


def write_picture(
    selection: Selection | nx.MultiDiGraph,
    *,
    title: str | None = None,
    width: int = 960,
    height: int = 640,
    dark: bool | None = None,
) -> str:
    """What a selection shows as one SVG picture, with a legend; the same selection always gives the same text.

    :param selection: what to show; of a whole graph, its overview
    :param title: a title other than the selection's own, for those who hear the picture
    :param dark: on dark paper or on light; None leaves it to the wish of whoever looks at it

    >>> import networkx as nx
    >>> write_picture(nx.MultiDiGraph(articles={})).startswith("<svg")
    True
    """
    chosen = selection if isinstance(selection, Selection) else overview(selection)
    graph = chosen.visible()
    spots, scale = _placed(graph, width, height - _LEGEND)
    by_id = {spot.id: spot for spot in spots}
    offsets = parallels(graph)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" font-family="{_FONT}">',
        f"<title>{_text(title or chosen.title)}</title>",
        f"<style>{_style(dark)}</style>",
        f'<rect class="paper" width="{width}" height="{height}"/>',
        *(
            _line(by_id, edge, scale, offsets.get(edge[2], 0.0))
            for edge in sorted(graph.edges(keys=True, data=True), key=lambda e: e[2])
        ),
        *(_ring(by_id[node]) for node in (chosen.focus,) if node in by_id),
        *map(_shape, spots),
        *_labels(spots, chosen.focus, width, height - _LEGEND),
        *_legend(graph, width, height),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _style(dark: bool | None) -> str:
    if dark is not None:
        return (_DARK if dark else _LIGHT).rules(dark)
    return f"{_LIGHT.rules(False)}@media(prefers-color-scheme:dark){{{_DARK.rules(True)}}}"


def _placed(graph: nx.MultiDiGraph, width: int, height: int) -> tuple[list[_Spot], float]:
    """The nodes, scaled to fill the picture, those with few neighbours first; and the scale."""
    places = positions(graph)
    if not places:
        return [], 1.0
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    across, down = max(max(xs) - min(xs), 1), max(max(ys) - min(ys), 1)
    scale = min((width - 2 * _MARGIN) / across, (height - 2 * _MARGIN) / down, 1.4)
    swell = min(max(scale, 0.12), 1.0) ** -0.4 * scale
    spots = [
        _Spot(
            id=node,
            label=data["label"],
            type=EntityType(data["type"]),
            degree=data["degree"],
            x=width / 2 + (places[node][0] - (min(xs) + max(xs)) / 2) * scale,
            y=height / 2 + (places[node][1] - (min(ys) + max(ys)) / 2) * scale,
            radius=radius(data["degree"]) * swell,
        )
        for node, data in graph.nodes(data=True)
    ]
    return sorted(spots, key=lambda spot: (spot.degree, spot.id)), scale


def _line(by_id: dict[str, _Spot], edge: tuple[str, str, str, dict[str, Any]], scale: float, offset: float) -> str:
    a, b, status = by_id[edge[0]], by_id[edge[1]], edge[3]["status"]
    dashes = " ".join(str(dash) for dash in STATUS_STYLES[status].dashes)
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    thin = max(0.6, min(1.3, 1.6 * scale))
    aside = offset * _ASIDE * (1 if a.id <= b.id else -1)
    middle_x, middle_y = (a.x + b.x) / 2 - (b.y - a.y) * aside, (a.y + b.y) / 2 + (b.x - a.x) * aside
    way = f"Q{middle_x:.1f} {middle_y:.1f} {b.x:.1f} {b.y:.1f}" if offset else f"L{b.x:.1f} {b.y:.1f}"
    opacity = ".9" if _line_class(status) != "line" else ".5"
    return (
        f'<path class="{_line_class(status)}" d="M{a.x:.1f} {a.y:.1f}{way}" fill="none" stroke-opacity="{opacity}" '
        f'stroke-width="{thin:.2f}"{dashed}/>'
    )


def _line_class(status: str) -> str:
    return "line alarm" if status in {"disputed", "denied"} else "line"


def _ring(spot: _Spot) -> str:
    """What marks the name that the picture is about."""
    return (
        f'<path class="ring" transform="translate({spot.x:.1f} {spot.y:.1f}) scale({spot.radius * 1.2 + 4:.2f})" '
        f'd="{TYPE_STYLES[EntityType.PERSON].path}" stroke-width=".12"/>'
    )


def _shape(spot: _Spot) -> str:
    style = TYPE_STYLES[spot.type]
    return (
        f'<path class="{spot.type.value}" transform="translate({spot.x:.1f} {spot.y:.1f}) scale({spot.radius:.2f})" '
        f'd="{style.path}" stroke-width=".13"><title>{_text(spot.label)}</title></path>'
    )


def _labels(spots: Sequence[_Spot], focus: str | None, width: int, height: int) -> list[str]:
    """Labels of the best connected nodes, each where it covers neither another label nor a bigger shape."""
    big, small = ([_box(spot) for spot in spots if (spot.degree >= 8) == wanted] for wanted in (True, False))
    taken: list[_Box] = []
    found = []
    for spot in sorted(spots, key=lambda spot: (spot.id != focus, -spot.degree, spot.id)):
        size = min(max(11 + math.sqrt(spot.degree) * 0.6, 12.5), 15)
        label = _shortened(spot.label)
        half, gap = text_width(label) * size / 2 + 2, spot.radius + (8 if spot.id == focus else 3)
        middles = [
            (spot.x, spot.y + gap + 8),
            (spot.x, spot.y - gap - 8),
            (spot.x + gap + half, spot.y),
            (spot.x - gap - half, spot.y),
        ]
        boxes = [(x - half, y - _LINE / 2, x + half, y + _LINE / 2) for x, y in middles]
        inside = [box for box in boxes if box[0] > 4 and box[1] > 4 and box[2] < width - 4 and box[3] < height - 4]
        # a label rather covers a small shape than to be missing from a name that many are tied to
        barriers = [[*taken, *big, *small], [*taken, *big]] if spot.degree >= 8 else [[*taken, *big, *small]]
        free = [box for others in barriers for box in inside if not any(_meet(box, other) for other in others)]
        if free:
            taken.append(free[0])
            found.append(_label(label, free[0], size, 600 if spot.degree > 11 or spot.id == focus else 500))
    return found


def _box(spot: _Spot) -> _Box:
    half = spot.radius * 0.8
    return spot.x - half, spot.y - half, spot.x + half, spot.y + half


def _label(label: str, box: _Box, size: float, weight: int) -> str:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:.1f}" font-weight="{weight}" text-anchor="middle" '
        f'dominant-baseline="central" stroke-width="3.5" '
        f'stroke-linejoin="round" paint-order="stroke">{_text(label)}</text>'
    )


def _legend(graph: nx.MultiDiGraph, width: int, height: int) -> list[str]:
    """The types and the degrees of certainty that occur, in a row at the foot, made smaller where it is too long."""
    types = {kind for _, kind in graph.nodes(data="type")}
    statuses = {status for *_, status in graph.edges(data="status")}
    x, y = 0.0, 0.0
    parts = []
    for kind in EntityType:
        if kind.value in types:
            parts.append(_shape(_Spot("", "", kind, 0, x + 7, y, 7)))
            parts.append(_word(TYPE_STYLES[kind].plural, x + 20, y))
            x += 40 + text_width(TYPE_STYLES[kind].plural) * 12
    for status in STATUS_STYLES:
        if status in statuses and status != "accepted":
            dashes = " ".join(str(dash) for dash in STATUS_STYLES[status].dashes)
            parts.append(
                f'<path class="{_line_class(status)}" d="M{x:.1f} {y:.1f}h26" stroke-width="2" '
                f'stroke-dasharray="{dashes}"/>'
            )
            parts.append(_word(status, x + 33, y))
            x += 52 + text_width(status) * 12
    fit = min(1.0, (width - 40) / max(x, 1))
    return [f'<g transform="translate(24 {height - _LEGEND / 2:.0f}) scale({fit:.3f})">', *parts, "</g>"]


def _word(text: str, x: float, y: float) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" font-size="12" dominant-baseline="central"'
    return f'<text class="soft" {place}>{escape(text)}</text>'


def text_width(text: str) -> float:
    """About how wide a text is in a sans-serif type, in ems; wide scripts count double.

    >>> text_width("Cannes") < text_width("Festival de Cannes") < 12
    True
    """
    return sum(_letter_width(letter) for letter in text)


def _letter_width(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    return 0.34 if letter in " .,'’il|!:;" else 0.6


def _shortened(text: str) -> str:
    return text if len(text) <= 26 else text[:25].rstrip() + "…"


def _meet(a: _Box, b: _Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _text(text: str) -> str:
    """Escaped text without what XML cannot hold."""
    return escape(_NOT_XML.sub("\ufffd", text))

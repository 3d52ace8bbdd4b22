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
from cinegraph.network.layout import radius
from cinegraph.network.style import STATUS_STYLES, TYPE_STYLES

if TYPE_CHECKING:
    import networkx as nx

_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"
_MARGIN = 64
_LEGEND = 46
_LINE = 15.0
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


_LIGHT = _Paint("#faf9f6", "#1c1b1a", "#5d5a55", "#8c877d", "#b03a00")
_DARK = _Paint("#131417", "#eceae6", "#a8a49c", "#7d8088", "#ff9d66")


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
    width: int = 1200,
    height: int = 800,
    dark: bool = False,
) -> str:
    """What a selection shows as one SVG picture, with a legend; the same selection always gives the same text.

    :param selection: what to show; of a whole graph, its overview
    :param title: a title other than the selection's own, for those who hear the picture

    >>> import networkx as nx
    >>> write_picture(nx.MultiDiGraph(articles={})).startswith("<svg")
    True
    """
    chosen = selection if isinstance(selection, Selection) else overview(selection)
    graph, paint = chosen.visible(), _DARK if dark else _LIGHT
    spots, scale = _placed(graph, width, height - _LEGEND)
    by_id = {spot.id: spot for spot in spots}
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" font-family="{_FONT}">',
        f"<title>{_text(title or chosen.title)}</title>",
        f'<rect width="{width}" height="{height}" fill="{paint.paper}"/>',
        *(_line(by_id, edge, paint, scale) for edge in sorted(graph.edges(keys=True, data=True), key=lambda e: e[2])),
        *(_shape(spot, dark) for spot in spots),
        *_labels(spots, paint, width, height - _LEGEND),
        *_legend(graph, paint, dark, width, height),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


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


def _line(by_id: dict[str, _Spot], edge: tuple[str, str, str, dict[str, Any]], paint: _Paint, scale: float) -> str:
    a, b, status = by_id[edge[0]], by_id[edge[1]], edge[3]["status"]
    colour = paint.alarm if status in {"disputed", "denied"} else paint.edge
    dashes = " ".join(str(dash) for dash in STATUS_STYLES[status].dashes)
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    thin = max(0.6, min(1.3, 1.6 * scale))
    return (
        f'<path d="M{a.x:.1f} {a.y:.1f}L{b.x:.1f} {b.y:.1f}" stroke="{colour}" stroke-opacity=".5" '
        f'stroke-width="{thin:.2f}"{dashed}/>'
    )


def _shape(spot: _Spot, dark: bool) -> str:
    style = TYPE_STYLES[spot.type]
    fill, line = (style.dark_colour, style.dark_outline) if dark else (style.colour, style.outline)
    return (
        f'<path transform="translate({spot.x:.1f} {spot.y:.1f}) scale({spot.radius:.2f})" d="{style.path}" '
        f'fill="{fill}" stroke="{line}" stroke-width=".13"><title>{_text(spot.label)}</title></path>'
    )


def _labels(spots: Sequence[_Spot], paint: _Paint, width: int, height: int) -> list[str]:
    """Labels of the best connected nodes, each where it covers neither another label nor a bigger shape."""
    big, small = ([_box(spot) for spot in spots if (spot.degree >= 8) == wanted] for wanted in (True, False))
    taken: list[_Box] = []
    found = []
    for spot in reversed(spots):
        size = min(max(10.5 + math.sqrt(spot.degree) * 0.55, 11.5), 15)
        label = _shortened(spot.label)
        half, gap = text_width(label) * size / 2 + 2, spot.radius + 3
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
            found.append(_label(label, free[0], size, 600 if spot.degree > 11 else 500, paint))
    return found


def _box(spot: _Spot) -> _Box:
    half = spot.radius * 0.8
    return spot.x - half, spot.y - half, spot.x + half, spot.y + half


def _label(label: str, box: _Box, size: float, weight: int, paint: _Paint) -> str:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:.1f}" font-weight="{weight}" text-anchor="middle" '
        f'dominant-baseline="central" fill="{paint.text}" stroke="{paint.paper}" stroke-width="3.5" '
        f'stroke-linejoin="round" paint-order="stroke">{_text(label)}</text>'
    )


def _legend(graph: nx.MultiDiGraph, paint: _Paint, dark: bool, width: int, height: int) -> list[str]:
    """The types and the degrees of certainty that occur, in a row at the foot, made smaller where it is too long."""
    types = {kind for _, kind in graph.nodes(data="type")}
    statuses = {status for *_, status in graph.edges(data="status")}
    x, y = 0.0, 0.0
    parts = []
    for kind in EntityType:
        if kind.value in types:
            parts.append(_shape(_Spot("", "", kind, 0, x + 7, y, 7), dark))
            parts.append(_word(TYPE_STYLES[kind].plural, x + 20, y, paint))
            x += 40 + text_width(TYPE_STYLES[kind].plural) * 12
    for status in STATUS_STYLES:
        if status in statuses and status != "accepted":
            colour = paint.alarm if status in {"disputed", "denied"} else paint.soft
            dashes = " ".join(str(dash) for dash in STATUS_STYLES[status].dashes)
            parts.append(
                f'<path d="M{x:.1f} {y:.1f}h26" stroke="{colour}" stroke-width="2" stroke-dasharray="{dashes}"/>'
            )
            parts.append(_word(status, x + 33, y, paint))
            x += 52 + text_width(status) * 12
    fit = min(1.0, (width - 40) / max(x, 1))
    return [f'<g transform="translate(24 {height - _LEGEND / 2:.0f}) scale({fit:.3f})">', *parts, "</g>"]


def _word(text: str, x: float, y: float, paint: _Paint) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" font-size="12" dominant-baseline="central"'
    return f'<text {place} fill="{paint.soft}">{escape(text)}</text>'


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

"""Draw a reliability curve: what scores claim against what holds, each tenth's dot as large as it is full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.evaluation.reliability import Bin

_SIDE, _LEFT, _TOP = 320, 64, 24
_STYLE = (
    "text{font:13px sans-serif;fill:#222}.axis{stroke:#888;fill:none}.ideal{stroke:#999;stroke-dasharray:5 4}"
    ".curve{stroke:#1f5fa8;fill:none;stroke-width:2}.dot{fill:#1f5fa8;fill-opacity:.65}"
)


def draw(bins: Sequence[Bin], path: Path) -> None:
    """Write the curve as one SVG file."""
    width, height = _SIDE + _LEFT + 24, _SIDE + _TOP + 56
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    title = "Share of attributions that are right, by score"
    parts = [f'{head} role="img">', f"<title>{title}</title>", f"<style>{_STYLE}</style>"]
    parts.append(f'<rect width="{width}" height="{height}" fill="#fff"/>')
    parts += [*_axes(), *_curve(bins), "</svg>"]
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")


def _axes() -> Iterator[str]:
    yield f'<rect class="axis" x="{_LEFT}" y="{_TOP}" width="{_SIDE}" height="{_SIDE}"/>'
    yield f'<line class="ideal" x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}"/>'
    for tick in (0, 0.2, 0.4, 0.6, 0.8, 1):
        yield f'<text x="{_x(tick)}" y="{_y(0) + 18}" text-anchor="middle">{tick:g}</text>'
        yield f'<text x="{_LEFT - 8}" y="{_y(tick) + 4}" text-anchor="end">{tick:g}</text>'
    yield f'<text x="{_x(0.5)}" y="{_y(0) + 40}" text-anchor="middle">score</text>'
    yield f'<text transform="translate(18 {_y(0.5)}) rotate(-90)" text-anchor="middle">right, of those found</text>'


def _curve(bins: Sequence[Bin]) -> Iterator[str]:
    points = " ".join(f"{_x(each.claimed)},{_y(each.right)}" for each in bins)
    yield f'<polyline class="curve" points="{points}"/>'
    most = max(each.count for each in bins)
    for each in bins:
        told = f"{each.count} attributions, mean score {each.claimed:.2f}, {each.right:.0%} right"
        radius = 3 + 9 * (each.count / most) ** 0.5
        dot = f'<circle class="dot" cx="{_x(each.claimed)}" cy="{_y(each.right)}" r="{radius:.1f}">'
        yield f"{dot}<title>{told}</title></circle>"


def _x(share: float) -> float:
    return round(_LEFT + share * _SIDE, 1)


def _y(share: float) -> float:
    return round(_TOP + (1 - share) * _SIDE, 1)

"""Where the nodes of a network stand: by stress majorisation, then apart.

Plain arithmetic in a fixed order, so that the same network looks the same on every machine.
"""

from collections.abc import Mapping, Sequence
from math import sqrt

Point = tuple[float, float]
ROUNDS = 150  # of 24 nodes nothing moves by a pixel after 80


def placed(
    names: Sequence[str], ties: Mapping[tuple[str, str], float], width: float, height: float
) -> dict[str, Point]:
    """A point in the box for every name; those with a tie (by pair, any order) stand near one another.

    E. Gansner, Y. Koren and S. North, "Graph Drawing by Stress Majorization" (2004), with the local update; the wanted
    distance is the number of ties between two nodes, shorter where a tie is strong.
    """
    count = len(names)
    if count == 0:
        return {}
    far = _distances(names, ties)
    at = _circle(count)
    for _ in range(ROUNDS):
        for i in range(count):
            at[i] = _pulled(i, at, far)
    return dict(zip(names, _fitted(at, width, height), strict=True))


def apart(
    at: Mapping[str, Point], sizes: Mapping[str, Point], width: float, height: float, rounds: int = 200
) -> dict[str, Point]:
    """The points moved until boxes of the given sizes around them no longer overlap, as far as the room allows."""
    names, moved = list(at), {name: list(point) for name, point in at.items()}
    for _ in range(rounds):
        still = True
        for i, a in enumerate(names):
            for b in names[i + 1 :]:
                dx, dy = moved[b][0] - moved[a][0], moved[b][1] - moved[a][1]
                over = (sizes[a][0] + sizes[b][0]) / 2 - abs(dx), (sizes[a][1] + sizes[b][1]) / 2 - abs(dy)
                if over[0] <= 0 or over[1] <= 0:
                    continue
                still = False
                # the way out that is shorter for the shape of the box
                axis = 0 if over[0] / width < over[1] / height else 1
                step = (over[axis] / 2 + 0.5) * (1 if (dx, dy)[axis] >= 0 else -1)
                moved[a][axis] -= step
                moved[b][axis] += step
        for name in names:
            for axis, room in ((0, width), (1, height)):
                edge = min(sizes[name][axis], room) / 2
                moved[name][axis] = min(max(moved[name][axis], edge), room - edge)
        if still:
            break
    return {name: (round(x, 1), round(y, 1)) for name, (x, y) in moved.items()}


def _distances(names: Sequence[str], ties: Mapping[tuple[str, str], float]) -> list[list[float]]:
    """The length of the shortest way between every two nodes; unconnected ones are one longer than the longest."""
    count, place = len(names), {name: i for i, name in enumerate(names)}
    none = float("inf")
    far = [[0.0 if i == j else none for j in range(count)] for i in range(count)]
    for (a, b), weight in sorted(ties.items()):
        i, j = place[a], place[b]
        if i != j:
            far[i][j] = far[j][i] = min(far[i][j], 0.85 + 0.35 / sqrt(max(weight, 1)))
    for k in range(count):
        for i in range(count):
            for j in range(count):
                far[i][j] = min(far[i][j], far[i][k] + far[k][j])
    longest = max((d for row in far for d in row if d < none), default=0.0) + 1
    return [[d if d < none else longest for d in row] for row in far]


def _circle(count: int) -> list[Point]:
    """Points evenly around a square, which needs no sine; the first stands in the middle."""
    made: list[Point] = [(0.0, 0.0)]
    for i in range(count - 1):
        side, along = divmod(4 * i / (count - 1), 1)
        step = 2 * along - 1
        made.append(((step, -1.0), (1.0, step), (-step, 1.0), (-1.0, -step))[int(side)])
    return made


def _pulled(i: int, at: Sequence[Point], far: Sequence[Sequence[float]]) -> Point:
    """Where a node wants to be, given where all others are."""
    x = y = total = 0.0
    for j, other in enumerate(at):
        if j == i:
            continue
        dx, dy = at[i][0] - other[0], at[i][1] - other[1]
        length = sqrt(dx * dx + dy * dy) or 1e-6
        weight = 1 / (far[i][j] * far[i][j])
        x += weight * (other[0] + far[i][j] * dx / length)
        y += weight * (other[1] + far[i][j] * dy / length)
        total += weight
    return (x / total, y / total) if total else (0.0, 0.0)


def _fitted(at: Sequence[Point], width: float, height: float) -> list[Point]:
    """The points stretched over the box."""
    low = [min(p[axis] for p in at) for axis in (0, 1)]
    high = [max(p[axis] for p in at) for axis in (0, 1)]
    span = [high[axis] - low[axis] or 1.0 for axis in (0, 1)]
    if len(at) == 1:
        return [(width / 2, height / 2)]
    return [((x - low[0]) / span[0] * width, (y - low[1]) / span[1] * height) for x, y in at]

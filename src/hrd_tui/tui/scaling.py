"""Pictures in fewer pixels."""

from hrd_tui.desk.pixels import Pixels


def fit(width: int, height: int, most_wide: int, most_high: int) -> tuple[int, int]:
    """The size of a picture that keeps its shape within bounds, never larger than it is; one pixel at least."""
    share = min(1.0, most_wide / width, most_high / height)
    return max(1, round(width * share)), max(1, round(height * share))


def scaled(pixels: Pixels, width: int, height: int, samples: int = 2) -> Pixels:
    """The picture in another size, each pixel the mean of `samples` by `samples` places of it."""
    if (width, height) == (pixels.width, pixels.height):
        return pixels
    across = [_places(pixels.width, width, samples, at) for at in range(samples)]
    down = [_places(pixels.height, height, samples, at) for at in range(samples)]
    count = samples * samples
    rows = []
    for y in range(height):
        taken = []
        for places in down:
            start = places[y] * pixels.width * 3
            row = pixels.data[start : start + pixels.width * 3]
            taken += [b"".join(row[x * 3 : x * 3 + 3] for x in xs) for xs in across]
        rows.append(bytes(sum(values) // count for values in zip(*taken, strict=True)))
    return Pixels(width, height, b"".join(rows))


def _places(before: int, after: int, samples: int, at: int) -> list[int]:
    return [(index * samples + at) * before // (after * samples) for index in range(after)]

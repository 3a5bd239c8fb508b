"""The layout pass: widths flow down, heights come back, and every node gets its rectangle and id."""

from pygame import Rect

from game.stage.node import Align, Node, Size
from game.stage.typeset import Typesetter, aligned

_NARROWEST = 40.0  # a cut line never asks for less than this


class Layout:
    """Lays out one tree at one scale. `scale` is pixels per logical unit, `text_scale` the same for text."""

    def __init__(self, setter: Typesetter, scale: float, text_scale: float, offsets: dict[str, int]) -> None:
        self.setter = setter
        self.scale = scale
        self.text_scale = text_scale
        self.offsets = offsets  # scroll offsets in pixels, by node id

    def arrange(self, root: Node, rect: Rect, clip: Rect) -> None:
        """Give `root` and everything below it ids, rectangles, clips and set text."""
        _name(root, "")
        self._place(root, rect, clip)

    def respot(self, node: Node) -> None:
        """Ask a canvas where its spots are now, and place them."""
        self._place_spots(node, node.rect, node.clip)

    # Measuring

    def px(self, units: float) -> int:
        """Logical units as pixels; a non-zero size never vanishes."""
        return max(1, round(units * self.scale)) if units > 0 else 0

    def size(self, wish: Size) -> int:
        """A fixed wish as pixels."""
        return self.px(wish.amount * (self.text_scale / self.scale if wish.with_text else 1.0))

    def widths(self, node: Node) -> tuple[int, int]:
        """Narrowest and preferred width of the node, padding included."""
        if node.natural is None:
            node.natural = self._widths(node)
        return node.natural

    def _widths(self, node: Node) -> tuple[int, int]:
        if node.width.kind == "fixed":
            return (self.size(node.width),) * 2
        sides = self.px(node.pad[0]) + self.px(node.pad[2])
        low, high = self._word_widths(node)
        if node.children:
            inner = [self.widths(child) for child in node.children]
            gaps = self.px(node.gap) * (len(inner) - 1)
            if node.axis == "row":
                low, high = sum(w[0] for w in inner) + gaps, sum(w[1] for w in inner) + gaps
            elif node.axis == "flow":
                low, high = max(w[0] for w in inner), sum(w[1] for w in inner) + gaps
            else:
                low, high = max(w[0] for w in inner), max(w[1] for w in inner)
        bar = self.px(12) if node.axis == "scroll" else 0
        low, high = low + sides + bar, high + sides + bar
        if node.most_width is not None:
            high = min(high, self.size(node.most_width))
        return min(low, high), high

    def _word_widths(self, node: Node) -> tuple[int, int]:
        if node.words is None:
            return 0, 0
        high = self.setter.set(node.words.spans, self.text_scale, 1_000_000).width
        if node.words.lines == 1:
            return min(high, self.px(_NARROWEST)), high
        return min(high, self.setter.longest_word(node.words.spans, self.text_scale)), high

    def height(self, node: Node, width: int) -> int:
        """Height the node needs at this width. A fixed height is a least height: content may need more."""
        if width not in node.measures:
            least = self.size(node.height) if node.height.kind == "fixed" else 0
            node.measures[width] = max(least, self._content_height(node, width))
        return node.measures[width]

    def _content_height(self, node: Node, width: int) -> int:
        inner = width - self.px(node.pad[0]) - self.px(node.pad[2])
        ends = self.px(node.pad[1]) + self.px(node.pad[3])
        if node.axis == "scroll":
            if node.height.kind == "auto":
                return ends + sum(self.height(child, inner) for child in node.children)
            return ends
        if node.axis == "canvas":
            return ends
        if node.words is not None:
            return ends + self.setter.set(node.words.spans, self.text_scale, inner, node.words.lines).height
        gaps = self.px(node.gap) * max(0, len(node.children) - 1)
        if node.axis == "row":
            shares = self._shares(node, inner)
            heights = [self.height(c, w) for c, w in zip(node.children, shares, strict=True)]
            return ends + max(heights, default=0)
        if node.axis == "flow":
            rows = self._flow(node, inner)
            gaps = self.px(node.gap) * max(0, len(rows) - 1)
            return ends + gaps + sum(max(self.height(c, w) for c, w in row) for row in rows)
        if node.axis == "stack":
            return ends + max(
                (self.height(c, self._across(c, inner, node.align)) for c in node.children), default=0
            )
        heights = [self.height(c, self._across(c, inner, node.align)) for c in node.children]
        return ends + gaps + sum(heights)

    def _across(self, child: Node, inner: int, align: Align) -> int:
        """Width of a child in a column."""
        if child.width.kind == "fixed":
            return min(inner, self.size(child.width))
        most = inner if child.most_width is None else min(inner, self.size(child.most_width))
        if child.width.kind == "flex" or align == "stretch":
            return most
        return min(most, self.widths(child)[1])

    def _shares(self, node: Node, inner: int) -> list[int]:
        """Widths of the children of a row: fixed first, then content, then the rest in shares."""
        left = inner - self.px(node.gap) * max(0, len(node.children) - 1)
        low = [self.widths(c)[0] for c in node.children]
        flexes = [c.width.amount if c.width.kind == "flex" else 0.0 for c in node.children]
        wish = [0 if flexes[i] else self.widths(c)[1] for i, c in enumerate(node.children)]
        kept = sum(low[i] for i, share in enumerate(flexes) if share)
        over = sum(wish) + kept - left
        if over > 0:
            wish = _squeeze(wish, [min(a, b) for a, b in zip(wish, low, strict=True)], over)
        return _spread(wish, flexes, low, left - sum(wish))

    def _flow(self, node: Node, inner: int) -> list[list[tuple[Node, int]]]:
        rows: list[list[tuple[Node, int]]] = [[]]
        used = 0
        gap = self.px(node.gap)
        for child in node.children:
            width = min(inner, self.widths(child)[1])
            if rows[-1] and used + gap + width > inner:
                rows.append([])
                used = 0
            used += width + (gap if rows[-1] else 0)
            rows[-1].append((child, width))
        return [row for row in rows if row]

    # Placing

    def _place(self, node: Node, rect: Rect, clip: Rect) -> None:
        node.rect, node.clip = rect, clip
        left, top = self.px(node.pad[0]), self.px(node.pad[1])
        inner = Rect(rect.x + left, rect.y + top, rect.width - left - self.px(node.pad[2]), 0)
        inner.height = rect.height - top - self.px(node.pad[3])
        if node.words is not None:
            self._place_words(node, inner)
        elif node.axis == "canvas":
            self._place_spots(node, rect, clip)
        elif node.axis == "scroll":
            self._place_scroll(node, inner, clip)
        elif node.axis == "row":
            self._place_row(node, inner, clip)
        elif node.axis == "flow":
            self._place_flow(node, inner, clip)
        elif node.axis == "stack":
            for child in node.children:
                self._place_stacked(node, child, inner, clip)
        else:
            self._place_column(node, inner, clip)

    def _place_words(self, node: Node, inner: Rect) -> None:
        words = node.words
        assert words is not None
        node.setting = self.setter.set(words.spans, self.text_scale, inner.width, words.lines)
        if node.setting.cut and not node.tooltip:
            node.tooltip = words.plain
        top = inner.y + (max(0, inner.height - node.setting.height) // 2 if node.justify == "centre" else 0)
        node.text_boxes = [
            Rect(
                inner.x + aligned(line.width, inner.width, words.align),
                top + line.top,
                line.width,
                line.height,
            )
            for line in node.setting.lines
            if line.width
        ]

    def _place_spots(self, node: Node, rect: Rect, clip: Rect) -> None:
        inside = rect.clip(clip)
        if node.spots is not None:
            node.children = node.spots(rect)
            for number, child in enumerate(node.children):
                _name(child, node.id, number)
        for child in node.children:
            self._place(child, child.rect, inside)

    def _place_scroll(self, node: Node, inner: Rect, clip: Rect) -> None:
        width = inner.width
        needed = sum(self.height(c, width) for c in node.children)
        if needed > inner.height:
            width = inner.width - self.px(12)
            needed = sum(self.height(c, width) for c in node.children)
        node.content_height = needed
        most = max(0, needed - inner.height)
        offset = min(self.offsets.get(node.id, 0), most)
        self.offsets[node.id] = offset
        if most and not any(below.focusable for below in node.walk()):
            node.focusable = True
        y = inner.y - offset
        for child in node.children:
            height = self.height(child, width)
            if child.height.kind == "flex":
                height = max(height, inner.height)
            self._place(child, Rect(inner.x, y, width, height), inner.clip(clip))
            y += height

    def _place_row(self, node: Node, inner: Rect, clip: Rect) -> None:
        shares = self._shares(node, inner.width)
        gap = self.px(node.gap)
        slack = inner.width - sum(shares) - gap * max(0, len(shares) - 1)
        x, gap = _justified(node.justify, inner.x, gap, slack, len(shares))
        for child, width in zip(node.children, shares, strict=True):
            full = node.align == "stretch" or child.height.kind == "flex"
            height = inner.height if full else min(inner.height, self.height(child, width))
            y = inner.y + _offset(node.align, height, inner.height)
            self._place(child, Rect(x, y, width, height), clip)
            x += width + gap

    def _place_flow(self, node: Node, inner: Rect, clip: Rect) -> None:
        y = inner.y
        gap = self.px(node.gap)
        for row in self._flow(node, inner.width):
            height = max(self.height(child, width) for child, width in row)
            used = sum(width for _, width in row) + gap * (len(row) - 1)
            x = inner.x + _offset(node.justify, used, inner.width)
            for child, width in row:
                tall = height if node.align == "stretch" else self.height(child, width)
                self._place(child, Rect(x, y + _offset(node.align, tall, height), width, tall), clip)
                x += width + gap
            y += height + gap

    def _place_column(self, node: Node, inner: Rect, clip: Rect) -> None:
        wide = [self._across(c, inner.width, node.align) for c in node.children]
        flexes = [c.height.amount if c.height.kind == "flex" else 0.0 for c in node.children]
        tall = [0 if flexes[i] else self.height(c, wide[i]) for i, c in enumerate(node.children)]
        gap = self.px(node.gap)
        slack = inner.height - sum(tall) - gap * max(0, len(tall) - 1)
        if slack < 0:  # long contents of a scroll area give way
            areas = [0 if c.axis == "scroll" else tall[i] for i, c in enumerate(node.children)]
            tall = _squeeze(tall, areas, -slack)
        low = [self._least_height(c, wide[i]) if flexes[i] else 0 for i, c in enumerate(node.children)]
        tall = _spread(tall, flexes, low, slack)
        slack = 0 if any(flexes) else slack
        y, gap = _justified(node.justify, inner.y, gap, slack, len(tall))
        for child, width, height in zip(node.children, wide, tall, strict=True):
            x = inner.x + _offset(node.align, width, inner.width)
            self._place(child, Rect(x, y, width, height), clip)
            y += height + gap

    def _least_height(self, child: Node, width: int) -> int:
        return self.height(child, width) if child.axis not in ("scroll", "canvas") else self.px(40)

    def _place_stacked(self, node: Node, child: Node, inner: Rect, clip: Rect) -> None:
        width = self._across(child, inner.width, node.align)
        full = node.align == "stretch" or child.height.kind == "flex"
        height = inner.height if full else min(inner.height, self.height(child, width))
        x = inner.x + _offset(node.align, width, inner.width)
        self._place(
            child, Rect(x, inner.y + _offset(node.justify, height, inner.height), width, height), clip
        )


def _name(node: Node, parent: str, number: int = 0) -> None:
    """Path ids: a node's own id stands; one without gets its parent's id, its role and its place."""
    if not node.id:
        node.id = f"{parent}/{node.role}{number}"
    for place, child in enumerate(node.children):
        _name(child, node.id, place)


def _squeeze(wish: list[int], low: list[int], over: int) -> list[int]:
    """Take `over` from the wishes, the widest first, none below its least width."""
    sizes = list(wish)
    while over > 0:
        able = [i for i in range(len(sizes)) if sizes[i] > low[i]]
        if not able:
            break
        widest = max(able, key=lambda i: sizes[i])
        second = max((sizes[i] for i in able if sizes[i] < sizes[widest]), default=0)
        take = max(1, min(over, sizes[widest] - max(low[widest], second)))
        sizes[widest] -= take
        over -= take
    return sizes


def _spread(sizes: list[int], shares: list[float], low: list[int], left: int) -> list[int]:
    """Share out what is left, nobody below the least size.

    Those are settled first, the others share the rest.
    """
    result = list(sizes)
    open_ones = [i for i, share in enumerate(shares) if share]
    while open_ones:
        total = sum(shares[i] for i in open_ones)
        short = [i for i in open_ones if left * shares[i] / total < low[i]]
        if not short:
            break
        for i in short:
            result[i] = low[i]
            left -= low[i]
            open_ones.remove(i)
    total = sum(shares[i] for i in open_ones)
    for i in open_ones:
        result[i] = int(max(0, left) * shares[i] / total)
    if open_ones:
        result[open_ones[-1]] += max(0, left) - sum(result[i] for i in open_ones)
    return result


def _offset(align: Align, inner: int, outer: int) -> int:
    return {"start": 0, "stretch": 0, "centre": (outer - inner) // 2, "end": outer - inner}[align]


def _justified(justify: Align, start: int, gap: int, slack: int, count: int) -> tuple[int, int]:
    """Where to begin and how far apart, when nothing flexes and `slack` pixels are left."""
    if slack <= 0 or not count:
        return start, gap
    if justify == "stretch" and count > 1:
        return start, gap + slack // (count - 1)
    return start + _offset(justify, 0, slack), gap

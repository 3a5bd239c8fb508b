/** Names beside figures: as many as have room, the weightiest first; never one over another. */
import { svg } from "./dom.js";

const FONT = 11.5;

/** Whether two boxes [x, y, w, h] touch. */
export function touch(a, b) {
  return a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
}

/**
 * Chooses a place for each wanted label: [{key, text, x, y, high, weight}] to [{...wanted, box}].
 * @param {Object[]} wanted
 * @param {{box: number[], unit: number}} view the picture's box and how many of its units one pixel has
 */
export function choosePlaces(wanted, view) {
  const taken = [];
  const bodies = wanted.map((one) => ({ key: one.key, box: [one.x - 7, one.y - one.high, 14, one.high] }));
  const high = (FONT + 5) * view.unit;
  const found = [];
  for (const one of [...wanted].sort((a, b) => b.weight - a.weight)) {
    const wide = (one.text.length * FONT * 0.56 + 8) * view.unit;
    const box = spots(one, wide, high).find((each) => inside(each, view.box) && !taken.some((other) => touch(each, other))
      && (one.beside || !bodies.some((body) => body.key !== one.key && touch(each, body.box))));
    if (!box) continue;
    taken.push(box);
    found.push({ ...one, box });
  }
  return found;
}

function spots(one, wide, high) {
  if (one.beside) return [[one.x + 12, one.y - high, wide, high]];
  const above = one.y - one.high - high - 2;
  const left = one.x - wide / 2;
  return [
    [left, above, wide, high], [left, one.y + 5, wide, high], [left, above - high, wide, high],
    [one.x + 13, one.y - one.high / 2 - high / 2, wide, high], [one.x - 13 - wide, one.y - one.high / 2 - high / 2, wide, high],
    [left, one.y + 5 + high, wide, high], [left, above - 2 * high, wide, high], [left, one.y + 5 + 2 * high, wide, high],
  ];
}

function inside(box, view) {
  return box[0] >= view[0] && box[1] >= view[1] && box[0] + box[2] <= view[0] + view[2] && box[1] + box[3] <= view[1] + view[3];
}

/** Puts the labels into the layer; gives for each figure its label and where the figure was: Map of key to {node, x, y}. */
export function placeLabels(layer, drawn, view) {
  const wanted = drawn.map(({ figure, one, index, x, y, high }) => ({
    key: index, x, y, high,
    text: index < 0 ? view.official || "" : figure.person.short,
    beside: one.in === "holding",
    marked: one.marked,
    weight: (view.chosen.has(index) ? 8 : 0) + (index < 0 ? 6 : 0) + (figure.person?.principal ? 4 : 0)
      + (one.in === "holding" ? 3 : 0) + (one.marked ? 2 : 0) + (one.posture === "walking" ? 1 : 0),
  })).filter((each) => each.text);
  const places = choosePlaces(wanted, view);
  const font = FONT * view.unit;
  const placed = new Map(places.map(({ key, x, y, box, text, marked, beside }) => [key, { x, y, node: svg("g", { class: marked ? "label is-marked" : beside ? "label is-quiet" : "label" },
    svg("rect", { x: box[0], y: box[1], width: box[2], height: box[3], rx: 3 * view.unit }),
    withText(svg("text", { x: beside ? box[0] + 2 : box[0] + box[2] / 2, y: box[1] + box[3] / 2 + font * 0.35, "font-size": font }), text)) }]));
  layer.replaceChildren(...[...placed.values()].map((each) => each.node));
  return placed;
}

/** Until places are chosen anew a label goes where its figure goes, and with it when it goes. */
export function followFigures(placed, drawn) {
  const gone = new Set(placed.keys());
  for (const { index, x, y } of drawn) {
    const label = placed.get(index);
    if (!label) continue;
    gone.delete(index);
    label.node.setAttribute("transform", `translate(${(x - label.x).toFixed(1)} ${(y - label.y).toFixed(1)})`);
  }
  for (const key of gone) placed.get(key).node.setAttribute("visibility", "hidden");
}

function withText(node, text) {
  node.textContent = text;
  return node;
}

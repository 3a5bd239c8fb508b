// Distributions as bars, drawn so that the last row of a class can read them.
import { h } from "./dom.js";

const PITCH = 60;
const BAR = 48;
const FLOOR = 250;
const TALL = 205;

/** Ten bars; `highest` makes two charts comparable; the bar of `middle` is told by a sign under it. */
export function chart(id, title, of, { highest = 0, middle = null, said = "" } = {}) {
  const most = Math.max(1, highest, ...of.bars.map((bar) => bar.n));
  const bars = of.bars.map((bar, nth) => {
    const height = bar.n ? Math.max(5, Math.round(bar.n * TALL / most)) : 0;
    const x = 6 + nth * PITCH;
    return [
      height > 0 && h("rect", { class: "bar", x, y: FLOOR - height, width: BAR, height }),
      height > 0 && h("text", { class: "n", x: x + BAR / 2, y: FLOOR - height - 7 }, String(bar.n)),
      h("text", { class: "label", x: x + BAR / 2, y: FLOOR + 24 }, bar.label),
    ];
  });
  const at = middle === null ? null : 6 + Math.min(9, Math.floor(middle / 10)) * PITCH + BAR / 2;
  return h("figure", { key: id, class: "chart" },
    h("figcaption", null, title),
    h("svg", { viewBox: "0 0 606 310", role: "img", "aria-label": `${title}. ${of.text}` },
      bars, h("path", { class: "axis", d: `M2 ${FLOOR}H604` }),
      at !== null && h("path", { class: "middle", d: `M${at} ${FLOOR + 34}l8 14h-16z` })),
    said && h("p", { class: "said" }, said));
}

/** How most of the class is spread, for comparing two charts. */
export function tallest(...charts) {
  return Math.max(1, ...charts.flatMap((one) => one.bars.map((bar) => bar.n)));
}

/** Rows of how many of the class, with a bar where `of` is given: [{title, n, count, note}]. */
export function rows(list, of = 0) {
  return h("ol", { class: of ? "rows" : "rows plain" }, list.map((one, nth) => h("li", { key: nth },
    h("span", { class: "title" }, one.title),
    h("strong", null, one.count),
    of > 0 && h("span", { class: "track", "aria-hidden": "true" },
      h("span", { style: { width: `${one.n * 100 / of}%` } })),
    one.note && h("span", { class: "note" }, one.note))));
}

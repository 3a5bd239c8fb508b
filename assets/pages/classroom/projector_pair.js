// Two plans of the class side by side: what each said, and both rooms from the instant before they part.
import { h } from "./dom.js";
import { Film } from "./film.js";
import { Stage } from "./projector_picture.js";
import { clockText } from "./clock.js";
import { t } from "./words.js";

const PACES = [2, 4, 8, 16];
const LONG = 45000;    // ms of the wall's time that both days should take at most
const REST = 4000;     // ms of the wall's time at the end, before it begins again

const sides = [new Stage("A", 0.8), new Stage("B", 0.8)];
const films = new WeakMap();
const show = { of: null, at: 0, since: 0, plays: true, end: 0, pace: 4 };

function filmsOf(contrast, people) {
  if (!films.has(contrast)) films.set(contrast, contrast.plans.map((plan) => new Film(people).add(plan.film)));
  return films.get(contrast);
}

/** The common instant of both rooms; at the end it rests, then begins again. */
function now() {
  if (!show.plays) return show.at;
  const passed = (performance.now() - show.since) * show.pace;
  if (show.at + passed > show.end + REST * show.pace) begin();
  return Math.min(show.end, show.at + (performance.now() - show.since) * show.pace);
}

function begin() {
  Object.assign(show, { at: show.of.from, since: performance.now() });
}

function toggle() {
  const at = now();
  Object.assign(show, { at, since: performance.now(), plays: !show.plays });
}

/** Both plans; without the scenario (it is still on its way) only what they said. */
export function pairView(found, scenario, redraw, whose) {
  const { contrast } = found;
  if (show.of !== contrast) {
    const pace = PACES.find((one) => (contrast.until - contrast.from) / one <= LONG) || PACES[PACES.length - 1];
    Object.assign(show, { of: contrast, plays: true, end: contrast.until, pace });
    begin();
  }
  if (scenario) {
    filmsOf(contrast, scenario.people.length).forEach((film, nth) => sides[nth].load(scenario, film, now));
  }
  return [
    h("p", { class: "sentence", "data-fit": "" }, contrast.decisive),
    h("div", { class: "sides" }, contrast.plans.map((plan, nth) => side(plan, nth, scenario, whose))),
    scenario && h("div", { class: "transport" },
      h("button", { type: "button", onclick: () => { toggle(); redraw(); } }, t(show.plays ? "pair.pause" : "pair.play")),
      h("button", { type: "button", onclick: () => { begin(); redraw(); } }, t("pair.again")),
      h("span", null, t("pair.from", { clock: clockText(contrast.from), speed: show.pace }))),
  ];
}

function side(plan, nth, scenario, whose) {
  return h("section", { key: nth, class: nth ? "better" : "worse", "aria-label": plan.title },
    h("h2", null, plan.title, whose(plan),
      h("span", { class: "total" }, t("wall.total", { total: plan.total, grade: plan.grade })),
      scenario && h("span", { class: "clock-of-day", opaque: true, ref: (node) => { sides[nth].clock = node; } })),
    scenario && sides[nth].view(t("pair.alt", { plan: plan.title })),
    h("p", { class: "said", "data-fit": "" }, plan.worst[0] || plan.summary));
}

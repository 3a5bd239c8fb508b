/** The walk-through: the plan under undisturbed circumstances, as a picture and as a list of times. */
import { h } from "./dom.js";
import { clockText } from "./clock.js";
import { Film } from "./film.js";
import { membersOf } from "./people.js";
import { app, stage } from "./state.js";
import { controls, Player, theatre } from "./theatre.js";
import { t } from "./words.js";

export const player = new Player("walk");
const waiting = new WeakMap();

/** Everybody where the day finds them: what is shown while there is no walk-through. */
function beginning(of) {
  if (!waiting.has(of)) {
    const legs = of.people.map((person, who) => ({ at: of.start, what: "leg", who, in: "holding", holding: person.holds }));
    waiting.set(of, new Film(of.people.length).add(legs));
  }
  return waiting.get(of);
}

/** The picture with its controls and what it shows. */
export function walkthrough(of) {
  const doc = app.walk?.doc;
  const film = app.walk?.film || beginning(of);
  player.load(film, of.start, of.end, membersOf(of, app.ui.chosen));
  const next = (instant) => film.nextAfter(instant, (entry) => entry.what === "entered" || entry.what === "breach");
  return h("section.walk", { "aria-label": t("walk.label") },
    theatre(player, of),
    controls(player, { marks: marks(doc), spans: doc?.air || of.broadcast, due: of.aim.by, next: app.walk?.film ? next : null, label: t("walk.label") }),
    h("p.hint.walk-note", note(doc)));
}

function note(doc) {
  if (stage().help === "none") return t("walk.none");
  if (!doc) return t("walk.coming");
  if (app.walk.old) return t("walk.old");
  return doc.film ? t("walk.note") : t("walk.cannot");
}

function marks(doc) {
  if (!doc) return [];
  const entered = doc.lanes.flatMap((lane) => lane.people).filter((one) => one.entered !== null && one.entered !== undefined).map((one) => ({ at: one.entered, tone: "in" }));
  return [...entered, ...(doc.verdicts || []).map((one) => ({ at: one.at, tone: "bad" }))];
}

const PARTS = ["set_out", "at_door", "took_place", "sat", "left"];

/** The same as a list of times, door by door, for whoever would rather read. */
export function timesList(of) {
  const doc = app.walk?.doc;
  if (!doc || !doc.lanes.length) return null;
  return h("details.times", { open: app.ui.times ?? false, ontoggle: (event) => (app.ui.times = event.target.open) },
    h("summary", t("walk.times")),
    h("div.times-grid", doc.lanes.filter((lane) => lane.people.length).map((lane) => h("section", { key: lane.door, "aria-label": lane.name },
      h("h2.small", lane.door ? lane.name : t("walk.never")),
      h("ol.plain", lane.people.map((one) => h("li", { key: one.who }, entry(of, one))))))),
    stage().help !== "none" && h("p.hint", t("walk.times_note")));
}

function entry(of, one) {
  const rest = PARTS.filter((part) => typeof one[part] === "number").map((part) => t(`walk.${part}`, { clock: clockText(one[part]) })).join(", ");
  const name = of.people[one.who].short;
  const untold = one.briefing < 0 ? t("walk.untold") : "";
  if (typeof one.entered !== "number") return h("span", h("strong", name), " ", [rest, untold].filter(Boolean).join(" · "));
  return [
    h("button", { class: "time-link", onclick: () => ((player.playing = false), player.seek(one.entered)) },
      h("span.unseen", t("walk.show")), clockText(one.entered)),
    h("span", h("strong", name), " ", [rest, untold].filter(Boolean).join(" · ")),
  ];
}


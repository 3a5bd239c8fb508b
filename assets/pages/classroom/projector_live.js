// The room itself on the wall while the day is lived: the picture, the sign, and the news as large sentences.
import { clockText } from "./clock.js";
import { h } from "./dom.js";
import { Film } from "./film.js";
import { Stage } from "./projector_picture.js";
import { t, tn } from "./words.js";

const BEHIND = 1200;     // ms of real time the wall is behind, so that the film never runs dry
const TOGETHER = 3000;   // ms of the day in which the same thing happening to several is told once
const QUIET = new Set(["breach over", "called", "set out", "at door", "took place", "order", "rose", "joined"]);

/** Takes what the news tell of the run that is on the wall. */
export function hear(wall) {
  const { run, now } = wall.news;
  if (!run) {
    wall.live = null;
    return;
  }
  const known = wall.scenarios.get(wall.news.stage.scenario)?.document;
  if (wall.live?.number !== run.run) {
    wall.live = { number: run.run, heard: 0, early: [], film: null, shown: -1 };
  }
  const live = wall.live;
  live.early.push(...(run.film || []).filter((entry) => entry.at > live.heard));
  Object.assign(live, { at: now, lived: run.lived, pace: run.pace, runs: run.runs, over: run.over,
    begins: run.begins_in || 0, heard: Math.max(live.heard, run.lived) });
  if (known) takeEarly(live, known);
}

function takeEarly(live, known) {
  live.film ||= new Film(known.people.length);
  live.film.add(live.early.splice(0));
}

/** The instant of the day that the wall shows now: never more than is known, never back. */
function instant(wall, known) {
  const live = wall.live;
  const passed = live.runs ? Math.max(0, wall.clock.now() - live.at - live.begins) : 0;
  const wanted = live.lived + passed * live.pace - (live.over ? 0 : BEHIND * live.pace);
  live.shown = Math.max(live.shown, Math.min(wanted, live.heard));
  return Math.max(known.start, live.shown);
}

const stage = new Stage("live", 1.2);

export function liveView(wall) {
  const { stage: at, room } = wall.news;
  const known = wall.scenarios.get(at.scenario)?.document;
  const title = room.scenarios[at.scenario];
  if (!wall.live || !known) {
    return h("main", { key: "room", class: "live none" }, h("h1", null, title), h("p", null, t("wall.no-run")));
  }
  takeEarly(wall.live, known);
  const when = instant(wall, known);
  const on = wall.live.film.onAir(when);
  stage.load(known, wall.live.film, () => instant(wall, known));
  return h("main", { key: "room", class: "live" },
    h("header", { class: "sky" },
      h("span", { class: "clock-of-day", ref: (node) => { stage.clock = node; }, opaque: true }),
      h("span", { class: on ? "air on" : "air" }, t(on ? "air.on" : "air.off")),
      h("h1", null, title),
      !wall.live.runs && h("span", { class: "paused" }, t("wall.paused")),
      wall.live.runs && !wall.live.over && h("span", { class: "pace" }, t("wall.pace", { pace: wall.live.pace }))),
    h("div", { class: "house" }, stage.view(t("wall.room-alt")), outside(known, wall.live.film.at(when)),
      says(wall.live.film.official(when))),
    h("div", { class: "told" }, told(wall.live.film, known, when)));
}

/** What the official of the house says to those who are sent out. */
const says = (official) => official?.says && h("p", { class: "says" }, t("wall.says", { text: official.says }));

/** Who is not in the room: a part for each holding room, and those on their way. */
function outside(known, people) {
  const those = (wanted) => people.map((one, n) => (wanted(one) ? known.people[n].short : "")).filter(Boolean);
  const parts = known.room.holding.map((room) => [room.name, those((one) => one.in === "holding" && one.holding === room.id)]);
  parts.push([t("wall.on-way"), those((one) => one.in === "way")], [t("wall.at-door"), those((one) => one.in === "door")]);
  return h("dl", { class: "outside", "data-fit": "" }, parts.filter(([, names]) => names.length).map(([title, names]) =>
    h("div", { key: title }, h("dt", null, title), h("dd", null, names.join(", ")))));
}

/** The last two things worth telling; the very last one large. */
function told(film, known, when) {
  const all = film.news(known.start - 1, when).filter((entry) => !QUIET.has(entry.what));
  return together(all).slice(-2).reverse().map(([entry, ...more], place) => h("p", {
    key: `${entry.at} ${entry.what} ${entry.text}`, class: `${place ? "before" : "last"} ${tone(entry.what)}`,
  }, h("span", { class: "at" }, clockText(entry.at)), sign(entry.what), entry.text,
  more.length > 0 && " ", more.length > 0 && h("span", { class: "more" }, tn("wall.more", more.length))));
}

/** What happens to several people at nearly the same time, as one piece of news: [[first, more...], ...]. */
function together(entries) {
  const groups = [];
  for (const entry of entries.slice(-60)) {
    const like = groups.findLast(([one]) => one.what === entry.what && one.rule === entry.rule);
    const last = like && like[like.length - 1];
    if (last && entry.at - last.at <= TOGETHER) like.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

const tone = (what) => ({ breach: "bad", "sent out": "bad", missed: "bad", accomplished: "good" })[what] || "";

function sign(what) {
  const mark = { bad: "▲", good: "✓" }[tone(what)];
  return mark ? h("span", { class: "sign", "aria-hidden": "true" }, mark) : null;
}

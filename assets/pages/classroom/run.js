/** The run: the room as it is lived now, what is noted, who waits where, and live orders where they are allowed. */
import { announce, h } from "./dom.js";
import { clockText } from "./clock.js";
import { Film, follow } from "./film.js";
import { drivingLine, goOn } from "./lobby.js";
import { orders } from "./orders.js";
import { app, draw, drives, inTeam, scenario, stage } from "./state.js";
import { Player, theatre, whereabouts } from "./theatre.js";
import { several, t } from "./words.js";

/** The picture runs so many ms behind, about one push, so that it never runs dry. */
const BEHIND = 1150;
const SHOWN = 120;
const TOGETHER = 12000;
/** What is too small to be noted in the list; the picture shows it. */
const SMALL = new Set(["sat", "rose", "called", "set out", "at door", "took place", "joined", "opened"]);
/** What a screen reader is told at once. */
const WEIGHTY = new Set(["breach", "sent out", "remarked", "on air", "off air", "official", "accomplished", "missed", "room ready", "order"]);

class LivePlayer extends Player {
  advance(passed) {
    const run = app.run;
    if (!run) return;
    const lived = run.lived + (run.runs && !run.over ? (app.clock.now() - run.at) * run.pace : 0);
    const target = run.over || !run.runs ? run.lived : Math.min(lived - run.pace * BEHIND, run.heard);
    const next = follow(run.shown, Math.max(this.from, target), passed, run.pace);
    this.playing = !run.over || next < run.lived;
    if (next !== run.shown) this.dirty = true;
    run.shown = Math.min(next, Math.max(run.heard, this.from));
    this.instant = Math.min(Math.max(run.shown, this.from), this.to);
  }

  /** Draws the lists anew when what they say has changed. */
  shown(instant, people) {
    const signature = `${people.map((one) => one.in[0] + one.holding + one.posture[0] + one.door).join()} ${this.film.news(-1, instant).length} ${this.film.onAir(instant)}`;
    if (signature === this.signature) return;
    this.signature = signature;
    tell(this.film, instant);
    draw();
  }
}

const player = new LivePlayer("run");
const empty = new WeakMap();

function tell(film, instant) {
  const run = app.run;
  if (!run) return; // the run has ended between two frames
  if (run.told === 0) run.told = instant;
  for (const entry of film.news(run.told, instant)) if (WEIGHTY.has(entry.what)) announce(entry.text);
  run.told = Math.max(run.told, instant);
}

/** The film of the run under way, or an empty one while it is on its way here. */
function filmOf(of) {
  if (app.run?.film) return app.run.film;
  if (!empty.has(of)) empty.set(of, new Film(of.people.length));
  return empty.get(of);
}

/** The screen. */
export function running() {
  const of = scenario();
  const film = filmOf(of);
  const run = app.run;
  player.load(film, of.start, of.end);
  player.playing = Boolean(run && !run.over);
  const instant = run?.shown ?? of.start;
  const people = film.at(instant);
  const told = noted(of, film, instant);
  return h("div.live",
    h("h1", { id: "title", class: "unseen" }, t("run.title", { title: of.title })),
    h("div.live-room", { key: "room" },
      h("div.live-head", bigClock(), h("p.pace", paceWords(run))),
      theatre(player, of),
      h("p.latest", told[0]?.text || t("run.nothing_yet")),
      h("div.row", drivingLine(), goOn("run.go_on"))),
    h("div.live-orders", { key: "orders" }, stage().orders && run && !run.over ? orders(of, people, film, instant) : h("p.hint", t(run?.over ? "run.over" : "run.no_orders"))),
    h("section.live-news.card", { key: "news", "aria-labelledby": "news-h" }, h("h2", { id: "news-h" }, t("run.noted")), news(told)),
    h("section.live-where.card", { key: "where", "aria-labelledby": "where-h" }, h("h2", { id: "where-h" }, t("run.where")), whereabouts(of, people)));
}

function bigClock() {
  const mount = (node) => {
    player.parts.clock = node;
    player.dirty = true;
  };
  return h("p.big-clock", { opaque: true, ref: mount, key: "clock" });
}

function paceWords(run) {
  if (!run || run.lived <= scenario().start) return t("run.soon");
  if (run.over) return t("run.over");
  if (!run.runs) return t("run.paused");
  return inTeam() && !drives() ? t("run.watch_team", { pace: run.pace }) : t("run.pace", { pace: run.pace });
}

/** What is worth noting, the newest first; several who break one rule within moments are one entry. */
function noted(of, film, instant) {
  const told = [];
  for (const entry of film.news(-1, instant)) {
    if (SMALL.has(entry.what)) continue;
    const same = entry.what === "breach" && told.find((one) => one.rule === entry.rule && one.what === "breach" && entry.at - one.last < TOGETHER);
    if (!same) told.push({ ...entry, last: entry.at });
    else {
      same.last = entry.at;
      same.who = [...new Set([...same.who, ...entry.who])];
      same.text = t("run.breach", { rule: of.rules.find((rule) => rule.id === entry.rule)?.title || entry.rule, who: several(same.who.map((index) => of.people[index].short)) });
    }
  }
  return told.slice(-SHOWN).reverse();
}

const TONES = { breach: "bad", "sent out": "bad", missed: "bad", remarked: "bad", official: "warn", "off air": "warn", "on air": "air", accomplished: "good", order: "said" };

function news(told) {
  if (!told.length) return h("p.hint", t("run.nothing_yet"));
  return h("ol.plain.news", { tabindex: "0", "aria-labelledby": "news-h" }, told.map((entry, n) => h("li", { key: told.length - n, class: `is-${TONES[entry.what] || "plain"}` },
    h("time", clockText(entry.at)), h("span", entry.text))));
}

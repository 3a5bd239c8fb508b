/** A picture of the room with its clock: played, paused and scrubbed. One loop draws whatever moves. */
import { h, svg } from "./dom.js";
import { clockText } from "./clock.js";
import { Picture } from "./picture.js";
import { draw } from "./state.js";
import { everyone, t } from "./words.js";

const still = window.matchMedia("(prefers-reduced-motion: reduce)");
export const wide = window.matchMedia("(min-width: 64em)");
const SPEEDS = [4, 8, 16];

/** One room with a playhead. */
export class Player {
  constructor(name) {
    this.name = name;
    this.film = null;
    this.instant = 0;
    this.from = 0;
    this.to = 0;
    this.playing = false;
    this.speed = 8;
    this.chosen = new Set();
    this.parts = {};
    this.dirty = true;
    this.before = 0;
  }

  /** Shows a film between two instants; the playhead stays where it is when that is possible. */
  load(film, from, to, chosen = []) {
    const spelt = chosen.join();
    if (film !== this.film || spelt !== this.spelt || from !== this.from || to !== this.to) this.dirty = true;
    if (from !== this.from) this.instant = from;
    Object.assign(this, { film, from, to, spelt, chosen: new Set(chosen) });
    this.instant = Math.min(Math.max(this.instant, from), to);
    wake();
    return this;
  }

  seek(instant) {
    this.instant = Math.min(Math.max(instant, this.from), this.to);
    this.dirty = true;
    wake();
  }

  play(on = !this.playing) {
    if (on && this.instant >= this.to) this.instant = this.from;
    this.playing = on;
    wake();
    draw();
  }

  /** Moves the playhead by what has passed; a live room overrides this. */
  advance(passed) {
    if (!this.playing) return;
    this.instant += passed * this.speed;
    if (this.instant >= this.to) {
      this.instant = this.to;
      this.playing = false;
      draw();
    }
    this.dirty = true;
  }

  frame(now) {
    const passed = this.before ? Math.min(250, now - this.before) : 0;
    this.before = now;
    this.advance(passed);
    if (!this.dirty || !this.film || !this.picture) return this.playing;
    const shown = still.matches ? this.instant - (this.instant % 1000) : this.instant;
    this.picture.fit();
    const seen = this.picture.show(this.film, shown, this.chosen);
    this.dirty = false;
    this.write(shown, seen);
    return this.playing;
  }

  write(instant, { people, official }) {
    const { clock, air, says, range } = this.parts;
    const text = clockText(instant);
    if (clock && clock.textContent !== text) clock.textContent = text;
    const on = this.film.onAir(instant);
    if (air) {
      const words = t(on ? "air.on" : "air.off");
      if (air.textContent !== words) air.textContent = words;
      air.className = on ? "air is-on" : "air";
      air.parentElement.classList.toggle("on-air", on);
    }
    if (says) {
      says.textContent = official?.says ? t("says", { text: official.says }) : "";
      says.hidden = !official?.says;
    }
    if (range && document.activeElement !== range) range.value = instant;
    if (range) range.setAttribute("aria-valuetext", text);
    if (!this.playing || !this.described || Math.abs(instant - this.described) > 20000) {
      this.described = instant;
      this.picture.describe(t("picture.alt", { clock: text, inside: this.inside(people), air: t(on ? "air.on" : "air.off") }));
    }
    this.shown?.(instant, people);
  }

  inside(people) {
    const names = people.map((one, index) => [one, this.picture.scenario.people[index].short]).filter(([one]) => one.in === "room").map(([, name]) => name);
    return names.length ? everyone(names) : t("nobody");
  }
}

const players = new Set();
let looping = 0;

function wake() {
  looping ||= requestAnimationFrame(loop);
}

function loop(now) {
  looping = 0;
  let again = false;
  for (const player of players) {
    if (player.picture?.svg.isConnected) again = player.frame(now) || again;
    else players.delete(player);
  }
  if (again) wake();
  else for (const player of players) player.before = 0;
}

// When text or window grow, what is drawn has to be fitted anew.
window.addEventListener("resize", () => {
  for (const player of players) player.dirty = true;
  wake();
  draw();
});

/** The picture as part of a page; `overlay` lies over it. */
export function theatre(player, of, ...overlay) {
  const mount = (node) => {
    player.picture = new Picture(node, of);
    player.picture.officialWord = t("official");
    player.dirty = true;
    players.add(player);
    wake();
  };
  const part = (name) => (node) => {
    player.parts[name] = node;
    player.dirty = true;
  };
  const shape = (node) => node.style.setProperty("--whole", `${of.room.view[0]} / ${of.room.view[1]}`);
  return h("div.theatre", { key: `theatre ${player.name} ${of.id}`, ref: shape },
    h("div.picture", { opaque: true, ref: mount }),
    h("p.air", { opaque: true, ref: part("air") }),
    h("p.says", { opaque: true, hidden: true, ref: part("says") }),
    overlay);
}

/** Play, clock, scrubber, speed. `marks` are [{at, tone}] on the track, `spans` [[from, to]] on air. */
export function controls(player, { marks = [], spans = [], due = null, next = null, label } = {}) {
  const part = (name) => (node) => {
    player.parts[name] = node;
    player.dirty = true;
  };
  return h("div.controls", { key: `controls ${player.name}`, role: "group", "aria-label": label },
    h("button.play", { onclick: () => player.play(), "aria-pressed": player.playing ? "true" : "false" },
      h("span", { class: player.playing ? "icon pause" : "icon go", "aria-hidden": "true" }), t(player.playing ? "play.pause" : "play.play")),
    h("p.instant", { opaque: true, ref: part("clock") }),
    h("div.scrub",
      track(player, marks, spans, due),
      h("input", { type: "range", min: player.from, max: player.to, step: 1000, value: player.instant, "aria-label": t("play.scrub"),
        ref: part("range"), oninput: (event) => seek(player, Number(event.target.value)), onchange: () => draw() })),
    next && h("button", { onclick: () => toNext(player, next), disabled: next(player.instant) === null }, t("play.next")),
    h("button.speed", { onclick: () => faster(player), "aria-label": t("play.speed", { speed: player.speed }) }, `${player.speed}×`));
}

function seek(player, instant) {
  player.playing = false;
  player.seek(instant);
}

function toNext(player, next) {
  const at = next(player.instant);
  if (at === null) return;
  seek(player, at + 400);
  draw();
}

function faster(player) {
  player.speed = SPEEDS[(SPEEDS.indexOf(player.speed) + 1) % SPEEDS.length];
  draw();
}

function track(player, marks, spans, due) {
  const x = (at) => (1000 * (Math.min(Math.max(at, player.from), player.to) - player.from)) / Math.max(1, player.to - player.from);
  const paint = (node) => node.replaceChildren(
    ...spans.map(([from, to]) => svg("rect", { class: "aired", x: x(from), width: Math.max(2, x(to ?? player.to) - x(from)), y: 12, height: 4 })),
    ...(due ? [svg("path", { class: "due", d: `M${x(due)} 0V16` })] : []),
    ...marks.map((mark) => svg("path", { class: `at ${mark.tone}`, d: mark.tone === "bad" ? `M${x(mark.at) - 4.5} 9L${x(mark.at)} 0L${x(mark.at) + 4.5} 9Z` : `M${x(mark.at)} 2V9` })));
  return h("svg.track", { viewBox: "0 0 1000 16", preserveAspectRatio: "none", "aria-hidden": "true", opaque: true, update: paint });
}

/** Who is where, in words: a card for each holding room, for those on the way, for the room. */
export function whereabouts(of, people) {
  const cards = of.room.holding.map((room) => [room.id, room.name, people.map((one, index) => [one, index]).filter(([one]) => one.in === "holding" && one.holding === room.id).map(([, index]) => of.people[index].short)]);
  const of_ = (place) => people.map((one, index) => [one, index]).filter(([one]) => one.in === place);
  const door = (id) => of.room.doors.find((each) => each.id === id)?.name || "";
  cards.push(["way", t("where.way"), of_("way").map(([one, index]) => t("where.to", { who: of.people[index].short, door: door(one.door) }))]);
  cards.push(["door", t("where.door"), of_("door").map(([one, index]) => t("where.to", { who: of.people[index].short, door: door(one.door) }))]);
  cards.push(["room", t("where.room"), of_("room").map(([one, index]) => (one.posture === "sitting" ? t("where.seated", { who: of.people[index].short }) : of.people[index].short))]);
  return h("dl.whereabouts", cards.filter(([, , names]) => names.length).map(([id, title, names]) =>
    h("div", { key: id, class: `where-${id}` }, h("dt", title, h("span.count", names.length)), h("dd", names.join(", ")))));
}

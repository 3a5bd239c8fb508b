/** A cue put together by touch or keys: its kind, what belongs to it, and what it means in a sentence. Every change counts at once. */
import { announce, focus, h } from "./dom.js";
import { asBefore, trouble } from "./card.js";
import { clockText, readClock } from "./clock.js";
import { MOST_EVENTS, OF_NOBODY, parseCue, spellCue } from "./cues.js";
import { cueWords, membersOf, ofHouse, titleOf } from "./people.js";
import { placeOf } from "./plan.js";
import { app, draw, edit, plan } from "./state.js";
import { player } from "./walk.js";
import { capital, howLong, t } from "./words.js";

const KINDS = ["habit", "clock", "after", "door", "once", "word"];

/** One cue of the card: a line that says what holds; opened, the builder beneath it. */
export function cueField(of, who, briefing, field, off) {
  const open = app.ui.open === field && !off;
  const cue = parseCue(briefing?.[field]);
  const words = cue ? capital(cueWords(of, cue)) : asBefore(of, who, briefing, field, nothing(of, who, field));
  const toggle = () => {
    app.ui.open = open ? "" : field;
    draw();
  };
  return h("div", { class: open ? "field cue is-open" : "field cue", key: field },
    h("p.label", { id: `label-${field}` }, caption(of, who, field)),
    h("button", { id: `field-${field}`, class: cue ? "cue-line is-said" : "cue-line", disabled: off, "aria-expanded": open ? "true" : "false",
      "aria-labelledby": `label-${field} words-${field}`, onclick: toggle },
      h("span", { id: `words-${field}` }, words), h("span.icon.more", { "aria-hidden": "true" })),
    open && builder(of, who, field, cue),
    trouble(placeOf(plan(), who), field));
}

function caption(of, who, field) {
  return field === "enter" && ofHouse(of, who) ? t("officer.lets_in") : of.words.fields[field];
}

function nothing(of, who, field) {
  if (ofHouse(of, who)) return t(field === "enter" ? "officer.stands" : "officer.waits");
  return t(`card.none.${field}`);
}

function builder(of, who, field, cue) {
  const kind = cue ? cue.kind : "habit";
  const kinds = KINDS.filter((each) => each !== "door" || field === "set_out");
  return h("div.builder", { key: "builder" },
    h("fieldset.kinds", h("legend.unseen", t("cue.kind")),
      kinds.map((each) => h("label", { key: each, class: "choice" },
        h("input", { type: "radio", name: `kind-${field}`, checked: each === kind, onchange: () => choose(of, who, field, each) }),
        h("span", kindWords(of, who, field, each))))),
    cue && parts(of, who, field, cue),
    h("p.meaning", meaning(of, who, field, cue)),
    h("button.done", { onclick: () => done(field) }, t("cue.done")));
}

function done(field) {
  app.ui.open = "";
  draw();
  setTimeout(() => focus(`field-${field}`), 40);
}

function kindWords(of, who, field, kind) {
  if (field === "enter" && ofHouse(of, who)) {
    if (kind === "habit") return t("officer.stands");
    if (kind === "once") return t("officer.after_coming");
  }
  return of.words.kinds[kind];
}

// What a kind begins with; what was set for another kind is remembered while the card is open.
const drafts = new Map();

function put(of, who, field, cue) {
  if (cue) drafts.set(`${who.join()} ${field} ${cue.kind}`, cue);
  edit({ op: "set", who, field, value: cue ? spellCue(cue) : null });
  announce(meaning(of, who, field, cue));
}

function choose(of, who, field, kind) {
  const before = drafts.get(`${who.join()} ${field} ${kind}`);
  const shown = Math.max(of.start, player.instant - (player.instant % 10000));
  const begin = { clock: { kind, at: shown }, door: { kind, at: shown }, once: { kind, delay: 0 }, word: { kind }, after: { kind, delay: 0, events: [firstEvent(of, who)] } };
  put(of, who, field, kind === "habit" ? null : before || begin[kind]);
}

function firstEvent(of, who, used = []) {
  const own = new Set(membersOf(of, who));
  const free = of.people.filter((person, index) => !own.has(index) && person.role === "delegate" && !used.includes(person.id));
  const one = free.find((person) => person.principal) || free[0];
  return one ? { who: one.id, moment: "entered", first: false } : { who: "", moment: "on air", first: false };
}

function parts(of, who, field, cue) {
  const change = (values) => put(of, who, field, { ...cue, ...values });
  if (cue.kind === "clock" || cue.kind === "door") return time(of, field, cue, change);
  if (cue.kind === "once") return delay(cue, change, t("cue.later_by"));
  if (cue.kind !== "after") return null;
  const used = cue.events.map((event) => event.who);
  return [
    ...cue.events.map((event, nth) => eventParts(of, who, cue, event, nth, change)),
    cue.events.length < MOST_EVENTS && h("button.link", { key: "also", onclick: () => change({ events: [...cue.events, firstEvent(of, who, used)] }) }, t("cue.and_also")),
    delay(cue, change, t("cue.and_then")),
  ];
}

function eventParts(of, who, cue, event, nth, change) {
  const put_ = (values) => change({ events: cue.events.map((each, place) => (place === nth ? { ...each, ...values } : each)) });
  const name = nth ? t("cue.and") : t("cue.as_soon");
  const value = event.moment === "room ready" ? "room" : event.who || "broadcast";
  const many = membersOf(of, [event.who]).length > 1;
  return h("div.event", { key: `event ${nth}`, role: "group", "aria-label": name },
    h("p.label", name),
    h("select", { "aria-label": t("cue.who"), onchange: (e) => put_(otherWho(of, event, e.target.value)) }, whoOptions(of, who, value)),
    h("select", { "aria-label": t("cue.what"), onchange: (e) => put_({ moment: e.target.value }) },
      momentsOf(of, event).map((moment) => h("option", { key: moment, value: moment, selected: moment === event.moment }, of.words.moments[moment]))),
    many && h("label.tick", h("input", { type: "checkbox", checked: event.first, onchange: (e) => put_({ first: e.target.checked }) }), h("span", t("cue.first"))),
    cue.events.length > 1 && h("button.link", { onclick: () => change({ events: cue.events.filter((_, place) => place !== nth) }) }, t("cue.not_this")));
}

function whoOptions(of, who, value) {
  const own = new Set(membersOf(of, who));
  const groups = of.lists.map((list) => h("optgroup", { key: list.title, label: list.title },
    list.rows.filter((row) => !row.members.some((index) => own.has(index))).map((row) => h("option", { key: row.name, value: row.name, selected: row.name === value }, titleOf(of, row.name)))));
  const nobody = [["broadcast", of.words.broadcast], ...(of.words.kind_moments.room.length ? [["room", of.words.room]] : [])];
  return [...groups, h("optgroup", { key: "others", label: t("cue.others") }, nobody.map(([key, words]) => h("option", { key, value: key, selected: key === value }, words)))];
}

function otherWho(of, event, name) {
  if (name === "broadcast") return { who: "", moment: "on air", first: false };
  if (name === "room") return { who: "", moment: "room ready", first: false };
  const after = { ...event, who: name };
  const possible = momentsOf(of, after);
  const fits = possible.includes(event.moment) && !OF_NOBODY.includes(event.moment);
  return { who: name, moment: fits ? event.moment : possible.includes("entered") ? "entered" : possible[0], first: event.first && membersOf(of, [name]).length > 1 };
}

function momentsOf(of, event) {
  const kinds = of.words.kind_moments;
  if (!event.who) return event.moment === "room ready" ? kinds.room : kinds.broadcast;
  return of.people.find((person) => person.id === event.who)?.role === "officer" ? kinds.officer : kinds.person;
}

function time(of, field, cue, change) {
  const id = `time-${field}`;
  // What was typed counts, even if it was not heard of before the button.
  const by = (millis) => to((readClock(document.getElementById(id).value) ?? cue.at) + millis);
  const to = (at) => change({ at: Math.max(of.start, Math.min(of.end, at)) });
  const typed = (event) => {
    const at = readClock(event.target.value);
    if (at !== null) to(at);
    else event.target.value = clockText(cue.at);
  };
  const arrows = (event) => {
    const step = { ArrowUp: 1000, ArrowDown: -1000, PageUp: 60000, PageDown: -60000 }[event.key];
    if (!step) return;
    event.preventDefault();
    by(step);
  };
  return h("div.amount", { key: "time" },
    h("label", { for: id }, t(cue.kind === "door" ? "cue.at_door_by" : "cue.clock")),
    h("div.row.steps-row",
      step(-60000, t("step.min_less"), () => by(-60000)), step(-10000, t("step.ten_less"), () => by(-10000)),
      h("input", { id, type: "text", inputmode: "numeric", autocomplete: "off", value: clockText(cue.at), onchange: typed, onkeydown: arrows, class: "clock-input" }),
      step(10000, t("step.ten_more"), () => by(10000)), step(60000, t("step.min_more"), () => by(60000))),
    h("button.link", { onclick: () => to(player.instant - (player.instant % 1000)) }, t("cue.take_shown", { clock: clockText(player.instant) })));
}

function delay(cue, change, words) {
  const by = (millis) => change({ delay: Math.max(0, cue.delay + millis) });
  return h("div.amount", { key: "delay", role: "group", "aria-label": words },
    h("p.label", words),
    h("div.row.steps-row",
      step(-10000, t("step.ten_less"), () => by(-10000), cue.delay < 1), step(-1000, t("step.one_less"), () => by(-1000), cue.delay < 1),
      h("output", { "aria-live": "off" }, howLong(cue.delay)),
      step(1000, t("step.one_more"), () => by(1000)), step(10000, t("step.ten_more"), () => by(10000))));
}

const step = (key, words, task, off = false) => h("button", { key, disabled: off, onclick: task }, words);

function meaning(of, who, field, cue) {
  const lets = field === "enter" && ofHouse(of, who);
  if (!cue) return lets ? t("officer.keeps_nobody") : t("cue.nothing_said");
  return capital(t(lets ? "officer.let_in_when" : `cue.they.${field}`, { when: cueWords(of, cue) }));
}

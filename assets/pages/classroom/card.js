/** The card of a briefing: what these people are told, field by field, and what they would do untold. */
import { focus, h } from "./dom.js";
import { cueField } from "./cuebuilder.js";
import { delegationEmblem, emblem } from "./emblems.js";
import { addressee, covered, fieldsFor, membersOf, ofHouse, readBackCost, roomsOf, rowOf, untold, valueWords } from "./people.js";
import { durationText, parseDuration } from "./clock.js";
import { find, placeOf } from "./plan.js";
import { notice } from "./notice.js";
import { openCard, refusalsAt } from "./planning.js";
import { app, draw, edit, plan, scenario, whyNoEdit } from "./state.js";
import { capital, everyone, howLong, t } from "./words.js";

/** The card as a panel beside the room. */
export function card(of) {
  return h("section.card.brass.briefing", { key: `card ${app.ui.chosen.join()}`, "aria-labelledby": "card-title" }, head(of), body(of));
}

/** The card as a sheet from below, for phones. The room above stays in sight. */
export function sheet(of) {
  return h("dialog.sheet", { key: `sheet ${app.ui.chosen.join()}`, "aria-labelledby": "card-title", onclose: closed,
    onclick: (event) => event.target.localName === "dialog" && close(), ref: (node) => node.showModal() },
    h("div.sheet-head", head(of), h("button.close", { onclick: close }, t("close"))),
    h("div.sheet-body.briefing", notice(), body(of)));
}

/** Closes the card; the focus goes back to the row it was opened from. */
export function close() {
  const row = app.ui.chosen.length === 1 ? `row-${app.ui.chosen[0]}` : "title";
  Object.assign(app.ui, { sheet: false, chosen: [], open: "" });
  draw();
  setTimeout(() => focus(row), 60);
}

function closed() {
  if (app.ui.sheet) close();
}

function head(of) {
  const { chosen } = app.ui;
  const row = chosen.length === 1 ? rowOf(of, chosen[0]) : null;
  const person = row && !row.group ? of.people[row.members[0]] : null;
  const rooms = roomsOf(of, chosen).map((id) => of.room.holding.find((room) => room.id === id)?.name).filter(Boolean);
  const about = [person?.office && capital(person.office), rooms.length && t("waits_in", { room: everyone(rooms) })].filter(Boolean).join(" · ");
  const side = of.people[membersOf(of, chosen)[0]]?.of;
  return h("div.card-head",
    h("h2", { id: "card-title", tabindex: "-1" }, person ? emblem(of, person) : side && row && delegationEmblem(of, side), addressee(of, chosen)),
    h("p.hint", about));
}

function body(of) {
  const who = app.ui.chosen;
  const briefing = find(plan(), who);
  const off = Boolean(whyNoEdit());
  const house = ofHouse(of, who);
  const fields = fieldsFor(of, who);
  const parts = [
    ...elsewhere(of, who, briefing),
    trouble(placeOf(plan(), who), "who"),
    doorField(of, who, briefing, fields, off),
    ...fields.cues.map((field) => cueField(of, who, briefing, field, off)),
    fields.spacing && spacing(of, who, briefing, off),
    fields.pace && paceField(of, who, briefing, off),
    fields.place && placeField(of, who, briefing, off),
    fields.escorts?.length > 0 && escort(who, briefing, fields, off),
    !house && readBack(of, who, briefing, off),
    house && h("p.hint", { key: "post" }, t("officer.told")),
  ];
  const untoldLines = habits(of, who);
  return [
    off && h("p.hint", { key: "off" }, t(whyNoEdit())),
    // Before anybody is briefed, what they do untold is the first thing to know.
    ...(briefing ? [...parts, untoldLines] : [untoldLines, ...parts]),
    briefing && h("p.switch", { key: "out" }, h("button.link.danger", { disabled: off, onclick: () => edit({ op: "remove", who }) }, t("card.take_out"))),
  ];
}

/** People who are told by another briefing already: the way to it. */
function elsewhere(of, who, briefing) {
  if (briefing) return [];
  const by = covered(of, plan());
  const others = [...new Set(membersOf(of, who).map((index) => by[index]).filter(Boolean))];
  return others.map((other) => h("p.hint", { key: `by ${other.who.join()}` }, t("card.told_with", { group: addressee(of, other.who) }), " ",
    h("button.link", { onclick: () => openCard(other.who) }, t("card.open_that"))));
}

function habits(of, who) {
  const lines = new Map();
  for (const index of membersOf(of, who)) {
    for (const line of of.people[index].habit.lines) lines.set(line, [...(lines.get(line) || []), of.people[index].short]);
  }
  const all = membersOf(of, who).length;
  return h("section.habits", { key: "habits" },
    h("h3", t(ofHouse(of, who) ? "officer.untold" : "card.untold")),
    [...lines].map(([line, names]) => h("p", { key: line }, names.length < all ? t("card.of", { who: everyone(names), line }) : line)),
    lines.size === 0 && h("p", t("card.waits")));
}

/** What is wrong with a field, beneath it. */
export function trouble(place, field) {
  return refusalsAt(place, field).map((one, n) => h("p.trouble", { key: `${field} ${n}`, id: n ? null : `bad-${field}` }, one.sentence));
}

/** A field with its caption; the control has the id `field-NAME`. */
function labelled(field, caption, control, who) {
  return h("div.field", { key: field }, h("label", { for: `field-${field}` }, caption), control, trouble(placeOf(plan(), who), field));
}

/** The words for a field that the card leaves unsaid. */
export function asBefore(of, who, briefing, field, nothing) {
  const rest = plan().map((each) => (each === briefing ? omit(each, field) : each));
  const { value, several, byOther } = untold(of, rest, who, field);
  if (ofHouse(of, who)) return nothing;
  const words = several ? t("card.each_own") : value === null || value === undefined ? nothing : valueWords(of, field, value);
  return t(byOther ? "card.as_told" : "card.as_habit", { words });
}

function omit(briefing, field) {
  const { [field]: _, ...rest } = briefing;
  return rest;
}

function select(id, value, options, change, off) {
  const known = options.some(([key]) => key === value) ? options : [...options, [value, value]];
  return h("select", { id, disabled: off, onchange: (event) => change(event.target.value || null) },
    known.map(([key, words]) => h("option", { key, value: key, selected: key === value }, words)));
}

const set = (who, field) => (value) => edit({ op: "set", who, field, value });

function doorField(of, who, briefing, fields, off) {
  const options = [["", asBefore(of, who, briefing, "door", t("card.nearest"))], ...fields.doors.map((door) => [door.id, door.words])];
  return labelled("door", of.words.fields.door, select("field-door", briefing?.door || "", options, set(who, "door"), off), who);
}

function paceField(of, who, briefing, off) {
  const options = [["", t("card.own_pace")], ...of.paces.map((pace) => [pace, pace])];
  return labelled("pace", of.words.fields.pace, select("field-pace", briefing?.pace || "", options, set(who, "pace"), off), who);
}

function placeField(of, who, briefing, off) {
  const agreed = of.people[membersOf(of, who)[0]].seat;
  const options = [["", t("card.agreed_place", { seat: agreed || "–" })], ...of.seats.map((seat) => [seat.id, seat.words])];
  return labelled("place", of.words.fields.place, select("field-place", briefing?.place || "", options, set(who, "place"), off), who);
}

function escort(who, briefing, fields, off) {
  const options = [["", t("card.no_escort")], ...fields.escorts.map((one) => [one.id, one.words])];
  return labelled("escort", scenario().words.fields.escort, select("field-escort", briefing?.escort || "", options, set(who, "escort"), off), who);
}

function spacing(of, who, briefing, off) {
  const { value } = untold(of, plan(), who, "spacing");
  const now = parseDuration(briefing?.spacing || value || "0 s") ?? 0;
  const turn = (by) => {
    const after = now + by;
    edit({ op: "set", who, field: "spacing", value: after >= 0 ? durationText(after) : null });
  };
  const words = briefing?.spacing ? howLong(now) : asBefore(of, who, briefing, "spacing", t("card.all_at_once"));
  const caption = of.words.fields.spacing;
  return h("div.field", { key: "spacing" }, h("p.label", { id: "spacing-label" }, caption),
    h("div.stepper", { role: "group", "aria-labelledby": "spacing-label" },
      h("button", { disabled: off, onclick: () => turn(-500), "aria-label": t("step.less", { what: caption, by: howLong(500) }) }, "−"),
      h("output", { "aria-live": "polite" }, words),
      h("button", { id: "field-spacing", disabled: off, onclick: () => turn(500), "aria-label": t("step.more", { what: caption, by: howLong(500) }) }, "+")),
    briefing?.spacing && h("button.link", { disabled: off, onclick: () => edit({ op: "set", who, field: "spacing", value: null }) }, t("card.leave_habit")),
    trouble(placeOf(plan(), who), "spacing"));
}

function readBack(of, who, briefing, off) {
  const cost = readBackCost(of, who);
  const sure = briefing?.escort ? "card.sure_escort" : briefing?.read_back ? "card.sure_read_back" : "card.not_sure";
  return h("div.delivery", { key: "read_back" },
    h("label.tick",
      h("input", { type: "checkbox", id: "field-read_back", checked: Boolean(briefing?.read_back), disabled: off || !briefing, onchange: (event) => edit({ op: "set", who, field: "read_back", value: event.target.checked }) }),
      h("span", t("card.read_back", { cost: howLong(cost) }))),
    h("p.hint", t(briefing ? sure : "card.not_yet")),
    // More than the liaison's time is about all that is read back, and is told where one of it can be left out.
    briefing?.read_back && overBudget().map((one) => h("p.trouble", { key: "over" }, one.sentence)),
    trouble(placeOf(plan(), who), "read_back"));
}

const overBudget = () => (app.walk?.doc.refusals || []).filter((one) => one.code === "over-budget" && one.briefing < 0);

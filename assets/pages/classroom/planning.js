/** The plan: who is told what. The room with its walk-through, the lists, the card, and what cannot be. */
import { announce, focus, h } from "./dom.js";
import { card, sheet } from "./card.js";
import { clockText } from "./clock.js";
import { dossierDialog } from "./brief.js";
import { emblem } from "./emblems.js";
import { drivingLine, goOn, team } from "./lobby.js";
import { addressee, briefingWords, liaisonSpent, rowOf, standing } from "./people.js";
import { app, draw, handIn, notify, plan, redo, say, scenario, stage, undo, whyNoEdit } from "./state.js";
import { wide } from "./theatre.js";
import { player, timesList, walkthrough } from "./walk.js";
import { howLong, several, t, tn } from "./words.js";

/** The screen. */
export function planning() {
  const of = scenario();
  const why = whyNoEdit();
  const side = wide.matches;
  return h("div", { class: side ? "desk is-wide" : "desk", onkeydown: keys },
    h("h1", { id: "title", class: "unseen" }, t("plan.title", { title: of.title })),
    h("div.desk-room", { key: "room" }, walkthrough(of), side && timesList(of)),
    h("div.desk-list", { key: "list" }, strip(of, why), refusals(of), verdicts(of), lists(of), team(false)),
    side && h("div.desk-card", { key: "card" }, app.ui.chosen.length ? card(of) : overview(of)),
    !side && h("div.desk-times", { key: "times" }, timesList(of)),
    foot(of, why),
    !side && app.ui.sheet && app.ui.chosen.length > 0 && sheet(of),
    dossierDialog());
}

/** The line above the lists: what to do now, or why nothing can be done. */
function strip(of, why) {
  const lookUp = h("button", { onclick: () => ((app.ui.dossier = true), draw()) }, t("plan.dossier"));
  return h("div.strip", { key: "strip" },
    stage().attempt === 2 && h("p.lead", t("plan.second")),
    why === "plan.is_handed_in" ? h("p.lead", t("plan.handed_in"))
      : plan().length === 0 && h("p.lead", t("plan.first_hint")),
    drivingLine(),
    h("div.row", lookUp, goOn("plan.go_on")));
}

// The lists

function lists(of) {
  const { several } = app.ui;
  return h("div.lists", { key: "lists" },
    h("div.list-head", h("h2", t("plan.whom")),
      h("label.tick", h("input", { type: "checkbox", checked: several, onchange: (event) => chooseSeveral(event.target.checked) }), h("span", t("plan.several")))),
    several && app.ui.chosen.length > 0 && h("div.row.several", h("p", addressee(of, app.ui.chosen)),
      h("button.primary", { onclick: () => openCard(app.ui.chosen) }, t("plan.brief_them"))),
    of.lists.map((list) => h("section", { key: list.title, class: "list", "aria-label": list.title },
      h("h3", list.title),
      h("ul.plain", list.rows.map((row) => listRow(of, row))))),
    together(of));
}

function listRow(of, row) {
  const { chosen, several } = app.ui;
  const told = standing(of, plan(), row);
  const on = chosen.includes(row.name);
  const person = row.group ? null : of.people[row.members[0]];
  const pressed = several ? { "aria-pressed": on ? "true" : "false" } : { "aria-current": on ? "true" : null };
  return h("li", { key: row.name },
    h("button", { class: `entry${on ? " is-chosen" : ""}`, id: `row-${row.name}`, onclick: () => choose(row.name), ...pressed },
      h("span.rank", { "aria-hidden": row.rank === null ? "true" : null },
        row.rank !== null && h("span.unseen", t("plan.rank")), row.rank ?? ""),
      person ? emblem(of, person) : h("span.group-mark", { "aria-hidden": "true" }),
      h("span.name", h("strong", row.title), row.detail && h("span.detail", row.detail)),
      h("span", { class: `chip is-${told.tone}` }, told.words)));
}

/** Briefings addressed to several names at once stand in no list: they are listed for themselves. */
function together(of) {
  const rest = plan().filter((each) => each.who.length > 1 || !rowOf(of, each.who[0]));
  return rest.length > 0 && h("section", { key: "together", class: "list" }, h("h3", t("plan.together")),
    h("ul.plain", rest.map((each) => h("li", { key: each.who.join() },
      h("button.entry", { onclick: () => openCard(each.who) }, h("span.group-mark", { "aria-hidden": "true" }),
        h("span.name", h("strong", addressee(of, each.who)), h("span.detail", briefingWords(of, each))))))));
}

function chooseSeveral(on) {
  app.ui.several = on;
  app.ui.chosen = [];
  app.ui.sheet = false;
  draw();
}

function choose(name) {
  const { ui } = app;
  if (!ui.several) return openCard([name]);
  ui.chosen = ui.chosen.includes(name) ? ui.chosen.filter((each) => each !== name) : [...ui.chosen, name];
  draw();
}

/** Opens the card of those named: beside the room, or as a sheet from below; `field` gets the focus. */
export function openCard(who, field = "") {
  Object.assign(app.ui, { chosen: [...who], sheet: true, several: false, open: field });
  draw();
  if (wide.matches) setTimeout(() => focus(field ? `field-${field}` : "card-title"), 60);
  else if (field) setTimeout(() => focus(`field-${field}`), 120);
}

// What cannot be

function refusals(of) {
  const found = app.walk?.doc.refusals || [];
  if (!found.length) return null;
  return h("section.troubles", { key: "troubles", "aria-label": t("plan.cannot_be") },
    h("h2", tn("plan.refusals", found.length)),
    h("ul.plain", found.map((one, n) => h("li", { key: n }, h("p", one.sentence), jumpTo(one)))));
}

function jumpTo(refusal) {
  const briefing = plan()[refusal.briefing];
  return briefing && h("button", { onclick: () => openCard(briefing.who, refusal.field === "who" ? "" : refusal.field) }, t("plan.jump"));
}

/** What is wrong with one field of a briefing, for its card. */
export function refusalsAt(place, field) {
  return (app.walk?.doc.refusals || []).filter((one) => one.briefing === place && place >= 0 && (field === null || one.field === field));
}

function verdicts(of) {
  if (stage().help !== "verdicts" || !app.walk?.doc.verdicts) return null;
  const found = app.walk.doc.verdicts;
  return h("section.verdicts", { key: "verdicts" },
    h("h2", found.length ? tn("plan.verdicts", found.length) : t("plan.no_verdicts")),
    h("ul.plain", [...byRule(found)].map(([rule, ones]) => h("li", { key: rule },
      h("p", h("strong", ones[0].title), " ", several([...new Set(ones.flatMap((one) => one.who))].map((index) => of.people[index].short))),
      h("button", { class: "time-link", onclick: () => player.seek(ones[0].at) }, h("span.unseen", t("walk.see")), clockText(ones[0].at))))));
}

function byRule(verdicts) {
  const found = new Map();
  for (const one of verdicts) found.set(one.rule, [...(found.get(one.rule) || []), one]);
  return found;
}

// Beside the room when nobody is chosen

function overview(of) {
  const rows = plan();
  return h("section.card.brass", { key: "overview" },
    h("h2", t("plan.overview")),
    rows.length === 0 ? h("p", t("plan.overview_none")) : h("ul.plain.briefings", rows.map((each) => h("li", { key: each.who.join() },
      h("button.entry", { onclick: () => openCard(each.who) },
        h("span.name", h("strong", addressee(of, each.who)), h("span.detail", briefingWords(of, each))))))),
    h("p.hint", t("plan.overview_hint")));
}

// The foot

function foot(of, why) {
  const doc = app.news.plan || {};
  const can = !why && !app.busy;
  const local = app.queue.pending.length > app.queue.taken;
  return h("footer.foot", { key: "foot" },
    h("div.row.tools",
      h("button", { onclick: undo, disabled: !can || !(doc.undo || local) }, h("span.icon.back", { "aria-hidden": "true" }), h("span.words", t("plan.undo"))),
      h("button", { onclick: redo, disabled: !can || !doc.redo || app.queue.open }, h("span.icon.forth", { "aria-hidden": "true" }), h("span.words", t("plan.redo")))),
    meter(of),
    why === "plan.is_handed_in"
      ? h("button", { key: "take-back", onclick: takeBack }, t("plan.take_back"))
      : h("button", { key: "hand-in", class: "primary", disabled: Boolean(why), onclick: askHandIn }, t("plan.hand_in")));
}

function meter(of) {
  const spent = liaisonSpent(of, plan());
  const whole = of.liaison.minutes;
  if (!whole) return null;
  const over = spent > whole;
  const words = t(over ? "plan.liaison_over" : "plan.liaison_spent", { spent: spent ? howLong(spent) : 0, whole: howLong(whole) });
  return h("div", { class: over ? "meter is-over" : "meter", key: "meter" },
    h("p", h("span.unseen", t("plan.liaison")), words),
    h("div.bar", { "aria-hidden": "true" }, h("div", { style: { width: `${Math.min(100, (100 * spent) / whole)}%` } })));
}

async function takeBack() {
  if (await say("take_back")) announce(t("plan.taken_back"));
}

function askHandIn() {
  const found = app.walk?.doc.refusals.length || 0;
  if (found) {
    notify(tn("plan.still_refused", found), "alarm", true);
    return;
  }
  if (plan().length === 0 && !window.confirm(t("plan.empty_sure"))) return;
  handIn();
}

/** Ctrl+Z and Ctrl+Y, as everywhere. */
function keys(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.matches("input[type=text],textarea")) return;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return;
  event.preventDefault();
  if (key === "y" || event.shiftKey) redo();
  else undo();
}

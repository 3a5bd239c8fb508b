/** The brief: what a trainee reads before planning; at the plan it lies open behind a button. */
import { h } from "./dom.js";
import { delegationEmblem, emblem } from "./emblems.js";
import { app, draw, scenario } from "./state.js";
import { goOn, team } from "./lobby.js";
import { capital, t } from "./words.js";

/** The screen. */
export function brief() {
  const of = scenario();
  return h("div.dossier", lead(of), contents(), ...sections(of), h("div.way-on", goOn("brief.go_on")));
}

function lead(of) {
  return h("section.card.brass", { key: "lead" },
    h("p.over", t("brief.where", { place: of.place, date: of.date_words })),
    h("h1", { id: "title" }, of.title),
    h("div.prose", of.situation.map((text, n) => h("p", { key: n }, text))),
    of.fictional && h("p.hint", t("brief.fictional")),
    h("div.aim", h("h2", t("brief.aim")), h("p", of.aim.sentence)),
    h("h2.small", t("brief.learning")),
    h("ul", of.learning.map((text, n) => h("li", { key: n }, text))),
    team());
}

const PARTS = ["custom", "order", "people", "day", "means", "sources"];

function contents() {
  return h("nav.contents", { key: "contents", "aria-label": t("brief.contents") },
    h("ul", PARTS.map((id) => h("li", { key: id }, h("a", { href: `#${id}`, onclick: (event) => jump(event, id) }, t(`brief.${id}`))))));
}

function jump(event, id) {
  event.preventDefault();
  const heading = document.getElementById(`${id}-h`);
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: "start" });
}

function part(id, ...children) {
  return h("section.card", { id, key: id, "aria-labelledby": `${id}-h` }, h("h2", { id: `${id}-h` }, t(`brief.${id}`)), ...children);
}

/** The parts of the dossier, for the brief and for looking something up while planning. */
export function sections(of) {
  return [
    part("custom", h("p.hint", t("brief.custom_why")), h("ul.rules", of.rules.map(rule))),
    part("order", h("div.orders", of.orders.map((order) => precedence(of, order)))),
    part("people", of.delegations.map((delegation) => delegationPeople(of, delegation)), house(of)),
    part("day", programme(of), chances(of)),
    part("means", means(of)),
    part("sources", sources(of)),
  ];
}

const made = () => h("span.chip", t("brief.reconstructed"));

function rule(one) {
  return h("li", { key: one.id, class: `rule is-${one.gravity}` },
    h("h3", one.title, " ", h("span.chip.weight", one.gravity_words), one.reconstructed && made()),
    h("p", one.sentence),
    one.house && h("p.hint", one.house),
    one.origin && h("p.source", one.origin));
}

function precedence(of, order) {
  return h("div", { key: order.of },
    h("h3", order.of !== "joint" && delegationEmblem(of, order.of), order.title),
    h("p.hint", order.source ? t("brief.order_by", { system: capital(order.system), source: order.source }) : capital(order.system)),
    h("ol.ranks", order.places.map((place, n) => h("li", { key: n, value: place.rank },
      h("span.rank", { "aria-hidden": "true" }, place.rank),
      h("span", h("strong", place.who.map((index) => of.people[index].name).join(", ")), place.reason && h("span.reason", place.reason))))));
}

function person(of, one) {
  const holding = of.room.holding.find((room) => room.id === one.holds);
  return h("li", { key: one.id, class: "person" }, emblem(of, one),
    h("div", null,
      h("p", h("strong", one.name), one.principal && h("span.chip", t("brief.principal"))),
      h("p.hint", [one.office && capital(one.office), holding && t("waits_in", { room: holding.name })].filter(Boolean).join(" · ")),
      one.habit.lines.map((line, n) => h("p.habit", { key: n }, line))));
}

function delegationPeople(of, delegation) {
  const people = of.people.filter((one) => one.of === delegation.id);
  if (!people.length) return null;
  return h("div", { key: delegation.id },
    h("h3", delegationEmblem(of, delegation.id), `${delegation.name} · ${delegation.side_words}`),
    delegation.through && h("p.hint", t("brief.through", { who: delegation.through })),
    h("p.unseen", t("brief.unbriefed")),
    h("ul.plain", people.map((one) => person(of, one))));
}

function house(of) {
  const sides = new Set(of.delegations.map((each) => each.id));
  const people = of.people.filter((one) => !sides.has(one.of));
  return people.length > 0 && h("div", { key: "house" }, h("h3", t("brief.house")), h("ul.plain", people.map((one) => person(of, one))));
}

function programme(of) {
  return h("ol.programme", of.programme.map((step, n) => h("li", { key: n }, h("time", step.clock),
    h("span", step.sentence, step.more && h("span.reason", step.more), step.reconstructed && made()))));
}

function chances(of) {
  return of.chances.length > 0 && h("div", h("h3", t("brief.chances")),
    h("ul.programme", of.chances.map((one, n) => h("li", { key: n }, h("strong", one.chance),
      h("span", one.sentence, one.because && h("span.reason", one.because), one.reconstructed && made())))));
}

function means(of) {
  const facts = (list) => h("dl.facts", list.map((fact, n) => h("div", { key: n }, h("dt", fact.figure), h("dd", fact.words, fact.more && h("span.reason", fact.more)))));
  return [h("h3", t("brief.before")), facts(of.liaison.before), h("h3", t("brief.after")), facts(of.liaison.after)];
}

function sources(of) {
  return [
    h("ul", of.sources.map((one) => h("li", { key: one.id }, one.title, h("span.reason", one.origin)))),
    of.reconstructed.length > 0 && h("details", h("summary", t("brief.reconstructed_long")), h("ul", of.reconstructed.map((text, n) => h("li", { key: n }, text)))),
  ];
}

/** The dossier as a dialog, for looking something up while planning. */
export function dossierDialog() {
  if (!app.ui.dossier) return null;
  const close = () => ((app.ui.dossier = false), draw());
  const of = scenario();
  return h("dialog.dossier-dialog", { key: "dossier", ref: (node) => node.showModal(), onclose: close, "aria-labelledby": "dossier-title" },
    h("div.sheet-head", h("h2", { id: "dossier-title", tabindex: "-1" }, t("plan.dossier")), h("button.close", { onclick: close }, t("close"))),
    h("div.sheet-body", h("div.card.aim", h("h2", t("brief.aim")), h("p", of.aim.sentence)), ...sections(of)));
}

/** The debrief: what it came to, line by line, with the room to look at every instant again; two tries side by side. */
import { announce, h } from "./dom.js";
import { parseClock } from "./clock.js";
import { Film } from "./film.js";
import { goOn } from "./lobby.js";
import { app, draw, stage } from "./state.js";
import { controls, Player, theatre, whereabouts, wide } from "./theatre.js";
import { capital, t, tn } from "./words.js";

const player = new Player("debrief");
const films = new WeakMap();
const FIGURES = ["precedence", "punctuality", "courtesy", "composure"];

function filmOf(of, result) {
  if (!films.has(result)) films.set(result, new Film(of.people.length).add(result.film));
  return films.get(result);
}

/** The tries of a scenario that have a result: [attempt, ...]. */
export const triesOf = (number) => (app.news.results || []).filter(([of]) => of === number).map(([, attempt]) => attempt);

/** The screen. */
export function debrief() {
  const number = stage().scenario;
  const of = app.scenarios.get(number);
  const tries = triesOf(number).filter((attempt) => app.results.has(`${number}/${attempt}`));
  if (!of || !tries.length) return h("div.card.narrow", h("h1", { id: "title" }, t("debrief.title")), h("p", t("debrief.coming")));
  const wanted = app.ui.tab.attempt;
  const attempt = tries.includes(wanted) ? wanted : tries[tries.length - 1];
  const result = app.results.get(`${number}/${attempt}`);
  const shownRoom = h("div.debrief-room", { key: "room" }, room(of, result));
  const shownLedger = h("div", { key: "ledger" }, ledger(of, result));
  return h("div.debrief-grid",
    h("div.debrief-left", { key: "left" }, outcome(of, result, attempt, tries), tries.length > 1 && sideBySide(number, tries)),
    wide.matches ? [shownLedger, shownRoom] : [shownRoom, shownLedger],
    h("div.debrief-rest", { key: "rest" }, chance(result), planRows(result), history(of, result), questions(result)),
    h("div.way-on", goOn("debrief.go_on")));
}

// What it came to

/** Total, grade, summary and the four figures. */
export function outcome(of, result, attempt, tries) {
  return h("section.card.brass.outcome", { "aria-labelledby": "title" },
    h("h1", { id: "title" }, t(tries.length > 1 ? "debrief.title_of" : "debrief.title", { attempt: t(`attempt.${attempt}`) })),
    tries.length > 1 && attempts(tries, attempt),
    score(result),
    h("p.prose", result.summary),
    figures(result),
    robust(result));
}

/** The total and its grade, in figures and in words. */
export function score(result) {
  return h("div.score", { key: "score" },
    h("p.total", result.score.total, h("span", t("debrief.of_100"))),
    h("p", { class: `grade is-${result.score.grade}` }, h("strong", h("span.unseen", t("debrief.grade")), result.score.grade), h("span", result.words.grade)));
}

function attempts(tries, attempt) {
  return h("fieldset.kinds", { key: "tries" }, h("legend.unseen", t("debrief.which")),
    tries.map((each) => h("label.choice", { key: each }, h("input", { type: "radio", name: "attempt", checked: each === attempt, onchange: () => ((app.ui.tab.attempt = each), draw()) }), h("span", capital(t(`attempt.${each}`))))));
}

const figureName = (result, id) => result.words.figures.find((each) => each.id === id)?.name || id;

function figures(result) {
  return h("dl.figures", { key: "figures" }, FIGURES.filter((id) => id in result.score).map((id) => h("div", { key: id },
    h("dt", figureName(result, id)), h("dd", result.score[id]),
    h("div.bar", { "aria-hidden": "true" }, h("div", { class: result.score[id] < 70 ? "is-low" : null, style: { width: `${Math.max(0, Math.min(100, result.score[id]))}%` } })))));
}

function robust(result) {
  if (!result.robust) return null;
  return h("div.robust", { key: "robust" }, h("h2.small", t("debrief.robust")),
    h("p", t("debrief.robust_days", { clean: result.robust.clean, days: result.robust.days })),
    result.robust.sentence && h("p.hint", result.robust.sentence));
}

function sideBySide(number, tries) {
  const [before, after] = tries.slice(-2).map((attempt) => app.results.get(`${number}/${attempt}`));
  const rows = [["total", t("debrief.total")], ...FIGURES.filter((id) => id in after.score).map((id) => [id, figureName(after, id)])];
  const breaches = (result) => result.ledger.filter((line) => line.kind !== "cost" && line.kind !== "merit").length;
  return h("section.card", { "aria-labelledby": "compare-h" }, h("h2", { id: "compare-h" }, t("debrief.compare")),
    h("table", null,
      h("thead", h("tr", h("td"), h("th", { scope: "col" }, capital(t("attempt.1"))), h("th", { scope: "col" }, capital(t("attempt.2"))), h("th", { scope: "col" }, t("debrief.change")))),
      h("tbody", rows.map(([id, name]) => compareRow(id, name, before.score[id], after.score[id], 1)),
        compareRow("breaches", t("debrief.breaches"), breaches(before), breaches(after), -1))));
}

function compareRow(id, name, before, after, better) {
  const change = after - before;
  const tone = change * better > 0 ? "good" : change ? "bad" : "";
  return h("tr", { key: id }, h("th", { scope: "row" }, name), h("td", before), h("td", after),
    h("td", { class: `change ${tone}` }, change ? `${change > 0 ? "▲ +" : "▼ −"}${Math.abs(change)}` : "=",
      tone && h("span.unseen", t(tone === "good" ? "debrief.better" : "debrief.worse"))));
}

// The room again

function room(of, result) {
  const film = filmOf(of, result);
  player.load(film, of.start, of.end, [...player.chosen]);
  const marks = result.ledger.filter((line) => line.points < 0).map((line) => ({ at: parseClock(line.at) ?? of.start, tone: "bad" }));
  const weighty = (entry) => ["breach", "entered", "sent out", "on air", "off air"].includes(entry.what);
  player.shown = (instant, people) => {
    const key = people.map((one) => one.in[0] + one.posture[0]).join("") + film.news(-1, instant).length;
    if (key === player.key) return;
    player.key = key;
    draw();
  };
  const last = film.news(-1, player.instant).slice(-1)[0];
  return h("section.card", { id: "room-again", "aria-labelledby": "room-h" }, h("h2", { id: "room-h", tabindex: "-1" }, t("debrief.room")),
    theatre(player, of),
    controls(player, { marks, spans: result.air || [], due: of.aim.by, next: (instant) => film.nextAfter(instant, weighty), label: t("debrief.room") }),
    h("p.last-told", last ? last.text : t("debrief.scrub")),
    h("details", h("summary", t("run.where")), whereabouts(of, film.at(player.instant))));
}

function lookAt(of, line) {
  const at = parseClock(line.at);
  player.playing = false;
  player.chosen = new Set(of.people.map((person, index) => [person.id, index]).filter(([id]) => line.offenders.includes(id)).map(([, index]) => index));
  player.seek(at + 600);
  draw();
  announce(t("debrief.looking", { clock: line.at }));
  if (wide.matches) return;
  const heading = document.getElementById("room-h");
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: "start", behavior: "auto" });
}

// The ledger

const sum = (result) => {
  const lines = result.score.raw - 100;
  const text = `100 ${lines < 0 ? "−" : "+"} ${Math.abs(lines)} = ${result.score.raw}`.replace("= -", "= −");
  return result.score.raw === result.score.total ? text : t("debrief.counted", { sum: text, total: result.score.total });
};

/** The lines, the costliest first. */
export function ledger(of, result, plain = false) {
  const lines = [...result.ledger].sort((a, b) => a.points - b.points || (a.at < b.at ? -1 : 1));
  return h(plain ? "div.card" : "section.card", { "aria-label": plain ? null : t("debrief.ledger") },
    h("h2", t("debrief.ledger"), h("span.sum", sum(result))),
    lines.length === 0 ? h("p", t("debrief.clean")) : h("ol.plain.ledger", lines.map((line, n) => ledgerLine(of, line, n, plain))));
}

const signed = (points) => (points < 0 ? `−${-points}` : points ? `+${points}` : "0");

function ledgerLine(of, line, n, plain) {
  const seen = { live: "seen.live", press: "seen.press", "other side": "seen.other_side" }[line.seen_by];
  return h("li", { key: n, class: line.points < 0 ? "is-cost" : "is-merit" },
    h("p.points", signed(line.points), h("span.unseen", t("debrief.points"))),
    h("div", null,
      h("h3", line.title, seen && h("span", { class: `chip seen-${line.seen_by.replace(" ", "-")}` }, t(seen))),
      h("p", line.sentence),
      plain ? null : [
        h("button.look", { onclick: () => lookAt(of, line) }, t("debrief.look", { clock: line.at })),
        h("details", h("summary", t("debrief.why")), why(of, line))]));
}

function why(of, line) {
  const rule = of.rules.find((each) => each.id === line.rule);
  const source = of.sources.find((each) => each.id === line.source);
  const facts = [line.put_right && "put_right", line.waived && "waived", line.improvised && "improvised"].filter(Boolean);
  return h("div.why",
    rule && h("p", t("debrief.custom", { custom: rule.sentence })),
    rule && h("p.hint", `${capital(rule.gravity_words)}.`),
    line.follows && h("p.hint", t("debrief.follows", { rule: of.rules.find((each) => each.id === line.follows)?.title || line.follows })),
    facts.map((fact) => h("p.hint", { key: fact }, t(`debrief.${fact}`))),
    !rule && h("p.hint", t(line.kind === "merit" ? "debrief.merit" : "debrief.cost")),
    h("p.source", rule?.origin || (source ? `${source.title} · ${source.origin}` : t("debrief.no_source"))));
}

// The rest

/** What chance drew. */
export function chance(result) {
  const list = (texts) => h("ul", texts.map((text, n) => h("li", { key: n }, text)));
  const all = result.circumstances.map((one) => one.sentence);
  return h("section.card", { key: "chance" }, h("h2", t("debrief.chance")),
    result.day.length ? list(result.day) : h("p", t("debrief.no_chance")),
    all.length > 0 && h("details.no-print", h("summary", tn("debrief.all_drawn", all.length)), list(all)));
}

/** The plan as it was, in rows. */
export function planRows(result) {
  return h("section.card", { key: "plan" }, h("h2", t("debrief.plan")),
    result.plan.length === 0 ? h("p", t("debrief.no_plan")) : h("dl.plan-rows", result.plan.map(([who, what], n) => h("div", { key: n }, h("dt", who), h("dd", capital(what))))));
}

function history(of, result) {
  return h("section.card", { key: "history" }, h("h2", t("debrief.history")),
    result.fictional && h("p", result.fictional),
    result.accounts.length > 0 && h("ul.accounts", result.accounts.map((one, n) => h("li", { key: n }, one.text, " ", h("span.source", [one.source, one.differs].filter(Boolean).join("; "))))),
    result.reconstructed.length > 0 && h("details", h("summary", tn("debrief.reconstructed", result.reconstructed.length)), h("ul", result.reconstructed.map((text, n) => h("li", { key: n }, text)))));
}

/** Questions to talk about. */
export function questions(result) {
  return result.questions.length > 0 && h("section.card", { key: "questions" }, h("h2", t("debrief.questions")),
    h("ol.questions", result.questions.map(([point, question], n) => h("li", { key: n }, h("p.hint", point), h("p", question)))));
}

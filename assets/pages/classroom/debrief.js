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
  if (!of || !tries.length) return h("div", { class: "card narrow" }, h("h1", { id: "title" }, t("debrief.title")), h("p", null, t("debrief.coming")));
  const wanted = app.ui.tab.attempt;
  const attempt = tries.includes(wanted) ? wanted : tries[tries.length - 1];
  const result = app.results.get(`${number}/${attempt}`);
  const shownRoom = h("div", { class: "debrief-room", key: "room" }, room(of, result));
  const shownLedger = h("div", { key: "ledger" }, ledger(of, result));
  return h("div", { class: "debrief-grid" },
    h("div", { class: "debrief-left", key: "left" }, outcome(of, result, attempt, tries), tries.length > 1 && sideBySide(number, tries)),
    wide.matches ? [shownLedger, shownRoom] : [shownRoom, shownLedger],
    h("div", { class: "debrief-rest", key: "rest" }, chance(result), planRows(result), history(of, result), questions(result)),
    h("div", { class: "way-on" }, goOn("debrief.go_on")));
}

// What it came to

/** Total, grade, summary and the four figures. */
export function outcome(of, result, attempt, tries) {
  return h("section", { class: "card brass outcome", "aria-labelledby": "title" },
    h("h1", { id: "title" }, t(tries.length > 1 ? "debrief.title_of" : "debrief.title", { attempt: t(`attempt.${attempt}`) })),
    tries.length > 1 && attempts(tries, attempt),
    score(result),
    h("p", { class: "prose" }, result.summary),
    figures(result),
    robust(result));
}

/** The total and its grade, in figures and in words. */
export function score(result) {
  return h("div", { class: "score", key: "score" },
    h("p", { class: "total" }, result.score.total, h("span", null, t("debrief.of_100"))),
    h("p", { class: `grade is-${result.score.grade}` }, h("strong", null, h("span", { class: "unseen" }, t("debrief.grade")), result.score.grade), h("span", null, result.words.grade)));
}

function attempts(tries, attempt) {
  return h("fieldset", { class: "kinds", key: "tries" }, h("legend", { class: "unseen" }, t("debrief.which")),
    tries.map((each) => h("label", { class: "choice", key: each }, h("input", { type: "radio", name: "attempt", checked: each === attempt, onchange: () => ((app.ui.tab.attempt = each), draw()) }), h("span", null, capital(t(`attempt.${each}`))))));
}

const figureName = (result, id) => result.words.figures.find((each) => each.id === id)?.name || id;

function figures(result) {
  return h("dl", { class: "figures", key: "figures" }, FIGURES.filter((id) => id in result.score).map((id) => h("div", { key: id },
    h("dt", null, figureName(result, id)), h("dd", null, result.score[id]),
    h("div", { class: "bar", "aria-hidden": "true" }, h("div", { class: result.score[id] < 70 ? "is-low" : null, style: { width: `${Math.max(0, Math.min(100, result.score[id]))}%` } })))));
}

function robust(result) {
  if (!result.robust) return null;
  return h("div", { class: "robust", key: "robust" }, h("h2", { class: "small" }, t("debrief.robust")),
    h("p", null, t("debrief.robust_days", { clean: result.robust.clean, days: result.robust.days })),
    result.robust.sentence && h("p", { class: "hint" }, result.robust.sentence));
}

function sideBySide(number, tries) {
  const [before, after] = tries.slice(-2).map((attempt) => app.results.get(`${number}/${attempt}`));
  const rows = [["total", t("debrief.total")], ...FIGURES.filter((id) => id in after.score).map((id) => [id, figureName(after, id)])];
  const breaches = (result) => result.ledger.filter((line) => line.kind !== "cost" && line.kind !== "merit").length;
  return h("section", { class: "card", "aria-labelledby": "compare-h" }, h("h2", { id: "compare-h" }, t("debrief.compare")),
    h("table", null,
      h("thead", null, h("tr", null, h("td", null), h("th", { scope: "col" }, capital(t("attempt.1"))), h("th", { scope: "col" }, capital(t("attempt.2"))), h("th", { scope: "col" }, t("debrief.change")))),
      h("tbody", null, rows.map(([id, name]) => compareRow(id, name, before.score[id], after.score[id], 1)),
        compareRow("breaches", t("debrief.breaches"), breaches(before), breaches(after), -1))));
}

function compareRow(id, name, before, after, better) {
  const change = after - before;
  const tone = change * better > 0 ? "good" : change ? "bad" : "";
  return h("tr", { key: id }, h("th", { scope: "row" }, name), h("td", null, before), h("td", null, after),
    h("td", { class: `change ${tone}` }, change ? `${change > 0 ? "▲ +" : "▼ −"}${Math.abs(change)}` : "=",
      tone && h("span", { class: "unseen" }, t(tone === "good" ? "debrief.better" : "debrief.worse"))));
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
  return h("section", { class: "card", id: "room-again", "aria-labelledby": "room-h" }, h("h2", { id: "room-h", tabindex: "-1" }, t("debrief.room")),
    theatre(player, of),
    controls(player, { marks, spans: result.air || [], due: of.aim.by, next: (instant) => film.nextAfter(instant, weighty), label: t("debrief.room") }),
    h("p", { class: "last-told" }, last ? last.text : t("debrief.scrub")),
    h("details", null, h("summary", null, t("run.where")), whereabouts(of, film.at(player.instant))));
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
  return h("section", { class: "card", "aria-label": t("debrief.ledger") },
    h("h2", null, t("debrief.ledger"), h("span", { class: "sum" }, sum(result))),
    lines.length === 0 ? h("p", null, t("debrief.clean")) : h("ol", { class: "plain ledger" }, lines.map((line, n) => ledgerLine(of, line, n, plain))));
}

const signed = (points) => (points < 0 ? `−${-points}` : points ? `+${points}` : "0");

function ledgerLine(of, line, n, plain) {
  const seen = { live: "seen.live", press: "seen.press", "other side": "seen.other_side" }[line.seen_by];
  return h("li", { key: n, class: line.points < 0 ? "is-cost" : "is-merit" },
    h("p", { class: "points" }, signed(line.points), h("span", { class: "unseen" }, t("debrief.points"))),
    h("div", null,
      h("h3", null, line.title, seen && h("span", { class: `chip seen-${line.seen_by.replace(" ", "-")}` }, t(seen))),
      h("p", null, line.sentence),
      plain ? null : [
        h("button", { type: "button", class: "look", onclick: () => lookAt(of, line) }, t("debrief.look", { clock: line.at })),
        h("details", null, h("summary", null, t("debrief.why")), why(of, line))]));
}

function why(of, line) {
  const rule = of.rules.find((each) => each.id === line.rule);
  const source = of.sources.find((each) => each.id === line.source);
  const facts = [line.put_right && "put_right", line.waived && "waived", line.improvised && "improvised"].filter(Boolean);
  return h("div", { class: "why" },
    rule && h("p", null, t("debrief.custom", { custom: rule.sentence })),
    rule && h("p", { class: "hint" }, `${capital(rule.gravity_words)}.`),
    line.follows && h("p", { class: "hint" }, t("debrief.follows", { rule: of.rules.find((each) => each.id === line.follows)?.title || line.follows })),
    facts.map((fact) => h("p", { class: "hint", key: fact }, t(`debrief.${fact}`))),
    !rule && h("p", { class: "hint" }, t(line.kind === "merit" ? "debrief.merit" : "debrief.cost")),
    h("p", { class: "source" }, rule?.origin || (source ? `${source.title} · ${source.origin}` : t("debrief.no_source"))));
}

// The rest

/** What chance drew. */
export function chance(result) {
  const drawn = result.circumstances.map((one) => one.sentence);
  return h("section", { class: "card", key: "chance" }, h("h2", null, t("debrief.chance")),
    drawn.length ? h("ul", null, drawn.map((text, n) => h("li", { key: n }, text))) : h("p", null, t("debrief.no_chance")));
}

/** The plan as it was, in rows. */
export function planRows(result) {
  return h("section", { class: "card", key: "plan" }, h("h2", null, t("debrief.plan")),
    result.plan.length === 0 ? h("p", null, t("debrief.no_plan")) : h("dl", { class: "plan-rows" }, result.plan.map(([who, what], n) => h("div", { key: n }, h("dt", null, who), h("dd", null, capital(what))))));
}

function history(of, result) {
  return h("section", { class: "card", key: "history" }, h("h2", null, t("debrief.history")),
    result.fictional && h("p", null, result.fictional),
    result.accounts.length > 0 && h("ul", { class: "accounts" }, result.accounts.map((one, n) => h("li", { key: n }, one.text, " ", h("span", { class: "source" }, [one.source, one.differs].filter(Boolean).join("; "))))),
    result.reconstructed.length > 0 && h("details", null, h("summary", null, tn("debrief.reconstructed", result.reconstructed.length)), h("ul", null, result.reconstructed.map((text, n) => h("li", { key: n }, text)))));
}

/** Questions to talk about. */
export function questions(result) {
  return result.questions.length > 0 && h("section", { class: "card", key: "questions" }, h("h2", null, t("debrief.questions")),
    h("ol", null, result.questions.map((text, n) => h("li", { key: n }, text))));
}

/** The end: thanks, what it came to, and a sheet to print. */
import { h } from "./dom.js";
import { chance, ledger, planRows, questions, score, triesOf } from "./debrief.js";
import { myCode } from "./lobby.js";
import { app } from "./state.js";
import { quit } from "./trainee.js";
import { capital, t } from "./words.js";

/** The screen. */
export function ending() {
  const { room, you } = app.news;
  const shown = room.scenarios.map((title, number) => ({ title, number, tries: triesOf(number) })).filter((one) => one.tries.length);
  return h("div.ending",
    h("section.card.brass", { key: "thanks" },
      h("p.over", room.title),
      h("h1", { id: "title" }, t("end.title", { name: you.name })),
      h("p.lead", t(shown.length ? "end.text" : "end.nothing")),
      shown.length > 0 && summary(shown),
      h("div.row.no-print",
        shown.length > 0 && h("button.primary", { onclick: () => window.print() }, t("end.print")),
        h("button", { onclick: leave }, t("end.leave"))),
      h("div.no-print", myCode())),
    shown.flatMap((one) => one.tries.map((attempt) => sheet(one, attempt))));
}

function leave() {
  if (window.confirm(t("lobby.leave_sure"))) quit();
}

function summary(shown) {
  return h("table", null,
    h("thead", h("tr", h("th", { scope: "col" }, t("end.scenario")), h("th", { scope: "col" }, capital(t("attempt.1"))), h("th", { scope: "col" }, capital(t("attempt.2"))))),
    h("tbody", shown.map((one) => h("tr", { key: one.number }, h("th", { scope: "row" }, one.title),
      [1, 2].map((attempt) => {
        const result = app.results.get(`${one.number}/${attempt}`);
        return h("td", { key: attempt }, result ? t("end.score", { total: result.score.total, grade: result.score.grade }) : one.tries.includes(attempt) ? "…" : "–");
      })))));
}

function sheet({ title, number, tries }, attempt) {
  const result = app.results.get(`${number}/${attempt}`);
  const of = app.scenarios.get(number);
  if (!result || !of) return null;
  return h("article.sheet-print", { key: `${number}/${attempt}` },
    h("h2", tries.length > 1 ? t("end.sheet_of", { title, attempt: t(`attempt.${attempt}`) }) : title),
    h("p.hint", t("brief.where", { place: of.place, date: of.date_words })),
    score(result), h("p", result.summary),
    ledger(of, result, true), chance(result), planRows(result), questions(result));
}

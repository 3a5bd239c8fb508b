// The list of the class: who is here, how their plans come along, what they reached; who needs help stands first.
import { leftText } from "./clock.js";
import { h } from "./dom.js";
import { counts, members, needsHelp, ordered, selfPaced, stageName, stageOf, total } from "./desk_sense.js";
import { desk, left } from "./desk_store.js";
import { personDialog } from "./desk_person.js";
import { t, tn } from "./words.js";

const STILL = 3000;   // ms after a touch in which no row moves away under the finger

export function list() {
  const { room } = desk.news;
  return h("section", { class: "class card", "aria-labelledby": "class-title" },
    h("div", { class: "class-head" },
      h("h2", { id: "class-title" }, t(room.teams ? "class.teams" : "class.title")),
      h("p", { class: "counts" }, counted()),
      h("div", { class: "class-tools" },
        h("label", { class: "field inline" }, h("span", { class: "unseen" }, t("class.find")),
          h("input", { type: "search", placeholder: t("class.find"), value: desk.find, oninput: (event) => {
            desk.find = event.target.value;
            desk.draw();
          } })),
        h("label", { class: "field inline" }, t("class.sort"), h("select", { onchange: (event) => {
          desk.sort = event.target.value;
          desk.order = { keys: [], at: 0 };
          desk.draw();
        } }, ["help", "name", "total"].map((by) =>
          h("option", { value: by, selected: desk.sort === by }, t(`class.sort-${by}`))))))),
    desk.news.teams.length ? table() : h("p", { class: "nobody" }, t("class.nobody")));
}

function counted() {
  const { joined, here, help } = counts(desk.news);
  return [`${tn("class.joined", joined)} · ${t("class.here", { here })}`, help > 0 && desk.news.stage.phase === "plan" &&
    h("strong", { class: "help" }, tn("class.help", help))];
}

function table() {
  const showTotals = desk.news.teams.some((team) => Object.keys(team.totals || {}).length);
  const touched = () => { desk.touched = Date.now(); };
  return h("div", { class: "wide", onpointermove: touched, onfocusin: touched, onkeydown: touched },
    h("table", null,
      h("thead", null, h("tr", null,
        h("th", { scope: "col" }, t(desk.news.room.teams ? "col.team" : "col.trainee")),
        h("th", { scope: "col" }, t("col.state")),
        h("th", { scope: "col", class: "n" }, t("col.briefings")),
        showTotals && h("th", { scope: "col", class: "n" }, t("col.first")),
        showTotals && h("th", { scope: "col", class: "n" }, t("col.second")),
        h("th", { scope: "col" }, h("span", { class: "unseen" }, t("col.actions"))))),
      h("tbody", null, rows().map((row) => teamRow(row, showTotals)))));
}

/** In the order wanted, but in the order they have while somebody points at them. */
function rows() {
  const found = ordered(desk.news, desk.sort, desk.find);
  const known = new Map(desk.order.keys.map((id, place) => [id, place]));
  if (Date.now() - desk.touched < STILL && known.size) {
    const place = ({ team }) => known.get(team.id) ?? known.size;
    found.sort((a, b) => place(a) - place(b));
  } else {
    desk.order.keys = found.map(({ team }) => team.id);
  }
  return found;
}

function teamRow({ team, state }, showTotals) {
  const { scenario, phase } = stageOf(team, desk.news);
  const sum = (attempt) => {
    const found = total(team, scenario, attempt);
    return h("td", { class: "n" }, found === null ? "–" : String(found));
  };
  const briefings = team.plan ? team.plan.briefings : 0;
  return h("tr", { key: team.id, class: needsHelp({ team, state }, desk.news) ? "needs" : null },
    h("th", { scope: "row" }, h("span", { class: "who" }, team.name), badges(team), desk.news.room.teams && crew(team)),
    h("td", { class: "state" }, h("span", { class: `dot ${state}`, "aria-hidden": "true" }),
      h("span", null, stateWords(team, state)), extra(team)),
    h("td", { class: "n" }, phase === "lobby" ? "–" : String(briefings)),
    showTotals && sum(1), showTotals && sum(2),
    h("td", { class: "act" }, h("button", {
      type: "button", class: "quiet", "aria-label": t("class.act-said", { name: team.name }),
      onclick: () => personDialog(team.id),
    }, t("class.act"))));
}

function stateWords(team, state) {
  if (!selfPaced(desk.news)) return t(`state.${state}`);
  const where = t(`stage.${stageName(stageOf(team, desk.news))}`);
  return state === "quiet" ? where : `${where}: ${t(`state.${state}`)}`;
}

/** More time of their own, and how much of it is left. */
function extra(team) {
  if (!team.extra) return null;
  const ms = left({ left: team.left, runs: desk.news.clock.runs });
  return h("span", { class: "extra" }, t("class.extra", {
    minutes: Math.round(team.extra / 60000), left: ms === null ? "" : leftText(ms),
  }));
}

function badges(team) {
  const all = members(team, desk.news);
  const one = all.length === 1 ? all[0] : null;
  return [
    all.length > 0 && all.every((each) => each.bot) && h("span", { class: "badge" }, t("badge.bot")),
    one && one.late && h("span", { class: "badge" }, t("badge.late")),
    one && one.offline && h("span", { class: "badge" }, t("badge.offline")),
  ];
}

function crew(team) {
  const all = members(team, desk.news);
  if (!all.length) return h("span", { class: "crew" }, t("class.no-members"));
  const names = all.map((one) => {
    const marks = [one.id === team.driver && t("crew.driver"), !one.here && !one.bot && t("crew.away")].filter(Boolean);
    return marks.length ? `${one.name} (${marks.join(", ")})` : one.name;
  });
  return h("span", { class: "crew" }, names.join(", "));
}

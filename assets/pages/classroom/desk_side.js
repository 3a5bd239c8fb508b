// What the instructor sets while the class works: the projector, help and orders, rehearsal; each a part of its own.
import { h } from "./dom.js";
import { outside, after, roomPart } from "./desk_files.js";
import { act, desk } from "./desk_store.js";
import { t, tn } from "./words.js";

const DEBRIEF = ["totals", "mistake", "breaches", "contrast", "progress", "questions", "history"];
const HELP = ["verdicts", "positions", "none"];
const PACES = [1, 2, 4, 8, 16];

export function side() {
  return h("div", { class: "side" }, projector(), help(), rehearsal(), outside(), after(), roomPart());
}

/** What was chosen and is not in the news yet: what is chosen next builds on it, and nothing flickers back. */
let wanted = null;

async function say(values) {
  const mine = { ...(wanted || desk.news.room.projector), ...values };
  wanted = mine;
  desk.draw();
  const done = await act("project", { ...mine, team: mine.team || null });
  setTimeout(() => {
    if (wanted === mine) wanted = null;
    desk.draw();
  }, done ? 3000 : 0);
}

function projector() {
  const { stage, room, teams } = desk.news;
  if (wanted && Object.keys(wanted).every((key) => wanted[key] === room.projector[key])) wanted = null;
  const shown = wanted || room.projector;
  const debrief = stage.phase === "debrief" || stage.phase === "end" || stage.attempt === 2;
  const views = ["stage", "lobby", "brief", "room", ...(debrief ? DEBRIEF : [])];
  return h("section", { class: "card", "aria-labelledby": "side-projector" },
    h("h2", { id: "side-projector" }, t("projector.title")),
    h("div", { class: "views", role: "radiogroup", "aria-label": t("projector.shows") }, views.map((view) =>
      h("label", { key: view, class: shown.view === view ? "chosen" : null },
        h("input", { type: "radio", name: "view", value: view, checked: shown.view === view,
          disabled: room.ended, onchange: () => say({ view }) }),
        t(`view.${view}`)))),
    h("label", { class: "field inline" }, t("projector.team"), h("select", {
      disabled: room.ended, onchange: (event) => say({ team: event.target.value }),
    }, h("option", { value: "", selected: !shown.team }, t("projector.any")),
    teams.map((team) => h("option", { key: team.id, value: team.id, selected: shown.team === team.id }, team.name)))),
    h("label", { class: "tick" }, h("input", { type: "checkbox", checked: shown.names, disabled: room.ended,
      onchange: (event) => say({ names: event.target.checked }) }), t("projector.names")),
    h("p", { class: "hint" }, t(shown.names ? "projector.names-on" : "projector.names-off")));
}

function help() {
  const { room } = desk.news;
  if (room.ended) return null;
  return h("section", { class: "card", "aria-labelledby": "side-help" },
    h("h2", { id: "side-help" }, t("help.title")),
    h("label", { class: "field" }, t("help.walk"), h("select", {
      onchange: (event) => act("help", { level: event.target.value || null }, t("help.done")),
    }, h("option", { value: "", selected: !room.help }, t("help.own")),
    HELP.map((level) => h("option", { value: level, selected: room.help === level }, t(`help.${level}`))))),
    h("label", { class: "tick" }, h("input", { type: "checkbox", checked: room.orders,
      onchange: (event) => act("orders", { allowed: event.target.checked },
        t(event.target.checked ? "orders.on" : "orders.off")) }), t("orders.allowed")),
    h("label", { class: "field inline" }, t("pace.title"), h("select", {
      onchange: (event) => act("pace", { pace: Number(event.target.value) }, t("pace.done")),
    }, PACES.map((pace) => h("option", { value: String(pace), selected: room.pace === pace },
      t("pace.times", { pace }))))));
}

let bots = "5";

function rehearsal() {
  const there = desk.news.trainees.filter((one) => one.bot).length;
  const { room, stage } = desk.news;
  if (room.teams || room.mode !== "live" || room.ended || (stage.phase !== "lobby" && !there)) return null;
  const add = (event) => {
    event.preventDefault();
    act("bots", { count: Number(bots) }, tn("bots.done", Number(bots)));
  };
  return h("details", { class: "card" }, h("summary", null, h("h2", null, t("bots.title"))),
    h("p", { class: "hint" }, t("bots.what")),
    there > 0 && h("div", { class: "row" }, h("span", { class: "grow" }, tn("bots.there", there)),
      h("button", { type: "button", onclick: () => act("bots", { count: 0 }, t("bots.gone")) }, t("bots.away"))),
    stage.phase === "lobby" && h("form", { class: "row", onsubmit: add },
      h("label", { class: "field inline" }, t("bots.count"), h("input", {
        type: "number", min: "1", max: "60", required: true, value: bots,
        oninput: (event) => { bots = event.target.value; },
      })),
      h("button", { type: "submit" }, t("bots.add"))));
}

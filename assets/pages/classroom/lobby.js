/** The lobby: waiting, who one is, what will come; and the parts of a team that every screen shows. */
import { h } from "./dom.js";
import { app, draw, drives, inTeam, notify, say } from "./state.js";
import { quit } from "./trainee.js";
import { t, tn } from "./words.js";

const rename = { open: false, name: "" };

/** The screen. */
export function lobby() {
  const { room, you, stage } = app.news;
  return h("div", { class: "two-columns" },
    h("section", { class: "card brass" },
      h("p", { class: "over" }, room.title),
      h("h1", { id: "title" }, t("lobby.title", { name: you.name })),
      h("p", { class: "lead" }, t(room.mode === "self-paced" ? "lobby.self_paced" : "lobby.wait")),
      goOn("lobby.begin"),
      team(),
      renaming(you)),
    h("section", { class: "card" },
      h("h2", null, t("lobby.what")),
      h("ol", { class: "steps" }, steps(stage).map((step) => h("li", { key: step }, h("strong", null, t(`lobby.step.${step}`)), h("span", null, t(`lobby.step.${step}.text`))))),
      h("h2", null, tn("lobby.scenarios", room.scenarios.length)),
      h("ul", { class: "plain" }, room.scenarios.map((title) => h("li", { key: title }, title))),
      myCode(),
      h("p", { class: "switch" }, h("button", { class: "link", type: "button", onclick: leave }, t("lobby.leave")))));
}

const steps = (stage) => ["brief", "plan", "run", "debrief", ...(stage.of > 6 ? ["again"] : [])];

function leave() {
  if (window.confirm(t("lobby.leave_sure"))) quit();
}

/** The recovery code, to be looked up again. */
export function myCode() {
  return app.me.recovery && h("details", { class: "my-code" }, h("summary", null, t("lobby.code")),
    h("p", { class: "recovery" }, app.me.recovery), h("p", { class: "hint" }, t("recovery.hint")));
}

function renaming(you) {
  if (app.news.room.names !== "free") return null;
  if (!rename.open) return h("button", { class: "link", type: "button", onclick: () => (Object.assign(rename, { open: true, name: you.name }), draw()) }, t("lobby.rename"));
  const send = async (event) => {
    event.preventDefault();
    const ok = await say("rename", { name: rename.name.trim() });
    if (!ok) return;
    rename.open = false;
    notify(t("lobby.renamed"));
  };
  return h("form", { class: "row", onsubmit: send },
    h("label", { class: "unseen", for: "rename" }, t("join.your_name")),
    h("input", { id: "rename", type: "text", maxlength: 24, value: rename.name, oninput: (event) => (rename.name = event.target.value) }),
    h("button", { type: "submit" }, t("lobby.rename_do")));
}

/** Self-paced: the way on; a live session moves by the instructor's hand. */
export function goOn(key = "go_on") {
  if (app.news.room.mode !== "self-paced" || app.news.room.ended) return null;
  return h("button", { class: "primary", type: "button", key: "go-on", onclick: () => say("go_on") }, t(key));
}

/** Who is in the team, who drives, and how to take the wheel. */
export function team() {
  if (!inTeam()) return null;
  const { team: mine, you } = app.news;
  return h("section", { class: "team", key: "team", "aria-label": t("team.label") },
    h("h2", null, t("team.title", { team: mine.name })),
    h("ul", { class: "plain chips" }, mine.members.map((one) => h("li", { key: one.id, class: one.id === mine.driver ? "is-driver" : null },
      one.id === you.id ? t("team.you", { name: one.name }) : one.name,
      one.id === mine.driver && h("em", null, t("team.drives")),
      one.here === false && h("em", null, t("team.away"))))),
    drivingLine());
}

/** One line: who drives; with the button for everybody else. */
export function drivingLine() {
  if (!inTeam()) return null;
  const driver = app.news.team.members.find((one) => one.id === app.news.team.driver);
  if (drives()) return h("p", { class: "driving", key: "driving" }, t("team.you_drive"));
  return h("p", { class: "driving", key: "driving" }, t("team.other_drives", { name: driver?.name || "–" }), " ",
    h("button", { type: "button", onclick: () => say("drive") }, t("team.let_me")));
}

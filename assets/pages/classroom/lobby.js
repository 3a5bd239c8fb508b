/** The lobby: waiting, who one is, what will come; and the parts of a team that every screen shows. */
import { h } from "./dom.js";
import { app, draw, drives, inTeam, notify, say } from "./state.js";
import { quit } from "./trainee.js";
import { t, tn } from "./words.js";

const rename = { open: false, name: "" };

/** The screen. */
export function lobby() {
  const { room, you, stage } = app.news;
  return h("div.two-columns",
    h("section.card.brass",
      h("p.over", room.title),
      h("h1", { id: "title" }, t("lobby.title", { name: you.name })),
      h("p.lead", t(room.mode === "self-paced" ? "lobby.self_paced" : "lobby.wait")),
      team(),
      renaming(you)),
    h("section.card",
      h("h2", t("lobby.what")),
      h("ol.steps", steps(stage).map((step) => h("li", { key: step }, h("strong", t(`lobby.step.${step}`)), h("span", t(`lobby.step.${step}.text`))))),
      h("h2", tn("lobby.scenarios", room.scenarios.length)),
      h("ul.plain", room.scenarios.map((title) => h("li", { key: title }, title))),
      myCode(),
      room.kept_days && h("p.hint", tn("lobby.kept", room.kept_days)),
      h("p.switch", h("button.link", { onclick: leave }, t("lobby.leave")))));
}

const steps = (stage) => ["brief", "plan", "run", "debrief", ...(stage.of > 6 ? ["again"] : [])];

function leave() {
  if (window.confirm(t("lobby.leave_sure"))) quit();
}

/** The recovery code, to be looked up again. */
export function myCode() {
  return app.me.recovery && h("details.my-code", h("summary", t("lobby.code")),
    h("p.recovery", app.me.recovery), h("p.hint", t("recovery.hint")));
}

function renaming(you) {
  if (app.news.room.names !== "free") return null;
  if (!rename.open) return h("button.link", { onclick: () => (Object.assign(rename, { open: true, name: you.name }), draw()) }, t("lobby.rename"));
  const send = async (event) => {
    event.preventDefault();
    const ok = await say("rename", { name: rename.name.trim() });
    if (!ok) return;
    rename.open = false;
    notify(t("lobby.renamed"));
  };
  return h("form.row", { onsubmit: send },
    h("label.unseen", { for: "rename" }, t("join.your_name")),
    h("input", { id: "rename", type: "text", maxlength: 24, value: rename.name, oninput: (event) => (rename.name = event.target.value) }),
    h("button", { type: "submit" }, t("lobby.rename_do")));
}

/** Self-paced: the way on, once there is one; a live session moves by the instructor's hand. */
export function goOn(key) {
  const { room, stage, plan } = app.news;
  if (room.mode !== "self-paced" || room.ended || (inTeam() && !drives())) return null;
  if ((stage.phase === "plan" && !plan?.handed_in) || (stage.phase === "run" && !app.run?.over)) return null;
  return h("button.primary", { key: "go-on", onclick: () => say("go_on") }, t(key));
}

/** Who is in the team, who drives, and how to take the wheel. */
export function team() {
  if (!inTeam()) return null;
  const { team: mine, you } = app.news;
  return h("section.team", { key: "team", "aria-label": t("team.label") },
    h("h2", t("team.title", { team: mine.name })),
    h("ul.plain.chips", mine.members.map((one) => h("li", { key: one.id, class: one.id === mine.driver ? "is-driver" : null },
      one.id === you.id ? t("team.you", { name: one.name }) : one.name,
      one.id === mine.driver && h("em", t("team.drives")),
      one.here === false && h("em", t("team.away"))))),
    drivingLine());
}

/** One line: who drives; with the button for everybody else. */
export function drivingLine() {
  if (!inTeam()) return null;
  const driver = app.news.team.members.find((one) => one.id === app.news.team.driver);
  if (drives()) return h("p.driving", { key: "driving" }, t("team.you_drive"));
  return h("p.driving", { key: "driving" }, t("team.other_drives", { name: driver?.name || "–" }), " ",
    h("button", { onclick: () => say("drive") }, t("team.let_me")));
}

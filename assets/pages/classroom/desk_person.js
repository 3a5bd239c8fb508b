// What can be done for one team or trainee. A team of one is shown as the trainee it is.
import { h } from "./dom.js";
import { close, open, sure } from "./desk_dialog.js";
import { members, selfPaced, stageOf, standing, total } from "./desk_sense.js";
import { act, desk } from "./desk_store.js";
import { save } from "./desk_files.js";
import { t, tn } from "./words.js";

export function personDialog(id) {
  const typed = {};
  open(() => {
    const team = desk.news.teams.find((one) => one.id === id);
    if (!team) return { title: t("person.gone"), body: h("p", null, t("person.gone-text")) };
    const all = members(team, desk.news);
    return {
      title: team.name,
      body: [
        h("p", null, facts(team)),
        desk.news.stage.phase !== "lobby" && !desk.news.room.ended && timeTools(team),
        all.map((one) => memberTools(one, team, all.length > 1 || desk.news.room.teams, typed)),
      ],
    };
  });
}

function facts(team) {
  const state = t(`state.${standing(team, desk.news)}`);
  const plan = team.plan && desk.news.stage.phase !== "lobby" ? tn("person.briefings", team.plan.briefings) : "";
  const { scenario } = stageOf(team, desk.news);
  const sums = [1, 2].map((attempt) => [attempt, total(team, scenario, attempt)]).filter(([, sum]) => sum !== null)
    .map(([attempt, sum]) => t(`person.total-${attempt}`, { total: sum }));
  return [state, plan, ...sums].filter(Boolean).join(" · ");
}

function timeTools(team) {
  const more = (minutes) => h("button", {
    type: "button", "aria-label": t("person.more-said", { minutes, name: team.name }), disabled: desk.news.clock.left === null,
    onclick: () => act("add_time", { seconds: minutes * 60, team: team.id }, tn("person.more-done", minutes,
      { name: team.name })),
  }, t("person.more", { minutes }));
  const plan = stageOf(team, desk.news).phase === "plan" && team.plan;
  return h("div", { class: "row" },
    !selfPaced(desk.news) && [h("span", null, t("person.time")), more(1), more(3), more(5)],
    plan && !team.plan.handed_in && h("button", { type: "button", onclick: () => handIn(team) }, t("person.hand-in")));
}

async function handIn(team) {
  const meant = await sure({
    title: t("person.hand-in-title", { name: team.name }), text: t("goon.as-it-stands"), yes: t("person.hand-in"),
  });
  if (meant) act("hand_in_all", { team: team.id }, t("person.hand-in-done", { name: team.name }));
}

function memberTools(one, team, inTeam, typed) {
  const name = typed[one.id] ?? one.name;
  const changed = name.trim() !== "" && name.trim() !== one.name;
  const rename = async (event) => {
    event.preventDefault();
    if (changed && await act("rename", { trainee: one.id, name: name.trim() }, t("person.renamed"))) {
      delete typed[one.id];
      desk.draw();
    }
  };
  return h(inTeam ? "fieldset" : "div", { key: one.id }, inTeam && h("legend", null, one.name,
    inTeam && one.id === team.driver && h("span", { class: "badge" }, t("crew.driver")),
    !one.here && !one.bot && h("span", { class: "badge" }, t("crew.away"))),
  h("form", { class: "row", onsubmit: rename },
    h("label", { class: "field inline grow" }, t("person.name"), h("input", {
      type: "text", maxlength: "40", autocomplete: "off", value: name, oninput: (event) => {
        typed[one.id] = event.target.value;
        desk.draw();
      },
    })),
    h("button", { type: "submit", disabled: !changed }, t("person.rename"))),
  h("div", { class: "row" },
    inTeam && one.id !== team.driver && h("button", { type: "button",
      onclick: () => act("drive", { trainee: one.id }, t("person.drives", { name: one.name })) }, t("person.drive")),
    desk.news.room.teams && moveTool(one, team),
    h("button", { type: "button", class: "quiet",
      onclick: () => save(`trainee/${encodeURIComponent(one.id)}.json`, `${desk.news.room.code}-${one.id}.json`) },
    t("person.export"))),
  h("div", { class: "row" },
    h("button", { type: "button", class: "danger-quiet", onclick: () => remove(one) }, t("person.remove")),
    h("button", { type: "button", class: "danger-quiet", onclick: () => forget(one) }, t("person.forget"))));
}

function moveTool(one, team) {
  const names = [...new Set([...desk.news.room.team_names, ...desk.news.teams.map((each) => each.name)])];
  return h("label", { class: "field inline" }, t("person.move"), h("select", {
    onchange: (event) => act("team", { trainee: one.id, team: event.target.value },
      t("person.moved", { name: one.name, team: event.target.value })),
  }, names.map((name) => h("option", { key: name, value: name, selected: name === team.name }, name))));
}

async function remove(one) {
  const values = { name: one.name };
  const meant = await sure({
    title: t("person.remove-title", values), text: t("person.remove-text"), yes: t("person.remove"),
  });
  if (meant && await act("remove", { trainee: one.id }, t("person.removed", values))) closeIfGone();
}

async function forget(one) {
  const values = { name: one.name };
  const meant = await sure({
    title: t("person.forget-title", values), text: t("person.forget-text"), yes: t("person.forget"),
  });
  if (meant && await act("forget", { trainee: one.id }, t("person.forgotten", values))) closeIfGone();
}

function closeIfGone() {
  if (desk.dialogs.length) close();
}

// The wall before and after the day: how to join, what the day is for, how much time is left.
import { leftText } from "./clock.js";
import { h } from "./dom.js";
import { stageName } from "./desk_sense.js";
import { t, tn } from "./words.js";

/** Ms left of the stage as of now; null without a limit. */
export function left(wall) {
  const { clock, now } = wall.news;
  if (clock.left === null || wall.news.room.mode === "self-paced") return null;
  return Math.max(0, clock.runs ? clock.left - Math.max(0, wall.clock.now() - now) : clock.left);
}

/** The clock of the stage, in a corner or large. */
export function timeLeft(wall, large = false) {
  const { clock } = wall.news;
  const ms = left(wall);
  if (ms === null && clock.runs) return null;
  const over = ms === 0;
  return h("div", { class: `time${large ? " large" : ""}${over ? " over" : ""}` },
    ms !== null && h("span", { class: "figure", role: "timer", "aria-live": "off" }, leftText(ms)),
    h("span", { class: "of" }, t(!clock.runs ? "wall.paused" : over ? "wall.over" : "wall.left")));
}

export function waitView(text) {
  return h("main", { key: "wait", class: "wait" }, h("p", null, text));
}

export function lobbyView(wall) {
  const { room, addresses, trainees } = wall.news;
  return h("main", { key: "lobby", class: "lobby" },
    h("div", { class: "join" },
      h("p", { class: "brand" }, t("after-you")),
      h("h1", { "data-fit": "" }, room.title),
      room.locked ? h("p", { class: "locked" }, t("wall.locked")) : [
        h("p", { class: "how" }, t("wall.open")),
        h("p", { class: "address", "data-fit": "" }, ((addresses || [])[0] || "").replace(/\/$/, "")),
        h("p", { class: "how" }, t("wall.code")),
        h("p", { class: "code", "data-fit": "" }, room.code),
      ],
      h("p", { class: "count" }, trainees ? tn("wall.joined", trainees) : t("wall.nobody"))),
    !room.locked && wall.qr && h("div", { class: "qr" }, h("img", { src: wall.qr, alt: t("wall.qr") }),
      h("p", null, t("wall.qr"))));
}

export function briefView(wall) {
  const known = wall.scenarios.get(wall.news.stage.scenario)?.document;
  if (!known) return waitView(wall.news.room.scenarios[wall.news.stage.scenario]);
  return h("main", { key: "brief", class: "brief" },
    top(wall, [known.place, known.date_words].filter(Boolean).join(", ")),
    h("div", { class: "text", "data-fit": "" },
      h("p", { class: "aim" }, known.aim.sentence),
      known.situation.map((text, nth) => h("p", { key: nth }, text)),
      known.learning.length > 0 && h("ul", null, known.learning.map((point, nth) => h("li", { key: nth }, point)))));
}

export function planView(wall) {
  const { stage, handed_in: ready, teams } = wall.news;
  const known = wall.scenarios.get(stage.scenario)?.document;
  const share = teams ? Math.round((ready || 0) * 100 / teams) : 0;
  return h("main", { key: "plan", class: "plan" },
    h("header", { class: "top" }, h("div", null, h("p", { class: "place" }, t(`stage.${stageName(stage)}`)),
      h("h1", null, wall.news.room.scenarios[stage.scenario]))),
    h("div", { class: "text", "data-fit": "" }, known && h("p", { class: "aim" }, known.aim.sentence)),
    timeLeft(wall, true),
    h("div", { class: "tally" },
      h("p", null, t("wall.handed-in", { ready: ready || 0, teams })),
      h("div", { class: "bar", role: "presentation" }, h("div", { style: { width: `${share}%` } }))));
}

export function endView(wall) {
  return h("main", { key: "end", class: "wait" }, h("h1", null, t("wall.end")), h("p", null, t("wall.end-text")));
}

/** The head of a page: what it is about, and the time left. */
export function top(wall, place, title = "") {
  return h("header", { class: "top" },
    h("div", null, place && h("p", { class: "place" }, place),
      h("h1", null, title || wall.news.room.scenarios[wall.news.stage.scenario])),
    timeLeft(wall));
}

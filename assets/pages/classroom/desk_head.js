// The top of the running desk: where trainees go, where the session is, what comes next, and the time.
import { leftText } from "./clock.js";
import { h } from "./dom.js";
import { close, open, sure } from "./desk_dialog.js";
import { endSession } from "./desk_files.js";
import { counts, selfPaced, stageName } from "./desk_sense.js";
import { act, desk, left, moment } from "./desk_store.js";
import { t, tn } from "./words.js";

export function head() {
  const { room, addresses, key } = desk.news;
  const [address, ...others] = addresses || [];
  return h("header", { class: "band" },
    h("div", { class: "brand" }, h("span", { class: "name" }, t("after-you")),
      h("h1", null, room.title)),
    h("div", { class: "join" },
      h("div", { class: "where" },
        h("span", { class: "label" }, t("head.address")),
        h("span", { class: "address" }, address ? plain(address) : t("head.no-address")),
        others.length > 0 && h("button", { type: "button", class: "link", onclick: () => addressesDialog() },
          tn("head.more-addresses", others.length))),
      h("div", { class: "where" },
        h("span", { class: "label" }, t("head.code")), h("span", { class: "code" }, room.code))),
    h("div", { class: "tools" },
      h("a", { class: "button night", href: `/projector/${encodeURIComponent(room.code)}#${key}`, target: "_blank",
        rel: "noopener" }, t("head.projector")),
      !room.ended && h("button", {
        type: "button", class: "night", "aria-pressed": String(Boolean(room.locked)),
        onclick: () => act(room.locked ? "unlock" : "lock", {}, t(room.locked ? "head.unlocked" : "head.locked")),
      }, t(room.locked ? "head.unlock" : "head.lock")),
      h("button", { type: "button", class: "night", onclick: () => desk.leave() }, t("head.rooms"))));
}

/** An address as it is typed. */
const plain = (address) => address.replace(/\/$/, "");

function addressesDialog() {
  open(() => ({
    title: t("head.all-addresses"),
    body: [h("p", null, t("head.which-address")),
      h("ul", { class: "addresses" }, desk.news.addresses.map((one) => h("li", null, plain(one))))],
  }));
}

/** Which of the stages is on, as a line; each leads there when asked twice. */
export function phaseLine() {
  const { stages, stage, room } = desk.news;
  const several = room.scenarios.length > 1;
  return h("nav", { class: "phases", "aria-label": t("phases") },
    h("ol", null, stages.map((one, number) => {
      const now = number === stage.number;
      const begins = several && one.phase === "brief";
      return h("li", { key: number, class: now ? "now" : number < stage.number ? "past" : null },
        h("button", {
          type: "button", "aria-current": now ? "step" : null, disabled: now || room.ended,
          onclick: () => jump(number), title: several ? room.scenarios[one.scenario] : null,
        },
        begins && h("span", { class: "nth" }, String(one.scenario + 1)),
        h("span", null, t(`stage.${stageName(one)}`)),
        one.minutes > 0 && h("span", { class: "minutes" }, t("minutes.short", { minutes: one.minutes }))));
    })));
}

async function jump(number) {
  const to = desk.news.stages[number];
  const back = number < desk.news.stage.number;
  const values = { stage: t(`stage.${stageName(to)}`) };
  const meant = await sure({
    title: t("jump.title", values), text: t(selfPaced(desk.news) ? "jump.slowest" : back ? "jump.back" : "jump.on"), yes: t("jump.yes", values),
  });
  if (meant) act("to", { number }, t("jump.done", values));
}

/** What is going on now in one sentence, what comes next with one button for it, and the clock. */
export function now() {
  const { stage, stages, room } = desk.news;
  const next = stages[stage.number + 1];
  return h("section", { class: "now-bar", "aria-labelledby": "now-title" },
    h("div", { class: "now-text" },
      h("h2", { id: "now-title", tabindex: "-1" }, title(),
        !room.ended && !selfPaced(desk.news) && stage.phase !== "lobby" && stage.phase !== "end" &&
          [" ", h("span", { class: "of" }, room.scenarios[stage.scenario])]),
      h("p", null, sentenceNow())),
    clockPanel(),
    h("div", { class: "next" }, !room.ended && (begins(next) ? nextButton(next) : endButton())));
}

function title() {
  const { stage, room } = desk.news;
  if (room.ended) return t("now.ended");
  return selfPaced(desk.news) && stage.phase !== "lobby" ? t("now.own-pace") : t(`stage.${stageName(stage)}`);
}

/** Whether what comes next is for the instructor to begin; in self-paced work that is the first stage alone. */
const begins = (next) => next && (!selfPaced(desk.news) || desk.news.stage.phase === "lobby");

function nextButton(next) {
  const name = next.scenario !== desk.news.stage.scenario && next.phase === "brief" ? "next-scenario" : stageName(next);
  return [
    h("button", { type: "button", class: "primary", id: "next", onclick: () => goOn(next) }, t(`next.${name}`)),
    h("span", { class: "hint" }, t(`next-hint.${stageName(next)}`)),
  ];
}

function endButton() {
  return [h("button", { type: "button", class: "primary", id: "next", onclick: endSession }, t("end.open")),
    h("span", { class: "hint" }, t("next-hint.over"))];
}

async function goOn(next) {
  const { plans, ready } = counts(desk.news);
  const missing = plans - ready;
  if (desk.news.stage.phase === "plan" && missing > 0) {
    const meant = await sure({
      title: tn("goon.missing", missing), text: t("goon.as-it-stands"), yes: t(`next.${stageName(next)}`),
    });
    if (!meant) return;
  }
  act("next", {}, t("goon.done", { stage: t(`stage.${stageName(next)}`) }));
}

function sentenceNow() {
  const { stage, room, trainees, progress } = desk.news;
  const { joined, here, plans, ready, help, over, done } = counts(desk.news);
  if (room.ended) return t("now.ended-text");
  if (stage.phase === "lobby") return joined ? tn("now.lobby", joined) : t("now.empty");
  if (selfPaced(desk.news)) return t("now.self-paced", { done, plans });
  if (stage.phase === "plan") {
    return [t("now.plan", { ready, plans }), help ? tn("now.help", help) : ""].filter(Boolean).join(" ");
  }
  if (stage.phase === "debrief" && progress && progress.done < progress.whole) {
    return t("now.reckoning", progress);
  }
  if (stage.phase === "run" && plans > 0 && over === plans) return t("now.run-over");
  return t(`now.${stage.phase}`, { here, joined: trainees.length, over, plans });
}

function clockPanel() {
  const { clock, stage, room } = desk.news;
  if (room.ended || stage.phase === "end") return null;
  if (selfPaced(desk.news)) return deadline(room.deadline);
  const ms = left();
  const none = ms === null;
  const over = !none && ms === 0;
  return h("div", { class: over ? "clock over" : "clock", role: "group", "aria-label": t("clock") },
    h("div", { class: "big", role: "timer", "aria-live": "off" }, none ? t("clock.none") : leftText(ms)),
    h("div", { class: "clock-note" }, note(clock, none, over)),
    h("div", { class: "clock-tools" },
      h("button", {
        type: "button", class: clock.runs ? null : "warm",
        onclick: () => act(clock.runs ? "pause" : "resume", {}, t(clock.runs ? "clock.paused-all" : "clock.goes-on")),
      }, t(clock.runs ? "clock.pause" : "clock.resume")),
      h("button", { type: "button", disabled: none, "aria-label": t("clock.more-1-said"),
        onclick: () => more(60) }, t("clock.more-1")),
      h("button", { type: "button", disabled: none, "aria-label": t("clock.more-5-said"),
        onclick: () => more(300) }, t("clock.more-5")),
      h("button", { type: "button", onclick: () => setDialog() }, t("clock.set"))));
}

function deadline(ms) {
  return h("div", { class: "clock" }, h("div", { class: "big day" }, ms ? moment(ms) : t("clock.none")),
    h("div", { class: "clock-note" }, t("clock.deadline")));
}

function note(clock, none, over) {
  if (!clock.runs) return t("clock.stands");
  if (none) return "";
  return over ? t("clock.over") : t("clock.of", { whole: leftText(clock.whole || 0) });
}

const more = (seconds) => act("add_time", { seconds, team: null }, t("clock.more-done", { minutes: seconds / 60 }));

function setDialog() {
  let minutes = String(Math.max(1, Math.round((left() || 300000) / 60000)));
  const go = async (seconds) => {
    if (await act("limit", { seconds }, t(seconds === null ? "clock.none-done" : "clock.set-done"))) close();
  };
  open(() => ({
    title: t("clock.set-title"),
    body: h("form", { onsubmit: (event) => {
      event.preventDefault();
      go(Math.round(Number(minutes) * 60));
    } },
    h("label", { class: "field" }, t("clock.minutes"), h("input", {
      type: "number", min: "1", max: "1440", step: "1", required: true, value: minutes,
      oninput: (event) => { minutes = event.target.value; },
    })),
    h("div", { class: "row end" },
      h("button", { type: "button", class: "quiet", onclick: () => go(null) }, t("clock.no-limit")),
      h("button", { type: "submit", class: "primary" }, t("clock.set-yes")))),
  }));
}

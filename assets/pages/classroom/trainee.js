/** The trainee's page: who one is, the line to the server, and the screen that belongs to the stage. */
import { announce, focus, h, render } from "./dom.js";
import { leftText } from "./clock.js";
import { brief } from "./brief.js";
import { debrief } from "./debrief.js";
import { ending } from "./ending.js";
import { join, prepareJoin } from "./join.js";
import { lobby } from "./lobby.js";
import { planning } from "./planning.js";
import { running } from "./run.js";
import { app, draw, drawnBy, known, left, notify, scenario, storage, take } from "./state.js";
import { t, useWords } from "./words.js";
import { Wire } from "./wire.js";

const SCREENS = { lobby, brief, plan: planning, run: running, debrief, end: ending };
const ME = "after-you.me";

function page() {
  if (app.passive) return frame(elsewhere());
  if (!app.me) return frame(join(entered));
  if (!app.news) return frame(waiting(app.line === "offline" ? "line.offline_long" : "line.first"));
  const { phase } = app.news.stage;
  const needs = phase !== "lobby" && phase !== "end" && phase !== "debrief";
  if (needs && !scenario()) return frame(waiting("line.documents"));
  return frame((SCREENS[phase] || lobby)());
}

function frame(content) {
  const phase = app.me && app.news ? app.news.stage.phase : "join";
  return [
    h("a.skip", { href: "#title" }, t("skip")),
    header(phase),
    lineNote(),
    notice(),
    h("main", { class: `screen ${phase}`, key: `screen ${app.news?.stage.number} ${phase}` }, content),
  ];
}

function header(phase) {
  const news = app.me && app.news;
  const time = news && !app.passive ? left() : null;
  const of = news && phase !== "lobby" && phase !== "end" ? scenario() : null;
  return h("header.top",
    h("p.brand", "After You"),
    news && h("p.where",
      h("strong", of ? t("head.phase", { phase: t(`phase.${phase}`), title: of.title }) : news.room.title),
      h("span", whoAmI())),
    h("div.top-right", state(), time !== null && clock(time)));
}

function whoAmI() {
  const { you, team, stage, room } = app.news;
  const name = room.teams && team ? t("head.in_team", { name: you.name, team: team.name }) : you.name;
  return stage.attempt === 2 && stage.phase !== "lobby" ? t("head.second", { name }) : name;
}

function clock(time) {
  const runs = app.news.clock.runs;
  const tone = time < 60000 && runs ? "time is-short" : "time";
  return h("p", { class: tone, key: "time" },
    h("span.unseen", t(runs ? "time.left" : "time.paused_at")), leftText(time),
    !runs && h("span.paused", t("time.paused")));
}

/** How far what was done here has come: in words, beside a dot whose shape says the same. */
function state() {
  if (!app.me || !app.news || app.passive) return null;
  const off = app.line === "offline" || app.line === "connecting";
  const open = app.queue?.open;
  const edits = app.news.stage.phase === "plan";
  const words = off && open ? "state.kept_here" : off ? `state.${app.line}` : open ? "state.sending" : edits ? "state.kept" : "state.open";
  return h("p", { class: `state ${off ? "is-off" : open ? "is-sending" : "is-kept"}`, key: "state" },
    h("span.dot", { "aria-hidden": "true" }), t(words));
}

function lineNote() {
  if (!app.me || app.passive) return null;
  const open = app.queue?.open;
  if (app.line === "offline") return h("p.line.is-off", { key: "line" }, t(open ? "line.offline_edits" : "line.offline"));
  return app.line === "polling" && h("p.line", { key: "line" }, t("line.polling"));
}

function notice() {
  return app.notice && h("p", { class: `notice is-${app.notice.tone}`, key: "notice" },
    h("span", app.notice.text),
    h("button.link", { onclick: () => ((app.notice = null), draw()) }, t("notice.close")));
}

function waiting(key) {
  return h("div.card.narrow", h("h1", { id: "title" }, t("line.title")), h("p", t(key)));
}

function elsewhere() {
  return h("div.card.narrow", h("h1", { id: "title" }, t("tab.title")), h("p", t("tab.text")),
    h("button.primary", { onclick: () => location.reload() }, t("tab.here")));
}

// Coming and going

/** Somebody has joined or is back: keeps who they are and opens the line. */
function entered(me) {
  app.me = me;
  storage.setItem(ME, JSON.stringify(me));
  if (location.pathname !== "/") history.replaceState(null, "", "/");
  open();
}

function open() {
  app.wire = new Wire({
    token: app.me.token, known,
    onNews: (news) => take(news, moved),
    onState: (line) => lineIs(line),
    onGone: gone,
  });
  app.wire.start();
  alone();
  draw();
}

function lineIs(line) {
  const before = app.line;
  app.line = line;
  if (line === "offline") announce(t("line.offline"));
  if (line === "polling") announce(t("line.polling"));
  if (line === "open" && before === "offline") announce(t("line.back"));
  draw();
}

function gone(code, sentence) {
  storage.removeItem(ME);
  const { code: room, name, recovery } = app.me;
  Object.assign(app, { me: null, news: null, queue: null, queueName: "", walk: null, run: null });
  prepareJoin({ code: room, gone: sentence || t(`gone.${code}`), name, recovery });
  draw();
  notify("");
}

/** Leaves the room for good. */
export async function quit() {
  await app.wire.say("quit");
  app.wire.close();
  gone("quit", t("gone.quit"));
}

/** What stays in place while one scrolls must leave enough to scroll, at every size of text and window. */
function leaveRoom() {
  const high = (selector) => document.querySelector(selector)?.offsetHeight || 0;
  const spare = window.innerHeight - high(".top") - high(".foot");
  document.documentElement.toggleAttribute("data-low", spare < 240);
  document.documentElement.toggleAttribute("data-tight", spare - high(".desk-room") < 190);
  document.documentElement.style.setProperty("--head", `${high(".top")}px`);
  document.documentElement.style.setProperty("--above", `${document.querySelector("main").offsetTop}px`);
}

/** The stage is another: says so, and takes the reader to its heading. */
function moved(before) {
  const { phase } = app.news.stage;
  if (!before) return;
  app.notice = null;
  app.ui.told = null;
  announce(t("moved", { phase: t(`phase.${phase}`) }), true);
  setTimeout(() => {
    window.scrollTo(0, 0);
    focus("title");
  }, 60);
}

/** Of several tabs of one browser the newest is used; the others step back and say so. */
function alone() {
  if (!window.BroadcastChannel) return;
  const channel = new BroadcastChannel("after-you");
  const mine = Math.random();
  channel.onmessage = ({ data }) => {
    if (data.token !== app.me?.token || data.from === mine) return;
    app.passive = true;
    app.wire.close();
    channel.close();
    draw();
  };
  channel.postMessage({ token: app.me.token, from: mine });
}

/** Whatever had the focus and goes away, or can no longer be pressed, leaves it to what is next to it, or to the title. */
function holdingFocus(task) {
  const node = document.activeElement;
  task();
  if (!node || node === document.body || (node.isConnected && !node.disabled)) return;
  setTimeout(() => {
    const now = document.activeElement;
    if (now && now !== document.body && now !== node) return;
    const beside = node.isConnected && node.parentElement.querySelector("button:enabled, input:enabled, select:enabled");
    if (beside) beside.focus();
    else focus("title");
  }, 90);
}

// Time

const MARKS = [300000, 60000, 20000];

function tick() {
  if (!app.news || app.passive) return;
  const time = left();
  const before = app.ui.timeBefore;
  app.ui.timeBefore = time;
  if (time !== null && before !== undefined && before !== null) {
    const mark = MARKS.find((each) => before > each && time <= each);
    if (mark) announce(t(`time.mark.${mark / 1000}`));
  }
  if (time !== null) draw();
}

function start() {
  useWords(JSON.parse(document.getElementById("words").textContent));
  drawnBy(() => {
    holdingFocus(() => render(document.getElementById("page"), page()));
    leaveRoom();
  });
  const code = /^\/c\/([^/]+)/.exec(location.pathname)?.[1];
  const me = remembered();
  prepareJoin({ code: code ? decodeURIComponent(code) : me?.code || "", back: me && code && me.code !== code ? me : null });
  if (me && (!code || me.code === code)) entered(me);
  setInterval(tick, 1000);
  draw();
}

function remembered() {
  try {
    return JSON.parse(storage.getItem(ME) || "null");
  } catch {
    return null;
  }
}

start();

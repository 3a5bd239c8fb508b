// The instructor's desk: the key, the rooms of this server, and the one that is open.
import { focus, h, render } from "./dom.js";
import { closeAll, dialogs } from "./desk_dialog.js";
import { head, now, phaseLine } from "./desk_head.js";
import { list } from "./desk_list.js";
import { openingForm } from "./desk_open.js";
import { stageName } from "./desk_sense.js";
import { side } from "./desk_side.js";
import { day, desk, moment, sentenceOf, tell } from "./desk_store.js";
import { keyFromAddress, Refused, Wire } from "./desk_wire.js";
import { announce } from "./dom.js";
import { t, tn, useWords } from "./words.js";

const KEY = "after-you-desk-key";
const ROOM = "after-you-desk-room";

let page = "wait";     // wait, key, rooms, open, room
let hangUp = () => {};
let typedKey = "";

desk.draw = () => {
  const root = document.getElementById("desk");
  const had = document.activeElement;
  render(root, [desk.line ? null : h("p", { key: "line", class: "offline" }, t("line.lost")),
    body(), dialogs(), notice()]);
  // What was moved on the page has lost the focus, and gets it back.
  if (document.activeElement === document.body && had.isConnected && had !== document.body) {
    had.focus({ preventScroll: true });
  }
};

desk.show = (which) => {
  page = which;
  desk.draw();
  focus(which === "open" ? "opening-title" : which === "rooms" ? "rooms-title" : "now-title");
};

/** Opens a room here. */
desk.enter = (code) => {
  hangUp();
  Object.assign(desk, { code, news: null, find: "", order: { keys: [], at: 0 } });
  sessionStorage.setItem(ROOM, code);
  page = "wait";
  hangUp = desk.wire.follow("/api/desk/news", () => ({ room: code, rev: desk.news ? desk.news.rev : 0 }), heard, line,
    (problem) => {
      tell(sentenceOf(problem), true);
      desk.leave();
    });
};

/** Back to the list of rooms; the room itself goes on. */
desk.leave = async () => {
  hangUp();
  sessionStorage.removeItem(ROOM);
  Object.assign(desk, { code: "", news: null });
  closeAll();
  await rooms();
};

function body() {
  if (page === "key") return keyForm();
  if (page === "rooms") return roomList();
  if (page === "open") return openingForm();
  if (page === "room" && desk.news) {
    return [head(), phaseLine(), h("main", { class: "running" }, now(), h("div", { class: talking() ? "work talk" : "work" }, list(), side()))];
  }
  return h("main", { class: "waiting" }, h("p", null, t("wait")));
}

/** Whether the wall is what the instructor works with now. */
const talking = () => ["debrief", "end"].includes(desk.news.stage.phase);

function notice() {
  const { notice: shown } = desk;
  return h("aside", { key: "notice", class: shown ? `notice${shown.bad ? " bad" : ""}` : "notice none" },
    shown && h("span", null, shown.text),
    shown && h("button", { type: "button", class: "quiet", onclick: () => tell("") }, t("close")));
}

function heard(news) {
  const before = desk.news;
  desk.clock.heard(news.now);
  desk.news = news;
  page = "room";
  document.title = `${news.room.code} · ${t("after-you")}`;
  if (before && before.stage.number !== news.stage.number) {
    announce(t("announce.stage", { stage: t(`stage.${stageName(news.stage)}`) }), true);
  }
  desk.draw();
  if (!before) focus("now-title");
}

function line(ok) {
  if (desk.line === ok) return;
  desk.line = ok;
  announce(t(ok ? "line.back" : "line.lost"), !ok);
  desk.draw();
}

function keyForm() {
  const go = (event) => {
    event.preventDefault();
    sessionStorage.setItem(KEY, typedKey.trim());
    begin(typedKey.trim());
  };
  return h("main", { class: "opening narrow" }, h("h1", null, t("key.title")), h("p", null, t("key.where")),
    h("form", { class: "card", onsubmit: go },
      h("label", { class: "field" }, t("key.label"), h("input", {
        type: "password", required: true, autocomplete: "off", value: typedKey,
        oninput: (event) => { typedKey = event.target.value; },
      })),
      h("button", { type: "submit", class: "primary" }, t("key.yes"))));
}

function roomList() {
  return h("main", { class: "opening narrow" }, h("h1", { id: "rooms-title", tabindex: "-1" }, t("rooms.title")),
    h("ul", { class: "rooms" }, desk.rooms.map((one) => h("li", { key: one.code, class: "card" },
      h("span", { class: "grow" }, h("strong", null, titleOf(one)), h("span", { class: "hint" }, aboutRoom(one))),
      h("button", { type: "button", onclick: () => desk.enter(one.code),
        "aria-label": t("rooms.enter-said", { title: titleOf(one) }) }, t("rooms.enter"))))),
    h("button", { type: "button", class: "primary", onclick: () => desk.show("open") }, t("rooms.open")));
}

const titleOf = (one) => one.title ||
  one.scenarios.map((id) => desk.library.find((each) => each.id === id)?.title || id).join(", ");

const aboutRoom = (one) => [
  one.code, t("rooms.opened", { when: moment(one.opened) }), tn("class.joined", one.joined),
  one.ended && t("rooms.ended"), t("rooms.deleted", { when: day(one.deleted_at) }),
].filter(Boolean).join(" · ");

async function rooms() {
  try {
    const [found, library] = await Promise.all([desk.wire.get("/api/desk/rooms"), desk.wire.get("/api/desk/library")]);
    desk.rooms = found.rooms || found;
    desk.library = library.scenarios || library;
    desk.show(desk.rooms.length ? "rooms" : "open");
    return true;
  } catch (problem) {
    if (problem instanceof Refused) {
      sessionStorage.removeItem(KEY);
      page = "key";
    }
    tell(sentenceOf(problem), true);
    return false;
  }
}

async function begin(key) {
  if (!key) {
    page = "key";
    desk.draw();
    return;
  }
  desk.wire = new Wire(key);
  const last = sessionStorage.getItem(ROOM);
  if (!await rooms()) return;
  const open = desk.rooms.filter((one) => !one.ended);
  const one = desk.rooms.find((each) => each.code === last) || (open.length === 1 ? open[0] : null);
  if (one) desk.enter(one.code);
}

async function start() {
  useWords(JSON.parse(document.getElementById("words").textContent));
  document.title = `${t("desk")} · ${t("after-you")}`;
  await begin(keyFromAddress(KEY));
  setInterval(() => { if (desk.news && !document.hidden) desk.draw(); }, 1000);
}

start();

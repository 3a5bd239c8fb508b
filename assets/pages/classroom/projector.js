// The wall: what a whole class reads from the back of the room. The desk says what is shown; the keys of this page go
// through the views as well, until the desk shows something else.
import { h, render } from "./dom.js";
import { ServerClock } from "./clock.js";
import { keyFromAddress, pause, Refused, Wire } from "./desk_wire.js";
import { debriefView, DEBRIEF } from "./projector_debrief.js";
import { briefView, endView, lobbyView, planView, waitView } from "./projector_stages.js";
import { hear, liveView } from "./projector_live.js";
import { t, useWords } from "./words.js";

const ORDER = ["stage", "lobby", "brief", "room", ...DEBRIEF];

const wall = {
  wire: null,
  clock: new ServerClock(),
  code: "",
  news: null,
  line: true,
  own: "",            // the view chosen here; empty: what the desk says
  asked: "",          // what the desk said last
  scenarios: new Map(),
  debriefs: new Map(),
  qr: "",
  bright: false,      // black and white
  refused: "",
};

wall.draw = () => {
  render(document.getElementById("wall"), [
    h("div", { key: "frame", class: `frame ${wall.bright ? "bright" : ""} ${dark() ? "dark" : ""}` },
      !wall.line && h("p", { class: "offline" }, t("wall.lost")), body(), foot()),
  ]);
  fit();
};

function body() {
  if (wall.refused) return waitView(wall.refused);
  if (!wall.news) return waitView(t("wait"));
  const view = shown();
  if (view === "lobby") return lobbyView(wall);
  if (view === "brief") return briefView(wall);
  if (view === "plan") return planView(wall);
  if (view === "room") return liveView(wall);
  if (view === "end") return endView(wall);
  return debriefView(wall, view);
}

/** The view to show: chosen here, or by the desk; `stage` is what belongs to the stage the class is at. */
function shown() {
  const view = wall.own || wall.news.view;
  if (view !== "stage") return view;
  const { phase, attempt } = wall.news.stage;
  const compared = phase === "debrief" && attempt === 2;
  return { run: "room", debrief: compared ? "progress" : "totals" }[phase] || phase;
}

const dark = () => wall.news && shown() === "room" && !wall.refused;

function foot() {
  return h("footer", null,
    h("button", { type: "button", onclick: fullScreen }, h("kbd", null, "F"), t("wall.full")),
    h("button", { type: "button", "aria-pressed": String(wall.bright), onclick: contrast }, h("kbd", null, "H"),
      t("wall.bright")),
    h("button", { type: "button", onclick: () => step(-1), "aria-label": t("wall.earlier") }, h("kbd", null, "←")),
    h("span", null, wall.news ? t(`view.${wall.own || wall.news.view}`) : ""),
    h("button", { type: "button", onclick: () => step(1), "aria-label": t("wall.later") }, h("kbd", null, "→")),
    wall.own && h("button", { type: "button", onclick: () => step(0) }, h("kbd", null, "Esc"), t("wall.follow")));
}

/** Goes through the views that there are now; 0 goes back to what the desk says. */
function step(by) {
  if (!wall.news) return;
  const debrief = wall.news.debrief ? DEBRIEF : [];
  const views = ORDER.filter((view) => !DEBRIEF.includes(view) || debrief.includes(view));
  const now = views.indexOf(wall.own || (wall.news.view === "stage" ? shown() : wall.news.view));
  wall.own = by ? views[(Math.max(0, now) + by + views.length) % views.length] : "";
  wall.draw();
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(() => {});
}

function contrast() {
  wall.bright = !wall.bright;
  wall.draw();
}

const KEYS = {
  ArrowRight: () => step(1), PageDown: () => step(1), ArrowLeft: () => step(-1), PageUp: () => step(-1),
  Escape: () => step(0), f: fullScreen, h: contrast,
};

document.addEventListener("keydown", (event) => {
  const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act();
});

/** Nothing scrolls on a wall: what does not fit is set smaller, evenly, as far as it can still be read. */
function fit() {
  for (const part of document.querySelectorAll("[data-fit]")) {
    for (let size = 1; size >= 0.5; size -= 0.05) {
      part.style.setProperty("--fit", size.toFixed(2));
      if (part.scrollHeight <= part.clientHeight + 1 && part.scrollWidth <= part.clientWidth + 1) break;
    }
  }
}

function heard(news) {
  wall.clock.heard(news.now);
  if (news.view !== wall.asked || (wall.news && wall.news.stage.number !== news.stage.number)) wall.own = "";
  wall.asked = news.view;
  wall.news = news;
  document.title = `${news.room.title} · ${t("after-you")}`;
  hear(wall);
  load();
  wall.draw();
}

/** Fetches what the news speak of and is not here yet. */
function load() {
  const { stage, debrief } = wall.news;
  if (stage.phase !== "lobby" && !wall.scenarios.has(stage.scenario)) {
    once(wall.scenarios, stage.scenario, `/api/projector/scenario/${stage.scenario}`, 0);
  }
  const rev = debrief && `${debrief.rev} ${wall.news.names}`;
  if (debrief && wall.debriefs.get(debrief.scenario)?.rev !== rev) {
    once(wall.debriefs, debrief.scenario, `/api/projector/debrief/${debrief.scenario}`, rev);
  }
}

const asking = new Set();

async function once(into, key, path, rev) {
  if (asking.has(path)) return;
  asking.add(path);
  try {
    into.set(key, { rev, document: await wall.wire.get(`${path}?room=${encodeURIComponent(wall.code)}`) });
    wall.draw();
  } catch (problem) {
    await pause(problem instanceof Refused ? 3000 : 1500);
  }
  asking.delete(path);
  if (!wall.refused) load();  // again where it failed, or where there is something newer by now
}

async function fetchQr() {
  const text = await wall.wire.text(`/api/projector/qr.svg?room=${encodeURIComponent(wall.code)}`);
  wall.qr = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  wall.draw();
}

function start() {
  useWords(JSON.parse(document.getElementById("words").textContent));
  document.title = t("after-you");
  wall.code = decodeURIComponent(location.pathname.split("/")[2] || "").toUpperCase();
  wall.wire = new Wire(keyFromAddress(`after-you-projector-${wall.code}`));
  wall.draw();
  fetchQr().catch(() => {});
  const query = () => ({
    room: wall.code, rev: wall.news ? wall.news.rev : 0, run: wall.live?.number ?? 0, lived: wall.live?.heard ?? 0,
  });
  const line = (ok) => {
    if (wall.line === ok) return;
    wall.line = ok;
    wall.draw();
  };
  wall.wire.follow("/api/projector/news", query, heard, line, (problem) => {
    wall.refused = problem.code === "no-token" ? t("wall.key") : problem.message;
    wall.draw();
  });
  setInterval(() => { if (wall.news && !document.hidden) wall.draw(); }, 500);
  window.addEventListener("resize", wall.draw);
}

start();

/** What the page knows, and the verbs of a trainee. Everything shown follows from here; draw() shows it anew. */
import { announce } from "./dom.js";
import { ServerClock } from "./clock.js";
import { Film } from "./film.js";
import { EditQueue } from "./queue.js";
import { t } from "./words.js";

export const app = {
  me: null, // {token, name, trainee, code, recovery}
  wire: null,
  line: "connecting",
  news: null,
  clock: new ServerClock(),
  scenarios: new Map(),
  results: new Map(),
  queue: null,
  queueName: "",
  walk: null, // {name, rev, doc, film}
  run: null, // {number, film, lived, heard, pace, runs, over, orders}
  notice: null,
  passive: false,
  busy: false,
  ui: { chosen: [], several: false, open: "", sheet: false, instant: null, playing: false, tab: {}, armed: "" },
};

let drawing = 0;
let drawer = () => {};

/** Who draws the page. */
export const drawnBy = (task) => (drawer = task);

/** Shows what is known now, once before the next frame. */
export function draw() {
  drawing ||= setTimeout(() => {
    drawing = 0;
    drawer();
  }, 0);
}

/** Where things are kept in this browser; where it keeps nothing, as long as the page lives. */
export const storage = (() => {
  const kept = new Map();
  const memory = { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), removeItem: (key) => kept.delete(key) };
  try {
    localStorage.setItem("after-you.try", "1");
    localStorage.removeItem("after-you.try");
    return localStorage;
  } catch {
    return memory;
  }
})();

export const stage = () => app.news?.stage;
/** The scenario document of the stage, or null while it is fetched. */
export const scenario = () => (app.news ? app.scenarios.get(stage().scenario) || null : null);
/** The plan as it is shown. */
export const plan = () => app.queue?.plan || [];

/** Says something to everybody who uses this page: as a line, and to a screen reader. */
export function notify(text, tone = "plain", urgent = false) {
  app.notice = text ? { text, tone } : null;
  announce(text, urgent);
  draw();
}

/** What the server need not send again. */
export function known() {
  const run = app.run;
  return { rev: app.news?.rev || 0, plan: app.queue?.base.rev || 0, lived: run?.heard || 0, run: run?.number || 0 };
}

/** Takes news. @param {Object} news @param {(before: Object) => void} moved called when the stage is another */
export function take(news, moved) {
  const before = app.news;
  app.clock.heard(news.now);
  app.news = news;
  if (news.notice && news.notice !== before?.notice) notify(news.notice);
  takePlan(news);
  takeRun(news);
  fetchWhatIsNeeded();
  if (!before || before.stage.number !== news.stage.number || before.stage.phase !== news.stage.phase) moved(before);
  draw();
}

function takePlan(news) {
  if (!news.plan) return;
  const name = `after-you.edits.${news.room.code}.${news.you.id}.${news.stage.scenario}.${news.stage.attempt}`;
  if (name !== app.queueName) {
    app.queue = new EditQueue(storage, name);
    app.queueName = name;
    app.walk = null;
    Object.assign(app.ui, { chosen: [], several: false, open: "", sheet: false, instant: null, playing: false });
    if (app.queue.open) notify(t("edits.found"));
  }
  app.queue.heard(news.plan.rev, news.plan.briefings);
  if (news.stage.phase !== "plan") return;
  pump();
  walkAgain();
}

function takeRun(news) {
  if (!news.run) return void (app.run = null);
  const { run, lived, film } = news.run;
  if (!app.run || app.run.number !== run) {
    app.run = { number: run, film: null, early: [], heard: 0, shown: null, told: 0 };
  }
  const now = app.run;
  const fresh = (film || []).filter((entry) => entry.at > now.heard);
  Object.assign(now, { lived, at: news.now, heard: Math.max(now.heard, lived), pace: news.run.pace, runs: news.run.runs, over: news.run.over, orders: news.run.orders || [] });
  now.early.push(...fresh);
  if (!now.film && scenario()) now.film = new Film(scenario().people.length);
  if (now.film) now.film.add(now.early.splice(0));
}

const asked = new Map();

/** Fetches a document once; tries again a little later while it does not come. */
export async function fetchOnce(path, into, key) {
  if (into.has(key) || asked.get(path) > Date.now()) return;
  asked.set(path, Date.now() + 4000);
  try {
    const { status, body } = await app.wire.get(path);
    if (status === 200 && body && !body.refused) {
      into.set(key, body);
      if (app.news) takeRun({ ...app.news, run: app.news.run && { ...app.news.run, film: [] } });
      return draw();
    }
  } catch {
    // The line is down; the next news or the timer asks again.
  }
  setTimeout(fetchWhatIsNeeded, 4100);
}

function fetchWhatIsNeeded() {
  const { phase, scenario: number } = stage();
  if (phase !== "lobby" && phase !== "end") fetchOnce(`/api/scenario/${number}`, app.scenarios, number);
  for (const [of, attempt] of app.news.results || []) {
    fetchOnce(`/api/scenario/${of}`, app.scenarios, of);
    fetchOnce(`/api/result/${of}/${attempt}`, app.results, `${of}/${attempt}`);
  }
}

// What one may do

export const inTeam = () => Boolean(app.news?.room.teams && app.news.team);
export const drives = () => !inTeam() || app.news.team.driver === app.news.you.id;
/** Why the plan cannot be changed now, as a key of the words, or "". */
export function whyNoEdit() {
  if (stage().phase !== "plan") return "plan.not_now";
  if (!drives()) return "plan.not_driver";
  return app.news.plan?.handed_in ? "plan.is_handed_in" : "";
}

/** ms that are left of this phase, or null where there is no limit. */
export function left() {
  const clock = app.news?.clock;
  if (!clock || clock.left === null || clock.left === undefined) return null;
  return Math.max(0, clock.left - (clock.runs ? app.clock.now() - app.news.now : 0));
}

// The verbs

let sending = 0;

/** One edit of the plan: shown at once, kept here, sent a moment later. */
export function edit(command) {
  const why = whyNoEdit();
  if (why) return notify(t(why), "alarm");
  app.notice = null;
  app.queue.add(command);
  clearTimeout(sending);
  sending = setTimeout(pump, 220);
  draw();
}

/** Sends what waits, when nothing is under way. */
export function pump() {
  if (app.busy || !app.queue || !app.wire || whyNoEdit()) return;
  const queue = app.queue;
  const next = queue.next();
  if (!next) return;
  app.wire.say("edit", next).then((answer) => {
    if (answer.ok) {
      queue.kept(answer.ok.rev);
      heardWalk(answer.ok);
    } else if (answer.refused.code === "stale") staleAgain(queue);
    else refusedEdit(queue, answer.refused);
    if (queue === app.queue) pump();
    draw();
  });
}

let stales = 0;

function staleAgain(queue) {
  // Somebody else, or this trainee elsewhere, was quicker: their plan comes with the news, and these edits go on top.
  queue.again();
  app.busy = true;
  stales += 1;
  setTimeout(() => {
    app.busy = false;
    app.wire.anew();
  }, Math.min(5000, 200 * stales));
}

function refusedEdit(queue, refused) {
  queue.refused();
  notify(refused.sentence, "alarm", true);
}

/** Takes the last edit back: here if it is still here, otherwise at the server. */
export const undo = () => (app.queue.drop() ? draw() : back("undo"));
/** Does it again. */
export const redo = () => back("redo");

function back(verb) {
  const why = whyNoEdit();
  if (why) return notify(t(why), "alarm");
  if (app.busy || app.queue.open) return;
  app.busy = true;
  const queue = app.queue;
  app.wire.say(verb, { rev: queue.base.rev }).then((answer) => {
    app.busy = false;
    if (answer.ok) {
      queue.heard(answer.ok.rev, answer.ok.plan);
      heardWalk(answer.ok);
      announce(t(`said.${verb}`));
    } else if (answer.refused.code === "stale") staleAgain(queue);
    else notify(answer.refused.sentence, "alarm");
    pump();
    draw();
  });
}

function heardWalk(ok) {
  stales = 0;
  if (!ok.walk) return;
  const before = app.walk;
  // Where the plan cannot be walked the film that was shown last stays, and is said to be old.
  const last = stage().help === "none" ? null : before?.film || null;
  const film = ok.walk.film && scenario() ? new Film(scenario().people.length).add(ok.walk.film) : last;
  app.walk = { name: app.queueName, rev: ok.rev, doc: ok.walk, film, old: !ok.walk.film && Boolean(film), help: stage().help };
  const fresh = ok.walk.refusals.filter((one) => !before?.doc.refusals.some((other) => other.sentence === one.sentence));
  if (before && fresh.length) announce(fresh.map((one) => one.sentence).join(" "), true);
}

let walking = 0;

function walkAgain() {
  const due = () => app.queue && !app.queue.open && scenario() && app.walk?.asked !== app.queue.base.rev
    && (!app.walk || app.walk.rev < app.queue.base.rev || app.walk.help !== stage().help);
  clearTimeout(walking);
  walking = setTimeout(async () => {
    if (!scenario()) return walkAgain();
    if (!due()) return;
    const answer = await app.wire.say("walk");
    if (answer.ok) heardWalk(answer.ok);
    draw();
  }, 350);
}

/** Any other verb; a refusal is told, and resolves to null. */
export async function say(verb, fields = {}) {
  const answer = await app.wire.say(verb, fields);
  if (answer.refused) notify(answer.refused.sentence, "alarm", true);
  draw();
  return answer.ok || null;
}

const ARRIVES_WITHIN = 5000;

/** Hands the plan in, when all edits have arrived; the last of them may be on its way just now. */
export async function handIn() {
  const deadline = Date.now() + ARRIVES_WITHIN;
  while (app.queue.open && app.line !== "offline" && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
  if (app.queue.open) return notify(t("plan.wait_kept"), "alarm");
  const ok = await say("hand_in", { rev: app.queue.base.rev });
  if (ok) notify(t("plan.handed_in_said"));
}

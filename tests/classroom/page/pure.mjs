// What of the page is pure, tried without a browser. Reads {film, cues} from standard input, as the game made them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const pages = new URL("../../../assets/pages/classroom/", import.meta.url);
const from = (name) => import(new URL(name, pages));
const { parseCue, spellCue } = await from("cues.js");
const { clockText, durationText, exactClock, leftText, parseClock, parseDuration, readClock, ServerClock } = await from("clock.js");
const { Film, along, follow } = await from("film.js");
const { EditQueue } = await from("queue.js");
const { apply, samePlan } = await from("plan.js");
const { backoff, cutTooOften, Wire } = await from("wire.js");
const { choosePlaces, touch } = await from("labels.js");
const { cueWords, told, liaisonSpent, standing } = await from("people.js");
const { useWords } = await from("words.js");
const { makesSense } = await from("orders.js");

const given = JSON.parse(readFileSync(process.env.PAGE_GIVEN, "utf8"));
useWords(given.words);

class Kept {
  constructor() { this.values = new Map(); }
  getItem(key) { return this.values.get(key) ?? null; }
  setItem(key, value) { this.values.set(key, value); }
  removeItem(key) { this.values.delete(key); }
}
const set = (who, field, value) => ({ op: "set", who: [who], field, value });

test("cues are spelt as the game spells them", () => {
  for (const { spelt } of given.cues) assert.equal(spellCue(parseCue(spelt)), spelt);
  for (const text of ["", "at", "at 25:00", "after", "after kim", "after kim entered - 3 s", "after Kim entered", "at once + soon", "on words", "after kim on air"]) {
    assert.equal(parseCue(text), null, text);
  }
});

test("cues are said as the game says them", () => {
  for (const { spelt, words } of given.cues) assert.equal(cueWords(given.scenario, parseCue(spelt)), words);
});

test("times and durations go there and back", () => {
  for (const at of [0, 59_000, 45_120_000, 45_120_400, 86_399_999]) assert.equal(parseClock(exactClock(at)), at);
  for (const millis of [0, 500, 1_500, 60_000, 90_000, 3_600_000]) assert.equal(parseDuration(durationText(millis)), millis);
  assert.equal(parseDuration("10"), null);
  assert.equal(parseClock("24:00"), null);
  assert.equal(readClock("1236"), parseClock("12:36"));
  assert.equal(readClock("12.36.30"), parseClock("12:36:30"));
  assert.equal(readClock("soon"), null);
  assert.equal(leftText(61_000), "1:01");
  assert.equal(leftText(-5), "0:00");
  assert.equal(clockText(45_120_999), "12:32:00");
});

test("everybody is where the game says they are", () => {
  const film = new Film(given.scenario.people.length).add(given.film);
  for (const { at, people, air } of given.where) {
    const seen = film.at(at);
    assert.equal(film.onAir(at), air, `on air at ${clockText(at)}`);
    people.forEach((one, index) => {
      const mine = seen[index];
      const what = `${given.scenario.people[index].id} at ${clockText(at)}`;
      assert.equal(mine.in, one.in, what);
      assert.equal(mine.marked, one.marked, `${what} marked`);
      if (one.in === "room") {
        assert.equal(mine.posture, one.posture, what);
        assert.ok(Math.hypot(mine.x - one.x, mine.y - one.y) < 60, `${what}: ${mine.x},${mine.y} and ${one.x},${one.y}`);
      }
    });
  }
});

test("a film that comes in pieces is the same film", () => {
  const whole = new Film(given.scenario.people.length).add(given.film);
  const pieces = new Film(given.scenario.people.length);
  for (const { at } of given.where) {
    pieces.add(given.film.filter((entry) => entry.at > pieces.until && entry.at <= at));
    assert.deepEqual(pieces.at(at), whole.at(at));
    assert.equal(pieces.onAir(at), whole.onAir(at));
  }
});

test("a path is walked evenly and ends where it ends", () => {
  const path = [[0, 0, 0], [1_000, 100, 0], [3_000, 100, 400]];
  assert.deepEqual(along(path, 500), { x: 50, y: 0, walking: true, dx: 100, dy: 0 });
  assert.equal(along(path, 2_000).y, 200);
  assert.deepEqual(along(path, 9_000), { x: 100, y: 400, walking: false, dx: 0, dy: 0 });
});

test("the playhead follows without running ahead or back", () => {
  let shown = follow(null, 1_000, 16, 4);
  assert.equal(shown, 1_000);
  for (let n = 0; n < 200; n += 1) {
    const next = follow(shown, 1_000 + n * 64, 16, 4);
    assert.ok(next >= shown);
    shown = next;
  }
  assert.ok(Math.abs(shown - 1_000 - 199 * 64) < 2_000);
  assert.equal(follow(0, 1_000_000, 16, 4), 1_000_000);
});

test("an edit is shown at once and kept until it is acknowledged", () => {
  const kept = new Kept();
  const queue = new EditQueue(kept, "plan");
  queue.heard(1, []);
  queue.add(set("kim", "enter", "at 12:36"));
  assert.deepEqual(queue.plan, [{ who: ["kim"], enter: "at 12:36" }]);
  const sent = queue.next();
  assert.deepEqual(sent, { rev: 1, plan: [{ who: ["kim"], enter: "at 12:36" }] });
  assert.equal(queue.next(), null, "one at a time");
  queue.add(set("putin", "door", "main"));
  assert.equal(new EditQueue(kept, "plan").pending.length, 2, "a reload finds both");
  queue.kept(2);
  assert.deepEqual(queue.pending, [set("putin", "door", "main")]);
  assert.deepEqual(queue.next().plan.map((each) => each.who[0]), ["kim", "putin"]);
  queue.kept(3);
  assert.equal(kept.getItem("plan"), null);
});

test("edits go on top of what somebody else did meanwhile", () => {
  const queue = new EditQueue(new Kept(), "plan");
  queue.heard(1, []);
  queue.add(set("kim", "enter", "at once"));
  queue.next();
  queue.again();
  queue.heard(2, [{ who: ["putin"], door: "main" }]);
  assert.deepEqual(queue.next(), { rev: 2, plan: [{ who: ["putin"], door: "main" }, { who: ["kim"], enter: "at once" }] });
  queue.heard(1, []);
  assert.equal(queue.base.rev, 2, "old news change nothing");
});

test("news that overtake the answer lose nothing", () => {
  const queue = new EditQueue(new Kept(), "plan");
  queue.heard(1, []);
  queue.add(set("kim", "enter", "at once"));
  const { plan } = queue.next();
  queue.heard(2, plan);
  queue.add(set("kim", "sit", "at once"));
  queue.kept(2);
  assert.deepEqual(queue.plan, [{ who: ["kim"], enter: "at once", sit: "at once" }]);
});

test("turning a knob is one edit while it waits; the last one can be dropped", () => {
  const queue = new EditQueue(new Kept(), "plan");
  queue.add(set("kim", "spacing", "1 s"));
  queue.add(set("kim", "spacing", "2 s"));
  assert.equal(queue.pending.length, 1);
  assert.equal(queue.drop(), true);
  assert.equal(queue.drop(), false);
});

test("commands on a plan", () => {
  const one = apply([], set("kim", "enter", "at once"));
  assert.deepEqual(apply(one, set("kim", "enter", null)), [{ who: ["kim"] }]);
  assert.deepEqual(apply(one, { op: "remove", who: ["kim"] }), []);
  assert.deepEqual(one, [{ who: ["kim"], enter: "at once" }], "the old plan is left alone");
  assert.ok(samePlan([{ who: ["a"], door: "x", enter: "y" }], [{ enter: "y", who: ["a"], door: "x" }]));
});

test("the closest name wins, and the liaison pays for each room", () => {
  const { scenario } = given;
  const lavrov = scenario.people.findIndex((person) => person.id === "lavrov");
  const plan = [{ who: ["russia.ministers"], enter: "at 12:38", read_back: true }, { who: ["lavrov"], enter: "on word" }];
  assert.equal(told(scenario, plan)[lavrov].enter.value, "on word");
  assert.equal(liaisonSpent(scenario, plan), scenario.fields["russia.ministers"].read_back);
  const rows = scenario.lists.flatMap((list) => list.rows);
  for (const { plan: of, standing: said } of given.plans) {
    for (const row of rows) assert.equal(standing(scenario, of, row).words, said[row.name], row.name);
  }
});

test("labels never lie over one another", () => {
  const wanted = Array.from({ length: 30 }, (_, n) => ({ key: n, text: "Somebody", x: 40 + (n % 10) * 30, y: 100 + Math.floor(n / 10) * 20, high: 30, weight: n }));
  const places = choosePlaces(wanted, { box: [0, 0, 400, 300], unit: 1 });
  assert.ok(places.length > 3 && places.some((one) => one.key === 29));
  places.forEach((one, n) => places.slice(n + 1).forEach((other) => assert.ok(!touch(one.box, other.box))));
});

test("the server's clock", () => {
  let mine = 1_000;
  const clock = new ServerClock(() => mine);
  clock.heard(51_000);
  mine = 2_000;
  clock.heard(51_500);
  assert.equal(clock.now(), 52_000, "news that took half a second do not move the time");
});

test("orders that would change nothing are not offered", () => {
  const principal = { principal: true, role: "delegate" };
  assert.equal(makesSense("recall", principal, { in: "room" }), false);
  assert.equal(makesSense("quiet word", { role: "delegate" }, { in: "room" }), true);
  assert.equal(makesSense("hold", { role: "delegate" }, { in: "room" }), false);
  assert.equal(makesSense("call in", { role: "officer" }, { in: "holding" }), true);
});

// The line, against a server that is only a few functions

function world(answers) {
  const sent = [];
  class Socket {
    constructor() {
      world.sockets.push(this);
      queueMicrotask(() => (answers.refuse ? this.onclose?.({ code: 1006 }) : this.onopen?.()));
    }
    send(text) {
      const message = JSON.parse(text);
      sent.push(message);
      const answer = answers.say(message, this);
      if (answer) queueMicrotask(() => this.onmessage?.({ data: JSON.stringify(answer) }));
    }
    close() {}
  }
  world.sockets = [];
  const fetch = async (path, options = {}) => {
    if (path === "/api/say") return { status: 200, json: async () => answers.say(JSON.parse(options.body), null) };
    await new Promise((resolve) => setTimeout(resolve, 20));
    return { status: 200, json: async () => ({ news: null }) };
  };
  return { world: { WebSocket: Socket, fetch, location: { protocol: "http:", host: "x" } }, sent };
}

function wire(answers, states = []) {
  const made = world(answers);
  const line = new Wire({ token: "t", known: () => ({ rev: 0 }), onNews: () => {}, onState: (state) => states.push(state), onGone: (code) => states.push(code) }, made.world);
  line.start();
  return { line, ...made, states };
}

const obliging = (message) => (message.do === "hello" ? { re: message.id, ok: { last: 7 } } : { re: message.id, ok: { did: message.do } });

test("numbers go on after the last the server knows", async () => {
  const { line, sent } = wire({ say: obliging });
  assert.deepEqual((await line.say("walk")).ok, { did: "walk" });
  assert.deepEqual(sent.map((message) => message.id), [1, 8]);
  line.close();
});

test("what had no answer is said again with its number", async () => {
  let deaf = true;
  const { line, sent } = wire({ say: (message, socket) => {
    if (message.do !== "edit" || !deaf) return obliging(message);
    deaf = false;
    queueMicrotask(() => socket.onclose({ code: 1006 }));
    return null;
  } });
  assert.ok((await line.say("edit", { rev: 1 })).ok);
  const edits = sent.filter((message) => message.do === "edit");
  assert.equal(edits.length, 2);
  assert.deepEqual(edits[0], edits[1]);
  line.close();
});

test("where no WebSocket opens it asks over plain requests, and says so", async () => {
  const { line, states } = wire({ refuse: true, say: obliging });
  assert.deepEqual((await line.say("walk")).ok, { did: "walk" });
  assert.ok(states.includes("polling"));
  line.close();
});

test("a token that opens nothing ends it", async () => {
  const { line, states } = wire({ say: (message) => ({ re: message.id, refused: { code: "no-token", sentence: "No." } }) });
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(states.includes("no-token"));
  assert.ok(line.closed);
});

test("a line cut three times within a minute is given up", () => {
  assert.equal(cutTooOften([0, 1_000, 2_000], 2_000), true);
  assert.equal(cutTooOften([0, 1_000, 90_000], 90_000), false);
  for (let n = 0; n < 12; n += 1) assert.ok(backoff(n) <= 15_000 && backoff(n) >= 200);
});

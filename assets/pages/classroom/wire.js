/**
 * The line to the server. A WebSocket first; where that cannot be opened or is cut again and again, the same messages over
 * plain requests on the same port. One message is under way at a time; what had no answer is sent again with its number,
 * so that the server does nothing twice.
 */
const OPEN_WITHIN = 5000;
const ANSWER_WITHIN = 12000;
const CUTS = 3;
const CUTS_WITHIN = 60000;
const ASLEEP = 20000;
/** Refusals that are about the moment and not about the message: the same message is sent again a little later. */
const AGAIN = new Set(["slow-down", "not-saved"]);
/** Refusals after which this token is of no use any more. */
export const GONE = new Set(["no-token", "no-room", "no-such-trainee"]);

/** Waiting times that double, with jitter, so that a class does not come back in one instant. */
export function backoff(attempt, random = Math.random) {
  return Math.min(10000, 400 * 2 ** Math.min(attempt, 6)) * (0.5 + random());
}

/** Whether a line that was cut at these instants had better be given up for plain requests. */
export function cutTooOften(cuts, now) {
  return cuts.filter((at) => now - at < CUTS_WITHIN).length >= CUTS;
}

export class Wire {
  /**
   * @param {Object} life token; known(): {rev, plan, lived, run}; onNews(news); onState("connecting"|"open"|"polling"|
   *   "offline"); onGone(code, sentence). `world` replaces the browser in tests.
   */
  constructor(life, world = globalThis) {
    Object.assign(this, life);
    this.world = world;
    this.waiting = [];
    this.last = 0;
    this.cuts = [];
    this.failed = 0;
    this.way = "socket";
    this.state = "";
    this.ready = false;
    this.closed = false;
    this.turn = 0;
  }

  /** Opens the line, and keeps it open until close(). */
  start() {
    this.connect();
    const doc = this.world.document;
    if (!doc) return;
    let hiddenAt = 0;
    doc.addEventListener("visibilitychange", () => {
      if (doc.visibilityState === "hidden") hiddenAt = Date.now();
      else if (this.state !== "open" || Date.now() - hiddenAt > ASLEEP) this.anew();
    });
    this.world.addEventListener("online", () => this.anew());
    this.world.addEventListener("offline", () => this.tell("offline"));
  }

  /** Ends it for good. */
  close() {
    this.closed = true;
    this.drop();
  }

  /**
   * Sends a message; resolves with {ok} or {refused}, however long the line takes to come back.
   * @param {string} verb
   * @param {Object} fields
   */
  say(verb, fields = {}) {
    return new Promise((resolve) => {
      this.waiting.push({ n: 0, body: { do: verb, ...fields }, resolve, tries: 0, sent: false });
      this.push();
    });
  }

  /** Takes up the line again from the beginning: after sleep, or where numbers have come apart. */
  anew() {
    if (this.closed) return;
    this.drop();
    this.failed = 0;
    this.connect();
  }

  /** A document of the server's: {status, body}; body is null where nothing came back. */
  async get(path, options = {}) {
    const headers = { Authorization: `Bearer ${this.token}` };
    const answer = await this.world.fetch(path, { headers, cache: "no-store", ...options });
    return { status: answer.status, body: await answer.json().catch(() => null) };
  }

  tell(state) {
    if (state === this.state) return;
    this.state = state;
    this.onState(state);
  }

  connect() {
    this.turn += 1;
    this.ready = false;
    this.heardOnce = false;
    if (this.state !== "offline") this.tell("connecting");
    if (this.way === "socket" && this.world.WebSocket) this.openSocket(this.turn);
    else this.poll(this.turn);
  }

  drop() {
    this.turn += 1;
    this.ready = false;
    clearTimeout(this.timer);
    clearTimeout(this.answerTimer);
    this.abort?.abort();
    const socket = this.socket;
    this.socket = null;
    if (socket) {
      socket.onclose = socket.onmessage = socket.onerror = socket.onopen = null;
      socket.close();
    }
  }

  later(task, millis) {
    const turn = this.turn;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => turn === this.turn && !this.closed && task(), millis);
  }

  // The WebSocket

  openSocket(turn) {
    const { location, WebSocket } = this.world;
    let socket;
    try {
      socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws`);
    } catch {
      return this.lost(false);
    }
    this.socket = socket;
    this.later(() => this.lost(false), OPEN_WITHIN);
    socket.onopen = () => socket.send(JSON.stringify({ id: 1, do: "hello", token: this.token, ...this.known() }));
    socket.onmessage = (event) => turn === this.turn && this.heard(JSON.parse(event.data));
    socket.onclose = (event) => {
      if (turn !== this.turn) return;
      if (event.code === 4401) return this.gone("no-token", "");
      if (event.code === 4404) return this.gone("no-room", "");
      this.lost(this.ready);
    };
  }

  heard(data) {
    if (data.news) {
      this.onNews(data.news);
      return;
    }
    if (!this.ready) {
      if (data.refused) return this.helloRefused(data.refused);
      this.welcome(data.ok, "open");
      return;
    }
    this.answered(data);
  }

  helloRefused(refused) {
    if (GONE.has(refused.code)) return this.gone(refused.code, refused.sentence);
    this.drop();
    this.connectLater();
  }

  welcome(ok, state) {
    clearTimeout(this.timer);
    this.ready = true;
    this.failed = 0;
    this.last = Math.max(this.last, ok?.last || 0);
    this.tell(state);
    for (const message of this.waiting) message.sent = false;
    this.push();
  }

  lost(wasOpen) {
    this.drop();
    if (this.closed) return;
    const now = Date.now();
    this.cuts = [...this.cuts.filter((at) => now - at < CUTS_WITHIN), now];
    if (this.way === "socket" && (cutTooOften(this.cuts, now) || (!wasOpen && this.cuts.length >= 2))) {
      this.way = "requests";
      this.cuts = [];
      return this.connect();
    }
    if (this.failed > 0) this.tell("offline");
    this.connectLater();
  }

  connectLater() {
    this.failed += 1;
    this.later(() => this.connect(), backoff(this.failed - 1));
  }

  gone(code, sentence) {
    this.close();
    this.onGone(code, sentence);
  }

  // Messages and their answers

  push() {
    const message = this.waiting[0];
    if (!message || message.sent || !this.ready) return;
    if (!message.n) message.n = this.last += 1;
    message.sent = true;
    message.tries += 1;
    const text = JSON.stringify({ id: message.n, ...message.body });
    if (this.socket) {
      this.socket.send(text);
      clearTimeout(this.answerTimer);
      this.answerTimer = setTimeout(() => this.lost(true), ANSWER_WITHIN);
    } else this.post(text, this.turn);
  }

  answered(data) {
    const message = this.waiting[0];
    if (!message || data.re !== message.n) return;
    clearTimeout(this.answerTimer);
    if (data.refused && AGAIN.has(data.refused.code) && message.tries < 8) {
      setTimeout(() => ((message.sent = false), this.push()), backoff(message.tries));
      return;
    }
    this.waiting.shift();
    message.resolve(data);
    if (data.refused && GONE.has(data.refused.code)) return this.gone(data.refused.code, data.refused.sentence);
    this.push();
  }

  // Plain requests

  async poll(turn) {
    try {
      const hello = await this.ask("/api/say", { id: 0, do: "hello" });
      if (turn !== this.turn) return;
      if (hello.refused) return this.helloRefused(hello.refused);
      this.welcome(hello.ok, "polling");
      while (turn === this.turn && !this.closed) await this.pollOnce(turn);
    } catch {
      if (turn !== this.turn) return;
      this.drop();
      this.tell("offline");
      this.connectLater();
    }
  }

  async pollOnce(turn) {
    this.abort = new AbortController();
    const stop = setTimeout(() => this.abort.abort(), 20000);
    const query = new URLSearchParams(this.known()).toString();
    const { status, body } = await this.get(`/api/news?${query}`, { signal: this.abort.signal });
    clearTimeout(stop);
    if (turn !== this.turn) return;
    if (body?.refused) {
      if (GONE.has(body.refused.code)) return this.gone(body.refused.code, body.refused.sentence);
      await new Promise((resolve) => setTimeout(resolve, backoff(2)));
    } else if (status !== 200 || !body) throw new Error("no news");
    else if (body.news) this.onNews(body.news);
    // A server that answers at once and says nothing is not asked in a hot loop.
    await new Promise((resolve) => setTimeout(resolve, body?.news ? 60 : 250));
  }

  async ask(path, message) {
    const headers = { Authorization: `Bearer ${this.token}`, "Content-Type": "application/json" };
    const answer = await this.world.fetch(path, { method: "POST", headers, body: JSON.stringify(message) });
    return answer.json();
  }

  async post(text, turn) {
    try {
      const data = await this.ask("/api/say", JSON.parse(text));
      if (turn === this.turn) this.answered(data);
    } catch {
      if (turn !== this.turn) return;
      this.drop();
      this.tell("offline");
      this.connectLater();
    }
  }
}

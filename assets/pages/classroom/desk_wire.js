// Desk and projector on the wire: one key, messages that are answered, and news by long polling.
// A desk is one client among hundreds; waiting for an answer that the server holds back costs it nothing, and no
// proxy cuts that.

const PATIENCE = 15000;   // ms; longer than the server holds an answer back
const FIRST_WAIT = 500;   // ms before the first try again, doubled up to the longest
const LONGEST_WAIT = 8000;

/** What the server did not want: `code` of its closed list, `message` the sentence. */
export class Refused extends Error {
  constructor(code, sentence) {
    super(sentence);
    this.code = code;
  }
}

/** The server cannot be reached. */
export class Unreachable extends Error {}

/** The secret of an address like /desk#KEY: taken out of the address (it may be on a wall) and kept for this tab. */
export function keyFromAddress(name) {
  const given = decodeURIComponent(location.hash.slice(1));
  if (given) {
    sessionStorage.setItem(name, given);
    history.replaceState(null, "", location.pathname + location.search);
  }
  return given || sessionStorage.getItem(name) || "";
}

export class Wire {
  constructor(key) {
    this.key = key;
    // A message counts up for ever, also over a reload: the same number again would get the old answer.
    this.count = Date.now() * 1000;
  }

  /** GET as JSON. Throws Refused, or Unreachable. */
  async get(path) {
    return this.read(await this.fetch(path, {}));
  }

  /** GET as text. */
  async text(path) {
    const response = await this.fetch(path, {});
    if (!response.ok) await this.read(response);
    return response.text();
  }

  /** GET as a file to be saved: {blob, name}. */
  async file(path) {
    const response = await this.fetch(path, {}, 120000);
    if (!response.ok) await this.read(response);
    return response.blob();
  }

  /** Say something at the desk; gives what the server answered. Tried again with the same number when the line broke. */
  async say(room, verb, values = {}) {
    const id = ++this.count;
    const body = JSON.stringify({ ...(room ? { room } : {}), id, do: verb, ...values });
    for (let tries = 0; ; tries += 1) {
      try {
        const options = { method: "POST", body, headers: { "Content-Type": "application/json" } };
        const answer = await this.read(await this.fetch("/api/desk/say", options));
        return answer.ok;
      } catch (problem) {
        if (!(problem instanceof Unreachable) || tries === 3) throw problem;
        await pause(FIRST_WAIT << tries);
      }
    }
  }

  /** Follow news for ever: `query()` is asked before each request; `heard(news)` gets them, `line(ok)` the line's state.
   *  Gives a function that ends it. */
  follow(path, query, heard, line, refused) {
    let on = true;
    const go = async () => {
      for (let wait = FIRST_WAIT; on;) {
        try {
          const { news } = await this.get(`${path}?${new URLSearchParams(query())}`);
          if (!on) return;
          line(true);
          wait = FIRST_WAIT;
          if (news) heard(news);
        } catch (problem) {
          if (!on) return;
          if (problem instanceof Refused && problem.code !== "slow-down" && problem.code !== "our-fault") {
            refused(problem);
            return;
          }
          if (!(problem instanceof Refused) && !(problem instanceof Unreachable)) console.error(problem);
          line(false);
          await pause(wait * (0.75 + Math.random() / 2));
          wait = Math.min(LONGEST_WAIT, wait * 2);
        }
      }
    };
    go();
    return () => { on = false; };
  }

  async fetch(path, options, patience = PATIENCE) {
    const headers = { Authorization: `Bearer ${this.key}`, ...options.headers };
    try {
      return await fetch(path, { ...options, headers, cache: "no-store", signal: AbortSignal.timeout(patience) });
    } catch (problem) {
      throw new Unreachable(String(problem));
    }
  }

  async read(response) {
    let found;
    try {
      found = await response.json();
    } catch {
      throw new Unreachable(`${response.status}`);
    }
    if (found && found.refused) throw new Refused(found.refused.code, found.refused.sentence);
    if (!response.ok) throw new Unreachable(`${response.status}`);
    return found;
  }
}

export function pause(ms) {
  return new Promise((done) => { setTimeout(done, ms); });
}

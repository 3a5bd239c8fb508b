/**
 * A film is a list of entries, each known at its instant: who goes where, what happens. Asked for an instant it tells
 * where everybody is. Pure: the same for a walk-through, a run that is being lived and one that is over.
 */
const HEADS_TURN = 4000;
const FLEETING = 3000;

/** How many of a sorted list lie at or before an instant. */
export function countUpTo(list, instant) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle].at <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

const lastUpTo = (list, instant) => list[countUpTo(list, instant) - 1] || null;

/** A point of a path [[ms, x, y], ...] so many ms after it began: {x, y, walking, dx, dy}. */
export function along(path, millis) {
  const end = path[path.length - 1];
  if (path.length === 1 || millis >= end[0]) return { x: end[1], y: end[2], walking: false, dx: 0, dy: 0 };
  let place = 0;
  while (place < path.length - 2 && path[place + 1][0] <= millis) place += 1;
  const [from, to] = [path[place], path[place + 1]];
  const share = Math.max(0, millis - from[0]) / Math.max(1, to[0] - from[0]);
  const [dx, dy] = [to[1] - from[1], to[2] - from[2]];
  return { x: from[1] + dx * share, y: from[2] + dy * share, walking: true, dx, dy };
}

export class Film {
  /** @param {number} people how many there are in the scenario */
  constructor(people) {
    this.legs = Array.from({ length: people }, () => []);
    this.told = [];
    this.marks = [];
    this.turns = [];
    this.air = [];
    this.officials = [];
    this.says = [];
    this.doors = new Map();
    this.until = -1;
  }

  /** Takes more entries, sorted by their instant and not earlier than those before. */
  add(entries) {
    for (const entry of entries) {
      this.until = Math.max(this.until, entry.at);
      if (entry.text && entry.what !== "says") this.told.push(entry);
      this.take(entry);
    }
    return this;
  }

  take(entry) {
    switch (entry.what) {
      case "leg": return void this.legs[entry.who]?.push(entry);
      case "breach": return void this.marks.push({ n: entry.n, at: entry.at, over: Infinity, who: entry.marks || entry.who });
      case "breach over": return this.over(entry);
      case "official": return void this.officials.push(entry);
      case "says": return void this.says.push(entry);
      case "on air": return void this.air.push({ at: entry.at, on: true });
      case "off air": return void this.air.push({ at: entry.at, on: false });
      case "sent out":
      case "remarked": return void this.turns.push(entry);
      case "door": {
        if (!this.doors.has(entry.door)) this.doors.set(entry.door, []);
        return void this.doors.get(entry.door).push(entry);
      }
      default:
    }
  }

  over(entry) {
    const mark = this.marks.find((each) => each.n === entry.n);
    if (mark) mark.over = Math.max(entry.at, mark.at + FLEETING);
  }

  /** Where everybody is: one for each person {in, holding, door, progress, x, y, posture, face, marked, queued}. */
  at(instant) {
    const people = this.legs.map((legs) => this.one(legs, instant));
    this.turnHeads(people, instant);
    for (const mark of this.marks) {
      if (mark.at > instant || instant >= mark.over) continue;
      for (const who of mark.who) if (people[who]) people[who].marked = true;
    }
    queue(people);
    return people;
  }

  one(legs, instant) {
    const leg = lastUpTo(legs, instant) || legs[0];
    const none = { in: "away", holding: "", door: "", progress: 0, x: 0, y: 0, posture: "standing", face: null, marked: false, nth: 0, since: 0 };
    if (!leg) return none;
    const one = { ...none, in: leg.in, holding: leg.holding || "", door: leg.door || "", since: leg.at };
    if (leg.in === "way") return { ...one, ...walked(leg, instant) };
    if (leg.in === "door") return { ...one, progress: 1000 };
    if (leg.in !== "room") return one;
    const spot = along(leg.path, instant - leg.at);
    const face = spot.walking ? [spot.x + spot.dx, spot.y + spot.dy] : leg.face;
    return { ...one, x: spot.x, y: spot.y, face: face || null, posture: spot.walking ? "walking" : leg.rest || "standing" };
  }

  turnHeads(people, instant) {
    const turn = lastUpTo(this.turns, instant);
    if (!turn || instant - turn.at >= HEADS_TURN) return;
    const who = [].concat(turn.who || []);
    const goal = people[who[0]];
    if (!goal || goal.in !== "room") return;
    people.forEach((one, index) => {
      if (one.in === "room" && one.posture !== "walking" && !who.includes(index)) one.face = [goal.x, goal.y];
    });
  }

  /** Whether the broadcast is on. */
  onAir(instant) {
    return Boolean(lastUpTo(this.air, instant)?.on);
  }

  /** The person of the house who sends people out: {x, y, face, posture, text, says}, or null. */
  official(instant) {
    const visit = lastUpTo(this.officials, instant);
    if (!visit || instant >= visit.until) return null;
    const spot = along(visit.path, instant - visit.at);
    const word = lastUpTo(this.says, instant);
    const says = word && instant < word.until ? word.text : "";
    const face = spot.walking ? [spot.x + spot.dx, spot.y + spot.dy] : visit.face;
    return { x: spot.x, y: spot.y, face: face || null, posture: spot.walking ? "walking" : "standing", says };
  }

  /** The state of a door: {held, kept}. */
  door(id, instant) {
    const state = lastUpTo(this.doors.get(id) || [], instant);
    return { held: Boolean(state?.held), kept: state?.kept || [] };
  }

  /** What has been told after one instant and up to another. */
  news(after, upTo) {
    return this.told.slice(countUpTo(this.told, after), countUpTo(this.told, upTo));
  }

  /** The next instant after this one at which something is told, or null; `wanted` chooses what counts. */
  nextAfter(instant, wanted = () => true) {
    for (let place = countUpTo(this.told, instant); place < this.told.length; place += 1) {
      if (wanted(this.told[place])) return this.told[place].at;
    }
    return null;
  }

  /** When somebody first did something: the instant of the first entry `what` about them, or null. */
  first(who, what) {
    const entry = this.told.find((each) => each.what === what && [].concat(each.who ?? []).includes(who));
    return entry ? entry.at : null;
  }
}

function walked(leg, instant) {
  const share = Math.min(1, Math.max(0, (instant - leg.at) / Math.max(1, leg.until - leg.at)));
  const [from, to] = leg.span;
  return { progress: from + (to - from) * share, posture: share < 1 ? "walking" : "standing", back: to < from };
}

function queue(people) {
  const lines = new Map();
  people.forEach((one) => {
    if (one.in !== "door") return;
    const line = `${one.holding}>${one.door}`;
    if (!lines.has(line)) lines.set(line, []);
    lines.get(line).push(one);
  });
  for (const line of lines.values()) {
    line.sort((a, b) => a.since - b.since);
    line.forEach((one, nth) => (one.nth = nth));
  }
}

/**
 * Where the playhead goes next. Pure.
 * @param {number|null} shown where it is, scenario ms
 * @param {number} target where it should be
 * @param {number} passed real ms since the last frame
 * @param {number} pace scenario ms for each real ms
 */
export function follow(shown, target, passed, pace) {
  if (shown === null || Math.abs(target - shown) > 8000 * pace) return target;
  const haste = Math.min(2, Math.max(0, 1 + (target - shown) / (2000 * pace)));
  const next = shown + passed * pace * haste;
  return target >= shown ? Math.min(next, target + 400 * pace) : next;
}

/** Who is who in a scenario: names and the people behind them, what they are told, what they would do anyway. Pure. */
import { CUES, FIELDS } from "./plan.js";
import { parseCue, OF_NOBODY } from "./cues.js";
import { clockText, exactClock } from "./clock.js";
import { capital, everyone, howLong, t } from "./words.js";

const cache = new WeakMap();

/** Every name of a scenario and the places of its people: Map of name to numbers. */
export function namesOf(scenario) {
  if (cache.has(scenario)) return cache.get(scenario);
  const found = new Map();
  scenario.people.forEach((person, index) => found.set(person.id, [index]));
  const put = (name, index) => found.set(name, [...(found.get(name) || []), index]);
  scenario.people.forEach((person, index) => {
    if (person.role !== "delegate") return;
    put(person.of, index);
    for (const group of person.groups) if (!found.get(group)?.includes(index)) put(group, index);
  });
  for (const list of scenario.lists) for (const row of list.rows) found.set(row.name, row.members);
  cache.set(scenario, found);
  return found;
}

/** The row of the lists that bears this name. */
export function rowOf(scenario, name) {
  for (const list of scenario.lists) for (const row of list.rows) if (row.name === name) return row;
  return null;
}

/** The places of the people behind several names, each once. */
export function membersOf(scenario, who) {
  const known = namesOf(scenario);
  return [...new Set(who.flatMap((name) => known.get(name) || []))];
}

function level(scenario, name) {
  if (name === "all") return 0;
  if (scenario.people.some((person) => person.id === name)) return 3;
  return scenario.delegations.some((each) => each.id === name) ? 1 : 2;
}

/** What everybody is told: for each person {field: {value, level, briefing}}; the closest name wins, field by field. */
export function told(scenario, briefings) {
  const known = namesOf(scenario);
  const heard = scenario.people.map(() => ({}));
  briefings.forEach((briefing, place) => {
    const levels = new Map();
    for (const name of briefing.who) {
      for (const index of known.get(name) || []) levels.set(index, Math.max(levels.get(index) || 0, level(scenario, name)));
    }
    for (const [index, near] of levels) {
      for (const field of FIELDS) {
        const before = heard[index][field];
        if (field in briefing && (!before || near > before.level)) heard[index][field] = { value: briefing[field], level: near, briefing: place };
      }
    }
  });
  return heard;
}

/** For everybody the briefing that names them most closely, or undefined. */
export function covered(scenario, briefings) {
  const known = namesOf(scenario);
  const best = scenario.people.map(() => ({ level: -1, briefing: undefined }));
  for (const briefing of briefings) {
    for (const name of briefing.who) {
      const near = level(scenario, name);
      for (const index of known.get(name) || []) if (near > best[index].level) best[index] = { level: near, briefing };
    }
  }
  return best.map((each) => each.briefing);
}

/** How far the people of a row have been told: {words, tone}. */
export function standing(scenario, briefings, row) {
  if (row.officer) return postStanding(briefings, row.name);
  const by = covered(scenario, briefings);
  const each = row.members.map((index) => standingOf(by[index]));
  const one = each[0] || standingOf(undefined);
  return each.every((other) => other.words === one.words) ? one : { words: t("standing.partly"), tone: "caution" };
}

function postStanding(briefings, name) {
  if (briefings.some((each) => each.who.includes(name))) return { words: t("standing.posted"), tone: "good" };
  if (briefings.some((each) => each.escort === name)) return { words: t("standing.escorts"), tone: "good" };
  return { words: t("standing.free"), tone: "plain" };
}

function standingOf(briefing) {
  if (!briefing) return { words: t("standing.unbriefed"), tone: "alarm" };
  if (briefing.escort) return { words: t("standing.escorted"), tone: "good" };
  if (briefing.read_back) return { words: t("standing.read_back"), tone: "good" };
  return { words: t("standing.sent"), tone: "caution" };
}

/** The holding rooms in which the people behind these names wait, by id. */
export const roomsOf = (scenario, who) => [...new Set(membersOf(scenario, who).map((index) => scenario.people[index].holds))];

/** What reading this briefing back costs, ms. */
export function readBackCost(scenario, who) {
  return roomsOf(scenario, who).length * scenario.liaison.read_back;
}

/** How much of the liaison's time a plan spends, ms. */
export function liaisonSpent(scenario, briefings) {
  return briefings.filter((each) => each.read_back).reduce((sum, each) => sum + readBackCost(scenario, each.who), 0);
}

/** What a card for these names offers; for several names what holds for all of them. */
export function fieldsFor(scenario, who) {
  const each = who.map((name) => scenario.fields[name]).filter(Boolean);
  if (each.length === 1) return each[0];
  const all = (list) => list.filter((item, place) => list.findIndex((other) => other.id === item.id) === place);
  return {
    doors: all(each.flatMap((one) => one.doors)),
    cues: [...new Set(each.flatMap((one) => one.cues))],
    spacing: true, pace: true, place: false,
    read_back: each.some((one) => one.read_back) ? readBackCost(scenario, who) : 0,
    escorts: all(each.flatMap((one) => one.escorts || [])),
  };
}

/** Whether an officer of the house is among these names. */
export const ofHouse = (scenario, who) => membersOf(scenario, who).some((index) => scenario.people[index].role === "officer");

/** A name as a heading: `Sergei Lavrov`, `Ministers (7), Russia`. */
export function titleOf(scenario, name) {
  const row = rowOf(scenario, name);
  if (!row) return scenario.people.find((person) => person.id === name)?.name || name;
  const of = row.group ? scenario.delegations.find((each) => name === each.id || name.startsWith(each.id + ".")) : null;
  return of ? t("who.title", { group: row.title, side: of.short }) : row.title;
}

/** Several names as a heading. */
export const addressee = (scenario, who) => who.map((name) => titleOf(scenario, name)).join(" + ");

/** A person, group or delegation as a sentence calls it. */
export function whoWords(scenario, name) {
  const person = scenario.people.find((each) => each.id === name);
  if (person) return person.name;
  if (name === "all") return t("who.everybody");
  const delegation = scenario.delegations.find((each) => each.id === name);
  if (delegation) return t("who.delegation", { delegation: delegation.short });
  const members = namesOf(scenario).get(name) || [];
  if (members.length && members.length <= 2) return everyone(members.map((index) => scenario.people[index].name));
  const [of, group] = name.split(".");
  const side = scenario.delegations.find((each) => each.id === of);
  if (side && group) return t("who.group_of", { group: group.replace(/_/g, " "), delegation: side.short });
  return t("who.group", { group: name.replace(/_/g, " ") });
}

const clockWords = (instant) => (instant % 60000 < 1000 ? exactClock(instant - (instant % 60000)) : clockText(instant));

/** A cue told to somebody: `10 s after Kim Jong Un has entered`. */
export function cueWords(scenario, cue) {
  switch (cue.kind) {
    case "clock": return t("cue.at", { clock: clockWords(cue.at) });
    case "door": return t("cue.door_by", { clock: clockWords(cue.at) });
    case "word": return t("cue.on_word");
    case "once": return cue.delay ? t("cue.later", { long: howLong(cue.delay) }) : t("cue.at_once");
    default: {
      const what = everyone(eventGroups(cue.events).map((group) => have(scenario, group)));
      return cue.delay ? t("cue.after", { long: howLong(cue.delay), what }) : t("cue.as_soon_as", { what });
    }
  }
}

/** Events of one moment together: `Kim and Putin have entered`. */
function eventGroups(events) {
  const together = events.length > 1 && events.every((each) => each.moment === events[0].moment && !each.first && each.who);
  return together ? [events] : events.map((each) => [each]);
}

function have(scenario, events) {
  const { moment, first } = events[0];
  if (OF_NOBODY.includes(moment)) return t(`have.${moment}`);
  const names = everyone(events.map((each) => whoWords(scenario, each.who)));
  const number = first ? 1 : events.reduce((sum, each) => sum + (namesOf(scenario).get(each.who) || []).length, 0);
  const who = first ? t("who.first_of", { who: names }) : names;
  return t(`have.${moment}.${number === 1 ? "one" : "other"}`, { who });
}

/** The text of a field's value as a reader wants it. */
export function valueWords(scenario, field, value) {
  if (CUES.includes(field)) {
    const cue = parseCue(value);
    return cue ? cueWords(scenario, cue) : String(value);
  }
  if (field === "door") return scenario.room.doors.find((door) => door.id === value)?.name || String(value);
  return String(value);
}

/** A briefing in one line: `Side door; enter as soon as …; read back`. */
export function briefingWords(scenario, briefing) {
  const parts = [];
  for (const field of FIELDS) {
    if (field in briefing) parts.push(t(`told.${field}`, { value: valueWords(scenario, field, briefing[field]) }));
  }
  if (briefing.escort) {
    const escort = scenario.liaison.escorts.find((each) => each.id === briefing.escort);
    parts.push(t("told.escort", { value: escort?.words || briefing.escort }));
  }
  if (briefing.read_back) parts.push(t("told.read_back"));
  return capital(parts.join("; ")) || t("told.nothing");
}

/** What holds for these people in a field where the card says nothing: the words of habit or of another briefing. */
export function untold(scenario, briefings, who, field) {
  const members = membersOf(scenario, who);
  const heard = told(scenario, briefings);
  const values = new Set();
  let byOther = false;
  for (const index of members) {
    const said = heard[index][field];
    if (said) byOther = true;
    const habit = scenario.people[index].habit;
    values.add(said ? said.value : field === "door" ? habit.door : habit.fields[field] ?? null);
  }
  return { value: values.size === 1 ? [...values][0] : undefined, several: values.size > 1, byOther };
}

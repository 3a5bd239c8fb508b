/** A plan is a list of briefings; every edit is a small command that can be put on top of any plan. Pure. */

/** The fields a briefing may say, besides read_back and escort. */
export const FIELDS = ["door", "set_out", "enter", "sit", "leave", "spacing", "pace", "place"];
/** Those of them that are cues. */
export const CUES = ["set_out", "enter", "sit", "leave"];

const same = (one, other) => one.length === other.length && one.every((name, place) => name === other[place]);

/** The briefing addressed to exactly these names, or undefined. */
export const find = (briefings, who) => briefings.find((each) => same(each.who, who));

/** Its place in the plan, or -1. */
export const placeOf = (briefings, who) => briefings.findIndex((each) => same(each.who, who));

/**
 * The plan after a command: {op: "set", who, field, value} (null unsays it), {op: "remove", who}, {op: "brief", who}.
 * @returns {Object[]} a new list; the old one is left alone
 */
export function apply(briefings, command) {
  const place = placeOf(briefings, command.who);
  if (command.op === "remove") return briefings.filter((_, nth) => nth !== place);
  const after = place < 0 ? { who: [...command.who] } : { ...briefings[place] };
  if (command.op === "set") {
    const unsaid = command.value === null || command.value === false || command.value === "";
    if (unsaid) delete after[command.field];
    else after[command.field] = command.value;
  }
  if (place < 0) return [...briefings, after];
  return briefings.map((each, nth) => (nth === place ? after : each));
}

/** All commands, one after the other. */
export const applyAll = (briefings, commands) => commands.reduce(apply, briefings);

/** Whether two plans say the same, in whatever order their fields stand. */
export function samePlan(one, other) {
  const spelt = (plan) => JSON.stringify(plan.map((each) => Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))));
  return spelt(one) === spelt(other);
}

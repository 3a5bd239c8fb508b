/** Cues: when somebody sets out, enters, sits down or leaves. One spelling everywhere: the game's. Pure. */
import { durationText, exactClock, parseClock, parseDuration } from "./clock.js";

/** What may happen to somebody, in the words of the trace. */
export const MOMENTS = ["arrived", "called", "set out", "at door", "entered", "took place", "sat", "rose", "left", "sent out"];
/** What happens to the broadcast or to the room, and to nobody. */
export const OF_NOBODY = ["on air", "off air", "room ready"];
/** So many events may be waited for. */
export const MOST_EVENTS = 4;

const WHO = /^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)?$/;
const LONGEST_FIRST = [...MOMENTS].sort((a, b) => b.length - a.length);

/**
 * The cue that a text spells: {kind: "clock"|"door", at} | {kind: "after", events, delay} | {kind: "once", delay} |
 * {kind: "word"}, or null where it spells none. An event is {who, moment, first}.
 */
export function parseCue(text) {
  const words = String(text || "").trim().split(/\s+/).join(" ");
  if (words === "on word") return { kind: "word" };
  if (words.startsWith("at door by ")) return withClock("door", words.slice(11));
  if (words.startsWith("at once")) {
    const [rest, delay] = splitDelay(words);
    return rest === "at once" && delay !== null ? { kind: "once", delay } : null;
  }
  if (words.startsWith("at ")) return withClock("clock", words.slice(3));
  if (words.startsWith("after ") || words.startsWith("with ")) return parseAfter(words.slice(words.indexOf(" ") + 1));
  return null;
}

function withClock(kind, text) {
  const at = parseClock(text.replace(/^"|"$/g, ""));
  return at === null ? null : { kind, at };
}

function parseAfter(words) {
  const [rest, delay] = splitDelay(words);
  const events = rest.split(" and ").map(parseOccurrence);
  return delay === null || events.includes(null) ? null : { kind: "after", events, delay };
}

function splitDelay(words) {
  const at = words.indexOf(" + ");
  return at < 0 ? [words, 0] : [words.slice(0, at), parseDuration(words.slice(at + 3))];
}

/** `kim entered`, `first of russia.ministers sat`, `on air`; null where it is none. */
export function parseOccurrence(text) {
  let words = text.trim();
  if (OF_NOBODY.includes(words)) return { who: "", moment: words, first: false };
  const first = words.startsWith("first of ");
  words = words.replace(/^(first|all) of /, "");
  const moment = LONGEST_FIRST.find((each) => words.endsWith(" " + each));
  if (!moment) return null;
  const who = words.slice(0, -moment.length).trim();
  return WHO.test(who) ? { who, moment, first } : null;
}

/** The one spelling of a cue; the reverse of parseCue. */
export function spellCue(cue) {
  switch (cue.kind) {
    case "clock": return `at ${exactClock(cue.at)}`;
    case "door": return `at door by ${exactClock(cue.at)}`;
    case "once": return cue.delay ? `at once + ${durationText(cue.delay)}` : "at once";
    case "word": return "on word";
    default: {
      const text = "after " + cue.events.map(spellOccurrence).join(" and ");
      return cue.delay ? `${text} + ${durationText(cue.delay)}` : text;
    }
  }
}

function spellOccurrence(event) {
  if (OF_NOBODY.includes(event.moment)) return event.moment;
  return `${event.first ? "first of " : ""}${event.who} ${event.moment}`;
}

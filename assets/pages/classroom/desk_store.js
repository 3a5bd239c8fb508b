// What the desk knows, and the one way in which it does something: say it to the server, show what came of it.
import { announce } from "./dom.js";
import { ServerClock } from "./clock.js";
import { Refused } from "./desk_wire.js";
import { t } from "./words.js";

export const desk = {
  wire: null,
  clock: new ServerClock(),
  rooms: null,       // those on this server, or null while that is not known
  library: [],
  code: "",          // the room that is open here
  news: null,
  line: true,        // whether the server answers
  sort: "help",
  find: "",
  order: { keys: [], at: 0 },
  touched: 0,        // when somebody last pointed at the list: it does not move under a finger
  notice: null,      // {text, bad}
  dialogs: [],       // each gives {title, body}; the last one is seen
  draw: () => {},
};

let fading = 0;

/** Shows a sentence at the foot of the page; what was refused stays until it is put away. */
export function tell(text, bad = false) {
  desk.notice = text ? { text, bad } : null;
  if (text) announce(text, bad);
  clearTimeout(fading);
  if (text && !bad) fading = setTimeout(() => tell(""), 6000);
  desk.draw();
}

/** The sentence of whatever went wrong. */
export function sentenceOf(problem) {
  if (problem instanceof Refused) return problem.code === "no-token" ? t("key.wrong") : problem.message;
  console.error(problem);
  return t("line.none");
}

/** Says a verb of the room that is open. Gives the answer, or null where it was refused (which has then been shown). */
export async function act(verb, values = {}, done = "") {
  try {
    const answer = await desk.wire.say(desk.code, verb, values);
    tell(done);
    return answer || {};
  } catch (problem) {
    tell(sentenceOf(problem), true);
    return null;
  }
}

const written = (options) => (ms) => new Intl.DateTimeFormat(document.documentElement.lang, options).format(ms);

/** A day, and a day with its time, as they are written here. */
export const day = written({ dateStyle: "medium" });
export const moment = written({ dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });

/** Ms left of the present stage (or of a team's), as of now; null without a limit. */
export function left(of = desk.news.clock) {
  if (!of || of.left === null || of.left === undefined) return null;
  return Math.max(0, of.runs ? of.left - Math.max(0, desk.clock.now() - desk.news.now) : of.left);
}

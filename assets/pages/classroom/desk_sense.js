// What the desk makes of its news; pure, so that it can be tested without a page.

/** How a plan stands, from who needs help most to who is done. */
export const STANDING = ["away", "unbriefed", "illegal", "working", "rehearsing", "ready", "outside", "quiet"];

/** How a team stands in this phase: one of STANDING. */
export function standing(team, news) {
  const all = members(team, news);
  const here = all.some((one) => one.here);
  const bots = all.length > 0 && all.every((one) => one.bot);
  if (all.length > 0 && all.every((one) => one.offline)) return "outside";
  const { phase } = stageOf(team, news);
  if (phase !== "plan") return here || bots ? "quiet" : "away";
  const plan = team.plan;
  if (plan && plan.handed_in) return "ready";
  if (bots) return "rehearsing";
  if (!here) return "away";
  if (!plan || !plan.briefings) return "unbriefed";
  return plan.legal ? "working" : "illegal";
}

/** Whether everybody goes on by themselves. */
export const selfPaced = (news) => news.room.mode === "self-paced";

/** The stage a team is at: that of the class, or in self-paced work their own. */
export function stageOf(team, news) {
  return selfPaced(news) ? news.stages[team.stage] : news.stage;
}

/** Whether somebody should look after them; only while they plan can anything be done. */
export function needsHelp({ team, state }, news) {
  return stageOf(team, news).phase === "plan" && ["away", "unbriefed", "illegal"].includes(state) && !selfPaced(news);
}

export function members(team, news) {
  return team.members.map((id) => news.trainees.find((one) => one.id === id)).filter(Boolean);
}

/** The total of a team's try of the scenario that is on, or null. */
export function total(team, scenario, attempt) {
  const found = (team.totals || {})[`${scenario}/${attempt}`];
  return found === undefined ? null : found;
}

/** Teams in the order to show them: `by` is "help", "name" or "total"; those a filter leaves out are not among them. */
export function ordered(news, by, wanted = "") {
  const last = (team) => {
    const { scenario } = stageOf(team, news);
    return total(team, scenario, 2) ?? total(team, scenario, 1);
  };
  const names = new Intl.Collator(undefined, { numeric: true });
  const byName = (a, b) => names.compare(a.team.name, b.team.name);
  const ranks = {
    name: byName,
    total: (a, b) => (last(a.team) ?? 101) - (last(b.team) ?? 101) || byName(a, b),
    help: (a, b) => urgency(a, news, last) - urgency(b, news, last) || byName(a, b),
  };
  const sought = wanted.trim().toLocaleLowerCase();
  const rows = news.teams.map((team) => ({ team, state: standing(team, news) }));
  return rows.filter((row) => !sought || mentions(row.team, news, sought)).sort(ranks[by] || byName);
}

/** Lower is more urgent: while they plan by state and by how few were told something, afterwards by points. */
function urgency({ team, state }, news, last) {
  const within = STANDING.indexOf(state) * 100 + Math.min(99, (team.plan && team.plan.briefings) || 0);
  if (selfPaced(news)) return team.stage * 1000 + within;
  return news.stage.phase !== "plan" && last(team) !== null ? last(team) : within;
}

function mentions(team, news, sought) {
  const names = [team.name, ...members(team, news).map((one) => one.name)];
  return names.some((name) => name.toLocaleLowerCase().includes(sought));
}

/** What the line above the list counts. */
export function counts(news) {
  const rows = news.teams.map((team) => ({ team, state: standing(team, news) }));
  const plans = rows.filter(({ state }) => state !== "outside");
  return {
    joined: news.trainees.length,
    here: news.trainees.filter((one) => one.here || one.bot).length,
    plans: plans.length,
    ready: plans.filter(({ state }) => state === "ready").length,
    help: plans.filter((row) => needsHelp(row, news)).length,
    over: plans.filter(({ team }) => team.over).length,
    done: plans.filter(({ team }) => news.stages[team.stage].phase === "end").length,
  };
}

/** Milliseconds left now, of a clock in news received `since` ms ago; null where there is no limit. */
export function leftNow(clock, since) {
  if (!clock || clock.left === null || clock.left === undefined) return null;
  return Math.max(0, clock.runs ? clock.left - since : clock.left);
}

/** Minutes of each stage that an hour is made of, in the order of the session; "again" is the second try. */
export const HOUR = {
  lobby: 5, brief: 7, plan: 12, run: 4, debrief: 10, "plan again": 8, "run again": 4, "debrief again": 8, end: 2,
};

/** What happens once, and what for every scenario. */
const ONCE = ["lobby", "end"];

/** Whole minutes of a session with so many scenarios, with or without a second try. */
export function wholeMinutes(minutes, scenarios, again) {
  let whole = 0;
  for (const [name, of] of Object.entries(minutes)) {
    if (name.endsWith(" again") && !again) continue;
    whole += of * (ONCE.includes(name) ? 1 : scenarios);
  }
  return whole;
}

/** What a stage is called in the words' table: `plan`, or `plan again` at the second try. */
export function stageName(stage) {
  return stage.attempt === 2 && stage.phase !== "end" ? `${stage.phase} again` : stage.phase;
}

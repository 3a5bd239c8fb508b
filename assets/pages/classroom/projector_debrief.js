// The debrief on the wall, one view after another: the class, without names unless the desk wants them.
import { h } from "./dom.js";
import { chart, rows, tallest } from "./projector_chart.js";
import { pairView } from "./projector_pair.js";
import { top, waitView } from "./projector_stages.js";
import { t, tn } from "./words.js";

/** The views in the order in which a debrief goes through them. */
export const DEBRIEF = ["totals", "mistake", "breaches", "contrast", "progress", "questions", "history"];

export function debriefView(wall, view) {
  const { debrief, progress } = wall.news;
  const found = debrief && wall.debriefs.get(debrief.scenario)?.document;
  if (!found) return reckoning(progress);
  named = wall.news.names;
  return VIEWS[view] ? VIEWS[view](wall, found) : waitView(t("wall.nothing"));
}

function reckoning(progress) {
  const share = progress && progress.whole ? Math.round(progress.done * 100 / progress.whole) : 0;
  return h("main", { key: "reckoning", class: "wait" }, h("h1", null, t("wall.reckoning")),
    progress && h("div", { class: "tally" },
      h("p", null, t("wall.reckoned", progress)),
      h("div", { class: "bar", role: "presentation" }, h("div", { style: { width: `${share}%` } }))));
}

const RULES = 6;

const page = (wall, name, title, ...children) => h("main", { key: name, class: `debrief ${name}` },
  top(wall, wall.news.room.scenarios[wall.news.debrief.scenario], title), ...children);

let named = false;

/** Whose it was, where the desk wants names; once it does not, none is shown however old the document is. */
const told = (one) => (named && one.names ? one.names.join(", ") : "");
const whose = (one) => told(one) && h("span", { class: "names" }, told(one));

const VIEWS = {
  totals: (wall, { totals, robust }) => page(wall, "totals", t("wall.totals"),
    h("div", { class: "pair" },
      chart("scores", t("chart.totals"), totals, { middle: totals.middle, said: totals.sentence }),
      chart("days", t("chart.robust"), robust, { middle: robust.middle, said: robust.sentence })),
    h("p", { class: "key" }, h("span", { class: "sign", "aria-hidden": "true" }, "▲"), t("chart.middle"))),

  mistake: (wall, { wrong }) => {
    if (!wrong) return page(wall, "mistake", t("wall.mistake"), h("p", { class: "huge" }, t("wall.no-mistake")));
    return page(wall, "mistake", t("wall.mistake"),
      h("div", { class: "text", "data-fit": "" },
        h("p", { class: "huge" }, wrong.mistake),
        h("p", { class: "many" }, wrong.how_many, whose(wrong)),
        h("p", { class: "caused" }, wrong.caused),
        wrong.others.length > 0 && h("div", { class: "others" }, h("h2", null, t("wall.others")),
          h("ul", null, wrong.others.slice(0, 3).map((one, nth) => h("li", { key: nth },
            h("strong", null, String(one.plans)), h("span", null, one.went_by, whose(one))))))));
  },

  breaches: (wall, { rules, events, runs }) => {
    if (!rules.length) return page(wall, "breaches", t("wall.breaches"), h("p", { class: "huge" }, t("wall.no-breach")));
    return page(wall, "breaches", t("wall.breaches"),
      h("div", { class: "pair", "data-fit": "" },
        h("section", null, h("h2", null, t("wall.by-rule")), rows(rules.slice(0, RULES).map((one) => ({
          title: one.title, n: one.trainees, count: t("wall.of", { n: one.trainees, runs }),
          note: told(one),
        })), runs), rules.length > RULES && h("p", { class: "more" }, tn("wall.more-rules", rules.length - RULES))),
        h("section", null, h("h2", null, t("wall.by-event")), rows(events.rows.map((one) => ({
          title: one.sentence, n: 0, count: t("wall.of", { n: one.trainees, runs }),
          note: told(one),
        }))), events.more && h("p", { class: "more" }, events.more))));
  },

  contrast: (wall, found) => {
    const scenario = wall.scenarios.get(wall.news.debrief.scenario)?.document;
    if (!found.contrast) {
      return page(wall, "contrast", t("wall.contrast"), h("p", { class: "huge" }, t("wall.no-contrast")));
    }
    return page(wall, "contrast", t("wall.contrast"), pairView(found, scenario, wall.draw, whose));
  },

  progress: (wall, { progress }) => {
    if (!progress) return page(wall, "progress", t("wall.progress"), h("p", { class: "huge" }, t("wall.no-progress")));
    const highest = tallest(progress.before, progress.after);
    return page(wall, "progress", t("wall.progress"),
      h("p", { class: "sentence" }, progress.sentence),
      h("div", { class: "pair" },
        chart("before", t("chart.before"), progress.before, { highest, middle: progress.before.middle }),
        chart("after", t("chart.after"), progress.after, { highest, middle: progress.after.middle })),
      h("p", { class: "key" }, h("span", { class: "sign", "aria-hidden": "true" }, "▲"), t("chart.middle")));
  },

  questions: (wall, { questions }) => page(wall, "questions", t("view.questions"),
    h("ol", { class: "text", "data-fit": "" }, questions.map((one, nth) => h("li", { key: nth },
      h("p", null, one.point), h("p", { class: "huge" }, one.question))))),

  history: (wall, { history }) => page(wall, "history", t("view.history"),
    h("div", { class: "text", "data-fit": "" },
      history.note && h("p", { class: "huge" }, history.note),
      history.accounts.length > 0 && h("ul", { class: "accounts" }, history.accounts.map((one, nth) =>
        h("li", { key: nth, class: one.differs ? "differs" : null }, one.text, " ",
          h("span", { class: "source" }, one.differs ? t("wall.differs", { source: one.publisher }) : one.publisher)))),
      history.reconstructed.length > 0 && h("div", { class: "made" }, h("h2", null, t("wall.reconstructed")),
        h("p", null, history.reconstructed.join(" "))))),
};

/** Live orders: what is said, to whom, and that it takes its seconds. */
import { announce, focus, h } from "./dom.js";
import { emblem } from "./emblems.js";
import { membersOf, titleOf } from "./people.js";
import { app, draw, drives, say } from "./state.js";
import { capital, howLong, t } from "./words.js";

const OUTSIDE = new Set(["hold", "call in"]);
const INSIDE = new Set(["quiet word"]);

/** Whether an order could change anything for somebody who is there now. Pure. */
export function makesSense(verb, person, one) {
  const inside = one.in === "room";
  if (person.role === "uninvited" && one.in === "away") return false;
  if (person.role === "officer") return !INSIDE.has(verb);
  if (person.principal && inside && (verb === "recall" || INSIDE.has(verb))) return false;
  if (INSIDE.has(verb)) return inside;
  if (OUTSIDE.has(verb)) return !inside;
  return verb !== "recall" || one.in !== "away";
}

/** The panel of orders. */
export function orders(of, people, film, instant) {
  if (!drives()) return given(of);
  const armed = of.verbs.find((verb) => verb.verb === app.ui.armed);
  return h("section.card.orders-card", { "aria-labelledby": "orders-h" },
    h("h2", { id: "orders-h" }, t("orders.title")),
    h("p.hint", t("orders.travel", { radio: howLong(of.liaison.radio) })),
    h("div.verbs", { role: "group", "aria-labelledby": "orders-h" }, of.verbs.map((verb) => verbButton(of, verb, film, instant))),
    armed && targets(of, armed, people, film, instant),
    given(of));
}

function verbButton(of, verb, film, instant) {
  const off = (verb.verb === "cut away" && !film.onAir(instant)) || (verb.of === "rule" && of.waivable.length === 0);
  if (verb.of === "rule" && off) return null;
  const on = app.ui.armed === verb.verb;
  const press = () => {
    if (verb.of === "nobody") return give(of, verb, "");
    app.ui.armed = on ? "" : verb.verb;
    draw();
    if (!on) setTimeout(() => focus("targets-h"), 50);
  };
  return h("button", { key: verb.verb, disabled: off, class: on ? "verb is-on" : "verb", "aria-expanded": verb.of === "nobody" ? null : on ? "true" : "false", onclick: press }, verb.words);
}

function targets(of, verb, people, film, instant) {
  const found = targetsOf(of, verb, people, film, instant);
  return h("div.targets", { key: `targets ${verb.verb}` },
    h("h3", { id: "targets-h", tabindex: "-1" }, t(verb.of === "door" ? "orders.which_door" : verb.of === "rule" ? "orders.which_rule" : "orders.whom", { verb: verb.words })),
    found.length === 0 && h("p.hint", t("orders.nobody_now")),
    h("div.target-list", found.map(({ id, words, person }) => h("button", { key: id, onclick: () => give(of, verb, id) }, person && emblem(of, person), words))));
}

function targetsOf(of, verb, people, film, instant) {
  if (verb.of === "rule") return of.waivable.map((rule) => ({ id: rule.id, words: rule.title }));
  if (verb.of === "door") {
    const held = (id) => film.door(id, instant).held;
    return of.room.doors.filter((door) => (verb.verb === "release door") === held(door.id)).map((door) => ({ id: door.id, words: door.name }));
  }
  const fits = (index) => makesSense(verb.verb, of.people[index], people[index]);
  const groups = of.lists.flatMap((list) => list.rows).filter((row) => row.group && row.members.some(fits)).map((row) => ({ id: row.name, words: titleOf(of, row.name) }));
  const single = of.people.map((person, index) => [person, index]).filter(([, index]) => fits(index)).map(([person]) => ({ id: person.id, words: person.short, person }));
  return [...single, ...groups];
}

async function give(of, verb, target) {
  app.ui.armed = "";
  draw();
  const ok = await say("order", { verb: verb.verb, target });
  if (ok) announce(t("orders.given", { radio: howLong(of.liaison.radio) }));
}

/** `12:03:10.250 hold lavrov` in words: `12:03:10 Hold Lavrov`. */
function spoken(of, text) {
  const [clock, ...rest] = text.split(" ");
  const words = rest.join(" ");
  const verb = [...of.verbs].sort((a, b) => b.verb.length - a.verb.length).find((each) => words === each.verb || words.startsWith(each.verb + " "));
  if (!verb) return { clock, words };
  const target = words.slice(verb.verb.length).trim();
  const door = of.room.doors.find((each) => each.id === target)?.name;
  const rule = of.rules.find((each) => each.id === target)?.title;
  const who = target && membersOf(of, [target]).length ? titleOf(of, target) : target;
  return { clock: clock.slice(0, 8), words: capital(verb.says.replace("{who}", who).replace("{door}", door || target).replace("{rule}", rule || target)) };
}

function given(of) {
  const said = app.run?.orders || [];
  return said.length > 0 && h("div", { key: "given" }, h("h3", t("orders.said")),
    h("ol.plain.said", [...said].reverse().map((text, n) => {
      const { clock, words } = spoken(of, text);
      return h("li", { key: `${text} ${said.length - n}` }, h("time", clock), h("span", words));
    })));
}

/** The marks that tell delegations apart: a shape and a pattern, and a colour only besides. */
import { h, svg } from "./dom.js";

/** The parts of an emblem round 0,0 as [tag, attributes], `r` its size. */
function parts(delegation, r) {
  const scale = r / 10;
  const outline = { d: delegation.emblem, fill: "#fff", stroke: delegation.colour, "stroke-width": 3 };
  const found = [["path", { ...outline, transform: `scale(${scale})` }]];
  const k = 4.2 * scale;
  const line = { stroke: delegation.colour, "stroke-width": 3.2 * scale };
  if (delegation.pattern === "plain") {
    found.push(["path", { d: delegation.emblem, fill: delegation.colour, transform: `scale(${0.45 * scale})` }]);
  }
  if (delegation.pattern === "bar" || delegation.pattern === "cross") found.push(["path", { d: `M${-k} 0H${k}`, ...line }]);
  if (delegation.pattern === "cross") found.push(["path", { d: `M0 ${-k}V${k}`, ...line }]);
  if (delegation.pattern === "dot") found.push(["circle", { r: 3 * scale, fill: delegation.colour }]);
  return found;
}

const KEY = "M-7 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0M0 0H8V4M4.500 0V3";
const HOUSE = ["path", { d: KEY, fill: "none", stroke: "#2f5d4a", "stroke-width": 2.2 }];

function emblemParts(scenario, person, r) {
  const delegation = scenario.delegations.find((each) => each.id === person?.of);
  if (delegation) return parts(delegation, r);
  const [tag, attributes] = HOUSE;
  return [[tag, { ...attributes, transform: `scale(${r / 9})` }]];
}

/** An emblem as part of a page, hidden from screen readers: a name stands beside it. */
export function emblem(scenario, person) {
  return h("svg.emblem", { viewBox: "-13 -13 26 26", "aria-hidden": "true" },
    emblemParts(scenario, person, 9).map(([tag, attributes]) => h(tag, attributes)));
}

/** The emblem of a whole delegation, by its id. */
export const delegationEmblem = (scenario, id) => emblem(scenario, { of: id });

/** The same for a picture that moves. */
export function emblemNode(scenario, person, r) {
  return svg("g", { class: "badge" }, ...emblemParts(scenario, person, r).map(([tag, attributes]) => svg(tag, attributes)));
}

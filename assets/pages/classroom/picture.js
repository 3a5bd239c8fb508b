/** The room as a picture that moves: the empty room as ground, people as figures with the mark of their delegation. */
import { svg } from "./dom.js";
import { emblemNode } from "./emblems.js";
import { followFigures, placeLabels } from "./labels.js";

const FLAT = 0.62;
const TALL = 0.75;
const BODY = "M-10 0C-11 -12 -11 -22 -5 -25H5C11 -22 11 -12 10 0Q0 3 -10 0Z";
const SEATED = "M-10 0C-11 -9 -10 -14 -5 -16H5C10 -14 11 -9 10 0Q0 3 -10 0Z";
const CROWN = "M-5 0L-5.500 -5L-2.500 -2.500L0 -6L2.500 -2.500L5.500 -5L5 0Z";
const LABELS_EVERY = 180;

/** The picture of a document's ground, made once for each scenario. */
const grounds = new WeakMap();

function groundOf(room) {
  if (!grounds.has(room)) {
    const blob = new Blob([room.svg], { type: "image/svg+xml" });
    grounds.set(room, URL.createObjectURL(blob));
  }
  return grounds.get(room);
}

/** Where a point of the floor, mm, lies in the picture. */
export function pictured(room, x, y, z = 0) {
  return [room.left + x * room.scale, room.top + y * room.scale * FLAT - z * room.scale * TALL];
}

/** A point so far (0 to 1) along a line of points, `back` units before it. */
export function onLine(line, share, back = 0) {
  const lengths = line.slice(1).map((to, n) => Math.hypot(to[0] - line[n][0], to[1] - line[n][1]));
  const whole = lengths.reduce((sum, each) => sum + each, 0);
  let left = Math.max(0, whole * share - back);
  for (let n = 0; n < lengths.length; n += 1) {
    if (left <= lengths[n] || n === lengths.length - 1) {
      const part = lengths[n] ? Math.min(1, left / lengths[n]) : 0;
      return [line[n][0] + (line[n + 1][0] - line[n][0]) * part, line[n][1] + (line[n + 1][1] - line[n][1]) * part];
    }
    left -= lengths[n];
  }
  return line[0];
}

export class Picture {
  /**
   * @param {Element} host an element that the picture fills
   * @param {Object} scenario
   */
  constructor(host, scenario) {
    this.scenario = scenario;
    this.room = scenario.room;
    this.figures = scenario.people.map((person) => this.makeFigure(person));
    this.official = this.makeFigure(null);
    this.doors = new Map(this.room.doors.map((door) => [door.id, this.makeDoor(door)]));
    this.standing = svg("g", { class: "figures" });
    this.labels = svg("g", { class: "labels" });
    const [width, height] = this.room.view;
    this.svg = svg("svg", { class: "room", role: "img", preserveAspectRatio: "xMidYMid meet" },
      svg("image", { href: groundOf(this.room), width, height }),
      svg("g", {}, ...this.doors.values()), this.standing, this.labels);
    this.chosen = new Set();
    this.slots = slotsOf(scenario);
    this.labelled = 0;
    this.placed = new Map();
    host.replaceChildren(this.svg);
    this.fit();
    this.watch = new ResizeObserver(() => (this.labelled = 0));
    this.watch.observe(this.svg);
  }

  /** Shows the whole house, or where there is little height the room with its corridors, and larger figures. */
  fit() {
    const { clientWidth: wide, clientHeight: high } = this.svg;
    const view = wide > 480 && wide < high * 1.35 ? "whole" : "room";
    if (view === this.view) return;
    this.view = view;
    const [width, height] = this.room.view;
    this.box = view === "whole" ? [0, 0, width, height] : band(this.room);
    this.size = view === "whole" ? 1.1 : 1.45;
    this.svg.setAttribute("viewBox", this.box.join(" "));
    this.svg.setAttribute("class", `room ${view}`);
    this.labelled = 0;
  }

  /** The alternative text. */
  describe(text) {
    this.svg.setAttribute("aria-label", text);
  }

  makeFigure(person) {
    const group = svg("g", { class: "figure", visibility: "hidden" });
    const body = svg("path", { class: "body", d: BODY });
    const face = svg("circle", { class: "face", r: 2.6 });
    const head = svg("g", {}, svg("circle", { class: "head", r: 6 }), face);
    if (person?.principal) head.append(svg("path", { class: "crown", d: CROWN, transform: "translate(0 -6)" }));
    const badge = svg("g", {}, emblemNode(this.scenario, person, 7));
    const mark = svg("g", { class: "mark", visibility: "hidden" },
      svg("path", { d: "M0 -17L10 0H-10Z" }), svg("path", { class: "stroke", d: "M0 -11V-6M0 -3.500V-2.500" }));
    const ring = svg("ellipse", { class: "chosen", rx: 17, ry: 8 });
    group.append(ring, svg("ellipse", { class: "shadow", rx: 12, ry: 4.5 }), body, head, badge, mark);
    return { person, group, body, head, face, badge, mark };
  }

  makeDoor(door) {
    return svg("g", { class: "doorway", transform: `translate(${door.x} ${door.y})` },
      svg("circle", { class: "held", r: 15 }), svg("path", { class: "bar", d: "M-9 0H9" }));
  }

  /** Draws an instant. `chosen` are the places of the people whose card is open. */
  show(film, instant, chosen = this.chosen) {
    this.chosen = chosen;
    const people = film.at(instant);
    const drawn = [];
    people.forEach((one, index) => this.put(this.figures[index], one, index, drawn));
    const official = film.official(instant);
    if (official) this.put(this.official, { ...official, in: "room" }, -1, drawn);
    else this.official.group.setAttribute("visibility", "hidden");
    for (const [id, node] of this.doors) node.classList.toggle("is-held", film.door(id, instant).held);
    this.order(drawn);
    if (performance.now() - this.labelled > LABELS_EVERY) this.label(drawn);
    else followFigures(this.placed, drawn);
    return { people, official };
  }

  put(figure, one, index, drawn) {
    const spot = this.spot(one, index);
    figure.group.setAttribute("visibility", spot ? "visible" : "hidden");
    if (!spot) return;
    const seated = one.posture === "sitting";
    const size = this.size * (one.in === "holding" ? 0.9 : 1);
    figure.group.setAttribute("transform", `translate(${spot[0].toFixed(1)} ${spot[1].toFixed(1)}) scale(${size})`);
    if (figure.seated !== seated) {
      figure.seated = seated;
      figure.body.setAttribute("d", seated ? SEATED : BODY);
      figure.head.setAttribute("transform", `translate(0 ${seated ? -21 : -31})`);
      figure.badge.setAttribute("transform", `translate(0 ${seated ? -7 : -13})`);
      figure.mark.setAttribute("transform", `translate(0 ${seated ? -33 : -43})`);
    }
    this.turn(figure, one);
    figure.mark.setAttribute("visibility", one.marked ? "visible" : "hidden");
    figure.group.classList.toggle("is-chosen", this.chosen.has(index));
    figure.group.classList.toggle("is-marked", Boolean(one.marked));
    drawn.push({ figure, one, index, x: spot[0], y: spot[1], high: ((seated ? 28 : 38) + (one.marked ? 17 : 0)) * size });
  }

  turn(figure, one) {
    const shown = one.face && one.in === "room";
    const [dx, dy] = shown ? [one.face[0] - one.x, one.face[1] - one.y] : [0, 1];
    const far = Math.hypot(dx, dy) || 1;
    figure.face.setAttribute("cx", (dx / far * 2.8).toFixed(1));
    figure.face.setAttribute("cy", (dy / far * 2.2 + 0.6).toFixed(1));
    figure.face.setAttribute("visibility", dy / far < -0.6 ? "hidden" : "inherit");
  }

  spot(one, index) {
    if (one.in === "room") return pictured(this.room, one.x, one.y);
    if (one.in === "holding") return this.view === "whole" ? this.slots(one.holding, index) : null;
    if (one.in !== "way" && one.in !== "door") return null;
    const way = this.room.ways[`${one.holding}>${one.door}`];
    if (!way) return null;
    return onLine(way.line, one.progress / 1000, one.in === "door" ? one.nth * this.room.gap * (this.view === "whole" ? 1 : 1.2) : 0);
  }

  order(drawn) {
    drawn.sort((a, b) => a.y - b.y || a.index - b.index);
    drawn.forEach(({ figure }, place) => {
      if (this.standing.childNodes[place] !== figure.group) {
        this.standing.insertBefore(figure.group, this.standing.childNodes[place] || null);
      }
    });
  }

  label(drawn) {
    this.labelled = performance.now();
    const unit = Math.max(this.box[2] / (this.svg.clientWidth || 1), this.box[3] / (this.svg.clientHeight || 1));
    this.placed = placeLabels(this.labels, drawn, { box: this.box, unit, official: this.officialWord, chosen: this.chosen });
  }
}

/** The room with what lies round it up to the cards of the holding rooms: [x, y, width, height]. */
function band(room) {
  const floor = pictured(room, 0, room.depth)[1];
  const cards = room.holding.map((each) => [each.y, each.y + each.h]);
  const top = Math.max(0, ...cards.map(([, end]) => end).filter((end) => end < room.top));
  const bottom = Math.min(room.view[1], ...cards.map(([begin]) => begin).filter((begin) => begin > floor));
  return [0, top, room.view[0], bottom - top];
}

function slotsOf(scenario) {
  const places = new Map();
  for (const holding of scenario.room.holding) {
    const people = scenario.people.map((person, index) => [person, index]).filter(([person]) => person.holds === holding.id);
    people.forEach(([, index], nth) => places.set(`${holding.id} ${index}`, holding.slots[nth]));
  }
  return (holding, index) => {
    const room = scenario.room.holding.find((each) => each.id === holding);
    if (!room) return null;
    const slot = places.get(`${holding} ${index}`) || room.slots[room.slots.length - 1] || [room.x, room.y, room.w, room.h];
    return [slot[0] + 16, slot[1] + slot[3] - 5];
  };
}

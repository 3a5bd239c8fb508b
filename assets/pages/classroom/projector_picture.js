// A picture of the room that moves by itself: one loop for all that are on the wall.
import { clockText } from "./clock.js";
import { h } from "./dom.js";
import { placeLabels } from "./labels.js";
import { Picture, pictured } from "./picture.js";
import { t } from "./words.js";

const still = window.matchMedia("(prefers-reduced-motion: reduce)");
const stages = new Set();
let looping = 0;

const QUEUE = 46;     // units of the picture
const WALL = 3400;    // mm, the height of the far wall
const PLAIN = 11.5;   // px that a name is high in a picture held in the hand

/** A picture whose names are as large as the wall wants them: `names` in rem. */
class WallPicture extends Picture {
  constructor(host, scenario, names) {
    super(host, scenario);
    this.names = names;
  }

  /** The room and whoever queues round it; who waits further off is told in words. */
  fit() {
    if (this.box) return;
    const [width, height] = this.room.view;
    const [left, wall] = pictured(this.room, 0, 0, WALL);
    const [right, floor] = pictured(this.room, this.room.width, this.room.depth);
    const [x, y] = [Math.max(0, left - QUEUE), Math.max(0, wall - QUEUE)];
    this.box = [x, y, Math.min(width, right + QUEUE) - x, Math.min(height, floor + QUEUE) - y];
    this.size = 1.4;
    this.svg.setAttribute("viewBox", this.box.join(" "));
    this.svg.setAttribute("class", "room wall");
  }

  label(drawn) {
    this.labelled = performance.now();
    const { clientWidth, clientHeight } = this.svg;
    const shown = Math.min(clientWidth, clientHeight * this.box[2] / this.box[3]) || this.box[2];
    const larger = this.names * parseFloat(getComputedStyle(document.documentElement).fontSize) / PLAIN;
    this.placed = placeLabels(this.labels, drawn, {
      box: this.box, unit: this.box[2] / shown * larger, official: this.officialWord, chosen: this.chosen,
    });
  }
}

/** A place on the wall for one room; `clock` is the element that shows the time of the day. */
export class Stage {
  constructor(name, names) {
    this.name = name;
    this.names = names;
    this.clock = null;
    this.picture = null;
  }

  /** What to show: a film of a scenario at the instant that `when()` gives. */
  load(scenario, film, when) {
    Object.assign(this, { scenario, film, when });
    stages.add(this);
    looping ||= requestAnimationFrame(loop);
  }

  view(alt) {
    return h("div", {
      key: `stage ${this.name} ${this.scenario.id}`, class: "stage", opaque: true,
      ref: (node) => {
        this.picture = new WallPicture(node, this.scenario, this.names);
        this.picture.officialWord = t("official");
        this.picture.describe(alt);
      },
    });
  }

  draw() {
    if (!this.picture || !this.picture.svg.isConnected) return false;
    const instant = this.when();
    const shown = still.matches ? instant - (instant % 1000) : instant;
    if (this.clock) this.clock.textContent = clockText(shown);
    if (shown !== this.drawn || this.film !== this.drawnOf) this.picture.show(this.film, shown);
    Object.assign(this, { drawn: shown, drawnOf: this.film });
    return true;
  }
}

function loop() {
  looping = 0;
  for (const stage of stages) if (!stage.draw()) stages.delete(stage);
  if (stages.size) looping = requestAnimationFrame(loop);
}

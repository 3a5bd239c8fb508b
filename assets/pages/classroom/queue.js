/**
 * Edits on their way. What was done here is shown at once, is kept in the browser until the server has acknowledged it,
 * and is put on top of whatever plan the server has when the line comes back. Pure but for the `storage` it is given.
 */
import { applyAll, samePlan } from "./plan.js";

export class EditQueue {
  /**
   * @param {Storage} storage
   * @param {string} name under which the edits of this plan lie there
   */
  constructor(storage, name) {
    this.storage = storage;
    this.name = name;
    this.base = { rev: 0, briefings: [] };
    this.pending = this.read();
    this.taken = 0;
    this.sent = null;
  }

  read() {
    try {
      const found = JSON.parse(this.storage.getItem(this.name) || "[]");
      return Array.isArray(found) ? found : [];
    } catch {
      return [];
    }
  }

  keep() {
    try {
      if (this.pending.length) this.storage.setItem(this.name, JSON.stringify(this.pending));
      else this.storage.removeItem(this.name);
    } catch {
      // A browser that keeps nothing: the edits live as long as the page does.
    }
  }

  /** The plan as it is shown: the server's, and on top what is on its way. */
  get plan() {
    return applyAll(this.base.briefings, this.pending);
  }

  /** Whether anything has not been acknowledged yet. */
  get open() {
    return this.pending.length > 0;
  }

  /** One edit more. Turning the same knob again replaces the edit as long as it has not been sent. */
  add(command) {
    const last = this.pending[this.pending.length - 1];
    const again = last && this.pending.length > this.taken && command.op === "set" && last.op === "set"
      && last.field === command.field && last.who.join() === command.who.join();
    if (again) this.pending.pop();
    this.pending.push(command);
    this.keep();
  }

  /** Takes the last edit back, if it has not been sent; false otherwise. */
  drop() {
    if (this.pending.length <= this.taken) return false;
    this.pending.pop();
    this.keep();
    return true;
  }

  /** The server's plan as news tells it; older news than what was acknowledged is passed over. */
  heard(rev, briefings) {
    if (rev < this.base.rev || !briefings) return;
    this.base = { rev, briefings };
    if (!this.taken && this.pending.length && samePlan(this.plan, briefings)) this.forget();
  }

  /** The edit to send now, {rev, plan}, or null when there is none or one is under way. */
  next() {
    if (this.taken || !this.pending.length) return null;
    this.taken = this.pending.length;
    this.sent = this.plan;
    return { rev: this.base.rev, plan: this.sent };
  }

  /** The edit was taken as this revision. */
  kept(rev) {
    this.pending.splice(0, this.taken);
    this.taken = 0;
    if (rev > this.base.rev) this.base = { rev, briefings: this.sent };
    this.keep();
  }

  /** It could not be sent, or was made on another plan: the edits stay and go on top of the next. */
  again() {
    this.taken = 0;
  }

  /** It was refused for good: what was sent is given up; what came after it stays. */
  refused() {
    this.pending.splice(0, this.taken);
    this.taken = 0;
    this.keep();
  }

  /** Gives up all that is on its way. */
  forget() {
    this.pending = [];
    this.taken = 0;
    this.keep();
  }
}

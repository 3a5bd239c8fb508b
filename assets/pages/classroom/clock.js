/** Times and durations, as the game spells them. Pure. */
const PART = /^([0-9]{1,9})(?:\.([0-9]{1,3}))?\s*(ms|s|min|h)$/;
const FACTOR = { ms: 1, s: 1000, min: 60000, h: 3600000 };

const two = (number) => String(number).padStart(2, "0");

/** `12:03:16`. @param {number} instant ms since midnight */
export function clockText(instant) {
  const seconds = Math.floor(instant / 1000);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** The shortest spelling that is read back: `12:03`, `12:03:16`, `12:03:16.400`. */
export function exactClock(instant) {
  const rest = instant % 1000;
  if (rest) return `${clockText(instant)}.${String(rest).padStart(3, "0")}`;
  const text = clockText(instant);
  return text.endsWith(":00") ? text.slice(0, 5) : text;
}

/** ms since midnight for `12:03`, `12:03:16`, `12:03:16.400`, or null. */
export function parseClock(text) {
  const found = /^([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,3}))?)?$/.exec(text.trim());
  if (!found) return null;
  const [hours, minutes, seconds] = [Number(found[1]), Number(found[2]), Number(found[3] || 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number((found[4] || "0").padEnd(3, "0"));
}

/** What somebody types in a hurry: `1236`, `12.36`, `12:36:30`; ms since midnight or null. */
export function readClock(text) {
  const plain = text.trim().replace(/[.,; ]/g, ":");
  const digits = /^([0-9]{1,2})([0-9]{2})([0-9]{2})?$/.exec(plain);
  return parseClock(digits ? `${digits[1]}:${digits[2]}:${digits[3] || "00"}` : plain);
}

/** `1.5 s`, `3 min`, `1 min 30 s`, `0 s`: the spelling of a duration. */
export function durationText(millis) {
  const minutes = Math.floor(millis / 60000);
  const rest = millis % 60000;
  const texts = minutes ? [`${minutes} min`] : [];
  if (rest || !minutes) {
    const part = rest % 1000 ? "." + String(rest % 1000).padStart(3, "0").replace(/0+$/, "") : "";
    texts.push(`${Math.floor(rest / 1000)}${part} s`);
  }
  return texts.join(" ");
}

/** ms for `10 s`, `1.5 s`, `1 min 30 s`, or null. */
export function parseDuration(text) {
  const parts = text.trim().match(/[0-9]+(?:\.[0-9]{1,3})?\s*(?:ms|min|s|h)(?=\s|[0-9]|$)/g);
  if (!parts || parts.join("").replace(/\s/g, "") !== text.replace(/\s/g, "")) return null;
  let total = 0;
  for (const part of parts) {
    const found = PART.exec(part);
    if (!found) return null;
    total += Math.round(Number(`${found[1]}.${found[2] || 0}`) * FACTOR[found[3]]);
  }
  return total <= 86400000 ? total : null;
}

/** Minutes and seconds that are left: `6:52`. */
export function leftText(millis) {
  const seconds = Math.max(0, Math.ceil(millis / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/**
 * The server's clock as seen from here. Keeps the smallest delay seen lately, so that one slow push does not move time.
 */
export class ServerClock {
  constructor(mine = () => Date.now()) {
    this.mine = mine;
    this.offset = null;
    this.seen = 0;
  }

  /** Takes the server's `now` as it arrives. */
  heard(now) {
    const offset = now - this.mine();
    const old = this.mine() - this.seen > 120000;
    if (this.offset === null || offset > this.offset || old || this.offset - offset > 5000) {
      this.offset = offset;
      this.seen = this.mine();
    }
  }

  /** The server's time now, ms. */
  now() {
    return this.mine() + (this.offset || 0);
  }
}

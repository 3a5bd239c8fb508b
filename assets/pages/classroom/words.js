/**
 * The page's words. They come with the page as one table, made where all the words of the game are translated; nothing
 * the page says is spelt anywhere else.
 */
let table = {};

/** Takes a table of words; `lang` in it is the language. */
export function useWords(words) {
  table = words;
}

/**
 * A sentence with its values put in: `{name}`.
 * @param {string} key
 * @param {Object} values
 */
export function t(key, values = {}) {
  const text = table[key];
  if (text === undefined) return key;
  return text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all));
}

/** A sentence that counts: the table has `key.one` and `key.other`; `{count}` is the number. */
export function tn(key, count, values = {}) {
  return t(`${key}.${count === 1 ? "one" : "other"}`, { count, ...values });
}

/** `A`, `A and B`, `A, B and C`. */
export function everyone(parts) {
  if (parts.length < 2) return parts.join("");
  return t("and", { some: parts.slice(0, -1).join(", "), last: parts[parts.length - 1] });
}

/** `A, B, C and 4 more`. */
export function several(parts) {
  if (parts.length <= 4) return everyone(parts);
  return everyone([parts.slice(0, 3).join(", "), tn("more", parts.length - 3)]);
}

/** The sentence with its first letter as a capital. */
export const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A duration for a reader: `4 min 20 s`, `52 s`, `1.5 s`. */
export function howLong(millis) {
  if (millis < 10000) return t("long.s", { s: Math.floor(millis / 100) / 10 });
  const minutes = Math.floor(millis / 60000);
  const s = Math.floor(millis / 1000) % 60;
  if (!minutes) return t("long.s", { s });
  return s ? t("long.min_s", { min: minutes, s }) : t("long.min", { min: minutes });
}

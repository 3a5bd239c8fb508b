// What goes in and out of a room as files, what is kept of it, and its end.
import { h } from "./dom.js";
import { closeAll, open, sure } from "./desk_dialog.js";
import { act, desk, sentenceOf, tell } from "./desk_store.js";
import { t } from "./words.js";

const EXPORTS = [
  ["debrief.html", "debrief"], ["gradebook.csv", "gradebook"], ["results.xlsx", "results"], ["events.jsonl", "events"],
  ["roster.csv", "roster"],
];
const LARGEST = 1000000;   // bytes of a replay file

/** Fetches an export of the room and lets the browser save it. */
export async function save(what, name) {
  tell(t("files.making", { name }));
  try {
    const blob = await desk.wire.file(`/api/desk/export/${encodeURIComponent(desk.code)}/${what}`);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    tell(t("files.saved", { name }));
  } catch (problem) {
    tell(sentenceOf(problem), true);
  }
}

/** A replay file of somebody who was offline. */
const given = { name: "", file: null };

export function outside() {
  const send = async (event) => {
    event.preventDefault();
    if (!given.file) return;
    if (given.file.size > LARGEST) {
      tell(t("outside.too-large"), true);
      return;
    }
    const form = event.target;
    if (await act("take_in", { name: given.name.trim(), replay: await given.file.text() },
      t("outside.done", { name: given.name.trim() }))) {
      Object.assign(given, { name: "", file: null });
      form.reset();
      desk.draw();
    }
  };
  return h("details", { class: "card" }, h("summary", null, h("h2", null, t("outside.title"))),
    h("p", { class: "hint" }, t("outside.what")),
    h("form", { onsubmit: send },
      h("label", { class: "field" }, t("outside.name"), h("input", {
        type: "text", required: true, maxlength: "40", autocomplete: "off", value: given.name,
        oninput: (event) => { given.name = event.target.value; },
      })),
      h("label", { class: "field" }, t("outside.file"), h("input", {
        type: "file", required: true, accept: ".json,application/json",
        onchange: (event) => { given.file = event.target.files[0] || null; },
      })),
      h("button", { type: "submit" }, t("outside.send"))));
}

export function after() {
  return h("details", { class: "card", open: desk.news.stage.phase === "end" || desk.news.room.ended },
    h("summary", null, h("h2", null, t("files.title"))),
    h("ul", { class: "files" }, EXPORTS.map(([file, word]) => h("li", { key: file },
      h("button", { type: "button", onclick: () => save(file, `${desk.news.room.code}-${file}`) }, t(`files.${word}`)),
      h("span", { class: "hint" }, t(`files.${word}-what`))))));
}

export function roomPart() {
  return h("details", { class: "card" }, h("summary", null, h("h2", null, t("room.title"))),
    h("div", { class: "stack" },
      h("button", { type: "button", onclick: () => dataSheet() }, t("data.open")),
      !desk.news.room.ended && h("button", { type: "button", class: "danger-quiet", onclick: endSession }, t("end.open")),
      h("button", { type: "button", class: "danger-quiet", onclick: remove }, t("delete.open"))));
}

/** Ends the session once it is meant. */
export async function endSession() {
  const meant = await sure({ title: t("end.title"), text: t("end.text"), yes: t("end.yes") });
  if (meant) act("end", {}, t("end.done"));
}

async function remove() {
  const { code } = desk.news.room;
  const meant = await sure({
    title: t("delete.title"), text: t("delete.text"), yes: t("delete.yes"), must: code,
  });
  if (meant && await act("delete", {}, t("delete.done"))) {
    closeAll();
    desk.leave();
  }
}

const SHEET = ["stored", "not-stored", "how-long", "who-sees", "delete", "where"];

/** What is stored of whom, how long, and who can see it; to be read, printed, shown to a school. */
export function dataSheet() {
  const keep = desk.news && desk.news.room.kept_days;
  open(() => ({
    title: t("data.title"), wide: true,
    body: [
      h("dl", { class: "data" }, SHEET.map((part) => [
        h("dt", null, t(`data.${part}`)),
        h("dd", null, part === "how-long" && keep ? t("data.how-long-days", { days: keep }) : t(`data.${part}-text`)),
      ])),
      h("div", { class: "row end" },
        h("button", { type: "button", onclick: () => window.print() }, t("data.print"))),
    ],
  }));
}

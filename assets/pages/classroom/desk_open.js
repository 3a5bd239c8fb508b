// Opening a room: which scenarios in which order, how trainees work, and the timetable as a line.
import { h } from "./dom.js";
import { dataSheet } from "./desk_files.js";
import { HOUR, wholeMinutes } from "./desk_sense.js";
import { desk, sentenceOf, tell } from "./desk_store.js";
import { t, tn } from "./words.js";

const WEEK = 7 * 24 * 3600 * 1000;

const plain = () => ({
  scenarios: [], title: "", mode: "live", teams: "", inTeams: false, names: "free", pseudonyms: "", again: true,
  sameDay: true, minutes: { ...HOUR }, timed: true, deadline: localTime(Date.now() + WEEK), pace: 4, find: "", all: false,
});
let form = plain();

function change(values) {
  Object.assign(form, values);
  desk.draw();
}

export function openingForm() {
  return h("main", { class: "opening" },
    h("h1", { id: "opening-title", tabindex: "-1" }, t("open.title")),
    h("form", { onsubmit: submit },
      scenarioPart(),
      h("div", { class: "columns" }, workPart(), peoplePart()),
      timePart(),
      h("div", { class: "row end bar" },
        desk.rooms && desk.rooms.length > 0 &&
          h("button", { type: "button", class: "quiet", onclick: () => desk.show("rooms") }, t("open.back")),
        h("button", { type: "button", class: "quiet", onclick: () => dataSheet() }, t("data.open")),
        !form.scenarios.length && h("span", { class: "hint" }, t("open.choose-first")),
        h("button", { type: "submit", class: "primary", disabled: !form.scenarios.length }, t("open.yes")))));
}

function scenarioPart() {
  const chosen = form.scenarios.map((id) => desk.library.find((one) => one.id === id)).filter(Boolean);
  const sought = form.find.trim().toLocaleLowerCase();
  const found = desk.library.filter((one) => !form.scenarios.includes(one.id))
    .filter((one) => !sought || `${one.title} ${one.place} ${one.id}`.toLocaleLowerCase().includes(sought));
  return h("fieldset", { class: "card" }, h("legend", null, t("open.scenarios")),
    h("div", { class: "columns" },
      h("div", null,
        h("label", { class: "field" }, t("open.find"), h("input", {
          type: "search", id: "open-find", autocomplete: "off", value: form.find, oninput: (event) => change({ find: event.target.value }),
        })),
        h("ul", { class: "library", "aria-label": t("open.library") }, found.map((one, place) => h("li", { key: one.id },
          h("span", { class: "grow" }, h("strong", null, one.title), h("span", { class: "hint" }, aboutScenario(one))),
          h("button", { type: "button", "aria-label": t("open.add-said", { title: one.title }),
            onclick: () => add(one.id, place) }, t("open.add")))))),
      h("div", null, h("h2", null, t("open.chosen")),
        chosen.length ? h("ol", { class: "chosen-list" }, chosen.map((one, place) => chosenRow(one, place, chosen.length)))
          : h("p", { class: "hint" }, t("open.none-chosen")))));
}

/** Adds a scenario; who went there by keyboard goes on from the next one. */
function add(id, place) {
  change({ scenarios: [...form.scenarios, id] });
  const rest = document.querySelectorAll(".library button");
  (rest[Math.min(place, rest.length - 1)] || document.getElementById("open-find")).focus();
}

function without(id) {
  change({ scenarios: form.scenarios.filter((each) => each !== id) });
  document.getElementById("open-find").focus();
}

const aboutScenario = (one) => [one.place, one.date, t("open.difficulty", { level: one.difficulty })]
  .filter(Boolean).join(" · ");

function chosenRow(one, place, of) {
  const others = form.scenarios.filter((id) => id !== one.id);
  const moved = (to) => {
    change({ scenarios: [...others.slice(0, to), one.id, ...others.slice(to)] });
    document.querySelector(`.chosen-list li:nth-child(${to + 1}) button:enabled`).focus();
  };
  const button = (word, sign, disabled, onclick) => h("button", {
    type: "button", class: "quiet", disabled, "aria-label": t(word, { title: one.title }), title: t(word, { title: one.title }),
    onclick,
  }, sign);
  return h("li", { key: one.id }, h("span", { class: "grow" }, h("strong", null, one.title),
    h("span", { class: "hint" }, aboutScenario(one))),
  button("open.up", "↑", place === 0, () => moved(place - 1)),
  button("open.down", "↓", place === of - 1, () => moved(place + 1)),
  button("open.remove", "×", false, () => without(one.id)));
}

function choice(name, value, word) {
  return h("label", { class: "tick" }, h("input", {
    type: "radio", name, value: String(value), checked: form[name] === value, onchange: () => change({ [name]: value }),
  }), h("span", null, t(word), h("span", { class: "hint" }, t(`${word}-what`))));
}

function workPart() {
  return h("fieldset", { class: "card" }, h("legend", null, t("open.work")),
    h("label", { class: "field" }, t("open.name"), h("input", {
      type: "text", maxlength: "40", autocomplete: "off", value: form.title, placeholder: t("open.name-hint"),
      oninput: (event) => change({ title: event.target.value }),
    })),
    choice("mode", "live", "open.live"), choice("mode", "self-paced", "open.self-paced"),
    form.mode === "self-paced" && h("label", { class: "field" }, t("open.deadline"), h("input", {
      type: "datetime-local", required: true, value: form.deadline, oninput: (event) => change({ deadline: event.target.value }),
    })),
    h("label", { class: "tick" }, h("input", { type: "checkbox", checked: form.again,
      onchange: (event) => change({ again: event.target.checked }) }), h("span", null, t("open.again"))),
    form.again && h("div", { class: "under" }, choice("sameDay", true, "open.same-day"),
      choice("sameDay", false, "open.other-day")));
}

function peoplePart() {
  const area = (key, word, rows) => h("label", { class: "field" }, t(word), h("textarea", {
    rows: String(rows), spellcheck: "false", required: true, value: form[key],
    oninput: (event) => change({ [key]: event.target.value }),
  }));
  return h("fieldset", { class: "card" }, h("legend", null, t("open.people")),
    choice("inTeams", false, "open.alone"), choice("inTeams", true, "open.in-teams"),
    form.inTeams && area("teams", "open.team-names", 3),
    choice("names", "free", "open.free"), choice("names", "given", "open.given"),
    form.names === "given" && h("label", { class: "field" }, t("open.pseudonyms"), h("textarea", {
      rows: "3", spellcheck: "false", value: form.pseudonyms,
      oninput: (event) => change({ pseudonyms: event.target.value }),
    })));
}

function timePart() {
  if (form.mode === "self-paced") return null;
  const shown = Object.entries(form.minutes).filter(([name]) => form.again || !name.endsWith(" again"));
  const several = Math.max(1, form.scenarios.length);
  const whole = wholeMinutes(form.minutes, several, form.again);
  return h("fieldset", { class: "card" }, h("legend", null, t("open.times")),
    h("p", null, form.timed ? tn("open.whole", whole) : t("open.untimed")),
    h("label", { class: "tick" }, h("input", { type: "checkbox", checked: form.timed,
      onchange: (event) => change({ timed: event.target.checked }) }), h("span", null, t("open.timed"))),
    form.timed && h("ol", { class: "line", "aria-label": t("open.times") }, shown.map(([name, minutes]) =>
      h("li", { key: name, style: { "--share": String(Math.max(3, minutes)) } },
        h("label", null, t(`stage.${name}`), h("input", {
          type: "number", min: "0", max: "1440", required: true, value: String(minutes),
          "aria-label": t("open.minutes-of", { stage: t(`stage.${name}`) }),
          oninput: (event) => change({ minutes: { ...form.minutes, [name]: Number(event.target.value) || 0 } }),
        }))))),
    form.timed && h("p", { class: "hint" }, several > 1 ? tn("open.each", several) : t("open.zero")));
}

async function submit(event) {
  event.preventDefault();
  try {
    const { room } = await desk.wire.say("", "open", message());
    form = plain();
    tell(t("open.done", { code: room }));
    desk.enter(room);
  } catch (problem) {
    tell(sentenceOf(problem), true);
  }
}

/** The choices as the server reads them. Without times every stage lasts until the instructor ends it. */
function message() {
  const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);
  const live = form.mode === "live";
  const untimed = Object.fromEntries(Object.keys(HOUR).map((name) => [name, 0]));
  return {
    scenarios: form.scenarios, title: form.title.trim() || null, mode: form.mode,
    teams: form.inTeams ? lines(form.teams) : [], names: form.names,
    pseudonyms: form.names === "given" ? lines(form.pseudonyms) : [], again: form.again,
    minutes: live && form.timed ? form.minutes : untimed, pace: form.pace, second_day: form.sameDay ? 1 : 2,
    deadline: live ? null : new Date(form.deadline).getTime(),
  };
}

/** As a date and time field wants it: local, to the minute. */
function localTime(ms) {
  const shifted = new Date(ms - new Date(ms).getTimezoneOffset() * 60000);
  return shifted.toISOString().slice(0, 16);
}

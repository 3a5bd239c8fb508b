/** Joining: the room's code, a name, a team; or coming back with a recovery code. */
import { announce, focus, h } from "./dom.js";
import { draw } from "./state.js";
import { t } from "./words.js";

const form = { code: "", room: null, name: "", own: false, team: "", trouble: "", field: "", busy: false, back: null, gone: "", recovery: "", recovering: false, joined: null, once: "" };

/** What is known before anybody has typed: the code of the address, why one is here again. */
export function prepareJoin(known) {
  Object.assign(form, { room: null, trouble: "", busy: false, joined: null, back: null, gone: "" }, known);
  form.code = tidy(form.code || "");
  if (form.gone && known.recovery) form.recovering = true;
  if (form.code) look();
}

const tidy = (code) => code.toUpperCase().replace(/[^A-Z0-9]/g, "").slice(0, 12);

async function ask(path, message) {
  const options = message && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(message) };
  const answer = await fetch(path, { cache: "no-store", ...options });
  return answer.json();
}

/** Asks what the room is, and for a name that is free there. */
async function look(again = false) {
  const code = form.code;
  if (!code) return trouble(t("join.no_code"), "code");
  form.busy = true;
  draw();
  try {
    const room = await ask(`/api/room/${encodeURIComponent(code)}`);
    if (code !== form.code) return;
    form.busy = false;
    if (room.refused) return trouble(room.refused.sentence, "code");
    form.room = room;
    form.trouble = "";
    if (!form.own) form.name = room.proposal || "";
    if (!again) announce(t("join.found", { title: room.title }));
  } catch {
    form.busy = false;
    trouble(t("join.no_server"), "code");
  }
  draw();
}

function trouble(sentence, field) {
  Object.assign(form, { trouble: sentence, field, busy: false });
  announce(sentence, true);
  draw();
  setTimeout(() => focus(`join-${field}`), 50);
}

/** The screen. @param {(me: Object) => void} entered called with who one is now */
export function join(entered) {
  if (form.joined) return writeDown(entered);
  return h("div.join-grid",
    h("div.card.narrow",
      h("h1", { id: "title" }, t("join.title")),
      form.gone && h("p.trouble", form.gone),
      form.back && backTo(entered),
      form.recovering ? recovery(entered) : form.room ? naming() : codeForm(),
      h("p.switch", h("button.link", { onclick: () => ((form.recovering = !form.recovering), (form.trouble = ""), draw()) },
        t(form.recovering ? "join.as_new" : "join.was_here")))));
}

function backTo(entered) {
  return h("p", h("button.wide", { onclick: () => entered(form.back) },
    t("join.back_to", { name: form.back.name, code: form.back.code })));
}

function codeField() {
  return field("code", t("join.code"), {
    value: form.code, autocomplete: "off", autocapitalize: "characters", spellcheck: "false", inputmode: "text", class: "code", maxlength: 12,
    oninput: (event) => ((form.code = tidy(event.target.value)), (form.room = null)),
  }, t("join.code_hint"));
}

/** One labelled field with its hint and, where it is the one in trouble, the sentence about it. */
function field(name, label, props, hint) {
  const bad = form.trouble && form.field === name;
  const described = [hint && `join-${name}-hint`, bad && `join-${name}-bad`].filter(Boolean).join(" ") || null;
  return h("div.field", { key: name },
    h("label", { for: `join-${name}` }, label),
    h("input", { id: `join-${name}`, type: "text", "aria-describedby": described, "aria-invalid": bad ? "true" : null, ...props }),
    hint && h("p.hint", { id: `join-${name}-hint` }, hint),
    bad && h("p.trouble", { id: `join-${name}-bad` }, form.trouble));
}

function submit(task) {
  return (event) => {
    event.preventDefault();
    if (!form.busy) task();
  };
}

function codeForm() {
  return h("form", { key: "code-form", novalidate: true, onsubmit: submit(look) },
    codeField(), h("button.primary.wide", { type: "submit", disabled: form.busy }, t(form.busy ? "join.looking" : "join.next")));
}

function naming() {
  const { room } = form;
  return h("form", { key: "name-form", novalidate: true, onsubmit: submit(sendJoin) },
    h("p.room-title", h("span", t("join.room", { code: form.code })), h("strong", room.title)),
    room.joinable === false && h("p.trouble", t(room.locked ? "join.locked" : "join.not_now")),
    form.own ? ownName() : proposed(room),
    room.teams && teams(room.teams),
    form.trouble && !["own", "code"].includes(form.field) && h("p.trouble", { id: "join-all", tabindex: "-1" }, form.trouble),
    h("button.primary.wide", { type: "submit", disabled: form.busy || room.joinable === false }, t(form.busy ? "join.joining" : "join.go")),
    h("button.link", { onclick: () => ((form.room = null), draw()) }, t("join.other_room")));
}

function proposed(room) {
  return h("div.field", { key: "proposed" },
    h("p.label", { id: "name-label" }, t("join.your_name")),
    h("p.pseudonym", { "aria-describedby": "name-label", "aria-live": "polite" }, form.name),
    h("p.hint", t("join.pseudonym_why")),
    h("div.row",
      h("button", { onclick: () => look(true) }, t("join.another")),
      room.names === "free" && h("button", { onclick: () => ((form.own = true), draw(), setTimeout(() => focus("join-own"), 50)) }, t("join.own"))));
}

function ownName() {
  return h("div", { key: "own" },
    field("own", t("join.your_name"), { value: form.name, maxlength: 24, autocomplete: "nickname", oninput: (event) => (form.name = event.target.value) }, t("join.own_hint")),
    h("button.link", { onclick: () => ((form.own = false), look(true)) }, t("join.given")));
}

function teams(names) {
  return h("fieldset.field", { key: "teams" }, h("legend", t("join.team")),
    h("div.choices", names.map((name, place) => h("label.choice", { key: name },
      h("input", { type: "radio", name: "team", id: place ? null : "join-team", checked: form.team === name, onchange: () => ((form.team = name), draw()) }),
      h("span", name)))));
}

async function sendJoin() {
  if (form.room.teams && !form.team) return trouble(t("join.choose_team"), "team");
  if (!form.name.trim()) return trouble(t("join.no_name"), "own");
  form.busy = true;
  // One key for this wish: were the answer lost, asking again makes nobody twice.
  form.once ||= Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  draw();
  const message = { code: form.code, name: form.name.trim(), once: form.once };
  if (form.room.teams) message.team = form.team;
  try {
    const answer = await ask("/api/join", message);
    form.busy = false;
    if (answer.refused) return refused(answer.refused);
    form.once = "";
    form.joined = { ...answer.ok, code: form.code };
    announce(t("join.joined", { name: answer.ok.name }));
    draw();
    setTimeout(() => focus("title"), 50);
  } catch {
    trouble(t("join.no_server"), "all");
  }
}

function refused({ code, sentence }) {
  form.once = "";
  if (code === "no-room" || code === "bad-code") form.room = null;
  if (code === "name-taken" && !form.own) look(true);
  trouble(sentence, code === "no-room" || code === "bad-code" ? "code" : form.own ? "own" : "all");
}

function writeDown(entered) {
  const { name, recovery: code } = form.joined;
  const go = () => {
    const me = form.joined;
    form.joined = null;
    entered(me);
  };
  return h("div.card.narrow",
    h("h1", { id: "title" }, t("recovery.title", { name })),
    h("p", t("recovery.why")),
    h("p.recovery", { id: "recovery-code" }, code),
    h("p.hint", t("recovery.hint")),
    h("button.primary.wide", { onclick: go }, t("recovery.go")));
}

function recovery(entered) {
  const send = async () => {
    form.busy = true;
    draw();
    try {
      const answer = await ask("/api/recover", { code: form.code, recovery: form.recovery.trim() });
      form.busy = false;
      if (answer.refused) return trouble(answer.refused.sentence, answer.refused.code === "no-room" ? "code" : "recovery");
      const me = { ...answer.ok, code: form.code, recovery: form.recovery.trim() };
      Object.assign(form, { recovering: false, trouble: "" });
      entered(me);
    } catch {
      trouble(t("join.no_server"), "recovery");
    }
  };
  return h("form", { key: "recovery-form", novalidate: true, onsubmit: submit(send) },
    h("h2", t("join.was_here")),
    codeField(),
    field("recovery", t("recovery.label"), { value: form.recovery, autocomplete: "off", autocapitalize: "characters", spellcheck: "false", class: "code", oninput: (event) => (form.recovery = event.target.value) }, t("recovery.where")),
    h("button.primary.wide", { type: "submit", disabled: form.busy }, t("recovery.back")));
}

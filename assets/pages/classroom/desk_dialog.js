// Questions and small forms over the desk, one above the other, in the browser's own dialog (focus stays inside, Escape
// goes back).
import { h } from "./dom.js";
import { desk } from "./desk_store.js";
import { t } from "./words.js";

/** Opens a dialog: `view()` gives {title, body} at every drawing, or null when there is nothing to show any more. */
export function open(view) {
  desk.dialogs.push(view);
  desk.draw();
}

/** Goes back to what was under it. */
export function close() {
  desk.dialogs.pop();
  desk.draw();
}

export function closeAll() {
  desk.dialogs.length = 0;
  desk.draw();
}

/** Asks back: resolves to true when it was meant. `must`: a text that has to be typed first. */
export function sure({ title, text, yes, must = "" }) {
  return new Promise((answer) => {
    let typed = "";
    let open_ = true;
    const end = (meant) => {
      if (!open_) return;
      open_ = false;
      desk.dialogs = desk.dialogs.filter((one) => one !== view);
      desk.draw();
      answer(meant);
    };
    const view = () => ({
      title,
      body: [
        h("p", null, text),
        must && h("label", { class: "field" }, t("sure.type", { text: must }),
          h("input", { type: "text", autocomplete: "off", value: typed, oninput: (event) => {
            typed = event.target.value;
            desk.draw();
          } })),
        h("div", { class: "row end" },
          h("button", { type: "button", class: "quiet", onclick: () => end(false) }, t("sure.no")),
          h("button", {
            type: "button", class: "danger", disabled: must !== "" && typed.trim().toUpperCase() !== must.toUpperCase(),
            onclick: () => end(true),
          }, yes)),
      ],
    });
    view.dropped = () => end(false);
    open(view);
  });
}

let seen = null;

/** The dialog as it is now; part of the page all the time, so that opening it moves nothing. */
export function dialogs() {
  const view = desk.dialogs[desk.dialogs.length - 1];
  const shown = view ? view() : null;
  return h("dialog", {
    "aria-labelledby": "dialog-title", class: shown && shown.wide ? "wide" : null,
    oncancel: (event) => {
      event.preventDefault();
      drop();
    },
    update: (node) => {
      if (shown && !node.open) node.showModal();
      if (!shown && node.open) node.close();
      if (view !== seen && shown) document.getElementById("dialog-title").focus();
      seen = view;
    },
  }, shown && [
    h("div", { class: "dialog-head" },
      h("h2", { id: "dialog-title", tabindex: "-1" }, shown.title),
      h("button", { type: "button", class: "quiet cross", "aria-label": t("close"), onclick: drop }, "×")),
    h("div", { class: "dialog-body", key: desk.dialogs.length }, shown.body),
  ]);
}

function drop() {
  const view = desk.dialogs[desk.dialogs.length - 1];
  if (view && view.dropped) view.dropped();
  else close();
}

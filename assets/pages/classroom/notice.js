/** What is to be told to whoever looks at the page: one line at its foot, and in a sheet that covers it. */
import { h } from "./dom.js";
import { app, draw } from "./state.js";
import { t } from "./words.js";

/** The line, or nothing. */
export function notice() {
  return app.notice && h("aside.notice", { class: `is-${app.notice.tone}`, key: "notice" },
    h("span", app.notice.text),
    h("button.link", { onclick: () => ((app.notice = null), draw()) }, t("notice.close")));
}

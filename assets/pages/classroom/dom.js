/**
 * A page from values: h() says what there should be, render() makes the document so and keeps what is there already,
 * with its focus, its scroll and its open parts. Text goes in as text and never as markup.
 */
const SVG = "http://www.w3.org/2000/svg";
const AS_PROPERTY = new Set(["value", "checked", "disabled", "selected", "open", "hidden", "readOnly", "indeterminate"]);

/**
 * One element to be. `props`: attributes; `on…` handlers; `key` tells siblings apart; `ref` is called once with the new
 * element; `update` is called with it after every render; `opaque` leaves its children to whoever made them;
 * `style` is an object of properties. A button is no submit button unless it says so.
 * @param {string} selector tag and classes: `p.hint`
 * @param {Object} [props] may be left out
 * @param {...*} children texts, numbers, elements, arrays; null and false are passed over
 */
export function h(selector, ...rest) {
  const [tag, ...classes] = selector.split(".");
  const first = rest[0];
  const given = first && typeof first === "object" && !Array.isArray(first) && !first.tag ? rest.shift() : null;
  const props = tag === "button" ? { type: "button", ...given } : { ...given };
  if (classes.length) props.class = props.class ? `${classes.join(" ")} ${props.class}` : classes.join(" ");
  return { tag, props, children: flat(rest, []) };
}

function flat(children, into) {
  for (const child of children) {
    if (Array.isArray(child)) flat(child, into);
    else if (child === null || child === undefined || child === false || child === true || child === "") continue;
    else into.push(typeof child === "object" ? child : String(child));
  }
  return into;
}

/**
 * Makes the children of `parent` what `wanted` says.
 * @param {Element} parent
 * @param {*} wanted an element of h(), a text, or an array of these
 */
export function render(parent, wanted) {
  reconcile(parent, flat([wanted], []));
}

function reconcile(parent, wanted) {
  const old = Array.from(parent.childNodes);
  const keyed = new Map(old.filter((node) => node.ayKey !== undefined).map((node) => [node.ayKey, node]));
  const loose = old.filter((node) => node.ayKey === undefined);
  const kept = new Set();
  const nodes = wanted.map((want) => {
    const node = reuse(want, keyed, loose, kept) || make(want, parent);
    kept.add(node);
    return node;
  });
  for (const node of old) if (!kept.has(node)) node.remove();
  putInOrder(parent, nodes);
  nodes.forEach((node, place) => {
    if (typeof wanted[place] !== "string") fill(node, wanted[place]);
    else if (node.data !== wanted[place]) node.data = wanted[place];
  });
}

/** From the last to the first; what has the focus stays where it is and the others move, for moving would take it away. */
function putInOrder(parent, nodes) {
  const active = document.activeElement;
  const anchor = active === parent || !parent.contains(active) ? null : nodes.find((node) => node.contains(active));
  let next = null;
  for (const node of [...nodes].reverse()) {
    const there = node.parentNode === parent && node.nextSibling === next;
    if (!there && node !== anchor) parent.insertBefore(node, next);
    next = node;
  }
}

function reuse(want, keyed, loose, kept) {
  if (typeof want === "string") return take(loose, kept, (node) => node.nodeType === 3);
  const fits = (node) => node.nodeType === 1 && node.localName === want.tag && !node.ayForeign;
  if (want.props.key === undefined) return take(loose, kept, fits);
  const node = keyed.get(want.props.key);
  return node && fits(node) && !kept.has(node) ? node : null;
}

function take(loose, kept, fits) {
  const place = loose.findIndex((node) => fits(node) && !kept.has(node));
  return place < 0 ? null : loose.splice(place, 1)[0];
}

function make(want, parent) {
  if (typeof want === "string") return document.createTextNode(want);
  const inSvg = want.tag === "svg" || (parent.namespaceURI === SVG && parent.localName !== "foreignObject");
  const node = inSvg ? document.createElementNS(SVG, want.tag) : document.createElement(want.tag);
  if (want.props.key !== undefined) node.ayKey = want.props.key;
  node.ayProps = {};
  node.ayNew = true;
  return node;
}

function fill(node, want) {
  if (!want.props.opaque) reconcile(node, want.children);
  const before = node.ayProps || {};
  for (const name of Object.keys(before)) if (!(name in want.props)) put(node, name, null, before[name]);
  for (const [name, value] of Object.entries(want.props)) put(node, name, value, before[name]);
  node.ayProps = want.props;
  if (node.ayNew) {
    node.ayNew = false;
    if (want.props.ref) want.props.ref(node);
  }
  if (want.props.update) want.props.update(node);
}

function put(node, name, value, before) {
  if (name === "key" || name === "ref" || name === "update" || name === "opaque") return;
  if (name.startsWith("on")) return listen(node, name.slice(2), value);
  if (name === "style") return restyle(node, value || {}, before || {});
  if (AS_PROPERTY.has(name)) {
    // What somebody is typing is left alone unless what it should be has changed.
    if (name === "value" && value === before && document.activeElement === node) return;
    if (name === "open" && value === before) return;
    const plain = value === null || value === undefined ? (name === "value" ? "" : false) : value;
    if (node[name] !== plain) node[name] = plain;
    return;
  }
  if (value === before) return;
  if (value === null || value === undefined || value === false) node.removeAttribute(name);
  else node.setAttribute(name, value === true ? "" : String(value));
}

function listen(node, type, handler) {
  node.ayOn ||= {};
  if (!(type in node.ayOn)) node.addEventListener(type, (event) => node.ayOn[type]?.(event));
  node.ayOn[type] = handler;
}

function restyle(node, style, before) {
  for (const name of Object.keys(before)) if (!(name in style)) node.style.removeProperty(name);
  for (const [name, value] of Object.entries(style)) {
    if (before[name] !== value) node.style.setProperty(name, value);
  }
}

/** An SVG element made by hand, for pictures that move. */
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}

/** Moves the focus to an element by its id, when it is there; headings may be given it. */
export function focus(id) {
  const node = document.getElementById(id);
  if (!node) return false;
  if (!node.matches("a,button,input,select,textarea,summary,[tabindex]")) node.tabIndex = -1;
  node.focus({ preventScroll: false });
  return true;
}

const spoken = { polite: [], timer: 0 };

/**
 * Says a sentence to a screen reader. What comes within half a second is said together, so that it does not chatter.
 * @param {string} sentence
 * @param {boolean} urgent interrupts what is being read: for refusals and for changes of phase
 */
export function announce(sentence, urgent = false) {
  if (!sentence) return;
  if (urgent) return write("urgently", sentence);
  if (!spoken.polite.includes(sentence)) spoken.polite.push(sentence);
  spoken.timer ||= setTimeout(() => {
    spoken.timer = 0;
    write("quietly", spoken.polite.splice(0).slice(-4).join(" "));
  }, 500);
}

function write(id, sentence) {
  const node = document.getElementById(id);
  if (!node) return;
  // The same sentence twice is read twice only when the text changes.
  node.textContent = node.textContent === sentence ? sentence + "\u00a0" : sentence;
}

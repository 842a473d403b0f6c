// Building and keeping pieces of the page.

/** Makes an element: h("p", { class: "x", onclick }, "text", child, [more]). */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && typeof value === "boolean") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child || child === 0));
  return element;
}

export const byId = (id) => document.getElementById(id);

const kept = new WeakMap();

/**
 * Shows `items` in `container`, one element each. An element is built anew only when its item
 * changed, so that nothing the reader opened or selected is lost.
 */
export function keep(container, items, key, build, empty) {
  const before = kept.get(container) ?? new Map();
  const after = new Map();
  const language = document.documentElement.lang;
  for (const item of items) {
    const id = String(key(item));
    const mark = language + JSON.stringify(item);
    const old = before.get(id);
    if (old?.mark === mark) {
      after.set(id, old);
      continue;
    }
    const element = build(item);
    if (old) carryOver(old.element, element);
    else if (before.size || container.dataset.started) element.classList.add("fresh");
    after.set(id, { element, mark });
  }
  container.dataset.started = "yes";
  kept.set(container, after);
  const elements = [...after.values()].map((entry) => entry.element);
  if (!elements.length && empty) elements.push(empty());
  place(container, elements);
}

// what the reader unfolded stays unfolded
function carryOver(old, element) {
  const opened = [...old.querySelectorAll("details")].map((details) => details.open);
  element.querySelectorAll("details").forEach((details, index) => {
    if (opened[index] !== undefined) details.open = opened[index];
  });
}

function place(container, elements) {
  const wanted = new Set(elements);
  for (const child of [...container.children]) if (!wanted.has(child)) child.remove();
  elements.forEach((element, index) => {
    if (container.children[index] !== element) {
      container.insertBefore(element, container.children[index] ?? null);
    }
  });
}

/** Sets a text only when it differs. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** A note shown in an empty list. */
export const hint = (text) => h("p", { class: "hint" }, text);

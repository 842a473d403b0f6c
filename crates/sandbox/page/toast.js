// A word to the person at the page, for a few seconds.

import { byId, say } from "./dom.js";

const SHOWN_MS = 5000;

let hiding;

function show(text, good) {
  const toast = byId("toast");
  say(toast, text);
  toast.classList.toggle("is-good", good);
  toast.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => (toast.hidden = true), SHOWN_MS);
}

/** Something went wrong. */
export const complain = (error) => show(String(error?.message ?? error), false);

/** Something went well. */
export const praise = (text) => show(text, true);

// The pop-up cards on the employees' screens.

import { byId, h, hint, keep } from "./dom.js";
import { hue, initials, phone, time } from "./format.js";
import { icon } from "./icons.js";
import { t } from "./texts.js";

const SHOWN_CARDS = 3;

/** Shows a small screen for everybody who has a short number. */
export function showScreens({ users, cards }) {
  const people = users.filter((user) => user.short_number && user.status === "Active");
  const screens = people.map((user) => ({
    id: user.id,
    name: [user.name, user.lastname].filter(Boolean).join(" "),
    extension: user.short_number,
    cards: newest(cards.filter((card) => card.employee === `user:${user.id}`)),
  }));
  keep(byId("screens"), screens, (screen) => screen.id, showScreen);
}

const isLive = (card) => ["ringing", "talking"].includes(card.state);

// calls going on first, then the newest
function newest(cards) {
  const order = [...cards].reverse().sort((left, right) => isLive(right) - isLive(left));
  return order.slice(0, SHOWN_CARDS);
}

function showScreen({ name, extension, cards }) {
  const face = h("span", { class: "face" }, initials(name));
  face.style.setProperty("--hue", hue(name));
  return h(
    "article",
    { class: "screen" },
    h("header", {}, face, h("strong", {}, name), h("span", { class: "short" }, extension)),
    h("div", { class: "screen-cards" }, cards.length ? cards.map(showCard) : hint(t("quietScreen"))),
  );
}

function showCard(card) {
  const name = named(card.contact_name, card.phone);
  const number = phone(card.phone);
  const under = [name === number ? "" : number, card.line_name].filter(Boolean).join(" · ");
  return h(
    "div",
    { class: `popup is-${card.state}` },
    h(
      "p",
      { class: "popup-state" },
      icon(card.state === "missed" ? "missed" : card.direction === "in" ? "incoming" : "outgoing"),
      h("span", {}, t(`state_${card.state}`)),
      isLive(card) ? h("time", { "data-since": card.changed }) : h("time", {}, time(card.changed)),
    ),
    h("p", { class: "popup-name" }, name),
    h("p", { class: "popup-line" }, under),
  );
}

// Planfix names a contact it made by itself after the number
const named = (name, number) => (name && /\D/.test(name) ? name : phone(name || number));

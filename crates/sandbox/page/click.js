// Clicks on a number in Planfix: who clicks, and the button itself.

import { post } from "./api.js";
import { byId, h, keep } from "./dom.js";
import { phone } from "./format.js";
import { icon } from "./icons.js";
import { t } from "./texts.js";
import { complain, praise } from "./toast.js";

let clicking;

/** Shows who may click: everybody who has a short number. */
export function showClickers({ users }) {
  const people = users.filter((user) => user.short_number && user.status === "Active");
  if (!people.some((user) => user.id === clicking)) clicking = people[0]?.id;
  const rows = people.map((user) => ({
    id: user.id,
    name: `${user.name} ${user.short_number}`,
    chosen: user.id === clicking,
  }));
  keep(byId("clickers"), rows, (row) => row.id, (row) => choice(row, users));
}

function choice({ id, name, chosen }, users) {
  const choose = () => {
    clicking = id;
    showClickers({ users });
    byId("clickers").querySelector("[aria-pressed=true]")?.focus();
  };
  return h("button", { type: "button", "aria-pressed": String(chosen), onclick: choose }, name);
}

/** Who acts in Planfix now. */
export const clicker = () => clicking;

/** «Позвонить» beside a number; `place` is `{ contact: id }` or `{ task: id }`. */
export function callButton(number, place, label = t("callThem")) {
  const click = async (event) => {
    const button = event.currentTarget;
    button.disabled = true;
    try {
      const outcome = await post("planfix/click", { user: clicking, phone: number, ...place });
      if (outcome.accepted) praise(`${t("ordered")} ${phone(number)}`);
      else complain(outcome.shown || `${t("refused")} ${outcome.status ?? ""}`);
    } finally {
      button.disabled = false;
    }
  };
  const props = { type: "button", class: "call-them", title: phone(number), onclick: click };
  return h("button", props, icon("phone"), h("span", {}, label));
}

// The switches that make Planfix misbehave.

import { patch, post, remove } from "./api.js";
import { byId, h, say } from "./dom.js";
import { t } from "./texts.js";

export const FAULTS = {
  delay: { kind: "delay", millis: 5000 },
  error_before: { kind: "server_error", when: "before_commit" },
  error_after: { kind: "server_error", when: "after_commit" },
  cut_after: { kind: "cut", when: "after_commit" },
  throttle_403: { kind: "throttle", shape: "forbidden", seconds: 5 },
  throttle_429: { kind: "throttle", shape: "too_many_requests", seconds: 5 },
  throttle_200: { kind: "throttle", shape: "quiet_failure", seconds: 5 },
  revoked: { kind: "revoked_token" },
  html: { kind: "html_page" },
  empty: { kind: "empty_reply" },
};
const DOORS = [
  ["rest", "doorRest", Object.keys(FAULTS)],
  ["telephony", "doorTelephony", ["delay", "error_before", "error_after", "cut_after", "revoked", "html"]],
  ["planfix_chat", "doorPlanfixChat", ["delay", "error_before", "error_after", "cut_after", "revoked", "html"]],
];

/** A button that arms a fault. */
export function faultButton(label, press) {
  return h("button", { type: "button", class: "fault", onclick: press }, label);
}

// arming changes nothing in the account, so the feed of changes is silent about it
const tell = () => dispatchEvent(new Event("switched"));

let built;
let forOne = true;

/** Shows the switches and how many of them are on. */
export function showFaults({ armed, settings }) {
  const language = document.documentElement.lang;
  const state = JSON.stringify([language, forOne, armed, settings.one_per_second]);
  badge(byId("faults-armed"), armed.length + Number(settings.one_per_second));
  if (state === built) return;
  built = state;
  byId("faults").replaceChildren(
    h("div", { class: "segments" }, howLong(true, armed, settings), howLong(false, armed, settings)),
    h("label", { class: "switch" }, onePerSecond(settings), h("span", {}, t("onePerSecond"))),
    ...DOORS.map(([door, title, names]) => doorFaults(door, t(title), names, armed)),
    h("button", { type: "button", class: "quiet", onclick: mend }, t("repair")),
  );
}

/** Shows how many faults are on, or nothing. */
export function badge(element, count) {
  element.hidden = count === 0;
  say(element, `${t("armed")}: ${count}`);
}

function howLong(one, armed, settings) {
  const choose = () => {
    forOne = one;
    showFaults({ armed, settings });
  };
  const props = { type: "button", "aria-pressed": String(forOne === one), onclick: choose };
  return h("button", props, t(one ? "once" : "always"));
}

function onePerSecond(settings) {
  const change = (event) => patch("planfix/settings", { one_per_second: event.target.checked });
  return h("input", { type: "checkbox", checked: settings.one_per_second, onchange: change });
}

function doorFaults(door, title, names, armed) {
  const buttons = names.map((name) => {
    const on = armed.some((one) => one.door === door && same(one.fault, FAULTS[name]));
    const button = faultButton(t(`fault_${name}`), () => arm(door, FAULTS[name]));
    button.classList.toggle("is-on", on);
    return button;
  });
  return h("fieldset", {}, h("legend", {}, title), buttons);
}

const same = (left, right) => JSON.stringify(left) === JSON.stringify(right);

async function arm(door, fault) {
  await post("planfix/faults", { door, fault, ...(forOne ? { times: 1 } : {}) });
  tell();
}

async function mend() {
  await remove("planfix/faults");
  await patch("planfix/settings", { one_per_second: false });
  tell();
}

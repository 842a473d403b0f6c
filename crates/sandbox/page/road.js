// What may happen to notifications on their way, and how UIS itself may misbehave.

import { post, put, remove } from "./api.js";
import { byId, h } from "./dom.js";
import { FAULTS, badge, faultButton } from "./faults.js";
import { t } from "./texts.js";

export const ORDERS = [["as_sent", "asSent"], ["reversed", "reversed"], [{ shuffled: 7 }, "shuffled"], ["held", "held"]];
export const LAGS = [[{ secs: 0 }, "atOnce"], [{ secs: 10 }, "after10"], [{ secs: 60 }, "after60"], ["never", "never"]];
const DATA_API = {
  fault_error: FAULTS.error_before,
  fault_limit: FAULTS.throttle_403,
  fault_revoked: FAULTS.revoked,
  fault_html: FAULTS.html,
  fault_delay: FAULTS.delay,
};

let built;

/** Shows the switches and how many of them are on. */
export function showRoad({ settings, held, armed }) {
  const { tricks } = settings;
  const on = [tricks.duplicate, tricks.numbers_as_texts, !settings.ip_allowed, tricks.order !== "as_sent"];
  badge(byId("road-armed"), on.filter(Boolean).length + tricks.lose.length + armed.length);
  const state = JSON.stringify([document.documentElement.lang, settings, held, armed]);
  if (state === built) return;
  built = state;
  const trick = (change) => put("uis/settings", { tricks: change });
  byId("road").replaceChildren(
    choice("roadOrder", ORDERS, tricks.order, (order) => trick({ order })),
    held ? h("button", { type: "button", class: "loud", onclick: () => post("uis/held/release") }, `${t("release")}: ${held}`) : "",
    box("duplicate", tricks.duplicate, (duplicate) => trick({ duplicate })),
    box("numbersAsTexts", tricks.numbers_as_texts, (numbers_as_texts) => trick({ numbers_as_texts })),
    ...[["talk_started", "loseStart"], ["call_finished", "loseEnd"]].map(([kind, label]) =>
      box(label, tricks.lose.includes(kind), (lost) => trick({ lose: toggled(tricks.lose, kind, lost) })),
    ),
    choice("reportLag", LAGS, settings.report_lag, (report_lag) => put("uis/settings", { report_lag })),
    box("ipDenied", !settings.ip_allowed, (denied) => put("uis/settings", { ip_allowed: !denied })),
    dataApi(armed),
    h("button", { type: "button", class: "quiet", onclick: () => mend() }, t("repair")),
  );
}

/** One of several, as buttons. */
export function choice(label, options, present, choose) {
  const buttons = options.map(([value, name]) => {
    const chosen = JSON.stringify(kindOf(value)) === JSON.stringify(kindOf(present));
    const props = { type: "button", "aria-pressed": String(chosen), onclick: () => choose(value) };
    return h("button", props, t(name));
  });
  return h("fieldset", {}, h("legend", {}, t(label)), h("div", { class: "segments" }, buttons));
}

// any seed is a shuffle
const kindOf = (value) => (value.shuffled === undefined ? value : "shuffled");

/** A switch. */
export function box(label, on, change) {
  const input = h("input", { type: "checkbox", checked: on, onchange: (event) => change(event.target.checked) });
  return h("label", { class: "switch" }, input, h("span", {}, t(label)));
}

const toggled = (list, item, wanted) => (wanted ? [...list, item] : list.filter((one) => one !== item));

function dataApi(armed) {
  const buttons = Object.entries(DATA_API).map(([label, fault]) => {
    const press = () => post("uis/faults", { door: "data_api", times: 1, fault });
    const button = faultButton(t(label), press);
    button.classList.toggle("is-on", armed.some((one) => one.fault.kind === fault.kind));
    return button;
  });
  return h("fieldset", {}, h("legend", {}, `${t("dataApi")} · ${t("once")}`), buttons);
}

async function mend() {
  await remove("uis/faults");
  const tricks = { order: "as_sent", duplicate: false, numbers_as_texts: false, lose: [] };
  await put("uis/settings", { ip_allowed: true, report_lag: { secs: 10 }, tricks });
}

// How ordered calls go on, and whom UIS asks for a personal manager.

import { post, put } from "./api.js";
import { byId, h, hint } from "./dom.js";
import { FAULTS, badge, faultButton } from "./faults.js";
import { showLine } from "./ledger.js";
import { t } from "./texts.js";

const ORDERED = ["answered", "busy", "no_answer", "not_available", "employee_silent"];
const ANSWERED = { answered: { after_secs: 4, talk_secs: 30 } };
const CARRIERS = [["post_form", "POST"], ["get", "GET"]];
const CALL_API = {
  fault_error: FAULTS.error_before,
  fault_error_after: FAULTS.error_after,
  fault_limit: FAULTS.throttle_403,
  fault_revoked: FAULTS.revoked,
  fault_delay: FAULTS.delay,
};
const SHOWN = 20;

let built;

/** Shows the switches, how many are not as usual, and what the Call API was asked. */
export function showCallApi({ settings, armed, asked }) {
  const { call_api, blacklist, personal_manager } = settings;
  const faults = armed.filter((one) => one.door === "call_api");
  const odd = [!call_api.basic, !call_api.control, blacklist.length > 0];
  badge(byId("call-api-armed"), odd.filter(Boolean).length + faults.length);
  const language = document.documentElement.lang;
  const state = JSON.stringify([language, call_api, blacklist, personal_manager, faults, asked]);
  if (state === built) return;
  built = state;
  const change = (patch) => put("uis/settings", { call_api: patch });
  byId("call-api").replaceChildren(
    segments("orderedCall", ORDERED.map((name) => [name, t(`ordered_${name}`)]), ordered(call_api), (name) =>
      change({ ordered: name === "answered" ? ANSWERED : name }),
    ),
    box(t("packageBasic"), call_api.basic, (basic) => change({ basic })),
    box(t("packageControl"), call_api.control, (control) => change({ control })),
    text("blacklist", blacklist.join(", "), "79030000000", (value) =>
      put("uis/settings", { blacklist: value.split(/[\s,;]+/).filter(Boolean) }),
    ),
    text("managerUrl", personal_manager.url ?? "", "https://…", (value) =>
      put("uis/settings", { personal_manager: { url: value || null } }),
    ),
    segments("managerMethod", CARRIERS, personal_manager.carrier, (carrier) =>
      put("uis/settings", { personal_manager: { carrier } }),
    ),
    trouble(faults),
    h("ol", { class: "ledger" }, asked.length ? asked.slice(0, SHOWN).map(showLine) : hint(t("noOrders"))),
  );
}

const ordered = ({ ordered }) => (typeof ordered === "string" ? ordered : Object.keys(ordered)[0]);

function segments(label, options, present, choose) {
  const buttons = options.map(([value, name]) =>
    h("button", { type: "button", "aria-pressed": String(value === present), onclick: () => choose(value) }, name),
  );
  return h("fieldset", {}, h("legend", {}, t(label)), h("div", { class: "segments" }, buttons));
}

function box(label, on, change) {
  const input = h("input", { type: "checkbox", checked: on, onchange: (event) => change(event.target.checked) });
  return h("label", { class: "switch" }, input, h("span", {}, label));
}

function text(label, value, placeholder, save) {
  const change = (event) => save(event.target.value.trim());
  const input = h("input", { value, placeholder, autocomplete: "off", spellcheck: "false", onchange: change });
  return h("label", { class: "text-field" }, h("span", {}, t(label)), input);
}

function trouble(faults) {
  const buttons = Object.entries(CALL_API).map(([label, fault]) => {
    const button = faultButton(t(label), () => post("uis/faults", { door: "call_api", times: 1, fault }));
    const same = (one) => JSON.stringify(one.fault) === JSON.stringify(fault);
    button.classList.toggle("is-on", faults.some(same));
    return button;
  });
  return h("fieldset", {}, h("legend", {}, `${t("callApi")} · ${t("once")}`), buttons);
}

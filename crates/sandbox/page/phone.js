// The telephone of the company: calls going on and everybody's phone.

import { put } from "./api.js";
import { byId, h, keep, say } from "./dom.js";
import { duration, hue, initials, phone, since } from "./format.js";
import { icon } from "./icons.js";
import { t } from "./texts.js";

/** Shows the calls going on and who rings or talks. */
export function showPhone(uis) {
  const screen = byId("phone");
  if (!screen.children.length) {
    screen.append(
      h("div", { class: "device-bar" }, h("span", { class: "device-clock" }), h("span", {}, "UIS")),
      h("div", { class: "device-calls" }),
      h("div", { class: "device-people" }),
    );
  }
  const [, calls, people] = screen.children;
  const numbers = new Map(uis.company.numbers.map((number) => [number.number, number.name]));
  const withNames = uis.calls.map((call) => ({ ...call, line: numbers.get(call.virtual_number) }));
  keep(calls, withNames, (call) => call.session, showCall, idle);
  keep(people, uis.company.employees.map(stateIn(uis.calls)), (one) => one.id, showEmployee);
  tickPhone();
}

/** Moves the clock and the lengths of calls on. */
export function tickPhone() {
  const clock = document.querySelector(".device-clock");
  if (!clock) return;
  const now = new Date();
  say(clock, now.toLocaleTimeString("ru", { hour: "2-digit", minute: "2-digit" }));
  for (const timer of document.querySelectorAll("[data-since]")) {
    say(timer, duration(since(timer.dataset.since)));
  }
}

function idle() {
  return h(
    "div",
    { class: "idle" },
    h("span", { class: "idle-mark" }, icon("phone")),
    h("strong", {}, t("idle")),
    h("span", {}, t("idleHint")),
  );
}

function showCall(call) {
  const states = Object.values(call.phones);
  const talking = states.includes("talking");
  const internal = !call.virtual_number;
  const incoming = call.direction === "in";
  const kind = internal ? "internalCall" : incoming ? "incomingCall" : "outgoingCall";
  const doing = call.client === "on_hold" ? "onHold" : talking ? "talking" : waitsFor(call, incoming);
  return h(
    "article",
    { class: `live-call is-${talking ? "talking" : "ringing"}` },
    h("p", { class: "live-kind" }, icon(incoming ? "incoming" : "outgoing"), t(kind)),
    h("p", { class: "live-number" }, phone(call.contact_phone)),
    h("p", { class: "live-line" }, internal ? "" : [h("span", {}, call.line ?? ""), h("span", {}, phone(call.virtual_number))]),
    h(
      "p",
      { class: "live-state" },
      h("span", { class: "wave" }, h("i"), h("i"), h("i"), h("i")),
      h("span", {}, t(doing)),
      h("time", { "data-since": call.started_at }),
    ),
  );
}

// the customer of an ordered call is rung only after the employee has picked up
function waitsFor(call, incoming) {
  if (!call.client) return "ringsEmployee";
  if (call.client === "dialing") return "dialing";
  return Object.keys(call.phones).length ? (incoming ? "ringing" : "dialing") : "inScenario";
}

const stateIn = (calls) => (employee) => {
  const states = calls.map((call) => call.phones[employee.id]).filter(Boolean);
  const active = employee.phones.some((one) => one.is_active);
  const state = states.includes("talking") ? "talking" : (states[0] ?? (active ? "resting" : "off"));
  const name = `${employee.first_name} ${employee.last_name}`.trim();
  return { id: employee.id, name, extension: employee.extension, state, active };
};

function showEmployee({ id, name, extension, state, active }) {
  const face = h("span", { class: "face" }, initials(name));
  face.style.setProperty("--hue", hue(name));
  const toggle = () => put(`uis/employees/${id}/phones`, { active: !active });
  const title = t(active ? "switchOff" : "switchOn");
  return h(
    "button",
    { type: "button", class: `person is-${state}`, title, onclick: toggle },
    face,
    h("span", { class: "person-name" }, name, h("small", {}, extension ?? t("noExtension"))),
    h("span", { class: "person-state" }, t(state)),
  );
}

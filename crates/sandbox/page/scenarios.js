// The buttons that let calls happen.

import { get, post, put } from "./api.js";
import { byId, h, keep } from "./dom.js";
import { icon } from "./icons.js";
import { either, t } from "./texts.js";
import { complain } from "./toast.js";

let scenarios = [];
let group;
let speed = 4;

/** Fetches the list and sets the buttons up. */
export async function startScenarios() {
  scenarios = (await get("scenarios")).scenarios;
  group = scenarios[0]?.group;
  for (const button of byId("speeds").children) {
    button.addEventListener("click", () => chooseSpeed(Number(button.dataset.speed)));
  }
  chooseSpeed(speed);
  showScenarios();
}

function chooseSpeed(factor) {
  speed = factor;
  // calls that begin with a click keep the same speed
  put("uis/settings", { call_api: { speed } }).catch(complain);
  for (const button of byId("speeds").children) {
    button.setAttribute("aria-pressed", String(Number(button.dataset.speed) === factor));
  }
}

/** Shows the headings and the scenarios of the chosen one. */
export function showScenarios() {
  byId("caller").placeholder = t("callerHint");
  const groups = [...new Set(scenarios.map((scenario) => scenario.group))];
  const tabs = groups.map((name) => ({ name, chosen: name === group }));
  keep(byId("groups"), tabs, (tab) => tab.name, showTab);
  const chosen = scenarios.filter((scenario) => scenario.group === group);
  keep(byId("scenarios"), chosen, (scenario) => scenario.id, showScenario);
}

function showTab({ name, chosen }) {
  const choose = () => {
    group = name;
    showScenarios();
    byId("groups").querySelector("[aria-pressed=true]")?.focus();
  };
  const props = { type: "button", "aria-pressed": String(chosen), onclick: choose };
  return h("button", props, t(`group_${name}`));
}

function showScenario(scenario) {
  const button = h(
    "button",
    { type: "button", class: "scenario", onclick: () => play(scenario, button) },
    h("span", { class: "scenario-play" }, icon("play")),
    h("strong", {}, either(scenario.title)),
    h("span", { class: "scenario-sees" }, either(scenario.sees)),
  );
  return button;
}

async function play(scenario, button) {
  const phone = byId("caller").value.replace(/\D/g, "").replace(/^8(?=\d{10}$)/, "7");
  button.classList.add("is-playing");
  setTimeout(() => button.classList.remove("is-playing"), 1500);
  try {
    await post(`scenarios/${scenario.id}/play`, phone ? { phone, speed } : { speed });
  } catch (error) {
    complain(error);
  }
}

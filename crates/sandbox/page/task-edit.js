// What a person changes in a task of Planfix: its status and its amount.

import { patch } from "./api.js";
import { h } from "./dom.js";
import { t } from "./texts.js";

/** The form of a task. */
export function taskEdit(task, { objects, amounts }) {
  const statuses = objects.find((object) => object.id === task.object)?.statuses;
  if (!statuses) return "";
  const status = h(
    "select",
    { "aria-label": t("status") },
    statuses.map((one) => h("option", { value: one.id, selected: one.id === task.status }, one.name)),
  );
  const [field, name] = amounts[0] ?? [];
  const amount = h("input", {
    type: "number",
    step: "0.01",
    min: "0",
    inputmode: "decimal",
    placeholder: name,
    "aria-label": name,
    value: task.custom?.[field] ?? "",
  });
  const save = async (event) => {
    event.preventDefault();
    const value = amount.value === "" ? null : Number(amount.value);
    await patch(`planfix/tasks/${task.id}`, { status: Number(status.value), fields: field ? { [field]: value } : {} });
  };
  return h(
    "form",
    { class: "task-edit", onsubmit: save },
    status,
    field ? amount : "",
    h("button", { type: "submit", class: "quiet" }, t("save")),
  );
}

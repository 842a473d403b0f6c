// Tasks as a person sees them in Planfix.

import { callButton } from "./click.js";
import { showEntry } from "./contacts.js";
import { byId, h, hint, keep, say } from "./dom.js";
import { hue, initials, phone, time } from "./format.js";
import { taskEdit } from "./task-edit.js";
import { safeHtml } from "./safe-html.js";
import { showTalk } from "./talk.js";
import { t } from "./texts.js";

/** Shows the tasks, the newest first. */
export function showTasks({ tasks, contacts, users, history, objects, amounts, talks }) {
  const numbers = new Map(contacts.map((contact) => [`contact:${contact.id}`, contact.phones[0]?.number]));
  const people = new Map(users.map((user) => [`user:${user.id}`, `${user.name} ${user.lastname}`.trim()]));
  const callsOf = (task) => history.filter((entry) => entry.task === task.id).reverse();
  const rows = [...tasks].reverse().map((task) => ({
    ...task,
    talk: Object.entries(talks).find(([, talk]) => talk.task === task.id),
    number: numbers.get(task.counterparty),
    choices: { objects, amounts },
    calls: callsOf(task).map((entry) => ({ ...entry, who: people.get(entry.employee) ?? "" })),
  }));
  say(byId("task-count"), rows.length ? String(rows.length) : "");
  keep(byId("tasks"), rows, (task) => task.id, showTask, () => hint(t("noTasks")));
}

function showTask(task) {
  return h(
    "article",
    { class: `task${task.is_active ? "" : " is-closed"}` },
    h(
      "header",
      {},
      h("strong", {}, task.name),
      h("span", { class: "status" }, task.status_name),
    ),
    h("p", { class: "task-about" }, `№ ${task.id} · ${task.object_name} · ${time(task.created)}`),
    h(
      "div",
      { class: "task-people" },
      person(t("assignee"), task.assignee_names),
      client(task),
      task.number ? callButton(task.number, { task: task.id }) : "",
    ),
    fields(task.fields),
    taskEdit(task, task.choices),
    task.description
      ? h("details", { class: "task-text" }, h("summary", {}, t("description")), h("div", {}, safeHtml(task.description)))
      : "",
    task.talk ? showTalk(...task.talk) : "",
    task.calls.length ? h("ol", { class: "calls" }, task.calls.map(showEntry)) : "",
  );
}

function person(label, names) {
  const name = names.join(", ");
  const face = h("span", { class: "face small" }, name ? initials(names[0]) : "?");
  face.style.setProperty("--hue", hue(shortName(name)));
  return h("div", {}, face, h("span", {}, h("small", {}, label), name ? shortName(name) : t("nobody")));
}

// without the patronymic, as the other lists show him
function shortName(name) {
  const words = name.split(" ");
  return words.length === 3 ? `${words[0]} ${words[2]}` : name;
}

function client(task) {
  const name = task.counterparty_name;
  const shown = name && !/\D/.test(name) ? phone(name) : name;
  return h("div", {}, h("span", {}, h("small", {}, t("counterparty")), shown || t("nobody")));
}

function fields(rows) {
  const filled = rows.filter(([, value]) => value !== null && value !== "");
  if (!filled.length) return "";
  const row = ([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, plain(value)));
  return h("dl", { class: "fields" }, filled.map(row));
}

const plain = (value) => (typeof value === "object" ? (value.name ?? value.value ?? JSON.stringify(value)) : String(value));

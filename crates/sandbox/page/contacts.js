// Contacts and the calls in their histories.

import { callButton } from "./click.js";
import { byId, h, hint, keep, say } from "./dom.js";
import { duration, hue, initials, phone, time } from "./format.js";
import { icon } from "./icons.js";
import { t } from "./texts.js";

/** Shows the contacts, the one with the newest call first. */
export function showContacts({ users, contacts, history }) {
  const people = new Map(users.map((user) => [`user:${user.id}`, `${user.name} ${user.lastname}`.trim()]));
  const present = contacts.filter((contact) => !contact.is_deleted);
  const rows = present.map((contact) => {
    const calls = history.filter((entry) => entry.contact === contact.id && entry.in_card).reverse();
    return {
      ...contact,
      owners: contact.supervisors.users.map((user) => people.get(user) ?? user),
      calls: calls.map((entry) => ({ ...entry, who: people.get(entry.employee) ?? "" })),
      newest: calls[0]?.at ?? contact.created,
    };
  });
  rows.sort((left, right) => right.newest.localeCompare(left.newest) || right.id - left.id);
  say(byId("contact-count"), rows.length ? String(rows.length) : "");
  keep(byId("contacts"), rows, (row) => row.id, showContact, () => hint(t("noContacts")));
}

function showContact(contact) {
  const name = [contact.name, contact.midname, contact.lastname].filter(Boolean).join(" ");
  const shown = /\D/.test(name) ? name : phone(name || contact.phones[0]?.number);
  const face = h("span", { class: "face" }, /\p{L}/u.test(shown) ? initials(shown) : icon("user"));
  face.style.setProperty("--hue", hue(shown));
  return h(
    "article",
    { class: "contact" },
    h(
      "header",
      {},
      face,
      h("div", {}, h("strong", {}, shown), h("small", {}, details(contact, shown))),
      h("span", { class: "number" }, `№ ${contact.id}`),
    ),
    dial(contact),
    contact.calls.length ? h("ol", { class: "calls" }, contact.calls.map(showEntry)) : "",
  );
}

// one number needs no name, several do
function dial(contact) {
  const numbers = contact.phones.map((one) => one.number);
  const label = (number) => (numbers.length > 1 ? phone(number) : undefined);
  const button = (number) => callButton(number, { contact: contact.id }, label(number));
  return numbers.length ? h("div", { class: "dial" }, numbers.map(button)) : "";
}

function details(contact, shown) {
  const phones = contact.phones.map((one) => phone(one.number)).filter((one) => one !== shown);
  const owner = contact.owners.length ? `${t("owner")}: ${contact.owners.join(", ")}` : "";
  return [...phones, contact.email, owner].filter(Boolean).join(" · ");
}

/** A call, as it stands in a card or in a task. */
export function showEntry(entry) {
  const missed = !entry.employee;
  return h(
    "li",
    { class: missed ? "is-missed" : "" },
    h("span", { class: "calls-mark" }, icon(missed ? "missed" : entry.direction === "in" ? "incoming" : "outgoing")),
    h(
      "div",
      {},
      h("strong", {}, t(missed ? "missedCall" : "call")),
      h("small", {}, [entry.who, entry.line_name].filter(Boolean).join(" · ")),
    ),
    entry.recording ? recording(entry.recording) : "",
    h("span", { class: "calls-when" }, missed ? "" : h("b", {}, duration(entry.duration)), h("time", {}, time(entry.at))),
  );
}

function recording(address) {
  const props = { class: "listen", href: address, target: "_blank", rel: "noreferrer noopener", title: t("recording") };
  return h("a", props, icon("sound"), h("span", {}, t("recording")));
}

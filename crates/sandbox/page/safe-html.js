// Descriptions are HTML written by the other side: only harmless tags are let through.

const ALLOWED = new Set(
  "A B BLOCKQUOTE BR CODE DIV EM H1 H2 H3 H4 HR I LI OL P PRE S SPAN STRONG TABLE TBODY TD TH THEAD TR U UL"
    .split(" "),
);
const DROPPED = new Set(["SCRIPT", "STYLE", "IFRAME", "OBJECT", "TEMPLATE", "NOSCRIPT"]);

/** A fragment with the harmless part of `html`. */
export function safeHtml(html) {
  const parsed = new DOMParser().parseFromString(html ?? "", "text/html");
  const fragment = document.createDocumentFragment();
  fragment.append(...copy(parsed.body));
  return fragment;
}

function copy(node) {
  return [...node.childNodes].flatMap((child) => {
    if (child.nodeType === Node.TEXT_NODE) return [child.textContent];
    if (child.nodeType !== Node.ELEMENT_NODE || DROPPED.has(child.tagName)) return [];
    if (!ALLOWED.has(child.tagName)) return copy(child);
    const element = document.createElement(child.tagName);
    if (child.tagName === "A") link(element, child.getAttribute("href"));
    element.append(...copy(child));
    return [element];
  });
}

function link(element, address) {
  if (!/^https?:/i.test(address ?? "")) return;
  element.href = address;
  element.target = "_blank";
  element.rel = "noreferrer noopener";
}

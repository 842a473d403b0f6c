// Small pictures, drawn here so that nothing is fetched.

const SHAPES = {
  incoming: "M19 5 9 15m0-7v7h7",
  outgoing: "M7 17 17 7m-7 0h7v7",
  missed: "m6 6 12 12M18 6 6 18",
  play: "M8 5.500v13l11-6.500z",
  phone:
    "M6.500 4h3l1.500 4-2 1.500a11 11 0 0 0 5.500 5.500l1.500-2 4 1.500v3a2 2 0 0 1-2.200 2A16 16 0 0 1 4.500 6.200 2 2 0 0 1 6.500 4z",
  mail: "M4 6h16v12H4zm0 1 8 6 8-6",
  user: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-8 8c0-4 3.500-6 8-6s8 2 8 6",
  task: "m8 12 3 3 5.500-6M5 4h14v16H5z",
  sound: "M5 10v4m4-7v10m4-13v16m4-12v8m4-6v4",
};

/** An icon of the current text's colour and size. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg.namespaceURI, "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

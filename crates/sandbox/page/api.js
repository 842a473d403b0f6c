// The control doors of the sandbox.

const at = (path) => new URL(`control/${path}`, document.baseURI);

async function ask(path, options) {
  const response = await fetch(at(path), options);
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  const text = await response.text();
  return text ? JSON.parse(text) : null;
}

const send = (method) => (path, body) =>
  ask(path, {
    method,
    headers: body === undefined ? {} : { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });

export const get = (path) => ask(path);
export const post = send("POST");
export const put = send("PUT");
export const patch = send("PATCH");
export const remove = send("DELETE");

// browsers and proxies drop a connection that is silent for too long
const LONGEST_WAIT_MS = 25_000;
const REST_AFTER_FAILURE_MS = 1_500;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Calls `changed` at once and then after each change; `online` tells whether the sandbox answers. */
export async function watch(changed, online) {
  let revision;
  for (;;) {
    try {
      const now = revision === undefined ? await get("changes") : await nextChange(revision);
      revision = now?.revision ?? revision;
      await changed();
      online(true);
    } catch (error) {
      console.warn(error);
      online(false);
      revision = undefined;
      await pause(REST_AFTER_FAILURE_MS);
    }
  }
}

async function nextChange(after) {
  try {
    return await ask(`changes?after=${after}`, { signal: AbortSignal.timeout(LONGEST_WAIT_MS) });
  } catch (error) {
    if (error.name === "TimeoutError") return null;
    throw error;
  }
}

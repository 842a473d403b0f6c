// The one way to the server. Types come from its own description.
import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];
export type Role = Schemas['Role'];
export type Problem = Schemas['Problem'];
export type SettingsProblem = Schemas['SettingsProblem'];

let pageKey = '';

/** What our page shows with every change; another site can't know it. */
export function setPageKey(key: string) {
  pageKey = key;
}

let frameToken = '';

/** The session of a page in a frame, where browsers keep cookies back. In memory only. */
export function setFrameToken(token: string) {
  frameToken = token;
}

/** Whether the session is shown with every request instead of a cookie. */
export function isFramed(): boolean {
  return frameToken !== '';
}

/** By what the server knows a request of ours, besides the cookie. */
export function credentials(): Record<string, string> {
  if (frameToken) return { Authorization: `Bearer ${frameToken}` };
  return pageKey ? { 'X-Page-Key': pageKey } : {};
}

const showCredentials: Middleware = {
  onRequest({ request }) {
    for (const [name, shown] of Object.entries(credentials())) request.headers.set(name, shown);
    return request;
  },
};

export const api = createClient<paths>({ baseUrl: window.location.origin });
api.use(showCredentials);

/** What the server refused, or that it can't be reached. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status: number,
    readonly problem?: Problem,
  ) {
    super(message);
  }
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer's value; whatever is no success is thrown as an ApiError. */
export async function value<T>(asked: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await asked;
  } catch {
    throw new ApiError('offline', '', 0);
  }
  if (answer.response.ok) return answer.data as T;
  const problem = answer.error as Problem | undefined;
  const status = answer.response.status;
  if (problem && typeof problem === 'object' && 'code' in problem) {
    throw new ApiError(problem.code, problem.detail ?? problem.title, status, problem);
  }
  throw new ApiError('unexpected', '', status);
}

export function isError(error: unknown, code: string): error is ApiError {
  return error instanceof ApiError && error.code === code;
}

/** What the root layout tells the browser about the server beside it. */
export interface ServerFacts {
  /** Full address of the GraphQL endpoint; absent = `port` of the host that serves the studio. */
  api?: string;
  /** Port of the API beside the studio; absent = 4000. */
  port?: number;
  /** True where demo accounts exist, so the sign-in page may show them. */
  demo: boolean;
}

declare global {
  interface Window {
    __PLANWRIGHT__?: ServerFacts;
  }
}

/** Address of the API over HTTP. */
export function apiAddress(facts: ServerFacts | undefined, page: { protocol: string; hostname: string }): string {
  return facts?.api ?? `${page.protocol}//${page.hostname}:${facts?.port ?? 4000}/graphql`;
}

/** The same path over WebSocket: `http` becomes `ws`, `https` becomes `wss`. */
export function socketAddress(api: string): string {
  return api.replace(/^http/, 'ws');
}

/** Reads the facts from the environment of the studio's process, at each request. */
export function serverFacts(environment: Readonly<Record<string, string | undefined>>): ServerFacts {
  const { PLANWRIGHT_API_URL: api, API_PORT: port, PLANWRIGHT_DEMO: demo } = environment;
  return { ...(api ? { api } : {}), ...(port ? { port: Number(port) } : {}), demo: demo === '1' };
}

/** A script for the head; `<` is escaped so that no value can end the element. */
export function serverFactsScript(facts: ServerFacts): string {
  return `window.__PLANWRIGHT__=${JSON.stringify(facts).replaceAll('<', '\\u003c')}`;
}

/** What the root layout tells the browser about the server beside it. */
export interface ServerFacts {
  /** Full address of the GraphQL endpoint; absent = port 4000 of the host that serves the studio. */
  api?: string;
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
  return facts?.api ?? `${page.protocol}//${page.hostname}:4000/graphql`;
}

/** The same path over WebSocket: `http` becomes `ws`, `https` becomes `wss`. */
export function socketAddress(api: string): string {
  return api.replace(/^http/, 'ws');
}

/** A script for the head; `<` is escaped so that no value can end the element. */
export function serverFactsScript(facts: ServerFacts): string {
  return `window.__PLANWRIGHT__=${JSON.stringify(facts).replaceAll('<', '\\u003c')}`;
}

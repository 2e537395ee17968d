/** A browser as far as sign-in goes: cookies by host and path, redirects one at a time. */
export class TestBrowser {
  readonly #jar = new Map<string, { value: string; path: string }>();

  /** Cookies of one name and host; ports share them, as in a browser. */
  cookie(name: string): string | undefined {
    return [...this.#jar.entries()].find(([key]) => key.split('|')[1] === name)?.[1].value;
  }

  forget(name: string): void {
    for (const key of [...this.#jar.keys()]) if (key.split('|')[1] === name) this.#jar.delete(key);
  }

  async fetch(address: string | URL, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address);
    const cookies = [...this.#jar.entries()].filter(
      ([key, { path }]) => key.startsWith(`${url.hostname}|`) && url.pathname.startsWith(path),
    );
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: {
        ...(init.headers as Record<string, string>),
        cookie: cookies.map(([key, { value }]) => `${key.split('|')[1]}=${value}`).join('; '),
      },
    });
    for (const line of response.headers.getSetCookie()) this.#keep(url, line);
    return response;
  }

  /** Where the answer sends the browser. */
  async sentTo(address: string | URL, init: RequestInit = {}): Promise<URL> {
    const response = await this.fetch(address, init);
    const location = response.headers.get('location');
    if (location === null) throw new Error(`${response.status} of ${String(address)}: ${await response.text()}`);
    return new URL(location, address);
  }

  #keep({ hostname }: URL, line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const equals = pair.indexOf('=');
    const [name, value] = [pair.slice(0, equals), pair.slice(equals + 1)];
    const told = new Map(
      attributes.map((attribute) => {
        const [key = '', ...rest] = attribute.split('=');
        return [key.toLowerCase(), rest.join('=')];
      }),
    );
    const path = told.get('path') ?? '/';
    const key = `${hostname}|${name}|${path}`;
    if (value === '' || told.get('max-age') === '0') this.#jar.delete(key);
    else this.#jar.set(key, { value, path });
  }
}

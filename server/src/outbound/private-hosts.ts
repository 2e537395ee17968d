/** Whether an integration may reach this host inside the company's own network. */
export function allowsPrivate(host: string, port: number, privateHosts: readonly string[]): boolean {
  const name = host.toLowerCase();
  return privateHosts.some((allowed) => [name, `${name}:${port}`].includes(allowed.toLowerCase()));
}

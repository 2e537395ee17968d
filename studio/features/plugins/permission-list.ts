/** One thing a plugin may do, to be said in words. */
export type Permission =
  /** It may call this host and nothing else. */
  | { kind: 'host'; host: string }
  /** It may call the address that an integration names in this setting. */
  | { kind: 'hostOfSetting'; setting: string }
  /** It may hand mail to the server that an integration names. */
  | { kind: 'mail' }
  /** Others may call in. */
  | { kind: 'inbound' };

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

function hostOf(pattern: string): Permission {
  const setting = /\{config\.([^}]+)\}/.exec(pattern)?.[1];
  if (setting) return { kind: 'hostOfSetting', setting };
  const host = /^[a-z]+:\/\/([^/]+)/i.exec(pattern)?.[1];
  return { kind: 'host', host: host ?? pattern };
}

/** What the manifest asks for, each thing once. Nothing asked = the plugin only calculates. */
export function permissionList(permissions: unknown): Permission[] {
  if (typeof permissions !== 'object' || permissions === null) return [];
  const { http, smtp, inbound } = permissions as Record<string, unknown>;
  const hosts = strings(http).map(hostOf);
  const all: Permission[] = [
    ...hosts,
    ...(strings(smtp).length > 0 ? [{ kind: 'mail' } as const] : []),
    ...(inbound === true ? [{ kind: 'inbound' } as const] : []),
  ];
  const seen = new Set<string>();
  return all.filter((each) => {
    const key = JSON.stringify(each);
    return !seen.has(key) && seen.add(key);
  });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The opaque id that clients see: base64url of `Type:uuid`. */
export function globalId(type: string, uuid: string): string {
  return Buffer.from(`${type}:${uuid}`).toString('base64url');
}

/** Type and uuid of a client's id; absent for anything that is none, which callers treat as "not there". */
export function parseGlobalId(id: string): { type: string; uuid: string } | undefined {
  if (!/^[A-Za-z0-9_-]{1,200}$/.test(id)) return undefined;
  const text = Buffer.from(id, 'base64url').toString('utf8');
  const colon = text.indexOf(':');
  const uuid = text.slice(colon + 1);
  return colon > 0 && UUID.test(uuid) ? { type: text.slice(0, colon), uuid } : undefined;
}

/** The uuid of a client's id when it is one of this type. */
export function uuidOf(type: string, id: string): string | undefined {
  const parsed = parseGlobalId(id);
  return parsed?.type === type ? parsed.uuid : undefined;
}

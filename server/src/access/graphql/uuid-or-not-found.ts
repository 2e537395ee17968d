import { uuidOf } from './global-id.js';
import { notFound, type Speaks } from './request-error.js';

/** A client's id as uuid, or NOT_FOUND: an id of another type names nothing here. */
export function uuidOrNotFound(speaker: Speaks, type: string, id: string): string {
  const uuid = uuidOf(type, id);
  if (uuid === undefined) throw notFound(speaker);
  return uuid;
}

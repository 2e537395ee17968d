import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';

export interface Address {
  address: string;
  family: number;
}
export type Resolve = (host: string) => Promise<Address[]>;

export const systemResolve: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/** Ranges inside a company. Link-local with the metadata services of clouds, multicast, and addresses that stand for other ones are never reached. */
const INSIDE = new Set(['private', 'loopback', 'uniqueLocal', 'carrierGradeNat']);

/** How far an address lies: out in the internet, inside a company, or nowhere a request of ours has anything to do. */
export function reachOf(address: string): 'outside' | 'inside' | 'never' {
  if (!ipaddr.isValid(address)) return 'never';
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  // Cloud metadata also answers under a unique local address.
  if (parsed.toString() === 'fd00:ec2::254') return 'never';
  if (range === 'unicast') return 'outside';
  return INSIDE.has(range) ? 'inside' : 'never';
}

export type Judged =
  | { ok: true; address: Address }
  | { ok: false; why: 'NO_ADDRESS' }
  | { ok: false; why: 'NEVER' | 'PRIVATE'; address: string };

/**
 * The one address that will be connected to. Every address of the name is judged, so that a name with a good and a bad one is
 * refused, and the name is not asked again: what was judged is what is reached.
 */
export async function judgedAddress(host: string, mayInside: boolean, resolve: Resolve): Promise<Judged> {
  const literal = host.replace(/^\[|\]$/g, '');
  const addresses = ipaddr.isValid(literal)
    ? [{ address: literal, family: ipaddr.parse(literal).kind() === 'ipv6' ? 6 : 4 }]
    : await resolve(host).catch(() => []);
  for (const { address } of addresses) {
    const reach = reachOf(address);
    if (reach === 'never') return { ok: false, why: 'NEVER', address };
    if (reach === 'inside' && !mayInside) return { ok: false, why: 'PRIVATE', address };
  }
  const [address] = addresses;
  return address ? { ok: true, address } : { ok: false, why: 'NO_ADDRESS' };
}

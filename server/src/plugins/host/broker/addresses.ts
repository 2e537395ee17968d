import { type Address, judgedAddress, type Resolve } from '../../../outbound/index.js';
import { Fault, refusal } from './fault.js';
import { refusals } from './refusals.js';

/** The one address that will be connected to; a fault, where none of this host may be. */
export async function pinnedAddress(host: string, mayInside: boolean, resolve: Resolve): Promise<Address> {
  const judged = await judgedAddress(host, mayInside, resolve);
  if (judged.ok) return judged.address;
  switch (judged.why) {
    case 'NO_ADDRESS':
      throw new Fault('unreachable', `The name ${host} has no address.`);
    case 'NEVER':
      throw refusal(refusals.never(host, judged.address));
    case 'PRIVATE':
      throw refusal(refusals.private(host, judged.address));
    default:
      return judged satisfies never;
  }
}

import { Agent, buildConnector } from 'undici';
import type { Address } from './addresses.js';

/** An agent that can reach one address only, and knows which errors came before any connection. */
export function pinnedAgent(
  { address, family }: Address,
  timeoutMs: number,
): { agent: Agent; before: WeakSet<object> } {
  const before = new WeakSet<object>();
  const connect = buildConnector({
    timeout: timeoutMs,
    lookup: (_host, options, done) => {
      if (options.all) done(null, [{ address, family }]);
      else done(null, address, family);
    },
  });
  const agent = new Agent({
    connect: (options, done) =>
      connect(options, (...result) => {
        if (result[0]) before.add(result[0]);
        done(...result);
      }),
  });
  return { agent, before };
}

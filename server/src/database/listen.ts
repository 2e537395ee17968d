import type { Client } from 'pg';
import { connect } from './connect.js';
import { identifier } from './policy-sql.js';
import { AnswerWatch, cutOff, LISTENER_ANSWERS_WITHIN_MS, LISTENER_ASKED_EVERY_MS } from './silence.js';

export interface Listener {
  close(): Promise<void>;
}

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5000;

/**
 * LISTEN on a connection of its own, which comes back when it is lost. NOTIFY has no replay: after every reconnect
 * `onGap` is called once, so that the caller looks again.
 */
export async function listen(
  url: string,
  channel: string,
  onMessage: (payload: string) => void,
  onGap: () => void,
  pace = { askedEveryMs: LISTENER_ASKED_EVERY_MS, answersWithinMs: LISTENER_ANSWERS_WITHIN_MS },
): Promise<Listener> {
  let client: Client | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  const open = async () => {
    const opened = await connect(url, { application_name: `planwright listens to ${channel}` });
    opened.on('notification', ({ payload }) => onMessage(payload ?? ''));
    opened.on('end', () => {
      if (client === opened) reopen(FIRST_RETRY_MS);
    });
    await opened.query(`listen ${identifier(channel)}`);
    client = opened;
    watchOver(opened);
    if (closed) await opened.end();
  };
  // Nothing is ever sent over this connection but this question: without it nobody would see that nothing comes any more.
  const watchOver = (opened: Client) => {
    const watch = new AnswerWatch(pace.answersWithinMs, () => cutOff(opened));
    const asking = setInterval(() => {
      watch.awaits(opened.query('select 1')).catch(() => undefined);
    }, pace.askedEveryMs);
    asking.unref();
    opened.on('end', () => clearInterval(asking));
  };
  const reopen = (delay: number) => {
    if (closed) return;
    client = undefined;
    retry = setTimeout(() => open().then(onGap, () => reopen(Math.min(delay * 2, LAST_RETRY_MS))), delay);
    retry.unref();
  };

  await open();
  return {
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}

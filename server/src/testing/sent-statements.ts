import { jest } from '@jest/globals';
import pg from 'pg';

export interface Sent {
  /** First words of the statement. */
  text: string;
  /** Of the statements before it in its transaction, those that had no answer yet. */
  unanswered: number;
}

/** Statements of requests, transaction by transaction, while `work` runs; what runs by the clock meanwhile is left out. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Sent[]> {
  const transactions: Sent[][] = [];
  const current = new Map<pg.Client, { sent: Sent[]; open: number }>();
  const query = pg.Client.prototype.query as (...values: unknown[]) => unknown;
  const spy = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...values: unknown[]
  ) {
    const [first] = values;
    const whole = typeof first === 'string' ? first : (first as { text?: string } | undefined)?.text;
    const text = (whole ?? '').replace(/\s+/g, ' ').trim().slice(0, 60);
    if (text.startsWith('begin')) {
      const sent: Sent[] = [];
      transactions.push(sent);
      current.set(this, { sent, open: 0 });
    }
    const here = current.get(this);
    here?.sent.push({ text, unanswered: here.open });
    if (here) here.open += 1;
    const answered = Reflect.apply(query, this, values) as Promise<unknown> | undefined;
    const closed = () => {
      if (here) here.open -= 1;
    };
    answered?.then(closed, closed);
    if (/^(?:commit|rollback)/.test(text)) current.delete(this);
    return answered as never;
  } as never);
  await work();
  spy.mockRestore();
  return transactions
    .filter(([begin, next]) => begin?.text.includes('set_config') || next?.text.startsWith('select s.id'))
    .flat();
}

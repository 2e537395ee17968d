import { Client } from 'pg';

/** Texts of all statements that reach PostgreSQL while `work` runs, of every connection of this process. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const texts: string[] = [];
  const original = Client.prototype.query;
  Client.prototype.query = function query(this: Client, ...parameters: unknown[]) {
    const [first] = parameters;
    texts.push(typeof first === 'string' ? first : String((first as { text?: string }).text ?? ''));
    return Reflect.apply(original, this, parameters);
  } as typeof original;
  try {
    await work();
  } finally {
    Client.prototype.query = original;
  }
  return texts;
}

/** What live boards and the watch over their connection do beside requests, at their own pace. */
const BESIDE =
  /pg_notify|^select 1$|^\s*listen|^\s*(select|with)[\s\S]*from board_(counter|patch)|delete from board_patch/i;

/** Without what opens and closes transactions and says who reads, and without what goes on beside the request. */
export function working(texts: readonly string[]): string[] {
  return texts.filter(
    (text) => !/^\s*(begin|commit|rollback|start transaction|set |select set_config)/i.test(text) && !BESIDE.test(text),
  );
}

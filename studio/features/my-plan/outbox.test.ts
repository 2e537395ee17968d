import { describe, expect, it } from '@jest/globals';
import { type Delivery, Outbox, parseOutbox, type Storage, type Waiting } from './outbox';

const act = (key: string): Waiting => ({
  title: key,
  input: { action: 'COMPLETE', enrolmentId: 'e', itemKey: key, idempotencyKey: key },
});

function device(): Storage & { text: string | null } {
  const storage = {
    text: null as string | null,
    read: () => storage.text,
    write: (text: string) => {
      storage.text = text;
    },
  };
  return storage;
}

/** A server that answers as told, and remembers what it was sent. */
function server(...answers: Delivery['result'][]) {
  const sent: string[] = [];
  const deliver = async (input: { idempotencyKey: string }): Promise<Delivery> => {
    sent.push(input.idempotencyKey);
    const result = answers.shift() ?? 'recorded';
    return result === 'refused' ? { result, message: 'no' } : { result };
  };
  return { sent, deliver };
}

describe('the outbox', () => {
  it('sends an act at once and forgets it when it is recorded', async () => {
    const storage = device();
    const { sent, deliver } = server('recorded');
    const outbox = new Outbox(storage, deliver, () => {});
    await outbox.add(act('a'));
    expect(sent).toEqual(['a']);
    expect(outbox.waiting()).toEqual([]);
    expect(parseOutbox(storage.text)).toEqual([]);
  });

  it('keeps an act that got no answer, on the device, and sends it again with the same key', async () => {
    const storage = device();
    const { sent, deliver } = server('unknown', 'recorded');
    await new Outbox(storage, deliver, () => {}).add(act('a'));
    expect(parseOutbox(storage.text)).toEqual([act('a')]);

    const afterReload = new Outbox(storage, deliver, () => {});
    await afterReload.flush();
    expect(sent).toEqual(['a', 'a']);
    expect(afterReload.waiting()).toEqual([]);
  });

  it('keeps how long something took with its completion until it is sent', async () => {
    const storage = device();
    const took = { ...act('a'), input: { ...act('a').input, minutes: 45 } };
    await new Outbox(storage, server('unknown').deliver, () => {}).add(took);
    const sent: unknown[] = [];
    const afterReload = new Outbox(
      storage,
      async (input) => {
        sent.push(input);
        return { result: 'recorded' };
      },
      () => {},
    );
    await afterReload.flush();
    expect(sent).toEqual([{ action: 'COMPLETE', enrolmentId: 'e', itemKey: 'a', idempotencyKey: 'a', minutes: 45 }]);
  });

  it('never lets a later act overtake one that waits', async () => {
    const { sent, deliver } = server('unknown', 'unknown', 'recorded', 'recorded');
    const outbox = new Outbox(device(), deliver, () => {});
    await outbox.add(act('start'));
    await outbox.add(act('complete'));
    expect(sent).toEqual(['start', 'start']);
    await outbox.flush();
    expect(sent).toEqual(['start', 'start', 'start', 'complete']);
  });

  it('sends acts that are added at the same moment once each', async () => {
    const { sent, deliver } = server();
    const outbox = new Outbox(device(), deliver, () => {});
    await Promise.all([outbox.add(act('a')), outbox.add(act('b')), outbox.flush()]);
    expect(sent).toEqual(['a', 'b']);
  });

  it('drops what the server refuses, tells why, and goes on with the next', async () => {
    const told: string[] = [];
    const { sent, deliver } = server('unknown', 'refused', 'recorded');
    const outbox = new Outbox(device(), deliver, (waiting, delivery) =>
      told.push(`${waiting.title} ${delivery.result}`),
    );
    await outbox.add(act('a'));
    await outbox.add(act('b'));
    expect(sent).toEqual(['a', 'a', 'b']);
    expect(told).toEqual(['a unknown', 'a refused', 'b recorded']);
    expect(outbox.waiting()).toEqual([]);
  });

  it('reads broken or foreign text as an empty one', () => {
    for (const text of [null, '', '{', '{"a":1}', '[1,{"title":"x"}]', 'null']) expect(parseOutbox(text)).toEqual([]);
  });
});

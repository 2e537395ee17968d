import { describe, expect, it } from '@jest/globals';
import { DAYS_KEPT, Device, type Shelf } from './device';
import { shelf } from './shelf.fixture';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.parse('2026-03-02T06:00:00Z');
const after = (days: number) => () => new Date(START + days * DAY);

describe('what a device keeps', () => {
  it('is there for the next visit, with its date', () => {
    const store = shelf();
    new Device(store, after(0)).keep('planwright:text:ann:review:1', { comment: '很好' }, 'ann');
    expect(new Device(store, after(3)).read('planwright:text:ann:review:1')).toEqual({
      keptAt: '2026-03-02T06:00:00.000Z',
      owner: 'ann',
      value: { comment: '很好' },
    });
  });

  it('goes after 30 days, and what was touched later stays', () => {
    const store = shelf();
    new Device(store, after(0)).keep('planwright:text:ann:review:1', 'old', 'ann');
    new Device(store, after(1)).keep('planwright_survey:abc', 'newer');
    store.setItem('somebody-else', 'theirs');
    const later = new Device(store, after(DAYS_KEPT));
    later.sweep();
    expect(later.places()).toEqual(['planwright_survey:abc']);
    expect(store.getItem('somebody-else')).toBe('theirs');
  });

  it('without a date, from an earlier version, gets 30 days from now and stays readable', () => {
    const store = shelf();
    store.setItem('planwright_outbox:p1', '[{"title":"x"}]');
    new Device(store, after(0)).sweep();
    const late = new Device(store, after(DAYS_KEPT - 1));
    late.sweep();
    expect(late.read('planwright_outbox:p1')?.value).toEqual([{ title: 'x' }]);
    const tooLate = new Device(store, after(DAYS_KEPT + 1));
    tooLate.sweep();
    expect(tooLate.places()).toEqual([]);
  });

  it('goes at sign-out when its owner says so, with the surveys begun here and without what is others’', () => {
    const store = shelf();
    const device = new Device(store, after(0));
    device.keep('planwright:text:ann:review:1', 'of Ann', 'ann');
    device.keep('planwright:draft:w1:retail:t1', 'also of Ann', 'ann');
    device.keep('planwright_survey:abc', 'nobody’s');
    device.keep('planwright:text:bob:review:1', 'of Bob', 'bob');
    expect(device.heldFor('ann')).toHaveLength(3);
    device.forget('ann');
    expect(device.places()).toEqual(['planwright:text:bob:review:1']);
  });

  it('lives as long as the page where the storage is full or forbidden', () => {
    const refuse = () => {
      throw new Error('denied');
    };
    const forbidden: Shelf = {
      get length(): number {
        return refuse();
      },
      key: refuse,
      getItem: refuse,
      setItem: refuse,
      removeItem: refuse,
    };
    for (const store of [forbidden, undefined]) {
      const device = new Device(store, after(0));
      device.keep('planwright:text:ann:review:1', 'kept', 'ann');
      expect(device.read('planwright:text:ann:review:1')?.value).toBe('kept');
      device.sweep();
      device.forget('ann');
      expect(device.places()).toEqual([]);
    }
  });

  it('tells listeners of each change', () => {
    const device = new Device(shelf(), after(0));
    let heard = 0;
    const stop = device.subscribe(() => {
      heard += 1;
    });
    device.keep('planwright:x', 1);
    device.throwAway('planwright:x');
    stop();
    device.keep('planwright:x', 2);
    expect(heard).toBe(2);
  });
});

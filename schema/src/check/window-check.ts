import { countWorkdays, type WorkingDayCalendar } from '../calendar/index.js';
import { type Problem, problemOf, sentenceStart } from '../definition/index.js';
import { minutesOf } from '../kinds/index.js';
import { addDays, type Instant } from '../time/index.js';
import { type CheckIndex, itemPath, nameOf } from './check-index.js';
import { say } from './generated/messages.js';
import type { RunDates } from './run-dates.js';

const MINUTES_A_DAY = 480;
/** Comparing every opening with every due date is quadratic; beyond this many items each is looked at alone. */
const MOST_TOGETHER = 300;

interface Crowd {
  keys: string[];
  minutes: number;
  days: number;
}

/**
 * `impossible-window`: required work that does not fit between its opening and its due date at 8 h a working day, alone
 * or together with what shares its time. Only what fits on no start day is impossible; a holiday makes a window
 * narrow for some, and that is for their mentors to see.
 */
export class WindowCheck {
  private readonly items: { key: string; minutes: number }[];
  private readonly fits = new Set<string>();
  private readonly tight = new Map<string, Crowd>();
  private fitsTogether = false;
  private crowd: Crowd | undefined;

  constructor(
    private readonly index: CheckIndex,
    private readonly calendar: WorkingDayCalendar,
  ) {
    this.items = [...index.items.values()].flatMap(({ item }) => {
      const minutes = minutesOf(item);
      return item.requirement === 'REQUIRED' && minutes > 0 ? [{ key: item.key, minutes }] : [];
    });
  }

  add(dates: RunDates): void {
    if (this.fitsTogether) return;
    const windows = this.items.flatMap(({ key, minutes }) => {
      const [opens, due] = [dates.opens.get(key), dates.due.get(key)];
      if (opens === undefined || due === undefined) return [];
      return [{ key, minutes, opens, due }];
    });
    // One who starts when week 1 is over is nobody whose time could be counted.
    if (windows.some(({ opens, due }) => due < opens)) return;
    for (const { key, minutes, opens, due } of windows) {
      const days = this.workdays(opens, due);
      if (minutes <= days * MINUTES_A_DAY) this.fits.add(key);
      else if (days >= (this.tight.get(key)?.days ?? 0)) this.tight.set(key, { keys: [key], minutes, days });
    }
    const crowd = windows.length > MOST_TOGETHER ? undefined : this.firstCrowd(windows);
    if (crowd) this.crowd ??= crowd;
    else this.fitsTogether = [...this.tight.keys()].every((key) => this.fits.has(key));
  }

  problems(): Problem[] {
    const alone = [...this.tight].filter(([key]) => !this.fits.has(key));
    if (alone.length > 0) return alone.map(([key, crowd]) => this.problem(key, crowd));
    const key = this.crowd?.keys.at(-1);
    return this.fitsTogether || !this.crowd || key === undefined ? [] : [this.problem(key, this.crowd)];
  }

  /** The first opening and due date between which there is more work than time. */
  private firstCrowd(
    windows: readonly { key: string; minutes: number; opens: Instant; due: Instant }[],
  ): Crowd | undefined {
    const byDue = [...windows].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
    for (const from of new Set(windows.map(({ opens }) => opens))) {
      const crowd: Crowd = { keys: [], minutes: 0, days: 0 };
      for (const { key, minutes, opens, due } of byDue) {
        if (opens < from) continue;
        crowd.keys.push(key);
        crowd.minutes += minutes;
        crowd.days = this.workdays(from, due);
        if (crowd.minutes > crowd.days * MINUTES_A_DAY) return crowd;
      }
    }
    return undefined;
  }

  /** Working days on which there is time: the day of the opening counts, that of a due date at midnight does not. */
  private workdays(opens: Instant, due: Instant): number {
    const dueDate = due.slice(0, 10);
    const last = due.slice(11, 19) === '00:00:00' ? addDays(dueDate, -1) : dueDate;
    return countWorkdays(opens.slice(0, 10), last, this.calendar).count;
  }

  private problem(key: string, { keys, minutes, days }: Crowd): Problem {
    const placed = this.index.items.get(key);
    const name = sentenceStart(nameOf(this.index, key));
    const hours = Math.round(minutes / 6) / 10;
    const others = keys.length - 1;
    return problemOf(
      'impossible-window',
      placed ? [...itemPath(placed), 'due'] : ['stages'],
      others > 0
        ? say('windowCheck.together', { name, others, hours, days })
        : say('windowCheck.alone', { name, hours, days }),
    );
  }
}

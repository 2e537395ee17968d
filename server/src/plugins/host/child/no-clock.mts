// Rules have no clock and no chance: asked twice, in any process, they say the same. While a rule runs, every source of either throws.
let inRule = false;

/** Runs `work` without time and randomness. */
export function withoutClock<T>(work: () => T): T {
  inRule = true;
  try {
    return work();
  } finally {
    inRule = false;
  }
}

function never(what: string): void {
  if (inRule)
    throw new Error(
      `${what} is not there in rules and scorers: the moment is environment.from, and the same question has the same answer.`,
    );
}

const RealDate = Date;

const GuardedDate = new Proxy(RealDate, {
  apply() {
    never('Date()');
    return new RealDate().toString();
  },
  construct(target, values, newTarget) {
    if (values.length === 0) never('new Date()');
    return Reflect.construct(target, values, newTarget) as Date;
  },
});

type Callable = (...values: never[]) => unknown;

function guard(target: object, name: string, what: string): void {
  const original = Reflect.get(target, name) as Callable;
  Object.defineProperty(target, name, {
    value(this: unknown, ...values: never[]) {
      never(what);
      return Reflect.apply(original, this, values);
    },
    writable: false,
    configurable: false,
  });
}

guard(RealDate, 'now', 'Date.now()');
Object.defineProperty(RealDate.prototype, 'constructor', { value: GuardedDate, writable: false, configurable: false });
Object.defineProperty(globalThis, 'Date', { value: GuardedDate, writable: false, configurable: false });
guard(Math, 'random', 'Math.random()');
guard(performance, 'now', 'performance.now()');
guard(Object.getPrototypeOf(crypto), 'getRandomValues', 'crypto.getRandomValues()');
guard(Object.getPrototypeOf(crypto), 'randomUUID', 'crypto.randomUUID()');

const temporal = Reflect.get(globalThis, 'Temporal') as { Now: object } | undefined;
if (temporal) {
  const now = temporal.Now;
  for (const name of Object.getOwnPropertyNames(now)) guard(now, name, `Temporal.Now.${name}()`);
}
const timeStamp = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp')?.get;
Object.defineProperty(Event.prototype, 'timeStamp', {
  get(this: Event) {
    never('Event.timeStamp');
    return Reflect.apply(timeStamp as () => number, this, []);
  },
});

/** A formatter without a date formats now. */
const formats = Intl.DateTimeFormat.prototype;
const formatToParts = formats.formatToParts;
Object.defineProperty(formats, 'formatToParts', {
  value(this: Intl.DateTimeFormat, date?: Date | number) {
    if (date === undefined) never('Intl.DateTimeFormat without a date');
    return Reflect.apply(formatToParts, this, [date]);
  },
});
const format = Object.getOwnPropertyDescriptor(formats, 'format')?.get;
Object.defineProperty(formats, 'format', {
  get(this: Intl.DateTimeFormat) {
    const bound = Reflect.apply(format as () => (date?: Date | number) => string, this, []);
    return (date?: Date | number) => {
      if (date === undefined) never('Intl.DateTimeFormat without a date');
      return bound(date);
    };
  },
});

/** What rules and scorers have no right to: the host takes these away in their process too. */
class Forbidden extends Error {
  constructor(what: string) {
    super(
      `${what} is not there in rules: the same question must have the same answer on any day. Take times from what you are given.`,
    );
  }
}

/** Runs pure work without clock and chance. `new Date(given)` stays: it reads no clock. */
export function withoutClockAndChance<Value>(work: () => Value): Value {
  const { Date: RealDate } = globalThis;
  const realRandom = Math.random;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given) => {
      if (given.length === 0) throw new Forbidden('new Date()');
      return Reflect.construct(target, given);
    },
    apply: () => {
      throw new Forbidden('Date()');
    },
    get: (target, name) => {
      if (name === 'now')
        return () => {
          throw new Forbidden('Date.now()');
        };
      return Reflect.get(target, name);
    },
  });
  Math.random = () => {
    throw new Forbidden('Math.random()');
  };
  try {
    return work();
  } finally {
    globalThis.Date = RealDate;
    Math.random = realRandom;
  }
}

// What stays reachable for a plugin is frozen before its code runs: a patched `Object.prototype` or `EventEmitter.prototype.emit`
// would be handed the handles that Node's own code passes through it.
const iterator = Reflect.get(globalThis, 'Iterator') as { from(value: object): { map(work: () => number): unknown } };
const roots: unknown[] = [
  // Prototypes of the language that have no name.
  Object.getPrototypeOf(Int8Array),
  [][Symbol.iterator](),
  new Map().entries(),
  new Set().entries(),
  ''[Symbol.iterator](),
  'a'.matchAll(/a/g),
  iterator.from([].values()).map(() => 0),
  iterator.from({ next: () => ({ done: true, value: 0 }) }),
  function* () {},
  async () => undefined,
  async function* () {},
  new Intl.Segmenter().segment('a')[Symbol.iterator](),
  new URLSearchParams().entries(),
  new TextDecoder(),
  new AbortController(),
  // Our own class of timers.
  setTimeout(() => undefined).unref(),
];

/** Libraries assign what these inherit (`error.name = …`, `this.constructor = …`), which a frozen prototype would refuse. */
function inheritorsMayAssign(holder: object): void {
  for (const key of Reflect.ownKeys(holder)) {
    const descriptor = Reflect.getOwnPropertyDescriptor(holder, key);
    if (!descriptor?.configurable || !('value' in descriptor) || !descriptor.writable) continue;
    const { value, enumerable = false } = descriptor;
    const get = () => value;
    const set = {
      set(this: unknown, assigned: unknown) {
        if (this === holder) throw new TypeError(`${String(key)} is not there for plugins to change.`);
        Object.defineProperty(this, key, { value: assigned, writable: true, configurable: true, enumerable: true });
      },
    }.set;
    Object.defineProperty(holder, key, {
      get: Object.freeze(get),
      set: Object.freeze(set),
      enumerable,
      configurable: false,
    });
  }
}

/** Libraries set how deep stacks are; every emitter copies Node's own flag from its prototype, where it cannot become an accessor. */
const stays = (key: PropertyKey): boolean =>
  key === 'stackTraceLimit' || (typeof key === 'symbol' && key.description === 'kCapture');

function closeProperty(object: object, key: PropertyKey): void {
  const descriptor = Reflect.getOwnPropertyDescriptor(object, key);
  if (!descriptor?.configurable && !descriptor?.writable) return;
  Object.defineProperty(object, key, {
    configurable: false,
    ...('value' in descriptor ? { writable: false } : {}),
  });
}

const isHolder = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

const isPlainPrototype = (object: object, emitter: object): boolean =>
  object === Object.prototype ||
  object === Function.prototype ||
  object === emitter ||
  object === Error.prototype ||
  (object instanceof Error && Object.hasOwn(object, 'constructor'));

function memberOf(object: object, key: PropertyKey): unknown {
  try {
    return Reflect.get(object, key);
  } catch {
    // An accessor of a prototype that wants a real instance.
    return undefined;
  }
}

/** Freezes the global object's members and `modules`, with everything that they lead to. New globals may still be made. */
export function freezeReachable(modules: readonly object[], emitter: object): void {
  const seen = new Set<object>([globalThis]);
  const waiting: object[] = [];
  const look = (value: unknown): void => {
    if (!isHolder(value) || seen.has(value)) return;
    seen.add(value);
    waiting.push(value);
  };
  for (const root of [...roots, ...modules, Object.getPrototypeOf(globalThis)]) look(root);
  for (const key of Reflect.ownKeys(globalThis)) {
    const descriptor = Reflect.getOwnPropertyDescriptor(globalThis, key);
    const value = memberOf(globalThis, key);
    look(value);
    if (descriptor?.configurable)
      Object.defineProperty(globalThis, key, { value, writable: false, configurable: false });
  }
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    look(Reflect.getPrototypeOf(object));
    for (const key of Reflect.ownKeys(object)) {
      const descriptor = Reflect.getOwnPropertyDescriptor(object, key);
      look(descriptor?.get);
      look(descriptor?.set);
      look(memberOf(object, key));
    }
  }
  for (const object of seen) {
    if (object === globalThis) continue;
    if (isPlainPrototype(object, emitter)) inheritorsMayAssign(object);
    if (object === Error || object === emitter) {
      for (const key of Reflect.ownKeys(object)) if (!stays(key)) closeProperty(object, key);
      Object.preventExtensions(object);
    } else if (ArrayBuffer.isView(object)) Object.preventExtensions(object);
    else Object.freeze(object);
  }
}

import type { LiveSocket } from './live-socket.js';

/** All connections of this process that are signed in, by person. */
export class SocketRegistry {
  readonly #byPerson = new Map<string, Set<LiveSocket>>();

  constructor(private readonly mostPerPerson: number) {}

  /** False = this person has as many connections as one may have. */
  add(socket: LiveSocket): boolean {
    const { personId } = socket.signedIn;
    const sockets = this.#byPerson.get(personId) ?? new Set();
    if (sockets.size >= this.mostPerPerson) return false;
    this.#byPerson.set(personId, sockets.add(socket));
    return true;
  }

  remove(socket: LiveSocket): void {
    const personId = socket.viewer?.personId;
    const sockets = personId === undefined ? undefined : this.#byPerson.get(personId);
    if (personId === undefined || !sockets?.delete(socket)) return;
    if (sockets.size === 0) this.#byPerson.delete(personId);
  }

  *all(): Iterable<LiveSocket> {
    for (const sockets of this.#byPerson.values()) yield* sockets;
  }

  people(): Iterable<[string, ReadonlySet<LiveSocket>]> {
    return this.#byPerson.entries();
  }
}

import type { Scheduler } from '../../boards/index.js';

/** The part of a `ws` socket that the flow needs. */
export interface OutgoingPort {
  /** Bytes that were handed over and have not left this process. */
  readonly bufferedAmount: number;
  /** Writes a finished frame. */
  write(frame: Buffer, flushed?: () => void): void;
  /** Sends a text message. */
  send(text: string, flushed: () => void): void;
  close(code: number, reason: string): void;
}

export interface FlowLimits {
  /** From this many waiting bytes on the reader lags and is sent nothing more. */
  lagBytes: number;
  /** With this many waiting bytes it is hopeless. */
  hopelessBytes: number;
  /** Lagging for so long is hopeless too. */
  hopelessMilliseconds: number;
}

export const FLOW_LIMITS: FlowLimits = {
  lagBytes: 256 * 1024,
  hopelessBytes: 1024 * 1024,
  hopelessMilliseconds: 30_000,
};

/** 1013: the client comes back with its cursor. The 44xx codes that say more are final for graphql-ws clients. */
export const TRY_AGAIN_LATER = 1013;

/**
 * What became of a frame: it left this process; it, or something before it, still waits and is read from its memory later;
 * or the reader lags, or is gone, and took nothing.
 */
export type Delivery = 'left' | 'waits' | 'refused';

/**
 * Sends to one socket without ever holding a queue of its own. A reader that does not keep up is skipped, told to start
 * from a snapshot when it has drained, and closed when it never does.
 */
export class OutgoingFlow {
  #laggingSince: number | undefined;
  /** Size of the frame that filled the buffer: one large snapshot alone is no reason to give a reader up. */
  #largestBytes = 0;
  #closed = false;
  readonly #waiting = new Set<() => void>();

  constructor(
    private readonly port: OutgoingPort,
    private readonly scheduler: Scheduler,
    private readonly limits: FlowLimits = FLOW_LIMITS,
  ) {}

  /** `drained` runs once when a reader that refused has room again. */
  deliver(frame: Buffer, drained: () => void): Delivery {
    if (this.#closed) return 'refused';
    if (this.#laggingSince !== undefined) {
      this.#waiting.add(drained);
      this.check();
      return 'refused';
    }
    return this.#send(frame, frame.length);
  }

  /** A message of the protocol: always sent, since the protocol waits for it; it counts against the buffer all the same. */
  sendProtocol(text: string): Promise<void> {
    return new Promise((resolve) => {
      if (this.#closed) return resolve();
      this.port.send(text, () => {
        this.#flushed();
        resolve();
      });
      this.#noteLag(text.length);
      this.check();
    });
  }

  /** Gives hopeless readers up; to be called now and then, since nothing happens on a socket that is not read. */
  check(): void {
    if (this.#closed || this.#laggingSince === undefined) return;
    const tooLong = this.scheduler.now() - this.#laggingSince > this.limits.hopelessMilliseconds;
    const tooMuch = this.port.bufferedAmount > this.limits.hopelessBytes + this.#largestBytes;
    if (tooLong || tooMuch) this.close(TRY_AGAIN_LATER, 'Reading too slowly');
  }

  close(code: number, reason: string): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#waiting.clear();
    this.port.close(code, reason);
  }

  get isLagging(): boolean {
    return this.#laggingSince !== undefined;
  }

  #send(frame: Buffer, size: number): Delivery {
    // Only a send that may fill the buffer asks to be told when it left.
    if (this.port.bufferedAmount + size <= this.limits.lagBytes) this.port.write(frame);
    else {
      this.port.write(frame, () => this.#flushed());
      this.#noteLag(size);
    }
    return this.port.bufferedAmount > 0 ? 'waits' : 'left';
  }

  #noteLag(size: number): void {
    if (this.#laggingSince !== undefined || this.port.bufferedAmount <= this.limits.lagBytes) return;
    this.#laggingSince = this.scheduler.now();
    this.#largestBytes = size;
  }

  #flushed(): void {
    if (this.#laggingSince === undefined || this.port.bufferedAmount > this.limits.lagBytes) return;
    this.#laggingSince = undefined;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const drained of waiting) drained();
  }
}

/** So long a process must have lived for its next end to count as the first one again. */
const SETTLED_MS = 60_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/** How long to wait before a process is started again that has just ended for the `times`th time in a row. */
export const waitBefore = (times) => Math.min(FIRST_WAIT_MS * 2 ** (times - 1), LONGEST_WAIT_MS);

/**
 * Starts a process, and starts it again whenever it ends on its own: after a wait that doubles while it ends soon after it
 * was started. `start()` answers what `startProcess` does, `untilUp(process)` resolves when it does its work.
 *
 * The first start must succeed, because what keeps it from starting is something to fix. `stopped` is told where everything
 * is being stopped.
 */
export async function keepRunning({ start, untilUp, stopped, say, wait = waitBefore }) {
  let current = start();
  const answer = await untilUp(current);
  void follow();
  return { answer, current: () => current };

  async function follow() {
    let inARow = 0;
    for (;;) {
      const since = performance.now();
      const { name, reason } = await current.ended;
      if (stopped.aborted) return;
      inARow = performance.now() - since > SETTLED_MS ? 1 : inARow + 1;
      const waitMs = wait(inARow);
      say(`The ${name} ended (${reason}). It is started again in ${waitMs / 1000} seconds.`);
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, waitMs);
        stopped.addEventListener('abort', () => {
          clearTimeout(timer);
          resolve();
        });
      });
      if (stopped.aborted) return;
      current = start();
      untilUp(current).then(
        () => say(`The ${current.name} is up again.`),
        () => undefined,
      );
    }
  }
}

import type { StreamMessage } from '@planwright/plugin-sdk';
import { answerShapes, firstProblem } from '../answers.js';
import { type PluginFailure, PluginReadError } from '../plugin-host.js';
import type { ReadRequest } from './child-call.js';
import type { PluginChild } from './plugin-child.js';

/** The messages of a read as they are consumed. Credit goes back by halves, so that the pipe never runs dry and never fills up. */
export async function* readMessages(
  child: PluginChild,
  request: Omit<ReadRequest, 'item'>,
): AsyncGenerator<StreamMessage, void, void> {
  const queue: StreamMessage[] = [];
  let wake: (() => void) | undefined;
  let ended = false;
  let failure: PluginFailure | undefined;
  const end = (why?: PluginFailure): void => {
    ended = true;
    failure ??= why;
    wake?.();
  };
  const read = child.read({
    ...request,
    item: (message) => {
      const parsed = answerShapes.message.safeParse(message);
      if (parsed.success) queue.push(parsed.data);
      else end({ kind: 'protocol', message: `A message of the stream is wrong. ${firstProblem(parsed.error)}` });
      wake?.();
    },
  });
  void read.done.then((called) => end(called.ok ? undefined : called.failure));
  let owed = 0;
  try {
    for (;;) {
      const message = queue.shift();
      if (message) {
        yield message;
        owed += 1;
        if (owed >= request.credit / 2) {
          read.grant(owed);
          owed = 0;
        }
      } else if (ended) {
        if (failure) throw new PluginReadError(failure);
        return;
      } else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    read.abort();
  }
}

import type { WebSocket } from 'ws';
import type { Scheduler } from '../../boards/index.js';

/** Pings every so often and ends a connection whose other side no longer answers: a half-open socket says nothing itself. */
export function keepAlive(socket: WebSocket, scheduler: Scheduler, milliseconds: number): () => void {
  let answered = true;
  let cancel = () => {};
  socket.on('pong', () => {
    answered = true;
  });
  const beat = () => {
    if (!answered) return socket.terminate();
    answered = false;
    if (socket.readyState === socket.OPEN) socket.ping();
    cancel = scheduler.after(milliseconds, beat);
  };
  cancel = scheduler.after(milliseconds, beat);
  return () => cancel();
}

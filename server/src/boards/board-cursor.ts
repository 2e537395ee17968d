/**
 * Where a reader of a board stands. `epoch` changes when the board's history was cut (a restore, a rebuild), `seq` counts
 * the transactions that touched the board, `columns` names the columns that the reader's packed rows are laid out in.
 */
export interface BoardCursor {
  epoch: string;
  seq: number;
  columns: string;
}

/** Epoch of a board as it was at a past time: it matches no live board, so resuming from it starts with a snapshot. */
export const PAST_EPOCH = 'past';

/** Opaque to clients; only to be handed back as `since`. */
export function encodeCursor(cursor: BoardCursor): string {
  return Buffer.from(`${cursor.epoch}.${cursor.seq}.${cursor.columns}`).toString('base64url');
}

/** Anything that this server did not write is no cursor: the reader then starts over. */
export function decodeCursor(text: string): BoardCursor | undefined {
  if (text.length > 200) return undefined;
  const match = /^([A-Za-z0-9-]+)\.(\d{1,15})\.([A-Za-z0-9_-]*)$/.exec(Buffer.from(text, 'base64url').toString('utf8'));
  if (!match) return undefined;
  const [, epoch = '', seq = '', columns = ''] = match;
  return { epoch, seq: Number(seq), columns };
}

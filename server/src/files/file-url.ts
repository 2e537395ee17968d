import { globalId } from '../access/graphql/index.js';

export const FILES_PATH = '/files';
export const UPLOADS_PATH = '/uploads';

/** Where a file is read, as a path of the API; whoever asks shows who they are each time. */
export const fileUrl = ({ id, name }: { id: string; name: string }): string =>
  `${FILES_PATH}/${globalId('File', id)}/${encodeURIComponent(name)}`;

/** Where the bytes of a file that was asked for are put. */
export const uploadUrl = (id: string): string => `${UPLOADS_PATH}/${globalId('File', id)}`;

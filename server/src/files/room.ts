import type { ApiRoom } from '../access/graphql/index.js';
import { fileFrom } from './file.type.js';
import { findFiles } from './read-files.js';
import { UploadResolver } from './upload.resolver.js';

/** Files that people upload. `mostBytes`: what a workspace may keep. */
export function filesRoom({ mostBytes }: { mostBytes: number }): ApiRoom {
  return {
    resolvers: [new UploadResolver(mostBytes)],
    nodes: [
      {
        type: 'File',
        load: async ({ viewer, database }, uuid) => {
          const [row] = await database.read(viewer.scope, (tx) => findFiles(tx, [uuid]));
          return row ? fileFrom(row) : null;
        },
      },
    ],
  };
}
export { clamd } from './content/virus-scanner.js';
export { expiredUploads } from './expired-uploads.js';
export { FILES_PATH, UPLOADS_PATH } from './file-url.js';
export { putUpload } from './receive/put-upload.js';
export { serveFile } from './serve/serve-file.js';

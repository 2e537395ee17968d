import { LANGUAGES } from '@planwright/schema/text';
import { PersonEntity } from '../people/entities.js';
import type { Viewer } from '../people/index.js';
import { say } from './generated/messages.js';
import type { SignedInContext } from './graphql/context.js';
import { type UserErrorData, userError } from './graphql/user-error.js';

export type UpdateViewerResult = { ok: true; viewer: Viewer } | { ok: false; errors: UserErrorData[] };

/** Changes the viewer's own language; nobody else's and nothing else. */
export async function updateViewer(
  context: SignedInContext,
  input: { locale?: string | null },
): Promise<UpdateViewerResult> {
  const { viewer, database, language } = context;
  if (input.locale == null) return { ok: true, viewer };
  const locale = LANGUAGES.find((known) => known === input.locale);
  if (!locale) return { ok: false, errors: [userError('INVALID', say('unknownLocale'), language, ['locale'])] };
  await database.work(({ em }) =>
    em.nativeUpdate(PersonEntity, { id: viewer.personId, workspaceId: viewer.workspace.id }, { locale }),
  );
  return { ok: true, viewer: { ...viewer, locale } };
}

/** How sending the bytes ended. */
export type PutOutcome =
  | { kind: 'done' }
  /** The server looked at the file and will not keep it. */
  | { kind: 'refused'; message: string }
  /** Nobody knows; the same may work the next time. */
  | { kind: 'failed' };

/**
 * PUTs a file's bytes. By XMLHttpRequest, because `fetch` tells nobody how far it is; `onProgress` hears the share that has gone out,
 * from 0 to 1.
 */
export function putFile(
  url: string,
  file: Blob,
  { locale, signal, onProgress }: { locale: string; signal: AbortSignal; onProgress: (share: number) => void },
): Promise<PutOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const over = (outcome: PutOutcome) => {
      signal.removeEventListener('abort', abort);
      resolve(outcome);
    };
    const abort = () => request.abort();
    signal.addEventListener('abort', abort);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.upload.onload = () => onProgress(1);
    request.onload = () => over(outcomeOf(request.status, request.responseText));
    request.onerror = () => over({ kind: 'failed' });
    request.onabort = () => over({ kind: 'failed' });
    request.open('PUT', url);
    request.withCredentials = true;
    request.setRequestHeader('x-app-csrf', '1');
    request.setRequestHeader('Accept-Language', locale);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(file);
  });
}

/** What the server said; a fault of its own or of what stands before it is no word about the file. */
export function outcomeOf(status: number, body: string): PutOutcome {
  if (status === 200) return { kind: 'done' };
  const message = messageIn(body);
  // 503 is our own: the virus scanner does not answer.
  return message !== undefined && (status < 500 || status === 503) ? { kind: 'refused', message } : { kind: 'failed' };
}

function messageIn(body: string): string | undefined {
  try {
    const answer = JSON.parse(body) as { errors?: { message?: unknown }[] };
    const message = answer.errors?.[0]?.message;
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}

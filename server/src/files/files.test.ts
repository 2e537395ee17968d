import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlanDefinition } from '@planwright/schema/definition';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { globalId, uuidOf } from '../access/graphql/global-id.js';
import { loadViewer } from '../access/session.js';
import {
  act,
  ask,
  freshKey,
  makeWorld,
  type PlanWorld,
  type Running,
  startPlan,
} from '../enrolments/testing/plan-world.js';
import { smallPlan } from '../enrolments/testing/small-plan.js';
import type { TestPerson } from '../testing/fixture.js';
import { operation } from '../testing/operation.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { CHUNK_BYTES } from './chunks.js';
import { expiredUploads } from './expired-uploads.js';
import { readUpload } from './read-files.js';
import { CREATE_UPLOAD, createUpload, put, read, upload } from './testing/upload.js';

let server: TestServer;
let world: PlanWorld;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server?.stop());

const NODE = operation('query ($id: ID!) { node(id: $id) { id } }');

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n');
const pdfOf = (bytes: number) => Buffer.concat([PDF, randomBytes(bytes - PDF.length)]);
const counted = async (statement: string) => (await server.sql.row<{ n: number }>(statement))?.n;
const chunksKept = () => counted('select count(*)::int as n from file_chunk');

let plans = 0;
/** A plan with one task that asks for a file, at its first day. */
function filePlan(deliverable: 'FILE' | 'DOCUMENT' | 'LINK' = 'FILE'): Promise<Running> {
  plans += 1;
  const whole = smallPlan(`files-${plans}`);
  const [stage] = whole.stages;
  const report = stage?.items.find(({ key }) => key === 'report');
  if (!stage || report?.kind !== 'TASK') throw new Error('the small plan has no report');
  const { scorer: _, ...plain } = report;
  const items = [{ ...plain, task: { ...report.task, deliverable } }];
  const { format, key, title, calendar } = whole;
  return startPlan(world, { format, key, title, calendar, stages: [{ ...stage, items }] } as PlanDefinition);
}

const submitted = async (as: TestPerson, submissionId: string) =>
  ask(
    server,
    'query ($id: ID!) { node(id: $id) { ... on Submission { id artefact files { id name bytes mediaType url } } } }',
    { id: submissionId },
    { as },
  );

describe('an upload', () => {
  test('is received byte for byte, and read back byte for byte, whole and in part', async () => {
    const content = pdfOf(3 * CHUNK_BYTES + 12_345);
    const { uploadId, status, body } = await upload(server, world.learner, 'Report.pdf', content);
    expect([status, body]).toEqual([
      200,
      {
        id: uploadId,
        name: 'Report.pdf',
        bytes: content.length,
        mediaType: 'application/pdf',
        url: expect.any(String),
      },
    ]);
    const whole = await read(server, world.learner, body.url);
    expect(whole.content.equals(content)).toBe(true);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename=Report.pdf',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    for (const [from, to] of [
      [0, 0],
      [CHUNK_BYTES - 1, CHUNK_BYTES],
      [CHUNK_BYTES + 7, 3 * CHUNK_BYTES + 1],
      [content.length - 5, content.length - 1],
    ] as const) {
      const part = await read(server, world.learner, body.url, { range: `bytes=${from}-${to}` });
      expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes ${from}-${to}/${content.length}`]);
      expect(part.content.equals(content.subarray(from, to + 1))).toBe(true);
    }
    expect((await read(server, world.learner, body.url, { range: `bytes=${content.length}-` })).status).toBe(416);
  });

  test('that is sent again in full answers the same, and a broken one can be sent again', async () => {
    const content = pdfOf(CHUNK_BYTES + 1);
    const { uploadId, url } = await createUpload(server, world.learner, 'again.pdf', content.length);
    const short = await put(server, world.learner, url, content.subarray(0, CHUNK_BYTES));
    expect([short.status, short.body.errors[0].extensions.code]).toEqual([400, 'INCOMPLETE']);
    const first = await put(server, world.learner, url, content);
    expect([first.status, first.body.id]).toEqual([200, uploadId]);
    expect(await put(server, world.learner, url, content)).toEqual(first);
    expect((await read(server, world.learner, first.body.url)).content.equals(content)).toBe(true);
  });

  test('is read as a whole by what works with it at once, for its uploader alone', async () => {
    const content = pdfOf(CHUNK_BYTES + 5);
    const { uploadId } = await upload(server, world.learner, 'table.pdf', content);
    const readAs = async (person: TestPerson) => {
      const viewer = await loadViewer(server.database, await server.token(person), server.clock.real());
      return viewer && readUpload(server.database, viewer, uuidOf('File', uploadId) ?? '');
    };
    expect((await readAs(world.learner))?.content.equals(content)).toBe(true);
    expect(await readAs(world.hr)).toBeUndefined();
  });

  test('longer than announced is refused, also where its length is not said', async () => {
    const { url } = await createUpload(server, world.learner, 'long.pdf', PDF.length);
    const long = Buffer.concat([PDF, PDF]);
    const stream = new Blob([long]).stream() as ReadableStream<Uint8Array>;
    for (const content of [long, stream]) {
      const answer = await put(server, world.learner, url, content);
      expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([413, 'TOO_LARGE']);
    }
  });

  test('is for whoever asked for it, and asked from our own page', async () => {
    const { url } = await createUpload(server, world.learner, 'mine.pdf', PDF.length);
    expect((await put(server, undefined, url, PDF)).status).toBe(401);
    expect((await put(server, world.learner, url, PDF, {})).status).toBe(403);
    expect(
      (await put(server, world.learner, url, PDF, { 'x-app-csrf': '1', origin: 'https://evil.example' })).status,
    ).toBe(403);
    for (const other of [world.stranger, world.admin, world.mentor]) {
      expect((await put(server, other, url, PDF)).status).toBe(404);
    }
    expect((await put(server, world.learner, url, PDF)).status).toBe(200);
  });

  test.each([
    ['no ending', 'report', 10, 'name'],
    ['a program', 'report.exe', 10, 'name'],
    ['a document with macros', 'report.docm', 10, 'name'],
    ['a page', 'report.html', 10, 'name'],
    ['a drawing with scripts', 'report.svg', 10, 'name'],
    ['nothing but folders', '../../', 10, 'name'],
    ['an ending that is turned round', 'report\u202efdp.exe', 10, 'name'],
    ['nothing in it', 'report.pdf', 0, 'bytes'],
    ['26 MB', 'report.pdf', 26 * 1024 * 1024, 'bytes'],
  ])('with %s is refused before anything is sent', async (_, name, bytes, path) => {
    const { createUpload: answer } = await server.ask(CREATE_UPLOAD, { input: { name, bytes } }, { as: world.learner });
    expect(answer).toMatchObject({ uploadId: null, url: null, userErrors: [{ code: 'INVALID', path: [path] }] });
  });

  test('keeps a Chinese name, without the folders and the marks that are not seen', async () => {
    const { body } = await upload(server, world.learner, 'C:\\文档\\2026年 复盘\u202e（终稿）.pdf', PDF);
    expect(body.name).toBe('2026年 复盘（终稿）.pdf');
    const { headers } = await read(server, world.learner, body.url);
    expect(headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('2026年 复盘（终稿）.pdf')}`,
    );
  });
});

describe('what is in a file', () => {
  const docx = zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/document.xml': strToU8('<w:document/>'),
  });
  const GB18030 = Buffer.from([0xc4, 0xe3, 0xba, 0xc3, 0x2c, 0x31, 0x0a]);

  test.each([
    ['a PDF', 'a.pdf', PDF, 'application/pdf'],
    ['a Word document', 'a.docx', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a text', 'a.txt', Buffer.from('你好，world'), 'text/plain'],
    ['a table in GB18030', 'a.csv', GB18030, 'text/csv'],
    ['a page that is called a text', 'a.txt', Buffer.from('<html><script>alert(1)</script>'), 'text/plain'],
    ['an archive', 'a.zip', zipSync({ 'a.txt': strToU8('a') }), 'application/zip'],
  ])('%s is kept as what it is', async (_, name, content, mediaType) => {
    const { status, body } = await upload(server, world.learner, name, content);
    expect([status, body.mediaType]).toEqual([200, mediaType]);
  });

  test.each([
    ['a program that is called a PDF', 'a.pdf', Buffer.concat([Buffer.from('MZ'), randomBytes(200)])],
    ['a page that is called a PDF', 'a.pdf', Buffer.from('<html><script>alert(1)</script>')],
    ['a PDF that is called a picture', 'a.png', PDF],
    ['an archive that is called a Word document', 'a.docx', zipSync({ 'a.exe': strToU8('MZ') })],
    ['bytes that are called a text', 'a.txt', Buffer.from([0x41, 0, 0x42])],
    ['bytes that are called an old Word document', 'a.doc', randomBytes(2000)],
    ['half a picture', 'a.png', Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), randomBytes(50)])],
  ])('%s is refused, and nothing of it is left', async (_, name, content) => {
    const before = await chunksKept();
    const { status, body, uploadId } = await upload(server, world.learner, name, content);
    expect([status, body.errors[0].message]).toEqual([415, expect.stringMatching(/\w/)]);
    expect(await chunksKept()).toBe(before);
    expect(await server.ask(NODE, { id: uploadId }, { as: world.learner })).toEqual({ node: null });
  });

  test('a picture is made once more: upright, without its place, and without what was behind it', async () => {
    const exif = { IFD0: { Make: 'SecretCamera' }, IFD3: { GPSLatitude: '31/1 13/1 0/1' } };
    const photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#0b6b62' } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .withExifMerge(exif)
      .toBuffer();
    expect(await sharp(photo).metadata()).toMatchObject({ orientation: 6 });
    const hidden = Buffer.concat([photo, Buffer.from('<script>alert(1)</script>')]);
    const { status, body } = await upload(server, world.learner, 'photo.jpg', hidden);
    expect([status, body.mediaType]).toEqual([200, 'image/jpeg']);
    const { content } = await read(server, world.learner, body.url);
    expect(content.length).toBe(body.bytes);
    for (const trace of ['SecretCamera', 'GPS', '<script>']) expect(content.includes(trace)).toBe(false);
    expect(await sharp(content).metadata()).toMatchObject({ width: 20, height: 40, format: 'jpeg' });
  });

  test('a picture that would take all memory is refused', async () => {
    const bomb = await sharp({
      create: { width: 16_000, height: 8000, channels: 3, background: '#000' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const { status, body } = await upload(server, world.learner, 'bomb.png', bomb);
    expect([status, body.errors[0].extensions.code]).toEqual([415, 'BROKEN_IMAGE']);
  });
});

describe('a task that asks for a file', () => {
  test('takes several, and the mentor reads them; nobody else does', async () => {
    const { enrolmentId } = await filePlan();
    const one = await upload(server, world.learner, 'one.pdf', PDF);
    const two = await upload(server, world.learner, '二.txt', Buffer.from('二'));
    const answer = await act(world, world.learner, enrolmentId, 'report', 'SUBMIT', {
      uploadIds: [two.uploadId, one.uploadId],
      comment: 'Done',
    });
    expect(answer).toMatchObject({
      userErrors: [],
      event: {
        data: {
          files: [
            { id: two.uploadId, name: '二.txt' },
            { id: one.uploadId, name: 'one.pdf' },
          ],
        },
      },
    });
    const { files } = await submitted(world.mentor, answer.submission.id);
    expect(files.map(({ name }: { name: string }) => name)).toEqual(['二.txt', 'one.pdf']);
    const reads = async (as: TestPerson | undefined) => (await read(server, as, files[1].url)).status;
    for (const as of [world.mentor, world.lead, world.hr, world.admin, world.learner]) {
      expect([as.name, await reads(as)]).toEqual([as.name, 200]);
    }
    for (const as of [world.stranger, world.peer, world.designer, undefined]) {
      expect([as?.name, await reads(as)]).toEqual([as?.name, 404]);
      if (as) expect(await server.ask(NODE, { id: one.uploadId }, { as })).toEqual({ node: null });
    }
    expect((await read(server, world.mentor, files[1].url)).content.equals(PDF)).toBe(true);
  });

  test('before they are submitted they are their uploader’s alone', async () => {
    const { body, uploadId } = await upload(server, world.learner, 'draft.pdf', PDF);
    for (const as of [world.mentor, world.lead, world.hr, world.admin, world.stranger]) {
      expect([as.name, (await read(server, as, body.url)).status]).toEqual([as.name, 404]);
      expect(await server.ask(NODE, { id: uploadId }, { as })).toEqual({ node: null });
    }
  });

  test('takes neither a text in place of files, nor files of others, twice, or of another submission', async () => {
    const { enrolmentId } = await filePlan();
    const refusal = async (more: object) => {
      const answer = await act(world, world.learner, enrolmentId, 'report', 'SUBMIT', { ...more });
      return answer.userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path]);
    };
    const mine = await upload(server, world.learner, 'mine.pdf', PDF);
    const theirs = await upload(server, world.mentor, 'theirs.pdf', PDF);
    const waiting = await createUpload(server, world.learner, 'waiting.pdf', PDF.length);
    const bad = [['INVALID', 'uploadIds']];
    expect(await refusal({ artefact: 'https://docs.example/1' })).toEqual(bad);
    expect(await refusal({ uploadIds: [theirs.uploadId] })).toEqual(bad);
    expect(await refusal({ uploadIds: [mine.uploadId, mine.uploadId] })).toEqual(bad);
    expect(await refusal({ uploadIds: [waiting.uploadId] })).toEqual(bad);
    expect(await refusal({ uploadIds: ['x', globalId('Person', world.learner.id)] })).toEqual(bad);
    expect(await refusal({ uploadIds: [mine.uploadId] })).toEqual([]);
    const second = await filePlan();
    const again = await act(world, world.learner, second.enrolmentId, 'report', 'SUBMIT', {
      uploadIds: [mine.uploadId],
    });
    expect(again.userErrors).toMatchObject([{ code: 'INVALID', path: ['uploadIds'] }]);
  });

  test('the same request twice hands in once, and two requests at once for one file do not share it', async () => {
    const { enrolmentId } = await filePlan();
    const { uploadId } = await upload(server, world.learner, 'once.pdf', PDF);
    const input = {
      enrolmentId,
      itemKey: 'report',
      action: 'SUBMIT',
      idempotencyKey: freshKey(),
      uploadIds: [uploadId],
    };
    const asked = `mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { userErrors { code } submission { id files { name } } } }`;
    const answers = await Promise.all([1, 2, 3].map(() => ask(server, asked, { input }, { as: world.learner })));
    for (const answer of answers)
      expect(answer).toEqual({ userErrors: [], submission: { id: expect.any(String), files: [{ name: 'once.pdf' }] } });
    const [left, right] = [await filePlan(), await filePlan()];
    const shared = await upload(server, world.learner, 'shared.pdf', PDF);
    const both = await Promise.all(
      [left, right].map((running) =>
        act(world, world.learner, running.enrolmentId, 'report', 'SUBMIT', { uploadIds: [shared.uploadId] }),
      ),
    );
    expect(both.map(({ userErrors }) => userErrors.length).sort()).toEqual([0, 1]);
  });

  test('a document is a link, a text or files; a link takes none', async () => {
    const document = await filePlan('DOCUMENT');
    const one = await upload(server, world.learner, 'one.pdf', PDF);
    const handed = await act(world, world.learner, document.enrolmentId, 'report', 'SUBMIT', {
      uploadIds: [one.uploadId],
    });
    expect([handed.userErrors, handed.submission.artefact]).toEqual([[], null]);
    const link = await filePlan('LINK');
    const two = await upload(server, world.learner, 'two.pdf', PDF);
    const answer = await act(world, world.learner, link.enrolmentId, 'report', 'SUBMIT', {
      artefact: 'https://docs.example/1',
      uploadIds: [two.uploadId],
    });
    expect(answer.userErrors).toMatchObject([{ code: 'INVALID', path: ['uploadIds'] }]);
  });
});

describe('a sandbox', () => {
  test('keeps no files of the workspace that it was copied from', async () => {
    const { enrolmentId } = await filePlan();
    const { uploadId, body } = await upload(server, world.learner, 'real.pdf', PDF);
    await act(world, world.learner, enrolmentId, 'report', 'SUBMIT', { uploadIds: [uploadId] });
    const sandbox = await ask(
      server,
      'mutation { createSandbox(input: { name: "Files" }) { workspace { id } userErrors { code } } }',
      {},
      { as: world.hr },
    );
    expect(sandbox.userErrors).toEqual([]);
    const copied = await counted(
      `select count(*)::int as n from file f join workspace w on w.id = f.workspace_id where w.kind = 'SANDBOX'`,
    );
    expect(copied).toBe(0);
    const enter = 'mutation ($id: ID!) { enterWorkspace(input: { workspaceId: $id }) { workspace { id } } }';
    await ask(server, enter, { id: sandbox.workspace.id }, { as: world.hr });
    expect((await read(server, world.hr, body.url)).status).toBe(404);
    await ask(server, enter, { id: globalId('Workspace', world.workspace.id) }, { as: world.hr });
    expect((await read(server, world.hr, body.url)).status).toBe(200);
  });
});

describe('with a virus scanner', () => {
  let guarded: TestServer;
  let scanner: Server;
  let port: number;
  let answer: (content: Buffer) => string | undefined;

  /** Speaks INSTREAM as clamd does: pieces with their length, an empty one, one line. */
  beforeAll(async () => {
    scanner = createServer((socket) => {
      let received = Buffer.alloc(0);
      socket.on('error', () => undefined);
      socket.on('data', (data) => {
        received = Buffer.concat([received, data]);
        let at = 'zINSTREAM\0'.length;
        const pieces: Buffer[] = [];
        while (at + 4 <= received.length) {
          const length = received.readUInt32BE(at);
          if (length === 0) {
            const said = answer(Buffer.concat(pieces));
            if (said === undefined) socket.destroy();
            else socket.end(`${said}\0`);
            return;
          }
          if (at + 4 + length > received.length) return;
          pieces.push(received.subarray(at + 4, at + 4 + length));
          at += 4 + length;
        }
      });
    });
    await new Promise<void>((resolve) => scanner.listen(0, '127.0.0.1', resolve));
    const address = scanner.address();
    port = typeof address === 'object' && address ? address.port : 0;
    guarded = await startTestServer({ environment: { PLANWRIGHT_CLAMD: `127.0.0.1:${port}` } });
  });
  afterAll(async () => {
    await guarded?.stop();
    scanner?.close();
  });
  afterEach(() => {
    answer = () => undefined;
  });

  test('a clean file is kept, an infected one is not and leaves its name in the audit trail, and without an answer nothing is', async () => {
    const workspace = await guarded.workspace();
    const person = await workspace.person({ name: 'Li' });
    const seen: Buffer[] = [];
    answer = (content) => {
      seen.push(content);
      return 'stream: OK';
    };
    const content = pdfOf(CHUNK_BYTES + 100);
    expect((await upload(guarded, person, 'clean.pdf', content)).status).toBe(200);
    expect(seen[0]?.equals(content)).toBe(true);
    answer = () => 'stream: Eicar-Test-Signature FOUND';
    const infected = await upload(guarded, person, 'infected.pdf', PDF);
    expect([infected.status, infected.body.errors[0].extensions.code]).toEqual([422, 'INFECTED']);
    for (const silent of [() => undefined, () => 'INSTREAM size limit exceeded. ERROR']) {
      answer = silent;
      const refused = await upload(guarded, person, 'unseen.pdf', PDF);
      expect([refused.status, refused.body.errors[0].extensions.code]).toEqual([503, 'SCANNER_SILENT']);
    }
    expect(await guarded.sql.rows('select name from file')).toEqual([{ name: 'clean.pdf' }]);
    expect(await guarded.sql.rows('select action, outcome, detail from audit_entry')).toEqual([
      { action: 'uploadFile', outcome: 'REFUSED', detail: { found: 'Eicar-Test-Signature' } },
    ]);
  });
});

describe('how much is kept', () => {
  test('is bounded for a workspace, and for what one person has uploaded and not submitted', async () => {
    const small = await startTestServer({ environment: { PLANWRIGHT_FILES_GIGABYTES: '0.00001' } });
    try {
      const person = await (await small.workspace()).person({ name: 'Li' });
      const asked = async (bytes: number) =>
        (await small.ask(CREATE_UPLOAD, { input: { name: 'a.pdf', bytes } }, { as: person })).createUpload.userErrors;
      expect(await asked(10_000)).toEqual([]);
      expect(await asked(1000)).toMatchObject([{ code: 'INVALID', path: ['bytes'] }]);
      await small.sql.rows('update file set bytes = 1');
      for (let n = 1; n < 60; n += 1) expect(await asked(1)).toEqual([]);
      expect(await asked(1)).toMatchObject([{ code: 'INVALID', path: [] }]);
    } finally {
      await small.stop();
    }
  });

  test('begins within ten minutes, and goes after seven days without a submission', async () => {
    const other = await startTestServer();
    try {
      const person = await (await other.workspace()).person({ name: 'Li' });
      const late = await createUpload(other, person, 'late.pdf', PDF.length);
      const { body } = await upload(other, person, 'kept.pdf', PDF);
      const work = expiredUploads(other);
      other.clock.moveTo('2026-01-05T01:10:01.000Z');
      expect((await put(other, person, late.url, PDF)).status).toBe(404);
      await work.doDue();
      expect(await other.sql.rows('select name from file')).toEqual([{ name: 'kept.pdf' }]);
      await other.sql.rows(`update session set last_seen_at = '2026-01-12', expires_at = '2027-01-01'`);
      other.clock.moveTo('2026-01-12T00:59:00.000Z');
      await work.doDue();
      expect((await read(other, person, body.url)).status).toBe(200);
      expect(await work.nextDueAt()).toBe('2026-01-12T01:00:00.000Z');
      other.clock.moveTo('2026-01-12T01:00:00.000Z');
      await work.doDue();
      expect(await other.sql.rows('select 1 from file_chunk union all select 1 from file')).toEqual([]);
    } finally {
      await other.stop();
    }
  });
});

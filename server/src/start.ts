import 'reflect-metadata';
import type { IncomingMessage } from 'node:http';
import { loadTemplates } from '@planwright/seeds';
import { type Logger, pino } from 'pino';
import { refuseDemoAccounts } from './access/demo-accounts.js';
import { type ApiRoom, accessRoom } from './access/room.js';
import { LiveBoards, type LiveBoardsOptions } from './boards/live-boards.js';
import { boardsRoom } from './boards/room.js';
import { type Clock, systemClock } from './clock/clock.js';
import { Ticker } from './clock/ticker.js';
import { logOptions } from './config/log-options.js';
import type { Settings } from './config/settings.js';
import { Database } from './database/database.js';
import { startEmbedded } from './database/embedded/start-embedded.js';
import { WORKER_ROLE } from './database/policy-sql.js';
import { runMigrations } from './database/run-migrations.js';
import { type Examples, prepareExamples } from './demo/examples/prepare-examples.js';
import { seedDemo } from './demo/seed-demo.js';
import { moveOnPublish } from './enrolments/migration/move-on-publish.js';
import { type Foresight, startForesight } from './enrolments/migration/start-foresight.js';
import { enrolmentsRoom } from './enrolments/room.js';
import { entities } from './entities.js';
import { KnownAnalyses } from './experiments/known-analyses.js';
import { experimentsRoom } from './experiments/room.js';
import { experimentNeeding, runningExperiments } from './experiments/running-experiments.js';
import { type ApiServer, GRAPHQL_PATH, startApiServer } from './http/api-server.js';
import { ADMISSION_LIMITS, type Admission, type AdmissionLimits } from './http/limits/admit-operation.js';
import { LeakyBuckets } from './http/limits/leaky-bucket.js';
import { whyNotReady } from './http/readiness.js';
import { identify } from './http/request-context.js';
import { buildApiSchema } from './http/schema.js';
import { presentedToken } from './http/session-cookie.js';
import { maskLiveError } from './http/websocket/mask-live-error.js';
import { startWebSocketEdge, type WebSocketLimits } from './http/websocket/websocket-edge.js';
import { Inbox } from './inbox/inbox.js';
import { inboxRoom } from './inbox/room.js';
import { installJobs } from './jobs/install-jobs.js';
import { startPgBossJobs } from './jobs/pg-boss-jobs.js';
import { metricKeys } from './outcomes/read-metrics.js';
import { recordBaseline } from './outcomes/record-baseline.js';
import { outcomesRoom } from './outcomes/room.js';
import { SURVEY_NOTICES, SurveyNotices } from './outcomes/surveys/survey-notices.js';
import { SurveyTokens } from './outcomes/surveys/survey-token.js';
import { DefinitionCache } from './plans/definition-cache.js';
import { ReminderStorms } from './plans/reminder-storms.js';
import { plansRoom } from './plans/room.js';
import type { PluginDeps } from './plugins/plugin-deps.js';
import { followFolders } from './plugins/releases/folder-follower.js';
import { pluginsRoom } from './plugins/room.js';
import { Keyring } from './plugins/secrets/keyring.js';
import { startPlugins } from './plugins/start-plugins.js';
import { dueEnrolments } from './progress/due-enrolments.js';
import { startScoring } from './progress/scoring/start-scoring.js';
import { remindersRoom } from './reminders/room.js';
import { type Reminders, startReminders } from './reminders/start-reminders.js';
import { expiredReportFiles } from './reports/export/expired-report-files.js';
import { findChromium, pdfPrinter } from './reports/export/print-pdf.js';
import { REPORT_FILES_PATH } from './reports/export/report-files.js';
import { serveReportFile } from './reports/export/serve-report-file.js';
import { type StatisticsThread, startStatisticsThread } from './reports/heavy/statistics-thread.js';
import { reportsRoom } from './reports/room.js';
import { REPORT_NOTICES, ReportNotices } from './reports/schedule/report-notices.js';
import { dueReports } from './reports/schedule/send-reports.js';
import { ClockWalks } from './sandbox/clock-walks.js';
import { sandboxRoom } from './sandbox/room.js';

/** Where the database is, and how to reach it in each role. */
export interface OpenedDatabase {
  appUrl: string;
  ownerUrl: string | undefined;
  stop(): Promise<void>;
}

/** What runs beside requests: the ticker, the hub. Stopped in the reverse order of the start. */
export interface Service {
  stop(): Promise<void>;
}

export interface RunningServer {
  api: ApiServer;
  database: Database;
  boards: LiveBoards;
  ticker: Ticker;
  /** Asks scorers for what acts have made old. */
  scoring: Ticker;
  /** Makes the reports that are sent regularly. */
  sendings: Ticker;
  plugins: PluginDeps;
  reminders: Reminders;
  /** What is being made for the demo company, if it is. */
  examples: Examples | undefined;
  analyses: KnownAnalyses;
  statistics: StatisticsThread;
  foresight: Foresight;
  stop(): Promise<void>;
}

/** The database of the settings, migrated. */
export async function openDatabase(
  settings: Settings,
  log: Logger = pino(logOptions(settings.logLevel)),
): Promise<OpenedDatabase> {
  const opened: OpenedDatabase =
    settings.database.kind === 'embedded'
      ? await startEmbedded({
          folder: settings.database.folder,
          onChange: (what, how) =>
            what === 'lost'
              ? log.error({ how }, 'PostgreSQL ended without being told to; it is started again')
              : log.info('PostgreSQL answers again'),
        })
      : { appUrl: settings.database.appUrl, ownerUrl: settings.database.ownerUrl, stop: async () => undefined };
  try {
    if (opened.ownerUrl !== undefined) {
      const { notes } = await migrate(opened.ownerUrl, decodeURIComponent(new URL(opened.appUrl).username));
      for (const note of notes ?? []) log.warn(note);
    }
    return opened;
  } catch (error) {
    await opened.stop();
    throw error;
  }
}

/** Tables, policies and the queue. */
export const migrate = (ownerUrl: string, appRole: string) =>
  runMigrations(ownerUrl, appRole, (owner) => installJobs(ownerUrl, owner, WORKER_ROLE));

export interface StartOptions {
  clock?: Clock;
  log?: Logger;
  limits?: Partial<AdmissionLimits>;
  /** Pace of the live boards. */
  live?: Partial<LiveBoardsOptions>;
  sockets?: Partial<WebSocketLimits>;
  /** Fills an empty database with the demo company. */
  demo?: boolean;
  /** Lets the demo company begin with a report, messages, a sandbox and an experiment, made beside the running server. */
  examples?: boolean;
  /** Longest that one statement may take. */
  statementTimeoutMs?: number;
  /** Longest that an operation of the API may take. */
  answerWithinMs?: number;
  /** Whether reminders go out by themselves; else only when they are told to. */
  reminders?: 'run' | 'stand';
}

/** Wires the rooms over a migrated database and listens. Nothing else knows everything. */
export async function startServer(
  settings: Settings,
  opened: Pick<OpenedDatabase, 'appUrl'>,
  {
    clock = systemClock,
    log = pino(logOptions(settings.logLevel)),
    limits = {},
    live = {},
    sockets = {},
    demo = false,
    examples: withExamples = false,
    statementTimeoutMs,
    answerWithinMs,
    reminders: remindersGo = 'run',
  }: StartOptions = {},
): Promise<RunningServer> {
  const database = await Database.open({
    url: opened.appUrl,
    entities,
    poolSize: settings.poolSize,
    statementTimeoutMs,
  });
  const services: Service[] = [];
  let stopped = false;
  const stop = async () => {
    stopped = true;
    for (let service = services.pop(); service; service = services.pop()) await service.stop();
    await database.close();
  };
  try {
    if (settings.mode === 'production') await refuseDemoAccounts(database);
    const basis = { database, clock, log };
    const mask = maskLiveError(log);
    const definitions = new DefinitionCache();
    const statistics = startStatisticsThread();
    services.push(statistics);
    const foresight = startForesight();
    services.push(foresight);
    const analyses = new KnownAnalyses((data) => statistics.run('analyseExperiment', data));
    const keyring = new Keyring(settings.secretKey);
    const plugins = await startPlugins({ ...basis, settings, keyring });
    const surveyTokens = new SurveyTokens(keyring);
    services.push(plugins.host);
    if (settings.mode === 'development')
      services.push(await followFolders(settings.plugins.folders, () => plugins.registry.reload(clock.real())));
    const boards = await LiveBoards.start({ ...basis, ...live, mask });
    services.push(boards);
    const inbox = new Inbox(database, (workspaceId) => boards.privateChanged(workspaceId));
    const reminders = startReminders({
      ...basis,
      definitions,
      plugins,
      inbox,
      studioUrl: settings.studioOrigins[0] ?? '',
      notices: {
        [SURVEY_NOTICES]: new SurveyNotices(database, surveyTokens),
        [REPORT_NOTICES]: new ReportNotices(),
      },
      boards: boards.listener,
    });
    const { progress, scoring } = startScoring({ ...basis, plugins }, { definitions, listener: reminders.listener });
    const isNewDemo =
      demo &&
      (await seedDemo(database, progress, plugins.registry, { now: clock.real(), password: settings.demoPassword }));
    const walks = new ClockWalks({
      ...basis,
      progress,
      reminders,
    });
    const ticker = new Ticker({
      clock,
      work: dueEnrolments(basis, progress),
      onError: (error) => log.error({ err: error }, 'the ticker could not work; it tries again'),
    });
    const fileSweeps = new Ticker({
      clock,
      work: expiredReportFiles(basis),
      onError: (error) => log.error({ err: error }, 'expired files could not be deleted; it is tried again'),
    });
    const sendings = new Ticker({
      clock,
      work: dueReports(basis, { definitions, statistics, analyses }),
      onError: (error) => log.error({ err: error }, 'reports could not be sent; they are tried again'),
    });
    const enrolments = { progress, runningExperiments };
    const chromium = await findChromium(settings.chromium);
    const printPdf = chromium === undefined ? undefined : pdfPrinter(chromium);
    const rooms: ApiRoom[] = [
      accessRoom(),
      pluginsRoom(plugins),
      plansRoom({
        definitions,
        plugins,
        storms: new ReminderStorms(database, plugins),
        loadTemplates,
        moveOnPublish: moveOnPublish({ progress, runningExperiments, foresight }),
        experimentNeeding,
        metricKeys,
        committed: boards.listener.committed,
      }),
      enrolmentsRoom({ ...enrolments, recordBaseline, foresight }),
      boardsRoom(boards, definitions),
      inboxRoom(inbox),
      remindersRoom(definitions, plugins),
      sandboxRoom(walks),
      outcomesRoom(definitions, surveyTokens),
      experimentsRoom({ ...enrolments, analyses }),
      reportsRoom({ definitions, statistics, enrolments, analyses, printsPdf: chromium !== undefined }),
    ];
    const schema = buildApiSchema(rooms);
    const admission: Admission = {
      schema,
      limits: { ...ADMISSION_LIMITS, openIntrospection: settings.mode !== 'production', ...limits },
      buckets: new LeakyBuckets(clock),
    };
    const sessionOf = async ({ headers }: IncomingMessage) =>
      (await identify(basis, presentedToken(headers, settings.secure))).viewer?.sessionId;
    const starting = { over: false };
    const api = await startApiServer({
      schema,
      database,
      answerWithinMs,
      clock,
      log,
      studioOrigins: settings.studioOrigins,
      secure: settings.secure,
      trustedProxies: settings.trustedProxies,
      admission,
      production: settings.mode === 'production',
      host: settings.host,
      port: settings.port,
      whyNotReady: () => whyNotReady(database, starting),
      files: { [`${REPORT_FILES_PATH}/:token/:name`]: serveReportFile({ database, clock, printPdf, sessionOf }) },
    });
    services.push(api);
    ticker.start();
    services.push(ticker);
    fileSweeps.start();
    services.push(fileSweeps);
    sendings.start();
    services.push(sendings);
    scoring.start();
    services.push(scoring);
    walks.start();
    services.push(walks);
    const jobs = remindersGo === 'run' ? await startPgBossJobs({ url: opened.appUrl, log }) : undefined;
    if (jobs) services.push(jobs);
    services.push(reminders);
    let examples: Examples | undefined;
    if (demo && withExamples) {
      const reports = { definitions, statistics, analyses };
      const { registry } = plugins;
      examples = prepareExamples(
        { database, log, registry, experiments: { ...enrolments, analyses }, reports, reminders, walks, sendings },
        { now: clock.real(), isNew: isNewDemo },
      );
      services.push(examples);
    }
    // What was said in the last days is told first: afterwards it would be the past.
    const begun = examples?.reminded.then(() => (jobs && !stopped ? reminders.run(jobs) : undefined));
    if (begun) void begun.catch((error: unknown) => log.error({ err: error }, 'reminders did not start'));
    else if (jobs) await reminders.run(jobs);
    const edge = { ...basis, http: api.http, path: GRAPHQL_PATH, schema, admission, mask, live: boards };
    const { studioOrigins, secure } = settings;
    services.push(await startWebSocketEdge({ ...edge, studioOrigins, secure, limits: sockets }));
    starting.over = true;
    return {
      examples,
      api,
      database,
      boards,
      ticker,
      sendings,
      scoring,
      plugins,
      reminders,
      analyses,
      statistics,
      foresight,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

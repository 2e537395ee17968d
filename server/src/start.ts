import 'reflect-metadata';
import type { IncomingMessage } from 'node:http';
import { loadTemplates } from '@planwright/seeds';
import { type Logger, pino } from 'pino';
import type { ApiRoom } from './access/graphql/index.js';
import { accessRoom, accountsFollow, ProviderConnections, providerPaths, refuseDemoAccounts } from './access/room.js';
import { LiveBoards } from './boards/index.js';
import { boardsFollowPeople, boardsRoom, type LiveBoardsOptions } from './boards/room.js';
import { type Clock, systemClock, Ticker } from './clock/index.js';
import { logOptions, type Settings } from './config/index.js';
import { Database, runMigrations, startEmbedded, WORKER_ROLE, whereWritable } from './database/index.js';
import { type Examples, prepareExamples, seedDemo } from './demo/index.js';
import {
  careerListener,
  dueRules,
  enrolmentsRoom,
  type Foresight,
  leavingInPlans,
  moveOnPublish,
  startForesight,
} from './enrolments/room.js';
import { entities } from './entities.js';
import { KnownAnalyses } from './experiments/index.js';
import { experimentMembers, experimentNeeding, experimentsRoom, runningExperiments } from './experiments/room.js';
import { clamd, expiredUploads, FILES_PATH, filesRoom, putUpload, serveFile, UPLOADS_PATH } from './files/room.js';
import {
  ADMISSION_LIMITS,
  type Admission,
  type AdmissionLimits,
  type ApiServer,
  buildApiSchema,
  GRAPHQL_PATH,
  identify,
  LeakyBuckets,
  maskLiveError,
  presentedToken,
  startApiServer,
  startWebSocketEdge,
  type WebSocketLimits,
  whyNotReady,
} from './http/index.js';
import { Inbox } from './inbox/index.js';
import { inboxRoom } from './inbox/room.js';
import { installJobs, startPgBossJobs } from './jobs/index.js';
import { type OrganisationListener, providerDirectory } from './organisation/index.js';
import {
  deputyPeriods,
  fillNamePinyin,
  organisationRoom,
  PEOPLE_FILES_PATH,
  PeopleImports,
  servePeopleFile,
} from './organisation/room.js';
import { guardedFetch, systemResolve } from './outbound/index.js';
import { metricKeys } from './outcomes/index.js';
import { outcomesRoom, recordBaseline, SURVEY_NOTICES, SurveyNotices, SurveyTokens } from './outcomes/room.js';
import { DefinitionCache } from './plans/index.js';
import { plansRoom, ReminderStorms } from './plans/room.js';
import type { PluginDeps } from './plugins/index.js';
import { followFolders, pluginsRoom, startPlugins } from './plugins/room.js';
import { dueEnrolments, followHours, startScoring } from './progress/index.js';
import type { Reminders } from './reminders/index.js';
import {
  ACCOUNT_NOTICES,
  AccountNotices,
  remindersRoom,
  silenceAboutLeavers,
  startReminders,
  tellOrganisation,
} from './reminders/room.js';
import {
  dueReports,
  expiredReportFiles,
  findChromium,
  pdfPrinter,
  REPORT_FILES_PATH,
  REPORT_NOTICES,
  ReportNotices,
  reportsRoom,
  type StatisticsThread,
  serveReportFile,
  startStatisticsThread,
} from './reports/room.js';
import { ClockWalks } from './sandbox/index.js';
import { sandboxRoom } from './sandbox/room.js';
import { Keyring } from './secrets/index.js';

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
  /** Enrols people by rule. */
  rules: Ticker;
  /** Lets deputies begin and end. */
  deputies: Ticker;
  /** Makes the reports that are sent regularly. */
  sendings: Ticker;
  /** Reads and writes files of people. */
  peopleImports: PeopleImports;
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
    await whereWritable(() => fillNamePinyin(database));
    const basis = { database, clock, log };
    const mask = maskLiveError(log);
    const definitions = new DefinitionCache();
    const statistics = startStatisticsThread();
    services.push(statistics);
    const foresight = startForesight();
    services.push(foresight);
    const analyses = new KnownAnalyses((data) => statistics.run('analyseExperiment', data));
    const keyring = new Keyring(settings.secretKey);
    const studioUrl = settings.studioOrigins[0] ?? '';
    const fetch = guardedFetch({ privateHosts: settings.plugins.privateHosts, resolve: systemResolve });
    /** Without a setting the API is where it listens, which is known then. */
    let publicUrl = settings.publicUrl ?? '';
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
      studioUrl,
      notices: {
        [SURVEY_NOTICES]: new SurveyNotices(database, surveyTokens),
        [REPORT_NOTICES]: new ReportNotices(),
        [ACCOUNT_NOTICES]: new AccountNotices(database, keyring),
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
    const uploadSweeps = new Ticker({
      clock,
      work: expiredUploads(basis),
      onError: (error) => log.error({ err: error }, 'uploads that nobody used could not be deleted; it is tried again'),
    });
    const sendings = new Ticker({
      clock,
      work: dueReports(basis, { definitions, statistics, analyses }),
      onError: (error) => log.error({ err: error }, 'reports could not be sent; they are tried again'),
    });
    const rules = new Ticker({
      clock,
      work: dueRules(basis, { definitions, progress, experimentMembers }),
      onError: (error) => log.error({ err: error }, 'rules could not enrol people; they are tried again'),
    });
    const enrolments = { progress, runningExperiments };
    /** What later rooms do when somebody joins, leaves or gets another job. */
    const organisationListeners: OrganisationListener[] = [
      accountsFollow,
      careerListener,
      leavingInPlans(progress),
      silenceAboutLeavers,
      tellOrganisation,
      boardsFollowPeople,
      followHours(progress),
    ];
    const deputies = new Ticker({
      clock,
      work: deputyPeriods(basis, organisationListeners),
      onError: (error) => log.error({ err: error }, 'deputies could not be carried over; it is tried again'),
    });
    const peopleImports = new PeopleImports({ ...basis, listeners: organisationListeners });
    const chromium = await findChromium(settings.chromium);
    const printPdf = chromium === undefined ? undefined : pdfPrinter(chromium);
    const providers = {
      ...basis,
      keyring,
      fetch,
      connections: new ProviderConnections(clock, fetch),
      directory: providerDirectory({ listeners: organisationListeners }),
      publicUrl: () => publicUrl,
      studioOrigins: settings.studioOrigins,
    };
    const rooms: ApiRoom[] = [
      accessRoom(
        {
          studioUrl,
          keyring,
          signedInFirst: async (tx, person, at) => {
            for (const listener of organisationListeners) await listener.signedInFirst?.(tx, person, at);
          },
        },
        providers,
      ),
      filesRoom(settings.files),
      organisationRoom({ listeners: organisationListeners, peopleImports }),
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
      enrolmentsRoom({ ...enrolments, recordBaseline, experimentMembers, foresight }),
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
    const viewerOf = async ({ headers }: IncomingMessage) =>
      (await identify(basis, presentedToken(headers, settings.secure))).viewer;
    const sessionOf = async (request: IncomingMessage) => (await viewerOf(request))?.sessionId;
    const scanner = settings.files.clamd && clamd(settings.files.clamd);
    // Nobody comes in with the rights of a period that ended while no server ran.
    deputies.start();
    services.push(deputies);
    await deputies.wake();
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
      files: {
        [`${REPORT_FILES_PATH}/:token/:name`]: serveReportFile({ database, clock, printPdf, sessionOf }),
        [`${PEOPLE_FILES_PATH}/:name`]: servePeopleFile({ database, clock, viewerOf }),
      },
      visited: providerPaths(providers),
      fetched: [
        { method: 'PUT', path: `${UPLOADS_PATH}/:id`, handler: putUpload({ ...basis, viewerOf, scanner }) },
        { method: 'GET', path: `${FILES_PATH}/:id/:name`, handler: serveFile({ ...basis, viewerOf }) },
      ],
    });
    publicUrl ||= new URL(api.url).origin;
    services.push(api);
    ticker.start();
    services.push(ticker);
    rules.start();
    services.push(rules);
    fileSweeps.start();
    services.push(fileSweeps);
    uploadSweeps.start();
    services.push(uploadSweeps);
    sendings.start();
    services.push(sendings);
    scoring.start();
    services.push(scoring);
    walks.start();
    services.push(walks);
    peopleImports.start();
    services.push(peopleImports);
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
      rules,
      deputies,
      sendings,
      scoring,
      peopleImports,
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

import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from '../database/connect.js';
import { startEmbedded } from '../database/embedded/start-embedded.js';
import { identifier, WORKER_ROLE } from '../database/policy-sql.js';
import { runMigrations } from '../database/run-migrations.js';
import { installJobs } from '../jobs/install-jobs.js';

export interface ClusterUrls {
  adminUrl: string;
  appUrl: string;
  ownerUrl: string;
}

const TEMPLATE = 'planwright_template';

/** The run's one PostgreSQL with a migrated template database; the first of the workers starts it, the others wait. */
export async function testCluster(): Promise<ClusterUrls> {
  const run = process.env.PLANWRIGHT_TEST_RUN;
  if (!run) throw new Error('these tests run as jest project "server", which makes the folder of the run');
  const ready = path.join(run, 'cluster.json');
  const claim = path.join(run, 'claim');
  for (;;) {
    if (existsSync(ready)) return JSON.parse(readFileSync(ready, 'utf8')) as ClusterUrls;
    try {
      mkdirSync(claim);
      break;
    } catch {
      await wait(50);
    }
  }
  try {
    chmodSync(run, 0o755);
    const cluster = await startEmbedded({
      folder: path.join(run, 'cluster'),
      database: TEMPLATE,
      settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '128MB' },
    });
    await runMigrations(cluster.ownerUrl, 'planwright_app', (owner) =>
      installJobs(cluster.ownerUrl, owner, WORKER_ROLE),
    );
    const { adminUrl, appUrl, ownerUrl } = cluster;
    writeFileSync(`${ready}.new`, JSON.stringify({ adminUrl, appUrl, ownerUrl }));
    renameSync(`${ready}.new`, ready);
    return { adminUrl, appUrl, ownerUrl };
  } catch (error) {
    rmSync(claim, { recursive: true });
    throw error;
  }
}

export interface TestDatabase extends ClusterUrls {
  drop(): Promise<void>;
}

/** A fresh copy of the migrated template, for one test file. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const urls = await testCluster();
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  const admin = async (statement: string) => {
    const client = await connect(urls.adminUrl);
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await retryWhileBusy(() => admin(`create database ${name} template ${TEMPLATE} owner planwright_owner`));
  const inDatabase = (url: string) => {
    const changed = new URL(url);
    changed.pathname = `/${name}`;
    return changed.toString();
  };
  return {
    adminUrl: inDatabase(urls.adminUrl),
    appUrl: inDatabase(urls.appUrl),
    ownerUrl: inDatabase(urls.ownerUrl),
    drop: () => admin(`drop database if exists ${identifier(name)} with (force)`),
  };
}

/** Two copies of a template cannot be made at the same moment. */
async function retryWhileBusy(work: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries >= 100 || !(error instanceof Error) || !/being accessed|concurrently/.test(error.message)) throw error;
      await wait(50);
    }
  }
}

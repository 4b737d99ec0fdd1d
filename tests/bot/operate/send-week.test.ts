import { sendWeek } from '../../../src/bot/operate/send-week';
import type { Destination, Notice, Sent } from '../../../src/handoff/destination';
import type { WeekFigures } from '../../../src/insights/week-figures';
import { openDatabase } from '../../../src/storage/open-database';
import { sqlWeekly } from '../../../src/storage/sql-weekly';
import { never } from '../../converse';

const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

test('the week goes once to each destination, on Monday; who does not take it is asked again, whichever process sends', async () => {
  const db = await openDatabase(':memory:');
  const told: string[] = [];
  let answer: Sent = { kind: 'accepted' };
  const destination = {
    ...{ id: 'mailbox', kind: 'email' },
    notify: async ({ key, type, subject }: Notice) => {
      told.push(`${key} ${type} ${subject}`);
      return answer;
    },
  } as unknown as Destination;
  let time = '2026-11-23T05:00:00Z';
  const process = () =>
    sendWeek({
      ...{ destinations: [destination], sent: sqlWeekly(db), now: () => new Date(time), wait: never, log },
      figures: async (week) => week as WeekFigures,
      letter: ({ from }) => ({ subject: from.slice(0, 10), text: '' }),
    });
  const [one, other] = [process(), process()];
  await one();
  expect(told).toEqual([]);
  time = '2026-11-23T06:00:00Z';
  answer = { kind: 'failed', why: 'HTTP 500' };
  await one();
  answer = { kind: 'accepted' };
  await Promise.all([one(), other()]);
  await one();
  expect(told).toEqual(Array(2).fill('week-2026-11-16.mailbox week.figures 2026-11-16'));
  time = '2026-12-01T00:00:00Z';
  await other();
  expect(told.at(-1)).toBe('week-2026-11-23.mailbox week.figures 2026-11-23');
  await db.destroy();
});

test('a week whose figures could not be read is sent the next time', async () => {
  const db = await openDatabase(':memory:');
  const told: string[] = [];
  const destination = {
    ...{ id: 'mailbox', kind: 'email' },
    notify: async ({ key }: Notice): Promise<Sent> => {
      told.push(key);
      return { kind: 'accepted' };
    },
  } as unknown as Destination;
  let isBroken = true;
  const send = sendWeek({
    ...{
      destinations: [destination],
      sent: sqlWeekly(db),
      now: () => new Date('2026-11-23T06:00:00Z'),
      wait: never,
      log,
    },
    figures: async (week) => {
      if (isBroken) throw new Error('database is locked');
      return week as WeekFigures;
    },
    letter: () => ({ subject: '', text: '' }),
  });
  await expect(send()).rejects.toThrow('database is locked');
  isBroken = false;
  await send();
  expect(told).toEqual(['week-2026-11-16.mailbox']);
  await db.destroy();
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import { type Inbound, readInbound } from '../../src/channels/inbound';

/**
 * Activities as the channels send them: `{"read": how we read it, "activity": what came in}`, one file each. Those of
 * the web are of the Emulator, Web Chat and Direct Line; the shapes of Teams are Microsoft's own documentation's.
 */
interface Payload {
  readonly read: Inbound;
  readonly activity: Activity;
}

const folder = join(__dirname, '..', 'payloads');

/** What a channel tells us, as we read it; only Teams tells of more than words and buttons. */
const KINDS: Readonly<Record<string, ReadonlySet<string>>> = {
  web: new Set(['utterance', 'action', 'joined', 'unread', 'ignored']),
  teams: new Set(['utterance', 'action', 'joined', 'left', 'rating', 'unread', 'ignored']),
};

describe.each(['web', 'teams'])('%s', (channel) => {
  const files = readdirSync(join(folder, channel));

  test.each(files)('%s is read as it is pinned', (file) => {
    const { read, activity }: Payload = JSON.parse(readFileSync(join(folder, channel, file), 'utf8'));
    expect(readInbound(activity)).toEqual(read);
  });

  test('every way of reading is shown', () => {
    const kinds = files.map((file) => JSON.parse(readFileSync(join(folder, channel, file), 'utf8')).read.kind);
    expect(new Set(kinds)).toEqual(KINDS[channel]);
  });
});

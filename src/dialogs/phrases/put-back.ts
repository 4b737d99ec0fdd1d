import type { PutBack, SwitchedThing } from '../../checks/put-back.js';
import { doubtsText, SIGNS, signLine } from './finding.js';
import { clockTime } from './moment.js';
import { bullets, listed, quoted } from './names.js';
import { wasOnNames } from './was-on-names.js';
import type { Words } from './words.js';

/**
 * What is to be put back after the migration, as Markdown: the verdict, each thing by name, what could not be found or
 * seen, and the e-mail notifications, which no account tells.
 */
export function putBackText(putBack: PutBack, t: Words, language: string, timeZone: string): string {
  const { at, notBackYet, back, deleted, manual, gone, doubts } = putBack;
  const isEmpty = [notBackYet, back, deleted, manual, gone, doubts].every(({ length }) => length === 0);
  if (isEmpty) return t('putBack.nothingRemembered');
  const named = (things: readonly SwitchedThing[]) => listed(wasOnNames(things, t), t, language);
  return [
    verdict(putBack, t),
    ...(notBackYet.length > 0
      ? [
          bullets(
            notBackYet.map((thing) => thingText(thing, t)),
            t,
          ),
        ]
      : []),
    ...(manual.length > 0 ? [t('putBack.manual', { names: named(manual) })] : []),
    ...(deleted.length > 0 ? [t('putBack.deleted', { names: named(deleted) })] : []),
    ...(gone.length > 0 ? [t('putBack.gone', { names: named(gone) })] : []),
    ...(doubts.length > 0 ? [t('putBack.partial'), doubtsText(doubts, t, language, timeZone)] : []),
    t('putBack.email'),
    t('putBack.looked', { time: clockTime(at, language, timeZone) }),
  ].join('\n\n');
}

/** "All back" only when every single thing was seen to be. */
function verdict({ notBackYet, back, deleted, manual, gone, doubts }: PutBack, t: Words): string {
  const count = notBackYet.length;
  const others = [deleted, manual, gone].reduce((sum, { length }) => sum + length, 0);
  if (count > 0) {
    const total = count + back.length + others;
    return signLine(SIGNS.problem, t('putBack.word'), t('putBack.headline.notYet', { count, total }), t);
  }
  if (others + doubts.length > 0) {
    return signLine(SIGNS.unknown, t('finding.word.unknown'), t('putBack.headline.unknown'), t);
  }
  return signLine(SIGNS.ok, t('finding.word.ok'), t('putBack.headline.all', { count: back.length }), t);
}

function thingText({ kind, id, name }: SwitchedThing, t: Words): string {
  return t(`putBack.thing.${kind}`, { name: quoted(name, t, id) });
}

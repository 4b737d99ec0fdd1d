import type { Attachment } from 'botbuilder';

/** What was sent in the place of words, as far as it can be told. */
export type Wordless = 'file' | 'picture' | 'recording' | 'other';

/** By the beginning of its content type. A message's copy in HTML, a Loop component, a forwarded message are none of these. */
const KINDS: readonly (readonly [RegExp, Wordless])[] = [
  [/^image\/|^application\/vnd\.microsoft\.card\.animation/i, 'picture'],
  [/^(?:audio|video)\/|^application\/vnd\.microsoft\.card\.(?:audio|video)/i, 'recording'],
  [
    /^reference$|^application\/vnd\.microsoft\.teams\.file\.|^application\/(?!vnd\.microsoft\.)|^text\/(?!html)/i,
    'file',
  ],
];

/** What a message without words brings: the first attachment decides that is of a kind that we know. */
export function wordlessKind(attachments: readonly Partial<Attachment>[]): Wordless {
  for (const { contentType } of attachments) {
    const kind = KINDS.find(([pattern]) => typeof contentType === 'string' && pattern.test(contentType))?.[1];
    if (kind) return kind;
  }
  return 'other';
}

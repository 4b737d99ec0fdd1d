import { z } from 'zod';
import { singlePath } from './read-condition.js';

const size = z.strictObject({ parameter: z.string().min(1), value: z.int().min(1).max(1000) });
const ways = z
  .union([singlePath, z.array(singlePath)])
  .default([])
  .transform((told) => (Array.isArray(told) ? told : [told]));
/** How an answer tells whether there is more: yes or no, the number of pages, the number of rows. All that are named must tell. */
const END = { more: ways, pages: ways, count: ways };
/** `id` tells rows apart, from the row on: with it a row that comes twice is found, whatever else has changed in it. */
const ROWS = { rows: singlePath, id: singlePath.optional(), size: size.optional() };

/**
 * How a list comes in pages: by their number, by the number of rows before them, by a mark in the page before, by a link. An
 * answer that does not say whether there is more proves nothing, unless `absent: end` says that leaving it out means the end.
 */
export const paging = z
  .discriminatedUnion('by', [
    z.strictObject({
      by: z.literal('page'),
      ...ROWS,
      parameter: z.string().default('page'),
      first: z.int().default(1),
      ...END,
    }),
    z.strictObject({
      by: z.literal('offset'),
      ...ROWS,
      parameter: z.string().default('offset'),
      ...END,
    }),
    z.strictObject({
      by: z.literal('cursor'),
      ...ROWS,
      parameter: z.string().default('cursor'),
      next: singlePath,
      absent: z.literal('end').optional(),
    }),
    /** Without `next` by the header Link (RFC 8288), which is left out on the last page. */
    z.strictObject({
      by: z.literal('link'),
      ...ROWS,
      next: singlePath.optional(),
      absent: z.literal('end').optional(),
    }),
  ])
  .superRefine((told, context) => {
    if (told.by !== 'page' && told.by !== 'offset') return;
    const { more, pages, count } = told;
    if (more.length + pages.length + count.length > 0) return;
    const message = 'how an answer tells that there is more is missing: more:, pages: or count:';
    context.addIssue({ code: 'custom', message });
  });

export type Paging = z.infer<typeof paging>;

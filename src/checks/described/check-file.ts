import { z } from 'zod';
import { CHECK_NAME, checkFaults, type DescribedCheck, describedCheck, writtenCheck } from './described-check.js';
import { type DescribedRequest, describedRequest, requestFaults, type SignInFields } from './described-request.js';
import { enteredField } from './entered-field.js';
import { isHostPattern } from './host-pattern.js';
import { missingSentence, type SentenceOf } from './missing-sentence.js';
import { settled } from './template.js';

/** A set of checks, as a file of a deployment describes it. */
export interface CheckFile {
  readonly hosts: readonly string[];
  readonly signIn: SignInFields;
  readonly requests: Readonly<Record<string, DescribedRequest>>;
  readonly checks: readonly DescribedCheck[];
}

/** What the file is held against when it is read. */
export interface CheckFileWorld {
  /** Settings of the environment, by name. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly articles: ReadonlySet<string>;
  readonly sentence: SentenceOf;
}

const REQUEST = /^[a-z]\w{0,60}$/;

/**
 * The form of a checks file; docs/own-checks.md tells it. Whatever would make a check fail later is refused here, where the
 * line is known: paths, hosts, settings, articles and sentences that are not there.
 */
export function checkFile({ variables, articles, sentence }: CheckFileWorld): z.ZodType<CheckFile> {
  const text = settled(variables);
  const file = z.strictObject({
    hosts: z
      .array(
        text.pipe(
          z.string().refine(isHostPattern, { error: 'the name of a host expected: api.shop.example, *.shop.example' }),
        ),
      )
      .min(1),
    'sign-in': z
      .strictObject({
        site: enteredField.optional(),
        key: enteredField.extend({ masked: z.boolean().default(true) }).optional(),
      })
      .default({}),
    requests: z.record(
      z.string().regex(REQUEST, 'a name of small letters, digits and _ expected'),
      describedRequest(text),
    ),
    checks: z.record(z.string().regex(CHECK_NAME, 'a name of small letters, digits and - expected'), writtenCheck),
  });
  return file
    .superRefine(({ hosts, requests, checks, 'sign-in': signIn }, context) => {
      const fault = (path: readonly string[], message: string) =>
        context.addIssue({ code: 'custom', path: [...path], message });
      for (const [name, each] of Object.entries(requests))
        for (const [path, message] of requestFaults(each, hosts, signIn)) fault(['requests', name, ...path], message);
      if (Object.keys(checks).length === 0) fault(['checks'], 'there is no check in it');
      const world = { requests: Object.keys(requests), articles, sentence };
      for (const [id, each] of Object.entries(checks))
        for (const [path, message] of checkFaults(id, each, world)) fault(['checks', id, ...path], message);
      for (const [path, key] of ofSignIn(signIn, Object.keys(checks)))
        for (const missing of missingSentence(sentence, path, key)) fault(...missing);
    })
    .transform(({ hosts, requests, checks, 'sign-in': signIn }) => ({
      ...{ hosts, signIn, requests },
      checks: Object.entries(checks).map(([id, each]) => describedCheck(id, each, sentence)),
    }));
}

/** The sentences that the dialogs need for what a customer is asked. */
function ofSignIn(
  { site, key }: SignInFields,
  checks: readonly string[],
): readonly (readonly [path: readonly string[], key: string])[] {
  if (!site && !key) return [];
  return [
    ...['look.consent', 'look.signIn', 'look.forgotten', 'privacy.key'].map((each) => [['sign-in'], each] as const),
    ...[...checks, 'all'].map((each) => [['sign-in'], `look.reads.${each}`] as const),
    ...(site ? ['look.site', 'look.siteHint'] : []).map((each) => [['sign-in', 'site'], each] as const),
    ...(key ? ['look.key', 'look.keyHint'] : []).map((each) => [['sign-in', 'key'], each] as const),
  ];
}

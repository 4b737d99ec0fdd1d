import { z } from 'zod';

/** What a customer entered, by the field. */
export interface Entered {
  readonly site: string;
  readonly key: string;
}

/** Settings that a checks file may use: no other part of the environment gets out through it. */
const PREFIX = 'CHECKS_';
const VARIABLE = /\$\{(\w{1,80})(?::-([^}]{0,500}))?\}/g;
const PLACE = /\{([^{}]{0,80})\}/g;

/** A text of a checks file in which `${CHECKS_NAME}` and `${CHECKS_NAME:-otherwise}` are replaced by the settings. */
export function settled(variables: Readonly<Record<string, string | undefined>>) {
  return z.string().transform((text, context) => {
    const faults: string[] = [];
    const filled = text.replaceAll(VARIABLE, (_, name: string, otherwise: string | undefined) => {
      const value = variables[name]?.trim() || otherwise;
      if (!name.startsWith(PREFIX)) faults.push(`\${${name}}: only settings that begin with ${PREFIX} can be used`);
      else if (value === undefined) faults.push(`the setting ${name} is missing (see .env.example)`);
      return value ?? '';
    });
    for (const message of faults) context.issues.push({ code: 'custom', input: text, message });
    return faults.length > 0 ? z.NEVER : filled;
  });
}

/** The fields that a text wants filled in: `{site}`, `{key}`. */
export function placesIn(text: string): readonly string[] {
  return [...text.matchAll(PLACE)].map(([, name = '']) => name);
}

/** Fills in what was entered. */
export function fill(text: string, entered: Entered, written: (value: string) => string = (value) => value): string {
  return text.replaceAll(PLACE, (_, name: string) => written(name === 'key' ? entered.key : entered.site));
}

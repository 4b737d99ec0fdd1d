import { readFileSync } from 'node:fs';
import { parse, YAMLParseError } from 'yaml';
import { type ReadSettings, readHandoffSettings } from '../../handoff/handoff-settings.js';

/** Reads the file that HANDOFF_FILE names; what is wrong with it is told, line and all, never what stands in it. */
export function readHandoffFile(file: string, env: Readonly<Record<string, string | undefined>>): ReadSettings {
  try {
    return readHandoffSettings(parse(readFileSync(file, 'utf8'), { prettyErrors: false }), env);
  } catch (error) {
    if (error instanceof YAMLParseError) return { kind: 'invalid', problems: [`no YAML: ${error.message}`] };
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { kind: 'invalid', problems: [`${file} cannot be read (${code})`] };
  }
}

export interface LauncherWords {
  readonly open: string;
  readonly close: string;
  readonly frame: string;
  readonly unread: string;
}

/** Put here by the build, from the `widget` sentences of every language. */
declare const LAUNCHER_WORDS: Readonly<Record<string, LauncherWords>>;

/** The first language wished for that we speak, of those given in order of preference; else English. */
export function pickLanguage(wished: readonly (string | undefined)[]): string {
  const short = wished.map((language) => language?.slice(0, 2).toLowerCase() ?? '');
  return short.find((language) => Object.hasOwn(LAUNCHER_WORDS, language)) ?? 'en';
}

export const launcherWords = (language: string): LauncherWords =>
  LAUNCHER_WORDS[language] ?? { open: 'Support', close: 'Close', frame: 'Support', unread: '{{count}}' };

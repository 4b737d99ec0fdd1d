import type bot from './fr/bot.json';

/** Makes the compiler check every key that `words()` is asked for. Other languages are compared by tests/locales.test.ts. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'bot';
    resources: { bot: typeof bot };
  }
}

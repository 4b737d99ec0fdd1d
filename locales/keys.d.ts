import type deployment from '../deployments/teamwork-desk/fr/deployment.json';
import type bot from './fr/bot.json';
import type operate from './fr/operate.json';

/**
 * Makes the compiler check every key that `words()` is asked for: those of the product and those of the shipped deployment,
 * which are looked up in one go. Other languages are compared by tests/locales.test.ts.
 */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'bot';
    resources: { bot: typeof bot & typeof deployment; operate: typeof operate };
  }
}

import type { ServerResponse } from 'node:http';
import type { App } from './compose.js';
import { goneReportPage, REPORT_HEADERS, reportPage } from './report-page.js';
import { languageOfLocale } from './turn/follow-language.js';

/** Answers the link to a report: its page, or with 404 one that says that there is none. */
export async function answerReport(
  { reports, locales }: Pick<App, 'reports' | 'locales'>,
  token: string,
  acceptLanguage: string | undefined,
  response: ServerResponse,
): Promise<void> {
  const report = await reports.get(token);
  const wished = acceptLanguage?.slice(0, 2);
  const language = languageOfLocale(wished, locales.languages) ?? 'en';
  const page = report === undefined ? goneReportPage(language, locales.words(language)) : reportPage(report);
  response.writeHead(report === undefined ? 404 : 200, {
    ...REPORT_HEADERS,
    'content-length': Buffer.byteLength(page),
  });
  response.end(page);
}

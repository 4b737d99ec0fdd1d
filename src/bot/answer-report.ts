import type { ServerResponse } from 'node:http';
import type { ReportShelf } from '../checks/report.js';
import { goneReportPage, REPORT_HEADERS, reportPage } from './report-page.js';

/** Answers the link to a report: its page, or with 404 one that says that there is none. */
export async function answerReport(
  reports: ReportShelf,
  token: string,
  acceptLanguage: string | undefined,
  response: ServerResponse,
): Promise<void> {
  const report = await reports.get(token);
  const page =
    report === undefined ? goneReportPage((acceptLanguage ?? '').slice(0, 2).toLowerCase()) : reportPage(report);
  response.writeHead(report === undefined ? 404 : 200, {
    ...REPORT_HEADERS,
    'content-length': Buffer.byteLength(page),
  });
  response.end(page);
}

import { encodeXML } from 'entities';

/** One thing that was looked at. */
export interface CheckedCase {
  readonly suite: string;
  readonly name: string;
  /** Where it stands: its file and line. */
  readonly place?: string | undefined;
  readonly outcome: 'passed' | 'failed' | 'advice';
  readonly message?: string | undefined;
}

/** Cases as JUnit's XML, which every CI shows; advice is a skipped case with its reason. */
export function junitReport(cases: readonly CheckedCase[]): string {
  const suites = [...new Set(cases.map(({ suite }) => suite))];
  const count = (of: readonly CheckedCase[]) => {
    const failures = of.filter(({ outcome }) => outcome === 'failed').length;
    const skipped = of.filter(({ outcome }) => outcome === 'advice').length;
    return `tests="${of.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
  };
  const body = suites.map((suite) => {
    const own = cases.filter((each) => each.suite === suite);
    return ` <testsuite name="${asXml(suite)}" ${count(own)}>\n${own.map(testCase).join('')} </testsuite>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="passerelle check" ${count(cases)}>\n${body.join('')}</testsuites>\n`;
}

function testCase({ suite, name, place, outcome, message = name }: CheckedCase): string {
  const file = place === undefined ? '' : ` file="${asXml(place.replace(/:\d+$/, ''))}"`;
  const open = `  <testcase classname="${asXml(suite)}" name="${asXml(name)}"${file}`;
  if (outcome === 'passed') return `${open}/>\n`;
  const said = place === undefined ? message : `${place}: ${message}`;
  const tag = outcome === 'failed' ? 'failure' : 'skipped';
  return `${open}>\n   <${tag} message="${asXml(said)}"/>\n  </testcase>\n`;
}

/** What XML cannot hold at all, such as a bell, becomes a question mark. */
const asXml = (text: string) =>
  encodeXML(text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '?').replace(/\s+/g, ' '));

import { join } from 'node:path';
import { openLocales } from '../../../src/dialogs/words';
import { NOTHING_EXPECTED } from '../../../src/checks/check';
import { CHECKS, lookAtReadiness } from '../../../src/checks/readiness';
import { CHECK_IDS } from '../../../src/checks/finding';
import { compareFindings } from '../../../src/checks/compare';
import { lookAtPutBack, rememberWhatIsOn } from '../../../src/checks/put-back';
import { findingText } from '../../../src/dialogs/phrases/finding';
import { changeText } from '../../../src/dialogs/phrases/change';
import { putBackText } from '../../../src/dialogs/phrases/put-back';
import { readinessText, readinessRows } from '../../../src/dialogs/phrases/readiness';
import { accountWith, NOT_READY, READY } from '../../checks/example-accounts';
test('show', async () => {
  const l = await openLocales(join(__dirname, '../../../locales'), ['fr', 'en', 'de', 'es']);
  const out: string[] = [];
  const exp = { agents: ['x@acme.example', 'luc@acme.example', 'jon@acme.example'], fields: [{ label: 'Plan', type: 'dropdown', options: ['Gold'] }, { label: 'Renewal', type: 'date', options: [] }] as never, emailOffConfirmedAt: '2026-11-22T18:00:00Z' };
  for (const lng of ['fr', 'en', 'de', 'es']) {
    const t = l.words(lng);
    for (const [name, acc, e] of [['notready', accountWith(NOT_READY), NOTHING_EXPECTED], ['notready+list', accountWith(NOT_READY), exp], ['ready', accountWith({}), exp], ['timeout', accountWith({}, { triggers: { kind: 'failed', why: { kind: 'rate-limited', retryAfterSeconds: 30 } } }), NOTHING_EXPECTED], ['refused', accountWith({}, Object.fromEntries(['me','agents','invitations','inboxes','triggers','customFields'].map(s => [s, { kind: 'failed', why: { kind: 'refused' } }])) as never), NOTHING_EXPECTED]] as const) {
      out.push(`\n######## ${lng} ${name}`);
      for (const id of CHECK_IDS) { const f = CHECKS[id].look(acc, e); const x = findingText(f, t, lng); out.push(`--- ${id} (${x.split(/\s+/).length})\n${x}`); }
      const r = lookAtReadiness(acc, e);
      out.push('=== readiness', readinessText(r, t, lng));
    }
    const a = CHECKS.triggers.look(accountWith(NOT_READY), NOTHING_EXPECTED);
    const half = accountWith({ ...NOT_READY, triggers: NOT_READY.triggers.map((x) => x.id === 8801 ? { ...x, state: 'inactive' as const } : x) });
    out.push('>>> change', changeText(compareFindings(a, CHECKS.triggers.look(half, NOTHING_EXPECTED)), 'triggers', t, lng));
    out.push(changeText(compareFindings(a, a), 'triggers', t, lng), changeText(compareFindings(a, CHECKS.triggers.look(accountWith({}), NOTHING_EXPECTED)), 'triggers', t, lng));
    const mem = rememberWhatIsOn(accountWith(NOT_READY));
    out.push('>>> put back', putBackText(lookAtPutBack(mem, half), t, lng), putBackText(lookAtPutBack(mem, accountWith(NOT_READY)), t, lng), putBackText(lookAtPutBack(mem, accountWith({})), t, lng));
  }
  require('node:fs').writeFileSync('/tmp/copy/out.txt', out.join('\n'));
});

import { NOTHING_EXPECTED } from '../../../src/checks/check';
import { checkFile } from '../../../src/checks/described/check-file';
import { createDescribedReader } from '../../../src/checks/described/described-reader';
import { judgeCheck } from '../../../src/checks/described/judge-check';
import { sealKey } from '../../../src/checks/sealed-key';
import { createTeamworkDeskReader } from '../../../src/checks/teamwork-desk/teamwork-desk-reader';
import { triggers } from '../../../src/checks/triggers';
import { describeProblem } from '../../../src/knowledge/articles/article';
import { readYaml } from '../../../src/knowledge/articles/read-yaml';
import { type CheckWorld, triggersCheckContract } from '../../contracts/triggers-check.contract';

/** The check of triggers of Teamwork Desk, as a team would describe it that had no code of ours. */
const DESCRIBED = `
hosts: ['127.0.0.1']
sign-in:
  key: { as: key }
requests:
  me:
    get: \${CHECKS_DESK}/desk/api/v2/me.json
    headers: { authorization: 'Bearer {key}' }
  inboxes:
    get: \${CHECKS_DESK}/desk/api/v2/inboxes.json
    headers: { authorization: 'Bearer {key}' }
    paging: { by: page, rows: $.inboxes, id: $.id, size: { parameter: pageSize, value: 100 }, count: [$.meta.page.count, $.pagination.records], more: [$.meta.page.hasMore, $.pagination.hasMorePages] }
  triggers:
    get: \${CHECKS_DESK}/desk/api/v2/triggers.json
    headers: { authorization: 'Bearer {key}' }
    paging: { by: page, rows: $.triggers, id: $.id, size: { parameter: pageSize, value: 100 }, count: [$.meta.page.count, $.pagination.records], more: [$.meta.page.hasMore, $.pagination.hasMorePages] }
checks:
  triggers:
    ok:
      all:
        - { path: $.me.user.id, at least: 1 }
        - { path: $.me.user.role, equals: admin }
        # Desk shows a key without these rights a part only: both lists have to be there.
        - { list: $.inboxes.inboxes, count: { at least: 0 } }
        - list: $.triggers.triggers
          none:
            not:
              any:
                - { path: $.state, in: [inactive, incomplete, deleted] }
                - { path: $.type, equals: manual }
                - { path: $.isSystem, equals: true }
    problems:
      on:
        list: $.triggers.triggers
        some:
          all:
            - { path: $.state, equals: active }
            - { path: $.type, equals: automatic }
            - { path: $.isSystem, equals: false }
    tell:
      names: { list: $.triggers.triggers, where: { path: $.state, equals: active }, path: $.name }
`;

function described({ site, dispatcher, now, limits }: CheckWorld) {
  const world = {
    variables: { CHECKS_DESK: site },
    articles: new Set<string>(),
    sentence: () => new Map([['en', 'said']]),
  };
  const read = readYaml('checks.yml', DESCRIBED, checkFile(world));
  if (read.kind === 'broken') throw new Error(read.problems.map(describeProblem).join('\n'));
  const [check] = read.value.checks;
  if (!check) throw new Error('There is no check');
  const reader = createDescribedReader(read.value, { dispatcher, now, steady: now, limits });
  return async (key: string) => judgeCheck(check, await reader.read(check.needs, { site: '', key })).kind;
}

function inCode({ site, dispatcher, now, limits }: CheckWorld) {
  const reader = createTeamworkDeskReader({ dispatcher, now, practiceSite: site, limits });
  return async (key: string) =>
    triggers.look(await reader.read({ site, key: sealKey(key) }, triggers.needs), NOTHING_EXPECTED).kind;
}

triggersCheckContract('in code', inCode);
triggersCheckContract('described in a file', described);

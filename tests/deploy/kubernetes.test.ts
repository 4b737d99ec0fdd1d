import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Deployment, type IDeployment } from 'kubernetes-models/apps/v1/Deployment';
import { type IPodDisruptionBudget, PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { type IService, Service } from 'kubernetes-models/v1/Service';
import { parseAllDocuments } from 'yaml';
import { STOPPING } from '../../src/bot/server';
import { settingsForm } from '../../src/bot/settings-form';

const root = join(__dirname, '..', '..');
const text = readFileSync(join(root, 'deploy', 'kubernetes', 'passerelle.yaml'), 'utf8');
const documents = parseAllDocuments(text).map((each) => each.toJS());
const find = (kind: string) => documents.find((each) => each.kind === kind);
const deployment: IDeployment = find('Deployment');
const service: IService = find('Service');
const budget: IPodDisruptionBudget = find('PodDisruptionBudget');
const pod = deployment.spec?.template.spec;
const [container] = pod?.containers ?? [];
const labels = deployment.spec?.template.metadata?.labels ?? {};

test('each manifest is what Kubernetes’ own schema says', () => {
  expect(documents.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`)).toEqual([
    'apps/v1 Deployment',
    'v1 Service',
    'policy/v1 PodDisruptionBudget',
  ]);
  new Deployment(deployment).validate();
  new Service(service).validate();
  new PodDisruptionBudget(budget).validate();
});

test('one that is not is found', () => {
  const spec = structuredClone(deployment.spec);
  Reflect.set(spec?.template.spec?.containers[0]?.readinessProbe ?? {}, 'periodSeconds', 'often');
  expect(() => new Deployment({ ...deployment, ...(spec ? { spec } : {}) }).validate()).toThrow(/periodSeconds/);
});

test('several pods are there, none is taken away before another answers, and one always stays', () => {
  expect(deployment.spec?.replicas).toBeGreaterThan(1);
  expect(deployment.spec?.strategy?.rollingUpdate).toEqual({ maxUnavailable: 0, maxSurge: 1 });
  expect(budget.spec?.minAvailable).toBeLessThan(deployment.spec?.replicas ?? 0);
});

test('what selects pods selects these', () => {
  for (const selector of [
    deployment.spec?.selector.matchLabels,
    service.spec?.selector,
    budget.spec?.selector?.matchLabels,
    pod?.topologySpreadConstraints?.[0]?.labelSelector?.matchLabels,
  ])
    expect(labels).toMatchObject(selector ?? { missing: true });
});

test('the port is the image’s, and every door leads to it', () => {
  const [, port] = /\bPORT=(\d+)/.exec(readFileSync(join(root, 'Dockerfile'), 'utf8')) ?? [];
  expect(container?.ports).toEqual([{ name: 'http', containerPort: Number(port) }]);
  expect(service.spec?.ports).toEqual([{ name: 'http', port: 80, targetPort: 'http' }]);
  const { startupProbe, livenessProbe, readinessProbe } = container ?? {};
  expect([startupProbe, livenessProbe, readinessProbe].map((probe) => probe?.httpGet)).toEqual([
    { path: '/healthz', port: 'http' },
    { path: '/healthz', port: 'http' },
    { path: '/readyz', port: 'http' },
  ]);
});

test('a pod has the time to stop gently, after the load balancer has forgotten it', () => {
  const [, seconds = ''] = container?.lifecycle?.preStop?.exec?.command ?? [];
  const needed = Number(seconds) + STOPPING.longestMs / 1000;
  expect(needed).toBeGreaterThan(STOPPING.longestMs / 1000);
  expect(pod?.terminationGracePeriodSeconds).toBeGreaterThan(needed);
});

test('a pod has the rights that it needs, writes where the image says, and is bounded', () => {
  expect(pod).toMatchObject({
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  });
  expect(container?.securityContext).toEqual({
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  });
  expect(container?.resources).toMatchObject({
    requests: { cpu: expect.anything(), memory: expect.anything() },
    limits: { memory: expect.anything() },
  });
  expect(container?.volumeMounts?.map(({ mountPath }) => mountPath)).toEqual(['/var/lib/passerelle', '/tmp']);
  const mounted = container?.volumeMounts?.map(({ name }) => name);
  expect(pod?.volumes?.map(({ name }) => name)).toEqual(mounted);
});

test('the image has a version, and what it is told are settings that are read', () => {
  expect(container?.image).toMatch(/^passerelle:\d/);
  const told = container?.env?.map(({ name }) => name) ?? [];
  const [, secrets = ''] = /The secret `passerelle` holds ([^\n]*)/.exec(text) ?? [];
  const secret = [...secrets.matchAll(/\b[A-Z][A-Z_]+\b/g)].map(([name]) => name);
  expect(secret).toEqual(expect.arrayContaining(['DATABASE_URL', 'KEY_SECRET']));
  expect([...told, ...secret].filter((name) => !(name in settingsForm.shape))).toEqual([]);
  expect(told.filter((name) => /SECRET|TOKEN|KEY|PASSWORD|DATABASE/.test(name))).toEqual([]);
});

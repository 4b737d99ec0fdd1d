import { SHIPPED_DEPLOYMENT } from '../../src/bot/config.js';
import { lint } from '../../src/commands/lint.js';

test.each([SHIPPED_DEPLOYMENT, 'examples/shop'])('nothing is to mend in %s, advice included', async (folder) => {
  const lines: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  await lint(folder, { isStrict: true, all: true });
  expect(lines.join('')).toMatch(/^\d+ articles? in [a-z, ]+: nothing to mend\n$/);
});

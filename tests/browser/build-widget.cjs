const { execFileSync } = require('node:child_process');
const { join } = require('node:path');
const findBrowser = require('./find-browser.cjs');

/** Before any test: the widget as it stands, built the way it is shipped (half a second), and a browser to look at it. */
module.exports = async () => {
  execFileSync(process.execPath, [join(__dirname, '..', '..', 'widget', 'build.mjs')], { stdio: 'inherit' });
  // Unpacked by one process, before several look for it.
  await findBrowser();
};

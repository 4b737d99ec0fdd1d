const { execFileSync } = require('node:child_process');
const { join } = require('node:path');

/** Before any test: the widget as it stands, built the way it is shipped (half a second). */
module.exports = () => {
  execFileSync(process.execPath, [join(__dirname, '..', '..', 'widget', 'build.mjs')], { stdio: 'inherit' });
};

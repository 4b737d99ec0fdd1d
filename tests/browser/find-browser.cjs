const { execFileSync } = require('node:child_process');
const { accessSync, constants, existsSync, mkdirSync, writeFileSync } = require('node:fs');
const { delimiter, join } = require('node:path');

/** As the systems' packages call it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Where the packaged one is unpacked, once. */
const UNPACKED = join(__dirname, '..', '..', 'node_modules', '.cache', 'passerelle', 'chromium');
/** Where its fonts are listed. */
const FONTS = join(UNPACKED, 'fonts.conf');

/**
 * The Chromium of the tests, benchmarks and pictures: the one that CHROME_PATH names, else the system's, else the one
 * that comes with the development packages (Linux on x64; it brings the libraries and fonts that a bare machine lacks).
 * @returns what playwright-core's `launch` takes
 */
module.exports = async function findBrowser() {
  const executablePath = process.env.CHROME_PATH ?? onPath();
  return executablePath === undefined ? packaged() : { executablePath };
};

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function packaged() {
  const executablePath = join(UNPACKED, 'chromium');
  if (!existsSync(FONTS)) unpack();
  const libraries = [join(UNPACKED, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: FONTS };
  return { executablePath, env: { ...process.env, ...fonts, LD_LIBRARY_PATH: libraries } };
}

/**
 * In a process of its own: the package unpacks into the folder for temporary files, brings its libraries only where it
 * believes to be in a cloud, and changes the environment of whoever loads it. Its list of fonts looks in places of that
 * cloud, and a browser without a font dies.
 */
function unpack() {
  mkdirSync(UNPACKED, { recursive: true });
  const env = { ...process.env, TMPDIR: UNPACKED, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const code = `require(${JSON.stringify(require.resolve('@sparticuz/chromium'))}).executablePath()`;
  execFileSync(process.execPath, ['-e', code], { env });
  const folders = `<dir>${join(UNPACKED, 'fonts')}</dir><cachedir>${join(UNPACKED, 'fonts-cache')}</cachedir>`;
  // Last: what is there when it is there is whole.
  writeFileSync(FONTS, `<?xml version="1.0"?><fontconfig>${folders}</fontconfig>`);
}

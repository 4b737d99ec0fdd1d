import { type Browser, chromium } from 'playwright-core';

/** Debian's; another place with CHROMIUM. A missing browser fails the run: nothing is skipped. */
const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Sites of the tests are made up, and stand for others on the internet; our server is on this machine. */
const OUTSIDE = '--disable-features=LocalNetworkAccessChecks';

/** A browser with a profile of its own; each context in it has never been anywhere. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox', '--disable-gpu', OUTSIDE, ...QUIET] });
}

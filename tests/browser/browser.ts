import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import findBrowser from './find-browser.cjs';

const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Sites of the tests are made up, and stand for others on the internet; our server is on this machine. */
const OUTSIDE = '--disable-features=LocalNetworkAccessChecks';

/** A browser with a profile of its own; each context in it has never been anywhere. */
export async function openBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const found = await findBrowser();
  return chromium.launch({ ...found, args: ['--no-sandbox', '--disable-gpu', OUTSIDE, ...QUIET], ...options });
}

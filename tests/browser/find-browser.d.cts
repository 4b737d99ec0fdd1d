import type { LaunchOptions } from 'playwright-core';

declare function findBrowser(): Promise<Pick<LaunchOptions, 'executablePath' | 'env'>>;
export = findBrowser;

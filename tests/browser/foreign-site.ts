import type { Page } from 'playwright-core';

/** A page of a site that is not ours, by its path; a string is a page, bytes with a type are a file. */
export interface ForeignPage {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly contentType?: string;
}

export const SHOP = 'http://shop.example';

/** Serves somebody else's site to one customer's browser, by the paths of its pages. */
export async function serveSite(page: Page, pages: Readonly<Record<string, ForeignPage>>, site = SHOP): Promise<void> {
  await page.route(`${site}/**`, async (route) => {
    const found = pages[new URL(route.request().url()).pathname];
    if (!found) return route.fulfill({ status: 404 });
    const { body, headers = {}, contentType = 'text/html; charset=utf-8' } = found;
    return route.fulfill({ body, headers: { 'content-type': contentType, ...headers } });
  });
}

import type { Server } from 'node:http';
import { guardRequests } from './guard-requests.js';

/**
 * Takes requests below a folder as if it were not there: a proxy may pass the public address on as it is, or without the
 * folder under which it has us.
 * @param folder without a slash at its end: `/bot`; empty when the server has its host to itself
 */
export function belowFolder(http: Server, folder: string): void {
  if (folder === '') return;
  const within = (url = '/') => {
    const rest = url.startsWith(folder) ? url.slice(folder.length) : url;
    if (rest === '' || /^[?#]/.test(rest)) return `/${rest}`;
    return rest.startsWith('/') ? rest : url;
  };
  guardRequests(http, (request, _response, pass) => {
    request.url = within(request.url);
    pass();
  });
  http.prependListener('upgrade', (request) => {
    request.url = within(request.url);
  });
}

import type { Server } from 'restify';
import Router from 'restify/lib/router';
import RestifyServer from 'restify/lib/server';

/** The longest part of a path that a route reads, in characters: links that carry a signed token are longer than the router's 100. */
const LONGEST_PARAMETER = 2000;

const nothing = () => {};
/** What happens is told by the app's own log. */
const QUIET = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, child: () => QUIET };

/**
 * restify without its plugins: its main file loads parsers for forms, files and tables, with which anybody could stop a
 * server that never asked for them. These two files are not its public door, hence the pinned version.
 */
export function openRestify(name: string): Server {
  const options = { name, log: QUIET, handleUncaughtExceptions: false };
  return new RestifyServer({ ...options, router: new Router({ ...options, maxParamLength: LONGEST_PARAMETER }) });
}

import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Whether an address belongs to the internet: not to this machine, its network or a range of special use. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // `::ffff:10.0.0.1` is 10.0.0.1.
  return ipaddr.process(address).range() === 'unicast';
}

/**
 * Looks a host up and refuses it when it leads to a private address. What is looked up is what is connected to: a name that
 * answers otherwise the second time gains nothing.
 */
export const publicLookup: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const [first] = addresses;
    const isWrong = !first || addresses.some(({ address }) => !isPublic(address));
    if (isWrong)
      return callback(Object.assign(new Error(`${host} leads to a private address`), { code: 'EPRIVATE' }), '', 0);
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};

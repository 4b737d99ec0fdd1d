import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Whether an address is one of the internet's: not of this machine, this network, a carrier's or a cloud's own. */
export function isPublicAddress(address: string): boolean {
  // An IPv4 address in the clothes of IPv6 is judged as what it is.
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

/** The same of a host in an address; one that is a name is judged when it is looked up. */
export function isPublicHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (host === 'localhost' || host.endsWith('.localhost')) return false;
  return !ipaddr.isValid(host) || isPublicAddress(host);
}

/** A name leads to an address that is not the internet's. */
export class PrivateAddressError extends Error {
  readonly code = 'EPRIVATE';
}

/**
 * Looks names up and refuses those of which any address is private. It is the connection's own look-up: what is judged is
 * what is connected to, whatever a name server says a moment later.
 */
export function openPublicLookup(lookup: typeof dnsLookup = dnsLookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, '', 0);
      if (found.length === 0 || found.some(({ address }) => !isPublicAddress(address)))
        return callback(new PrivateAddressError(`${hostname} leads to a private address`), '', 0);
      if (options.all) return callback(null, found);
      const [first] = found;
      return callback(null, first?.address ?? '', first?.family);
    });
  };
}

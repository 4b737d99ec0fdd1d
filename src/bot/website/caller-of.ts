import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';
import proxyAddr from 'proxy-addr';

/** A household or a server has the rest of an IPv6 address to itself: all of it is one caller. In groups of 16 bits. */
const NETWORK = 4;
/** An address is shorter; what a proxy passes on may be anything. */
const LONGEST = 64;

/**
 * Who calls, for limits: the address that the first proxy of ours was called from. Who calls may have written the rest
 * of the list.
 */
export function callerOf(request: IncomingMessage, proxies: number): string {
  const address = (proxyAddr(request, (_address, hop) => hop < proxies) ?? '').slice(0, LONGEST);
  if (!ipaddr.isValid(address)) return address;
  const known = ipaddr.process(address);
  return known instanceof ipaddr.IPv6
    ? known.parts
        .slice(0, NETWORK)
        .map((part) => part.toString(16))
        .join(':')
    : known.toString();
}

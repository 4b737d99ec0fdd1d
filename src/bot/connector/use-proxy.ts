import https from 'node:https';
import type { Socket } from 'node:net';
import { connect } from 'node:tls';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { EnvHttpProxyAgent, getGlobalDispatcher, setGlobalDispatcher } from 'undici';
import type { Config } from '../config.js';

/**
 * Lets the whole process call Microsoft through a proxy: the keys that prove a sender and the connector are asked for by
 * Node's `https`, tokens by its `fetch`. What has a dispatcher of its own (the live checks) is not led through it.
 * @returns undoes it
 */
export function useProxy({ address, except }: NonNullable<Config['proxy']>): () => void {
  const before = { agent: https.globalAgent, dispatcher: getGlobalDispatcher() };
  https.globalAgent = new AgentWithExceptions(address, except);
  const dispatcher = new EnvHttpProxyAgent({ httpProxy: address, httpsProxy: address, noProxy: except });
  setGlobalDispatcher(dispatcher);
  return () => {
    https.globalAgent = before.agent;
    setGlobalDispatcher(before.dispatcher);
    void dispatcher.close();
  };
}

class AgentWithExceptions extends HttpsProxyAgent<string> {
  private readonly exceptions: readonly string[];

  constructor(address: string, except: string) {
    super(address, { keepAlive: true });
    this.exceptions = except
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean);
  }

  override async connect(...[request, options]: Parameters<HttpsProxyAgent<string>['connect']>): Promise<Socket> {
    const host = 'host' in options ? String(options.host).toLowerCase() : '';
    if (!this.isExcepted(host)) return super.connect(request, options);
    return connect({ ...options, host, port: Number(options.port ?? 443), servername: host });
  }

  /** As `NO_PROXY` is read everywhere: a host, a domain with all that is under it, `*` for all. */
  private isExcepted(host: string): boolean {
    return this.exceptions.some((one) => {
      const domain = one.replace(/^\*?\./, '');
      return one === '*' || host === domain || host.endsWith(`.${domain}`);
    });
  }
}

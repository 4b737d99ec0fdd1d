import { type ConnectorClient, ConnectorFactory } from 'botframework-connector';

/** How many services are kept connected: a channel has a handful of regional addresses. */
const MOST_CONNECTORS = 100;

/** The SDK builds a connector, HTTP pipeline and all, in every turn. Ours has one identity, so one a service will do. */
export class KeepingConnectorFactory extends ConnectorFactory {
  constructor(
    private readonly made: ConnectorFactory,
    private readonly kept: Map<string, Promise<ConnectorClient>>,
  ) {
    super();
  }

  create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    const key = `${serviceUrl}|${audience}`;
    const known = this.kept.get(key);
    if (known) return known;
    if (this.kept.size >= MOST_CONNECTORS) this.kept.clear();
    const connector = this.made.create(serviceUrl, audience);
    this.kept.set(key, connector);
    connector.catch(() => this.kept.delete(key));
    return connector;
  }
}

declare module 'restify/lib/server' {
  import type { Server } from 'restify';

  const RestifyServer: new (options: object) => Server;
  export = RestifyServer;
}

declare module 'restify/lib/router' {
  const Router: new (options: object) => object;
  export = Router;
}

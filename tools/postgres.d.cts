export interface TestPostgres {
  readonly url: string;
  pid(): number;
  halt(signal?: NodeJS.Signals): Promise<void>;
  start(): Promise<void>;
  takeOver(): Promise<TestPostgres>;
  database(name: string): Promise<string>;
  stop(): Promise<void>;
}

export function startPostgres(options?: {
  readonly port?: number;
  readonly settings?: Readonly<Record<string, string | number>>;
}): Promise<TestPostgres>;

import { fail } from './commands/fail.js';
import { loadEnvFile } from './commands/load-env-file.js';
import { serve } from './commands/serve.js';

try {
  loadEnvFile('.env', process.env);
  void serve(process.env);
} catch (error) {
  fail(error);
}

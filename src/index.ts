import { serve } from './commands/serve.js';

void serve(process.env);

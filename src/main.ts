import './production.js';
import { serve } from './cli/serve.js';

await serve(process.env);

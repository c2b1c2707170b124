import './production.js';
import { serve } from './service.js';

await serve(process.env);

export { StandaloneEnv } from './env.ts';

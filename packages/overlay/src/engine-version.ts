/** Goes up with every change that changes a pixel or an account: results are kept by it. */
export const ENGINE_VERSION = 'kometa-2.4.4/1';

import { TestEnvironment } from 'jest-environment-jsdom';

/** A document as jsdom makes it, with the network types of Node: jsdom has none of its own. */
export default class JsdomWithFetch extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    Object.assign(this.global, {
      fetch,
      Request,
      Response,
      Headers,
      AbortController,
      AbortSignal,
      BroadcastChannel,
      structuredClone,
      TextEncoder,
      TextDecoder,
    });
  }
}

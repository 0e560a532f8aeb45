/** How our things are called at the broker. The prefix keeps installations, and tests, apart. */
export interface BrokerNames {
  events: string;
  job(queue: string): string;
  group(topic: string, group: string): string;
  ask(name: string): string;
}

export function brokerNames(prefix: string): BrokerNames {
  return {
    events: `${prefix}events`,
    job: (queue) => `${prefix}job.${queue}`,
    group: (topic, group) => `${prefix}event.${topic}.${group}`,
    ask: (name) => `${prefix}ask.${name}`,
  };
}

/** Where messages of a durable queue wait for their next try. */
export const retryQueueOf = (queue: string): string => `${queue}.retry`;
/** Where messages of a durable queue lie that nobody could handle. */
export const deadQueueOf = (queue: string): string => `${queue}.dead`;

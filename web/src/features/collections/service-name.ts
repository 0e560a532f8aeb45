import type { TFunction } from 'i18next';
import { collections } from '../../i18n/collections.ts';

type Known = keyof typeof collections.services;
const isKnown = (service: string): service is Known => Object.hasOwn(collections.services, service);

/** As the service calls itself; what Marquee has no name for stays as Kometa writes it. */
export const serviceName = (service: string, t: TFunction): string =>
  isKnown(service) ? t(`collections.services.${service}`) : service;

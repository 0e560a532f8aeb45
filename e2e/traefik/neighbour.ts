import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Another service behind the same Traefik: it believes what the headers say. */
export interface Neighbour {
  /** Traefik's routes to it, under /neighbour. */
  routes(host: string): string;
  /** What it was told, request by request. */
  told: IncomingHttpHeaders[];
  close(): Promise<void>;
}

export async function startNeighbour(): Promise<Neighbour> {
  const told: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    told.push(request.headers);
    response.end('Hello from next door');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    told,
    routes: (host) => `
http:
  routers:
    neighbour:
      rule: 'Host(\`${host}\`) && PathPrefix(\`/neighbour\`)'
      entryPoints: [websecure]
      middlewares: [marquee-auth]
      service: neighbour
      tls: {}
  services:
    neighbour:
      loadBalancer:
        servers: [{ url: 'http://127.0.0.1:${port}' }]
`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

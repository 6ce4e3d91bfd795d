import type { Server } from 'node:http';

/** A server that listens, and how to end it. */
export interface RunningServer {
  /** For example `http://127.0.0.1:4173`, without a slash at the end. */
  readonly origin: string;
  /** Resolves when the port is free again; open connections are cut. */
  close(): Promise<void>;
}

function end(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}

/** Lets a server listen on this computer only, on 127.0.0.1 unless told otherwise. Rejects when the port is taken. */
export function listen(server: Server, port: number, host: '127.0.0.1' | '::1' = '127.0.0.1'): Promise<RunningServer> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') return reject(new Error('the server has no port'));
      resolve({ origin: `http://${host === '::1' ? '[::1]' : host}:${address.port}`, close: () => end(server) });
    });
  });
}

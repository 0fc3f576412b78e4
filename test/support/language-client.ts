import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: any;
  readonly result?: any;
}

/** An editor's side of the language server protocol, with yaml-language-server at the other end of a pipe. */
export interface LanguageClient {
  request(method: string, params: object): Promise<any>;
  notify(method: string, params: object): void;
  /** Opens a document and returns the diagnostics that the server sends for it. */
  open(uri: string, text: string): Promise<readonly any[]>;
  /** Ends the server. */
  end(): void;
}

export async function startYamlLanguageServer(): Promise<LanguageClient> {
  const manifest = createRequire(import.meta.url).resolve('yaml-language-server/package.json');
  const server = spawn(process.execPath, [join(dirname(manifest), 'bin/yaml-language-server'), '--stdio']);
  const client = connect(server);
  await client.request('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  client.notify('initialized', {});
  return client;
}

function connect(server: ChildProcess): LanguageClient {
  const waiting = new Map<number, (result: any) => void>();
  const diagnosed = new Map<string, (diagnostics: readonly any[]) => void>();
  let next = 0;
  let buffer = Buffer.alloc(0);
  const send = (message: object) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    server.stdin?.write(`Content-Length: ${body.length}\r\n\r\n`);
    server.stdin?.write(body);
  };
  const receive = (message: Message) => {
    if (message.method === 'textDocument/publishDiagnostics')
      diagnosed.get(message.params.uri)?.(message.params.diagnostics);
    else if (message.method !== undefined && message.id !== undefined) {
      // What the server asks of the editor: no settings.
      const result =
        message.method === 'workspace/configuration'
          ? message.params.items.map(() => ({ validate: true, hover: true, completion: true }))
          : null;
      send({ id: message.id, result });
    } else if (message.id !== undefined) waiting.get(message.id)?.(message.result);
  };
  server.stdout?.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const head = buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString('latin1', 0, head))?.[1]);
      if (buffer.length < head + 4 + length) return;
      receive(JSON.parse(buffer.toString('utf8', head + 4, head + 4 + length)) as Message);
      buffer = buffer.subarray(head + 4 + length);
    }
  });
  const notify = (method: string, params: object) => send({ method, params });
  return {
    end: () => {
      server.kill();
    },
    notify,
    request: (method, params) => {
      next += 1;
      const id = next;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        send({ id, method, params });
      });
    },
    open: (uri, text) =>
      new Promise((resolve) => {
        diagnosed.set(uri, resolve);
        notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
      }),
  };
}

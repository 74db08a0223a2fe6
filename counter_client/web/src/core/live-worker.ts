/**
 * A shared worker: one event stream for all tabs of this browser, for six streams would use up
 * HTTP/1.1's connections and leave the seventh tab dead. A page sends {open: url}; it gets
 * {event} and {link}. A page that joins makes the stream begin again, so that it has a snapshot.
 */
import { openStream } from './sse';

type Port = MessagePort;
const streams = new Map<string, { ports: Set<Port>; stream: ReturnType<typeof openStream> }>();

function join(url: string, port: Port): void {
  const there = streams.get(url);
  if (there) {
    there.ports.add(port);
    port.postMessage({ link: there.stream.link });
    there.stream.restart();
    return;
  }
  const ports = new Set([port]);
  const all = (message: unknown) => ports.forEach((p) => p.postMessage(message));
  streams.set(url, { ports, stream: openStream(url, (event) => all({ event }), (link) => all({ link })) });
}

function leave(port: Port): void {
  for (const [url, { ports, stream }] of streams)
    if (ports.delete(port) && ports.size === 0) { stream.close(); streams.delete(url); }
}

(self as unknown as { onconnect: (e: MessageEvent) => void }).onconnect = (e) => {
  const port = e.ports[0]!;
  port.onmessage = ({ data }: MessageEvent<{ open?: string; leave?: true; restart?: true; wake?: true; cut?: true }>) => {
    if (data.open) join(data.open, port);
    if (data.leave) leave(port);
    for (const { ports, stream } of streams.values())
      if (ports.has(port)) {
        if (data.restart) stream.restart();
        if (data.wake) stream.wake();
        if (data.cut) stream.cut();
      }
  };
};

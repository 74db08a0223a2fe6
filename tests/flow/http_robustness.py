"""The HTTP layer against hostile, slow and odd clients: real sockets, a real loop.

usage: http_robustness.py [ECHO_SERVER]    (default build-asan/tests/http/echo_server)

Rules checked: R-750 .. R-764. The expected answers come from RFC 9110, RFC 9112 and docs/rules.md.
Each test starts its own small server (tests/http/echo_server.c) and demands that it ends cleanly,
which with the sanitizers' build means: no leak, no bad access. Waiting is bounded, never asserted.
"""

import re
import sys
import threading
import time
import unittest

import raw_http
from raw_http import HOST, PATIENCE, Client, Server, chunked, get, post

class Case(unittest.TestCase):
    def serve(self, **options):
        server = Server(**options)
        self.addCleanup(server.end)
        return server


class Framing(Case):
    """R-760: what is not exactly HTTP/1.1 is answered 400 and ends the connection."""

    BAD = {
        "garbage": b"GARBAGE\r\n\r\n",
        "binary": bytes(range(128, 200)) + b"\r\n\r\n",
        "a TLS hello": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"a" * 60,
        "HTTP/9.9": get(b"/hello", version=b"9.9"),
        "the preface of HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "no Host": get(b"/hello", host=b""),
        "two Hosts": get(b"/hello", HOST),
        "no colon": get(b"/hello", b"Foo\r\n"),
        "a blank before the colon": get(b"/hello", host=b"Host : x\r\n"),
        "a folded line": get(b"/hello", b"A: b\r\n c\r\n"),
        "a line folded by a tab": get(b"/hello", b"A: b\r\n\tc\r\n"),
        "a NUL": get(b"/hello", b"A: b\0c\r\n"),
        "a bare LF": b"GET /hello HTTP/1.1\nHost: x\n\n",
        "a bare CR": get(b"/hello", b"A: b\rX: y\r\n"),
        "a coding behind a bare CR":
            get(b"/hello", b"A: b\rTransfer-Encoding: chunked\r\n") + b"0\r\n\r\n",
        "a negative length": get(b"/echo", b"Content-Length: -1\r\n", method=b"POST"),
        "a length with a sign": get(b"/echo", b"Content-Length: +7\r\n", method=b"POST"),
        "a length with a letter": get(b"/echo", b"Content-Length: 7x\r\n", method=b"POST"),
        "a length beyond 64 bits":
            get(b"/echo", b"Content-Length: 99999999999999999999999\r\n", method=b"POST"),
        "two lengths":
            get(b"/echo", b"Content-Length: 7\r\nContent-Length: 9\r\n", method=b"POST"),
        "a list of lengths": get(b"/echo", b"Content-Length: 7, 7\r\n", method=b"POST"),
        "a length with chunks":
            get(b"/echo", b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", method=b"POST"),
        "an unknown coding": get(b"/echo", b"Transfer-Encoding: xchunked\r\n", method=b"POST"),
        "chunked not last":
            get(b"/echo", b"Transfer-Encoding: chunked, identity\r\n", method=b"POST"),
        "chunks in HTTP/1.0":
            get(b"/echo", b"Transfer-Encoding: chunked\r\n", version=b"1.0", method=b"POST"),
        "a chunk size beyond 64 bits":
            get(b"/echo", b"Transfer-Encoding: chunked\r\n", method=b"POST")
            + b"FFFFFFFFFFFFFFFFF\r\n",
        "a chunk size that is none":
            get(b"/echo", b"Transfer-Encoding: chunked\r\n", method=b"POST") + b"zz\r\n",
        "CONNECT": b"CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n",
        "a target without slash": get(b"hello"),
        "a star for GET": get(b"*"),
        "another host in the target": get(b"http://y/hello"),
        "a fragment": get(b"/hello#a"),
        "a cut escape": get(b"/hello%2"),
        "an escape that is none": get(b"/hello%zz"),
        "an escaped slash": get(b"/hel%2Flo"),
        "an escaped NUL": get(b"/hello%00"),
        "a path that is not UTF-8": get(b"/%C3%28"),
        "a parameter that is not UTF-8": get(b"/hello?q=%FF"),
        "65 parameters": get(b"/hello?" + b"&".join([b"p"] * 65)),
    }

    def test_what_is_malformed_is_refused_and_ends_the_connection(self):
        server = self.serve()
        for name, request in self.BAD.items():
            with self.subTest(name), server.client() as client:
                client.send(request + get(b"/hello"))
                reply = client.reply()
                self.assertIsNotNone(reply, name)
                self.assertEqual(reply.status, 400)
                self.assertEqual(reply.fields["connection"], "close")
                self.assertEqual(reply.fields["content-type"], "application/problem+json")
                self.assertEqual(client.rest(), b"")
        self.assertEqual(server.statuses(get(b"/hello")), [200])
        self.assertEqual(server.stats()["faults"], len(self.BAD))

    def test_malformed_requests_split_anywhere_are_refused_too(self):
        server = self.serve()
        for name in ("a folded line", "a length with chunks", "a bare CR", "two lengths"):
            request = self.BAD[name]
            for at in range(1, len(request) - 1, 3):
                with self.subTest(name, at=at), server.client() as client:
                    client.send(request[:at])
                    time.sleep(0.001)
                    client.send(request[at:])
                    self.assertEqual(client.reply().status, 400)

    def test_odd_but_lawful_requests_are_answered(self):
        server = self.serve()
        lawful = {
            "HTTP/1.0": b"GET /hello HTTP/1.0\r\n\r\n",
            "an absolute target": get(b"http://x/hello"),
            "empty lines before": b"\r\n\r\n" + get(b"/hello"),
            "a trailer": get(b"/echo", b"Transfer-Encoding: chunked\r\nTrailer: a\r\n",
                             method=b"POST") + b"1;x=y\r\na\r\n0\r\na: b\r\n\r\n",
            "an upgrade": get(b"/hello", b"Connection: Upgrade, HTTP2-Settings\r\n"
                              b"Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n"),
            "200 fields": get(b"/hello", b"".join(b"X-%d: v\r\n" % i for i in range(200))),
            "64 parameters": get(b"/hello?" + b"&".join([b"p"] * 64)),
        }
        for name, request in lawful.items():
            with self.subTest(name):
                self.assertEqual(server.statuses(request), [200])
        self.assertEqual(server.statuses(get(b"*", method=b"OPTIONS")), [404])

    def test_the_request_is_seen_decoded(self):
        server = self.serve()
        with server.client() as client:
            client.send(get(b"/s%65en?q=Nguy%E1%BB%85n+V&b=%2B&c&=d&&e=f=g",
                            b"X-Probe: \t two words \t\r\nx-probe:\r\nCookie: a=b; session=t=1 ;c=d\r\n"))
            seen = client.reply().body.decode().split("\n")
        self.assertEqual(seen, ["method GET", "path /seen", "peer 127.0.0.1",
                                "parameter q=Nguyễn V", "parameter b=+", "parameter c=",
                                "parameter =d", "parameter e=f=g", "probe [two words] of 2",
                                "session t=1", ""])


class Limits(Case):
    """R-750, R-751, R-756, R-757, R-762."""

    def test_a_body_beyond_the_limit_is_413_even_for_a_client_that_keeps_sending(self):
        server = self.serve(max_body=65536)
        for body in (b"x" * 65537, b"x" * 2_000_000):
            with self.subTest(len(body)):
                self.assertEqual(server.statuses(post(b"/echo", body)), [413])
        announced = get(b"/echo", b"Content-Length: 65537\r\n", method=b"POST")
        self.assertEqual(server.statuses(announced), [413])
        self.assertEqual(server.statuses(chunked(*[b"z" * 4096] * 17)), [413])
        extension = get(b"/echo", b"Transfer-Encoding: chunked\r\n", method=b"POST")
        self.assertEqual(server.statuses(extension + b"1;" + b"e" * 1_000_000), [413])
        trailers = extension + b"0\r\n" + b"a: b\r\n" * 100_000
        self.assertEqual(server.statuses(trailers), [413])
        self.assertEqual(server.statuses(post(b"/echo", b"x" * 65536)), [200])

    def test_a_client_that_sends_on_can_read_its_refusal(self):
        """R-755: an early close would reset the connection."""
        server = self.serve()
        with server.client() as client:
            self.assertTrue(client.send(post(b"/echo", b"x" * 4_000_000)))
            client.finish()
            self.assertEqual(client.reply().status, 413)
            self.assertEqual(client.rest(), b"")
            self.assertEqual(client.ended, "end")

    def test_a_chunked_body_arrives_whole(self):
        server = self.serve()
        with server.client() as client:
            client.send(chunked(b"mot", b" ", b"cua" * 1000))
            self.assertEqual(client.reply().body, b"mot " + b"cua" * 1000)

    def test_a_header_beyond_the_limit_is_431(self):
        server = self.serve(max_header=16384)
        for name, request in {
            "a value": get(b"/hello", b"X: " + b"h" * 1_000_000 + b"\r\n"),
            "a name": get(b"/hello", b"n" * 20_000 + b": v\r\n"),
            "a target": get(b"/hello?" + b"q" * 100_000),
            "many fields": get(b"/hello", b"A: b\r\n" * 20_000),
            "blanks": get(b"/hello", b"X:" + b" " * 1_000_000 + b"v\r\n"),
        }.items():
            with self.subTest(name):
                self.assertEqual(server.statuses(request), [431])
        self.assertEqual(server.statuses(get(b"/hello", b"X: " + b"h" * 12_000 + b"\r\n")), [200])

    def test_the_language_of_the_client_reaches_the_error_body(self):
        server = self.serve(max_body=10)
        with server.client() as client:
            client.send(post(b"/echo", b"x" * 11, b"Accept-Language: en\r\n"))
            self.assertEqual(client.reply().body, b'{"status":413,"language":"en"}\n')

    def test_connections_beyond_the_limit_are_told_so(self):
        server = self.serve(max_connections=10)
        held = [server.client() for _ in range(10)]
        for client in held:
            client.send(get(b"/hello"))
            self.assertEqual(client.reply().status, 200)
        with server.client() as refused:
            reply = refused.reply()
            self.assertEqual(reply.status, 503)
            self.assertIn("retry-after", reply.fields)
        for client in held[1:]:
            client.socket.close()
        self.assertEqual(server.wait_for(through=held[0], connections=1)["refused"], 1)
        held[0].socket.close()

    def test_far_beyond_the_limit_connections_are_closed(self):
        server = self.serve(max_connections=2)
        flood = [server.client() for _ in range(200)]
        ends = []
        for client in flood[100:]:
            ends.append(client.reply())
            client.socket.close()
        self.assertIn(None, ends)
        for client in flood[:100]:
            client.socket.close()

    def test_one_address_cannot_take_all_connections(self):
        server = self.serve(max_connections_per_address=3)
        held = [server.client() for _ in range(3)]
        for client in held:
            client.send(get(b"/hello"))
            self.assertEqual(client.reply().status, 200)
        with server.client() as refused:
            self.assertEqual(refused.reply().status, 503)
        for client in held:
            client.socket.close()

    def test_streams_beyond_the_limit_are_refused(self):
        server = self.serve(max_streams=2)
        held = [server.client() for _ in range(2)]
        for client in held:
            client.send(get(b"/events"))
            self.assertTrue(client.until(b"id: "))
        self.assertEqual(server.statuses(get(b"/events")), [503])
        held[0].socket.close()
        server.wait_for(streams=1)
        with server.client() as again:
            again.send(get(b"/events"))
            self.assertTrue(again.until(b"id: "))
        held[1].socket.close()

    def test_requests_of_all_connections_together_are_bounded(self):
        server = self.serve(max_held=100_000, max_body=65536)
        first = server.client()
        first.send(get(b"/echo", b"Content-Length: 60000\r\n", method=b"POST") + b"x" * 40_000)
        server.wait_for(connections=2)
        second = post(b"/echo", b"y" * 60_000)
        self.assertEqual(server.statuses(second), [503])
        first.socket.close()
        server.wait_for(connections=1)
        self.assertEqual(server.statuses(post(b"/echo", b"y" * 20_000)), [200])

    def test_a_server_without_descriptors_goes_on_when_it_has_some_again(self):
        server = Server(command=["sh", "-c", 'ulimit -n 40; exec "$0"', raw_http.ECHO_SERVER])
        self.addCleanup(server.end)
        flood = [server.client() for _ in range(100)]
        answered = 0
        for client in flood:
            client.send(get(b"/hello"))
            answered += client.reply() is not None
        self.assertGreater(answered, 10)
        self.assertLess(answered, 40)
        for client in flood:
            client.socket.close()
        self.assertEqual(server.wait_for(connections=1)["connections"], 1)


class Deadlines(Case):
    """R-752, R-753, R-754: a total for each phase, however the bytes are spread."""

    def drip(self, client, data, period=0.05):
        """Send byte by byte until the server has had enough."""
        end = time.monotonic() + PATIENCE
        client.socket.settimeout(period)
        for i in range(10 ** 6):
            self.assertLess(time.monotonic(), end, "the server goes on reading for ever")
            client.send(data[i % len(data):i % len(data) + 1])
            try:
                if not client.more():
                    break
            except TimeoutError:
                continue
        return re.findall(rb"HTTP/1\.1 (\d{3})", client.bytes)

    def test_slow_requests_get_408(self):
        server = self.serve(header_ms=700, body_ms=700, drain_ms=300)
        first = {
            "the header stalls": (b"GET /hello HTTP/1.1\r\nHost: x\r\n", None),
            "the header drips": (b"GET /hello HTTP/1.1\r\nHost: x\r\nX: ", b"abcdefgh"),
            "fields drip": (b"GET /hello HTTP/1.1\r\nHost: x\r\n", b"A: b\r\n"),
            "the body stalls": (post(b"/echo", b"x" * 10)[:-5], None),
            "the body drips":
                (get(b"/echo", b"Content-Length: 100000\r\n", method=b"POST"), b"abcdefgh"),
        }
        results = {}

        def attack(name, start, dripped):
            with server.client() as client:
                client.send(start)
                if dripped:
                    results[name] = self.drip(client, dripped)
                else:
                    client.rest()
                    results[name] = re.findall(rb"HTTP/1\.1 (\d{3})", client.bytes)

        threads = [threading.Thread(target=attack, args=(name, *what))
                   for name, what in first.items()]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(results, {name: [b"408"] for name in first})
        self.assertEqual(server.stats()["timeouts"], len(first))

    def test_who_sends_nothing_is_closed(self):
        server = self.serve(header_ms=500, idle_ms=500)
        with server.client() as silent, server.client() as idle:
            idle.send(get(b"/hello"))
            self.assertEqual(idle.reply().status, 200)
            self.assertEqual(idle.rest(), b"")
            self.assertEqual(silent.rest(), b"")

    def test_empty_lines_do_not_keep_a_connection_open(self):
        server = self.serve(header_ms=500)
        with server.client() as client:
            self.assertEqual(self.drip(client, b"\r\n"), [])

    def test_a_request_that_is_being_answered_has_no_deadline(self):
        server = self.serve(header_ms=300, body_ms=300, idle_ms=300, late_ms=1500)
        self.assertEqual(server.statuses(post(b"/later", b"late")), [200])


class Replies(Case):
    """R-755, R-758, R-759, R-763."""

    def test_pipelined_requests_are_answered_in_order(self):
        server = self.serve(late_ms=5)
        with server.client() as client:
            client.send(b"".join(post(b"/later" if i % 3 else b"/echo", b"%d" % i)
                                 for i in range(100)))
            self.assertEqual([r.body for r in client.replies(100)],
                             [b"%d" % i for i in range(100)])

    def test_a_flood_of_pipelined_requests_is_answered_whole(self):
        server = self.serve(late_ms=1)
        count = 5000
        with server.client() as client:
            sender = threading.Thread(target=client.send, args=(b"".join(
                post(b"/later" if i % 100 == 0 else b"/echo", b"%d" % i)
                for i in range(count)),))
            sender.start()
            self.assertEqual([r.body for r in client.replies(count)],
                             [b"%d" % i for i in range(count)])
            sender.join()

    def test_a_request_may_come_byte_by_byte(self):
        server = self.serve()
        with server.client() as client:
            for byte in post(b"/echo", b"abc") + get(b"/hello"):
                client.send(bytes([byte]))
            self.assertEqual([r.body for r in client.replies(2)], [b"abc", b"hello\n"])

    def test_a_client_that_half_closes_gets_its_replies(self):
        server = self.serve()
        with server.client() as client:
            client.send(get(b"/hello") + post(b"/later", b"abc") + get(b"/hello"))
            client.finish()
            self.assertEqual([r.body for r in client.replies(3)], [b"hello\n", b"abc", b"hello\n"])
            self.assertEqual(client.rest(), b"")
            self.assertEqual(client.ended, "end")

    def test_a_half_closed_slow_reader_gets_a_large_reply_whole(self):
        server = self.serve()
        size = 8_000_000
        for fields in (b"", b"Connection: close\r\n"):
            with server.client(receive_buffer=4096) as client:
                client.send(get(b"/big?size=%d" % size, fields))
                client.finish()
                time.sleep(0.2)
                self.assertEqual(len(client.reply().body), size)

    def test_expectations(self):
        server = self.serve()
        with server.client() as client:
            client.send(get(b"/echo", b"Expect: 100-continue\r\nContent-Length: 3\r\n",
                            method=b"POST"))
            self.assertEqual(client.reply().status, 100)
            client.send(b"abc")
            self.assertEqual(client.reply().body, b"abc")
        self.assertEqual(server.statuses(get(b"/hello", b"Expect: magic\r\n")), [417])
        too_large = get(b"/echo", b"Expect: 100-continue\r\nContent-Length: 9999999\r\n",
                        method=b"POST")
        self.assertEqual(server.statuses(too_large), [413])

    def test_head_and_204_have_no_body_and_http_1_0_closes_unless_asked(self):
        server = self.serve()
        with server.client() as client:
            client.send(get(b"/hello", method=b"HEAD") + get(b"/empty") + get(b"/hello"))
            head = client.reply(head_only=True)
            self.assertEqual(head.fields["content-length"], "6")
            empty = client.reply()
            self.assertEqual((empty.status, "content-length" in empty.fields), (204, False))
            self.assertEqual(client.reply().body, b"hello\n")
        with server.client() as client:
            client.send(b"GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n" * 2)
            self.assertEqual([r.fields["connection"] for r in client.replies(2)],
                             ["keep-alive"] * 2)
        with server.client() as client:
            client.send(b"GET /hello HTTP/1.0\r\n\r\n")
            self.assertEqual(client.reply().fields["connection"], "close")
            self.assertEqual(client.rest(), b"")

    def test_the_date_is_a_date(self):
        server = self.serve()
        with server.client() as client:
            client.send(get(b"/hello"))
            sent = time.strptime(client.reply().fields["date"], "%a, %d %b %Y %H:%M:%S GMT")
        self.assertEqual(sent.tm_year, time.gmtime().tm_year)

    def test_a_reader_that_does_not_read_is_cut(self):
        server = self.serve(idle_ms=500, max_unsent=65536, drain_ms=300)
        with server.client(receive_buffer=4096) as client:
            client.send(get(b"/big?size=30000000") + get(b"/hello"))
            self.assertEqual(server.wait_for(connections=1)["slow"], 1)

    def test_a_slow_stream_is_cut_and_the_others_go_on(self):
        server = self.serve(tick_ms=2, event_size=20_000, max_unsent=262144, drain_ms=300,
                            idle_ms=500)
        slow = [server.client(receive_buffer=4096) for _ in range(20)]
        for client in slow:
            client.send(get(b"/events"))
        with server.client() as good:
            good.send(get(b"/events"))
            stop = threading.Event()
            seen = []

            def read():
                while not stop.is_set() and good.more():
                    seen.append(len(good.bytes))
                    good.bytes = b""

            reader = threading.Thread(target=read)
            reader.start()
            stats = server.wait_for(streams=1)
            stop.set()
            reader.join()
            self.assertGreaterEqual(stats["slow"], 20)
            self.assertGreater(sum(seen), 262144)
        for client in slow:
            client.socket.close()


class Leaving(Case):
    """Clients that go away at the worst moment; R-764."""

    def test_clients_that_leave_before_their_reply(self):
        server = self.serve(late_ms=100)
        for leave in (lambda c: c.socket.close(), Client.reset):
            clients = [server.client() for _ in range(100)]
            for client in clients:
                client.send(post(b"/later", b"x") * 3)
            for client in clients:
                leave(client)
        streams = [server.client() for _ in range(60)]
        for client in streams:
            client.send(get(b"/events"))
        for i, client in enumerate(streams):
            self.assertTrue(client.until(b"id: "))
            client.reset() if i % 2 else client.socket.close()
        server.wait_for(connections=1, streams=0)

    def test_a_stopping_server_answers_what_it_accepted(self):
        server = self.serve(late_ms=1000)
        idle, stream, owed, late = (server.client() for _ in range(4))
        idle.send(get(b"/hello"))
        self.assertEqual(idle.reply().status, 200)
        stream.send(get(b"/events"))
        self.assertTrue(stream.until(b"id: "))
        late.send(post(b"/echo", b"half")[:-2])
        owed.send(post(b"/later", b"owed"))
        server.wait_for(requests=4)  # hello, events, later, and this question
        server.terminate()
        self.assertEqual(idle.rest(), b"")
        stream.rest()
        self.assertEqual(stream.ended, "end")
        with self.assertRaises(OSError):
            server.client()
        late.send(b"lf")
        self.assertEqual(late.reply().fields["connection"], "close")
        reply = owed.reply()
        self.assertEqual((reply.body, reply.fields["connection"]), (b"owed", "close"))
        for client in (idle, stream, owed, late):
            client.socket.close()

    def test_the_grace_ends(self):
        server = self.serve(late_ms=600, grace_ms=100)
        client = server.client()
        client.send(post(b"/later", b"owed"))
        server.wait_for(requests=2)
        server.terminate()
        self.assertIsNone(client.reply())
        client.socket.close()


if __name__ == "__main__":
    if len(sys.argv) > 1 and not sys.argv[1].startswith("-") and "/" in sys.argv[1]:
        raw_http.ECHO_SERVER = sys.argv.pop(1)
    unittest.main()

"""One who asks the server over its ordinary API: signed in, with a connection that is kept."""
import http.client
import json
import uuid


class Refused(Exception):
    """The server said no: `code` is the stable name, `problem` all that it said."""

    def __init__(self, what, problem):
        super().__init__(f"{what}: {problem.get('code')}: {problem.get('detail') or problem.get('title')}")
        self.code = problem.get("code")
        self.problem = problem


class Client:
    """A person. Not for several threads."""

    def __init__(self, host, account=None, password=None):
        self.host = host
        self._connection = None
        self._token = None
        if account:
            self._token = self.post("/session", {"account": account, "password": password})["token"]

    def get(self, path):
        return self._ask("GET", path)

    def post(self, path, body=None, version=None):
        return self._ask("POST", path, body, version)

    def upload(self, path, data, kind):
        """Post the bytes of a file."""
        return self._ask("POST", path, data, kind=kind)

    def put(self, path, body=None, version=None):
        return self._ask("PUT", path, body, version)

    def act(self, dossier, action, body=None):
        """Carry out an action on the version that `dossier` has; the dossier as it is then."""
        return self.post(f"/dossiers/{dossier['id']}/{action}", body, dossier["version"])

    def _ask(self, method, path, body=None, version=None, kind="application/json"):
        """`body` as JSON; bytes as they are, with their own `kind`."""
        headers = {"Accept-Language": "vi"}
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"
        if method != "GET" and path != "/session":
            headers["Idempotency-Key"] = str(uuid.uuid4())
        if version is not None:
            headers["If-Match"] = f'"{version}"'
        text = None
        if body is not None:
            headers["Content-Type"] = kind
            text = body if isinstance(body, bytes) else json.dumps(body)
        status, said = self._exchange(method, "/api/v1" + path, text, headers)
        answer = json.loads(said) if said else None
        if status >= 400:
            raise Refused(f"{method} {path}", answer or {})
        return answer

    def _exchange(self, method, path, text, headers):
        """Once more on a fresh connection when an idle one was closed: the key makes that safe."""
        for last in (False, True):
            if not self._connection:
                self._connection = http.client.HTTPConnection(self.host, timeout=30)
            try:
                self._connection.request(method, path, text, headers)
                answer = self._connection.getresponse()
                return answer.status, answer.read()
            except (http.client.HTTPException, OSError):
                self._connection.close()
                self._connection = None
                if last:
                    raise
        raise AssertionError("not reached")

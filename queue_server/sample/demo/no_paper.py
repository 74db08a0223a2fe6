#!/usr/bin/python3
"""A printer program that draws nothing: of each sheet it says that a person must look.

For playing a past year: nobody will read its sheets, and drawing them would take longer than playing it.
The play then gives them up by the ordinary request, so the record says what happened: never printed.
"""
import json
import sys

for line in sys.stdin:
    asked = json.loads(line)
    if asked["op"] in ("render", "print"):
        print(json.dumps({"id": asked["id"], "event": "attention", "reason": "other", "final": True,
                          "message": "Quá khứ của trung tâm trình diễn: không in"}), flush=True)

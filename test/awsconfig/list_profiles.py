#!/usr/bin/python3
"""Answer what the AWS CLI v2 makes of many pairs of files, in one process.

Reads one JSON object a line, {"config": base64 or null, "credentials": base64 or null}, and
answers each with one line: {"refused": bool, "profiles": [[name, keys], ...], "sessions": the
same}. The names and their order are those that `aws configure list-profiles` prints, from the
session object that it asks. {"path": str, "env": {...}} is answered with {"path": str}, expanded
as for AWS_CONFIG_FILE.
"""
import base64
import json
import os
import sys
import tempfile

import awscli

assert awscli.__version__.startswith("2."), awscli.__version__

import botocore.exceptions  # noqa: E402  the CLI's own copy: importing awscli sees to that
import botocore.session  # noqa: E402

assert "awscli" in botocore.session.__file__, botocore.session.__file__


def write(path, data):
    if os.path.exists(path):
        os.unlink(path)
    if data is not None:
        with open(path, "wb") as f:
            f.write(base64.b64decode(data))


def read_pair(folder, pair):
    config = os.path.join(folder, "config")
    credentials = os.path.join(folder, "credentials")
    write(config, pair.get("config"))
    write(credentials, pair.get("credentials"))
    os.environ["AWS_CONFIG_FILE"] = config
    os.environ["AWS_SHARED_CREDENTIALS_FILE"] = credentials
    session = botocore.session.Session()
    try:
        names = session.available_profiles
    except botocore.exceptions.ConfigParseError:
        return {"refused": True}
    full = session.full_config
    return {
        "refused": False,
        "profiles": [[n, full["profiles"][n]] for n in names],
        "sessions": list(full.get("sso_sessions", {}).items()),
    }


def expand(question):
    saved = dict(os.environ)
    os.environ.clear()
    os.environ.update(question["env"])
    try:
        return {"path": os.path.expanduser(os.path.expandvars(question["path"]))}
    finally:
        os.environ.clear()
        os.environ.update(saved)


def main():
    with tempfile.TemporaryDirectory() as folder:
        for line in sys.stdin:
            question = json.loads(line)
            answer = expand(question) if "path" in question else read_pair(folder, question)
            print(json.dumps(answer), flush=True)


main()

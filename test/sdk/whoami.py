#!/usr/bin/python3
"""Tell whose credentials boto3, or with --cli the AWS CLI v2, would use, without asking anyone.

Reads one JSON object a line, {"config": text, "credentials": text, "environ": {name: value}},
and answers each with one line in the forms of the columns of package identitytest. Each is
answered with exactly this environment, in a home of its own that has the two files.
--knows-login tells instead whether what is asked is new enough for login_session.

Most credentials here are lazy, and are told by what would fetch them. What is not lazy has
stand-ins: the container and the instance are not asked, and a process must be a local one.
"""
import json
import os
import sys
import tempfile

CLI = "--cli" in sys.argv[1:]

if CLI:
    # Importing awscli puts the CLI's own copy in the place of botocore.
    import awscli

    assert awscli.__version__.startswith("2."), awscli.__version__
else:
    import boto3

import botocore.credentials as c  # noqa: E402
import botocore.exceptions as e  # noqa: E402
import botocore.session  # noqa: E402
import botocore.utils  # noqa: E402

assert ("awscli" in botocore.session.__file__) == CLI, botocore.session.__file__

KNOWS_LOGIN = hasattr(c, "LoginProvider")


def container(fetcher, url, headers=None):
    fetcher._validate_allowed_url(url)
    return {
        "AccessKeyId": "container",
        "SecretAccessKey": "none",
        "Token": "none",
        "Expiration": "2099-01-01T00:00:00Z",
    }


def signed_in(fetcher):
    return {
        "access_key": "login",
        "secret_key": "none",
        "token": "none",
        "expiry_time": "2099-01-01T00:00:00Z",
        "account_id": "none",
    }


def source_by_name(sourcer, name):
    """In place of source_credentials: only a role that names the instance may have it."""
    provider = sourcer._get_provider(name)
    if isinstance(provider, c.InstanceMetadataProvider):
        return c.Credentials("instance", "none", method=provider.METHOD)
    return provider.load()


botocore.utils.ContainerMetadataFetcher.retrieve_full_uri = container
c.CanonicalNameCredentialSourcer.source_credentials = source_by_name
if KNOWS_LOGIN:
    # Not lazy: it reads a token and wants to be able to sign, but nobody has signed in here.
    c.EC = object()
    c.LoginCredentialFetcher.load_cached_credentials = signed_in


def fetcher_of(credentials):
    """The object that would fetch lazy credentials, also from behind a question for an MFA code."""
    refresh = credentials._refresh_using
    if hasattr(refresh, "_refresh"):
        refresh = refresh._refresh
    return refresh.__self__


def describe_role(fetcher):
    source = describe(fetcher._source_credentials)
    if source.startswith("error "):
        return source
    if not fetcher._role_arn:
        return "error other"
    return f"assume-role {fetcher._role_arn} < {source}"


def describe_sso(fetcher):
    """Empty values are refused only when somebody is asked with them."""
    if not fetcher._account_id or not fetcher._role_name:
        return "error missing-account"
    if not fetcher._start_url or not fetcher._sso_region:
        return "error missing-region"
    return f"sso {fetcher._account_id} {fetcher._role_name}"


def describe_static(credentials):
    """An empty key is found and used, though nobody can sign with it."""
    if not credentials.access_key or not credentials.secret_key:
        return "error partial"
    return "static " + credentials.access_key


def describe(credentials):
    if credentials is None:
        return "none"
    method = credentials.method
    if method == "assume-role":
        return describe_role(fetcher_of(credentials))
    if method == "assume-role-with-web-identity":
        return "web-identity " + fetcher_of(credentials)._role_arn
    if method == "sso":
        return describe_sso(fetcher_of(credentials))
    if method == "env":
        return "environment " + credentials.access_key
    if method in ("shared-credentials-file", "config-file"):
        return describe_static(credentials)
    return {
        "custom-process": "process",
        "login": "login",
        "container-role": "container",
        "iam-role": "instance",
    }[method]


REFUSALS = [
    ("sso-session does not exist", "missing-session"),
    ("sso_session configuration does not exist", "missing-session"),
    ("missing the following configuration", "missing-region"),
    ("is inconsistent between", "inconsistent-session"),
    ("missing required configuration: sso_role_name", "missing-account"),
    ("missing required configuration: sso_account_id", "missing-account"),
    ("missing required configuration: sso_", "missing-region"),
    ("The source_profile", "missing-source"),
    ("must have credentials", "missing-credentials"),
    ("No credentials found in credential_source", "missing-credentials"),
]


def refusal(error):
    if isinstance(error, e.ProfileNotFound):
        return "unknown-profile"
    if isinstance(error, e.InfiniteLoopConfigError):
        return "circle"
    if isinstance(error, e.PartialCredentialsError):
        return "missing-source" if "source_profile" in str(error) else "partial"
    for text, word in REFUSALS:
        if text in str(error):
            return word
    return "other"


def whoami():
    try:
        session = botocore.session.Session() if CLI else boto3.session.Session()._session
        # The CLI and boto3 read it before they ask for credentials.
        session.get_scoped_config()
        who = describe(session.get_credentials())
        # Every client looks for a bearer token, too, and so refuses a broken session whatever the
        # credentials are.
        session.get_auth_token()
        return who
    except Exception as error:  # a tool that crashes on a profile refuses it, too
        if os.environ.get("WHOAMI_DEBUG"):
            print(repr(error), file=sys.stderr)
        return "error " + refusal(error)


def answer(question):
    with tempfile.TemporaryDirectory() as home:
        os.mkdir(os.path.join(home, ".aws"))
        for name in ("config", "credentials"):
            with open(os.path.join(home, ".aws", name), "w") as f:
                f.write(question[name])
        os.environ.clear()
        os.environ.update(question["environ"], HOME=home, AWS_EC2_METADATA_DISABLED="true")
        return whoami()


def main():
    if "--knows-login" in sys.argv[1:]:
        print(json.dumps(KNOWS_LOGIN))
        return
    for line in sys.stdin:
        print(answer(json.loads(line)), flush=True)


main()

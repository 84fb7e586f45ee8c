package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"awsenv/internal/awsconfig"
	"awsenv/internal/identity"
	"awsenv/internal/login"
	"awsenv/shells"
)

// verifyLimit is how long AWS may take to say who somebody is: the AWS CLI's own limit for a connection is a minute.
const verifyLimit = 90 * time.Second

// identified is the answer of sts get-caller-identity.
type identified struct{ Account, Arn string }

// verify asks AWS who somebody is. Where it cannot know better than the files, it does not ask.
func (w *world) verify(s status, config *awsconfig.Config) status {
	if s.hopeless {
		return s
	}
	who, refusal := w.askAWS()
	if refusal != nil && refusal.Code == "expired" {
		if plan, err := login.For(config, s.Profile); err == nil && plan.Key != "" {
			w.rememberRefusal(plan.Key, w.session(plan))
		}
	}
	// The AWS CLI may have renewed the token.
	expected := w.status(config)
	if refusal != nil {
		name := s.Profile
		if s.shadowed && refusal.Hint == verifyHint {
			name = "" // it would answer for the profile, which AWS was not asked about
		}
		refusal.Hint = forProfile(refusal.Hint, w.shell(), name)
		expected.live = false
		expected.add(*refusal)
		return expected
	}
	return expected.confirm(who)
}

// confirm compares who AWS says somebody is with what was expected.
func (s status) confirm(who identified) status {
	s.ARN = who.Arn
	if s.Account != "" && s.Account != who.Account {
		s.live = false
		s.add(awsconfig.Problem{
			Code: "wrong-account", Hint: "awsenv doctor",
			Message: fmt.Sprintf("AWS says that this is account %s, not %s", who.Account, s.Account),
		})
		return s
	}
	s.Account = who.Account
	// Role credentials that the AWS CLI keeps outlive the session.
	s.Problems = slices.DeleteFunc(s.Problems, func(p problem) bool { return slices.Contains(sessionCodes, p.Code) })
	s.live = !s.shadowed
	return s
}

// askAWS runs the AWS CLI, with one try instead of three: a person waits.
func (w *world) askAWS() (identified, *awsconfig.Problem) {
	if !hasCLI() {
		return identified{}, &awsconfig.Problem{Code: "no-cli", Message: noCLI, Hint: installHint}
	}
	args := append(strings.Fields(verifyCommand), "--output", "json")
	said, err := w.capture(command{args: args, environ: append(w.without(), "AWS_MAX_ATTEMPTS=1", "AWS_PAGER=")}, verifyLimit)
	var who identified
	switch {
	case err != nil:
		return who, &awsconfig.Problem{Code: noNetwork, Message: verifyCommand + " did not end: " + err.Error(), Hint: networkHint}
	case said.status != 0:
		return who, refusalOf(verifyCommand, said.errors)
	}
	if err := json.Unmarshal([]byte(said.out), &who); err != nil || who.Account == "" {
		return who, &awsconfig.Problem{Code: "verify-failed", Message: verifyCommand + " did not answer with an account", Hint: verifyHint}
	}
	return who, nil
}

// verifyCommand asks AWS who somebody is; verifyHint lets a person see for themselves.
const (
	verifyCommand = "aws sts get-caller-identity"
	verifyHint    = verifyCommand + " --profile=PROFILE"
)

// forProfile writes a profile into a hint, and leaves it out where there is none.
func forProfile(hint string, sh *shells.Shell, name string) string {
	if name == "" {
		return strings.NewReplacer(" --profile=PROFILE", "", " PROFILE", "").Replace(hint)
	}
	return strings.NewReplacer("=PROFILE", "="+sh.Word(name), "PROFILE", sh.Operand(name)).Replace(hint)
}

// sessionCodes are problems that do not matter where AWS has just said who somebody is.
var sessionCodes = []string{"expired", "signed-out", "refreshable"}

const networkHint = "check the connection, HTTPS_PROXY and AWS_CA_BUNDLE"

// complaint is something that the AWS CLI says, and what it means; its code is for JSON, and signing in needs none.
type complaint struct{ said, code, message, hint string }

// explain finds the first of some complaints, list by list.
func explain(said string, lists ...[]complaint) (complaint, bool) {
	for _, complaints := range lists {
		if i := slices.IndexFunc(complaints, func(c complaint) bool { return strings.Contains(said, c.said) }); i >= 0 {
			return complaints[i], true
		}
	}
	return complaint{}, false
}

// noNetwork is the code of the complaints that are about the connection, whatever the AWS CLI was to do.
const noNetwork = "no-network"

var networkComplaints = []complaint{
	{"Could not connect to the endpoint URL", noNetwork, "AWS cannot be reached", networkHint},
	{"Connect timeout", noNetwork, "AWS cannot be reached", networkHint},
	{"Read timeout", noNetwork, "AWS does not answer", networkHint},
	{"Failed to connect to proxy", noNetwork, "AWS cannot be reached through the proxy", networkHint},
	{"Connection was closed", noNetwork, "AWS cannot be reached", networkHint},
	{"SSL validation failed", noNetwork, "the connection to AWS is not trusted", networkHint},
}

// identityComplaints are those about who somebody is, in the words of 2.9 and 2.38.
var identityComplaints = []complaint{
	{"SSO session associated with this profile has expired or is otherwise invalid", "revoked", "AWS no longer accepts the token of this session: it has been revoked", "aws-login --force PROFILE"},
	{"UnauthorizedException", "revoked", "AWS no longer accepts the token of this session: it has been revoked", "aws-login --force PROFILE"},
	{refreshFailed, "expired", "the session has expired and could not be renewed", "aws-login PROFILE"},
	{"Error loading SSO Token", "signed-out", "the session is not signed in", "aws-login PROFILE"},
	{"Token for", "signed-out", "the session is not signed in", "aws-login PROFILE"},
	{"ForbiddenException", "not-assigned", "the role is no longer assigned to you in this account", "ask whoever manages IAM Identity Center for it, or aws-use another profile"},
	{"get_frozen_token", "old-cli", "this AWS CLI fails on a role whose source_profile has an sso-session", updateHint},
	{"Enter MFA code", "mfa", "the role wants the code of an MFA device", verifyHint},
	{"Signature expired", "clock", "the clock of this machine is wrong", "date"},
	{"custom-process", "process-failed", "the credential_process failed", verifyHint},
	{"ExpiredToken", "stale-keys", "the keys have expired", "get new keys, or aws-use an SSO profile"},
	{"InvalidClientTokenId", "invalid-keys", "AWS does not know the key id", "get new keys, or aws-use an SSO profile"},
	{"SignatureDoesNotMatch", "invalid-keys", "the secret does not belong to the key id", "get new keys, or aws-use an SSO profile"},
	{"AccessDenied", "access-denied", "the role may not be assumed by whom source_profile names", "ask whoever manages the role to trust it"},
	{"Unable to locate credentials", "no-credentials", "the AWS CLI finds no credentials", "awsenv doctor"},
}

// refusalOf is why a command of the AWS CLI failed; what it said last where that is not known.
func refusalOf(ran, said string) *awsconfig.Problem {
	if c, ok := explain(said, identityComplaints, networkComplaints); ok {
		return &awsconfig.Problem{Code: c.code, Message: c.message, Hint: c.hint, Fatal: true}
	}
	lines := strings.Split(strings.TrimSpace(said), "\n")
	return &awsconfig.Problem{Code: "verify-failed", Message: ran + " failed: " + cmp.Or(lines[len(lines)-1], "it said nothing"), Hint: verifyHint, Fatal: true}
}

// hopeless are the troubles with which no command of the AWS CLI can succeed.
var hopeless = map[identity.Trouble]bool{identity.Empty: true, identity.Unknown: true, identity.Partial: true, identity.Broken: true}

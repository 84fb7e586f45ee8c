package main

import (
	"encoding/xml"
	"net/http"
	"regexp"
	"time"
)

const stsNamespace = "https://sts.amazonaws.com/doc/2011-06-15/"

func (s *service) findSTS(r *http.Request) (string, operation) {
	switch r.FormValue("Action") {
	case "GetCallerIdentity":
		return "GetCallerIdentity", s.withKey(s.getCallerIdentity)
	case "AssumeRole":
		return "AssumeRole", s.withKey(s.assumeRole)
	default:
		return "", nil
	}
}

var credentialPattern = regexp.MustCompile(`Credential=([^/,\s]+)/`)

// withKey lets only calls through that are signed with a key given out here.
func (s *service) withKey(do func(*call, identity) answer) operation {
	return func(c *call) answer {
		parts := credentialPattern.FindStringSubmatch(c.Header.Get("Authorization"))
		if parts == nil {
			return stsError(http.StatusForbidden, "MissingAuthenticationToken", "Request is missing Authentication Token")
		}
		who, ok := identityOf(parts[1])
		if !ok {
			return stsError(http.StatusForbidden, "InvalidClientTokenId", "The security token included in the request is invalid.")
		}
		return do(c, who).with(fact{"account", who.account}, fact{"role", who.role})
	}
}

func (s *service) getCallerIdentity(_ *call, who identity) answer {
	type result struct{ Arn, UserId, Account string }
	return xmlAnswer(http.StatusOK, struct {
		XMLName xml.Name
		Result  result `xml:"GetCallerIdentityResult"`
	}{
		XMLName: xml.Name{Space: stsNamespace, Local: "GetCallerIdentityResponse"},
		Result:  result{Arn: who.arn(), UserId: "FAKEROLEID:" + who.session, Account: who.account},
	})
}

var roleARN = regexp.MustCompile(`^arn:aws:iam::(\d{12}):role/(?:.+/)?([^/]+)$`)

// assumeRole gives any role to anybody: who may assume what is not what tests are about.
func (s *service) assumeRole(c *call, _ identity) answer {
	asked := fact{"role_arn", c.FormValue("RoleArn")}
	parts := roleARN.FindStringSubmatch(asked.value)
	if parts == nil {
		return stsError(http.StatusBadRequest, "ValidationError", asked.value+" is invalid").with(asked)
	}
	who := identity{account: parts[1], role: parts[2], session: c.FormValue("RoleSessionName")}
	type credentials struct{ AccessKeyId, SecretAccessKey, SessionToken, Expiration string }
	type assumedRole struct{ AssumedRoleId, Arn string }
	type result struct {
		Credentials     credentials
		AssumedRoleUser assumedRole
	}
	return xmlAnswer(http.StatusOK, struct {
		XMLName xml.Name
		Result  result `xml:"AssumeRoleResult"`
	}{
		XMLName: xml.Name{Space: stsNamespace, Local: "AssumeRoleResponse"},
		Result: result{
			credentials{
				who.accessKeyID(), fakeSecret, fakeSessionToken,
				s.now().Add(s.settings.roleLifetime).UTC().Format(time.RFC3339),
			},
			assumedRole{"FAKEROLEID:" + who.session, who.arn()},
		},
	}).with(asked)
}

func stsError(status int, code, message string) answer {
	type fault struct{ Type, Code, Message string }
	a := xmlAnswer(status, struct {
		XMLName xml.Name
		Error   fault
	}{
		XMLName: xml.Name{Space: stsNamespace, Local: "ErrorResponse"},
		Error:   fault{"Sender", code, message},
	})
	a.error = code
	return a
}

func xmlAnswer(status int, body any) answer {
	text, err := xml.Marshal(body)
	if err != nil {
		return answer{status: http.StatusInternalServerError, body: []byte(err.Error())}
	}
	return answer{status: status, header: http.Header{"Content-Type": {"text/xml"}}, body: text}
}

package main

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
)

const portalURL = "https://portal.sso.eu-west-1.amazonaws.com"

func TestListing(t *testing.T) {
	f := newFake(t)
	f.steer("set?roles=111111111111/A,222222222222/B,111111111111/C")
	token, _ := f.register().signIn()
	accounts := f.get(portalURL+"/assignment/accounts", token).Body.String()
	if strings.Count(accounts, `"accountId"`) != 2 || !strings.Contains(accounts, `"222222222222"`) {
		t.Errorf("accounts: %s", accounts)
	}
	roles := f.get(portalURL+"/assignment/roles?account_id=111111111111", token).Body.String()
	if !strings.Contains(roles, `"A"`) || !strings.Contains(roles, `"C"`) || strings.Contains(roles, `"B"`) {
		t.Errorf("roles: %s", roles)
	}
}

func TestRoleCredentials(t *testing.T) {
	const path = portalURL + "/federation/credentials?account_id=111111111111&role_name="
	f := newFake(t)
	f.steer("set?role-lifetime=30m")
	token, _ := f.register().signIn()
	out := decode(t, f.get(path+"Developer", token))["roleCredentials"].(map[string]any)
	if got, want := int64(out["expiration"].(float64)), f.clock.Add(30*time.Minute).UnixMilli(); got != want {
		t.Errorf("expires at %d, want %d", got, want)
	}
	wantError(t, f.get(path+"Admin", token), http.StatusForbidden, "ForbiddenException")
	wantError(t, f.get(path+"Developer", "unknown"), http.StatusUnauthorized, "UnauthorizedException")
	f.wantLog(
		"GetRoleCredentials region=eu-west-1 account=111111111111 role=Developer status=200",
		"GetRoleCredentials region=eu-west-1 account=111111111111 role=Admin status=403 error=ForbiddenException",
		"GetRoleCredentials region=eu-west-1 status=401 error=UnauthorizedException",
	)
}

func TestSessionEnds(t *testing.T) {
	end := map[string]func(f *fake, token string){
		"expired": func(f *fake, _ string) { f.clock = f.clock.Add(8 * time.Hour) },
		"revoked": func(f *fake, _ string) { f.steer("revoke") },
		"logged out": func(f *fake, token string) {
			request := httptest.NewRequest(http.MethodPost, portalURL+"/logout", nil)
			request.Header.Set(bearerHeader, token)
			if r := f.send(request); r.Code != http.StatusOK {
				f.t.Errorf("logout: %d %s", r.Code, r.Body)
			}
		},
	}
	for name, do := range end {
		t.Run(name, func(t *testing.T) {
			f := newFake(t)
			token, _ := f.register().signIn()
			decode(t, f.get(portalURL+"/assignment/accounts", token))
			do(f, token)
			wantError(t, f.get(portalURL+"/assignment/accounts", token), http.StatusUnauthorized, "UnauthorizedException")
		})
	}
}

// callSTS sends a query, signed with that key.
func (f *fake) callSTS(key, query string) *httptest.ResponseRecorder {
	request := httptest.NewRequest(http.MethodPost, "https://sts.eu-west-1.amazonaws.com/", strings.NewReader(query))
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if key != "" {
		request.Header.Set("Authorization", "AWS4-HMAC-SHA256 Credential="+key+"/20260301/eu-west-1/sts/aws4_request, SignedHeaders=host, Signature=00")
	}
	return f.send(request)
}

func TestCallerIdentity(t *testing.T) {
	f := newFake(t)
	key := identity{"111111111111", "Developer", "jane"}.accessKeyID()
	body := f.callSTS(key, "Action=GetCallerIdentity&Version=2011-06-15").Body.String()
	for _, want := range []string{"<Account>111111111111</Account>", "<Arn>arn:aws:sts::111111111111:assumed-role/Developer/jane</Arn>", stsNamespace} {
		if !strings.Contains(body, want) {
			t.Errorf("%s lacks %s", body, want)
		}
	}
	for key, want := range map[string]string{"": "MissingAuthenticationToken", "OTHER": "InvalidClientTokenId"} {
		if r := f.callSTS(key, "Action=GetCallerIdentity"); r.Code != http.StatusForbidden || !strings.Contains(r.Body.String(), want) {
			t.Errorf("key %q: %d %s", key, r.Code, r.Body)
		}
	}
}

func TestAssumeRole(t *testing.T) {
	f := newFake(t)
	key := identity{"111111111111", "Developer", "jane"}.accessKeyID()
	query := url.Values{"Action": {"AssumeRole"}, "RoleArn": {"arn:aws:iam::222222222222:role/path/Deploy"}, "RoleSessionName": {"s"}}
	body := f.callSTS(key, query.Encode()).Body.String()
	deploy := identity{"222222222222", "Deploy", "s"}
	for _, want := range []string{deploy.accessKeyID(), deploy.arn(), "<Expiration>2026-03-01T13:00:00Z</Expiration>"} {
		if !strings.Contains(body, want) {
			t.Errorf("%s lacks %s", body, want)
		}
	}
	query.Set("RoleArn", "arn:aws:iam::2:role/x")
	if r := f.callSTS(key, query.Encode()); r.Code != http.StatusBadRequest {
		t.Errorf("a malformed ARN: %d", r.Code)
	}
}

func TestAccessKeyIDSaysWhoseItIs(t *testing.T) {
	for _, want := range []identity{
		{"111111111111", "AWSReservedSSO_Developer_0123456789abcdef", "jane@example.com"},
		{"000000000000", "a+b=c,d.e@f-g", ""},
	} {
		key := want.accessKeyID()
		if got, ok := identityOf(key); !ok || got != want {
			t.Errorf("identityOf(%q) = %v, %v, want %v", key, got, ok, want)
		}
	}
	for _, key := range []string{"", "FAKEKEY", "FAKEKEY111111111111", "FAKEKEY111111111111A", "OTHER111111111111ME"} {
		if got, ok := identityOf(key); ok {
			t.Errorf("identityOf(%q) = %v", key, got)
		}
	}
}

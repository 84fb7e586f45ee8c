package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// fake is a service under a test's clock, called without a network.
type fake struct {
	*service
	t       *testing.T
	log     *bytes.Buffer
	clock   time.Time
	stopped bool
}

func newFake(t *testing.T) *fake {
	t.Helper()
	f := &fake{t: t, log: &bytes.Buffer{}, clock: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)}
	f.service = newService(defaultSettings(), &journal{out: f.log}, func() { f.stopped = true })
	f.now = func() time.Time { return f.clock }
	return f
}

// steer asks for a control path, which must succeed.
func (f *fake) steer(path string) {
	f.t.Helper()
	if r := f.ask(path); r.Code != http.StatusOK {
		f.t.Fatalf("/-/%s: %d %s", path, r.Code, r.Body)
	}
}

func (f *fake) ask(path string) *httptest.ResponseRecorder {
	r := httptest.NewRecorder()
	f.control().ServeHTTP(r, httptest.NewRequest(http.MethodGet, "/-/"+path, nil))
	return r
}

// get and post call an AWS host.
func (f *fake) get(url, token string) *httptest.ResponseRecorder {
	request := httptest.NewRequest(http.MethodGet, url, nil)
	request.Header.Set(bearerHeader, token)
	return f.send(request)
}

func (f *fake) post(url string, in map[string]any) *httptest.ResponseRecorder {
	f.t.Helper()
	body, err := json.Marshal(in)
	if err != nil {
		f.t.Fatal(err)
	}
	return f.send(httptest.NewRequest(http.MethodPost, url, bytes.NewReader(body)))
}

func (f *fake) send(request *http.Request) *httptest.ResponseRecorder {
	r := httptest.NewRecorder()
	f.ServeHTTP(r, request)
	return r
}

// wantLog compares the journal, and empties it.
func (f *fake) wantLog(lines ...string) {
	f.t.Helper()
	want := strings.Join(lines, "\n") + "\n"
	if got := f.log.String(); got != want {
		f.t.Errorf("journal:\n%swant:\n%s", got, want)
	}
	f.log.Reset()
}

// decode reads a JSON answer of status 200.
func decode(t *testing.T, r *httptest.ResponseRecorder) map[string]any {
	t.Helper()
	if r.Code != http.StatusOK {
		t.Fatalf("status %d: %s", r.Code, r.Body)
	}
	var out map[string]any
	if err := json.Unmarshal(r.Body.Bytes(), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// wantError checks a refusal of the JSON protocols.
func wantError(t *testing.T, r *httptest.ResponseRecorder, status int, exception string) {
	t.Helper()
	if got := r.Header().Get("X-Amzn-Errortype"); r.Code != status || got != exception {
		t.Errorf("answer %d %s, want %d %s", r.Code, got, status, exception)
	}
}

func TestHostKind(t *testing.T) {
	for host, want := range map[string][2]string{
		"oidc.eu-west-1.amazonaws.com":       {"oidc", "eu-west-1"},
		"portal.sso.us-east-1.amazonaws.com": {"portal", "us-east-1"},
		"sts.eu-central-1.amazonaws.com":     {"sts", "eu-central-1"},
		"sts.amazonaws.com":                  {"sts", "global"},
		"acme.awsapps.com":                   {"page", ""},
		"ssoins-1.portal.eu-west-1.app.aws":  {"page", ""},
		"s3.eu-west-1.amazonaws.com":         {"", ""},
		"oidc.a.b.amazonaws.com":             {"", ""},
		"example.com":                        {"", ""},
		"amazonaws.com.example.com":          {"", ""},
	} {
		if kind, region := hostKind(host); kind != want[0] || region != want[1] {
			t.Errorf("hostKind(%q) = %q, %q, want %q", host, kind, region, want)
		}
	}
}

func TestReachable(t *testing.T) {
	f := newFake(t)
	if !f.reachable("sts.amazonaws.com") || f.reachable("example.com") {
		t.Error("only AWS's hosts are reachable")
	}
	f.steer("set?offline=true")
	if f.reachable("sts.amazonaws.com") {
		t.Error("offline, no host is reachable")
	}
}

func TestUnknownCallIsNotFound(t *testing.T) {
	f := newFake(t)
	if r := f.get("https://oidc.eu-west-1.amazonaws.com/nothing", ""); r.Code != http.StatusNotFound {
		t.Errorf("status %d", r.Code)
	}
	f.wantLog("Unknown host=oidc.eu-west-1.amazonaws.com method=GET path=/nothing")
}

func TestFailingOperation(t *testing.T) {
	f := newFake(t)
	f.steer("set?fail=ListAccounts,GetCallerIdentity")
	wantError(t, f.get(portalURL+"/assignment/accounts", ""), http.StatusInternalServerError, "InternalServerException")
	wantError(t, f.get(portalURL+"/assignment/roles", ""), http.StatusUnauthorized, "UnauthorizedException")
	if r := f.callSTS("FAKEKEY", "Action=GetCallerIdentity"); r.Code != 500 || !strings.Contains(r.Body.String(), "<Code>InternalFailure</Code>") {
		t.Errorf("STS: %d %s", r.Code, r.Body)
	}
	f.steer("set?fail=all")
	wantError(t, f.post(oidcURL+"/token", nil), http.StatusInternalServerError, "InternalServerException")
}

func TestJournalLineCannotBeForged(t *testing.T) {
	var out bytes.Buffer
	(&journal{out: &out}).write("Call", fact{"a", "x y\nCreateToken z"}, fact{"empty", ""})
	if got, want := out.String(), "Call a=x_y_CreateToken_z\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

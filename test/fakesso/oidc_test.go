package main

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
)

const (
	oidcURL     = "https://oidc.eu-west-1.amazonaws.com"
	startURL    = "https://acme.awsapps.com/start"
	deviceGrant = "urn:ietf:params:oauth:grant-type:device_code"
)

// registration is what RegisterClient gave, with which all other calls begin.
type registration struct {
	f          *fake
	id, secret string
}

func (f *fake) register(scopes ...string) registration {
	f.t.Helper()
	out := decode(f.t, f.post(oidcURL+"/client/register", map[string]any{
		"clientName": "test", "clientType": "public", "scopes": scopes,
		"redirectUris": []string{"http://127.0.0.1/oauth/callback"},
	}))
	f.log.Reset()
	return registration{f, out["clientId"].(string), out["clientSecret"].(string)}
}

// token calls CreateToken.
func (r registration) token(grant string, in map[string]any) *httptest.ResponseRecorder {
	r.f.t.Helper()
	in["clientId"], in["clientSecret"], in["grantType"] = r.id, r.secret, grant
	return r.f.post(oidcURL+"/token", in)
}

func (r registration) startDevice() map[string]any {
	r.f.t.Helper()
	return decode(r.f.t, r.f.post(oidcURL+"/device_authorization", map[string]any{
		"clientId": r.id, "clientSecret": r.secret, "startUrl": startURL,
	}))
}

// poll asks once for the token of a device code.
func (r registration) poll(code any) *httptest.ResponseRecorder {
	r.f.t.Helper()
	return r.token(deviceGrant, map[string]any{"deviceCode": code})
}

// signIn gives an access token and, if there is one, a refresh token.
func (r registration) signIn() (access, refresh string) {
	r.f.t.Helper()
	r.f.steer("set?pending=0")
	out := decode(r.f.t, r.poll(r.startDevice()["deviceCode"]))
	r.f.log.Reset()
	refresh, _ = out["refreshToken"].(string)
	return out["accessToken"].(string), refresh
}

// authorizeCode opens the page of the authorization code flow, and gives the query of the callback.
func (r registration) authorizeCode(redirect, verifier string) url.Values {
	r.f.t.Helper()
	answer := r.f.get(oidcURL+"/authorize?"+url.Values{
		"response_type": {"code"}, "client_id": {r.id}, "redirect_uri": {redirect}, "state": {"s1"},
		"code_challenge_method": {"S256"}, "code_challenge": {challengeOf(verifier)},
	}.Encode(), "")
	location, err := url.Parse(answer.Header().Get("Location"))
	if err != nil || answer.Code != http.StatusFound {
		r.f.t.Fatalf("status %d, location %q", answer.Code, location)
	}
	return location.Query()
}

func TestDeviceFlow(t *testing.T) {
	f := newFake(t)
	f.steer("set?slow-down=1&pending=2&interval=7&device-lifetime=90s&token-lifetime=20m")
	r := f.register("sso:account:access")
	d := r.startDevice()
	if d["interval"] != 7.0 || d["expiresIn"] != 90.0 {
		t.Errorf("device code: %v", d)
	}
	wantError(t, r.poll(d["deviceCode"]), http.StatusBadRequest, "SlowDownException")
	wantError(t, r.poll(d["deviceCode"]), http.StatusBadRequest, "AuthorizationPendingException")
	wantError(t, r.poll(d["deviceCode"]), http.StatusBadRequest, "AuthorizationPendingException")
	out := decode(t, r.poll(d["deviceCode"]))
	if out["expiresIn"] != 1200.0 || out["accessToken"] == nil || out["refreshToken"] == nil {
		t.Errorf("token: %v", out)
	}
	wantError(t, r.poll(d["deviceCode"]), http.StatusBadRequest, "InvalidGrantException")
	f.wantLog(
		"StartDeviceAuthorization region=eu-west-1 start_url=https://acme.awsapps.com/start status=200",
		"CreateToken region=eu-west-1 grant=device_code status=400 error=slow_down",
		"CreateToken region=eu-west-1 grant=device_code status=400 error=authorization_pending",
		"CreateToken region=eu-west-1 grant=device_code status=400 error=authorization_pending",
		"CreateToken region=eu-west-1 grant=device_code status=200",
		"CreateToken region=eu-west-1 grant=device_code status=400 error=invalid_grant",
	)
}

func TestDeviceOutcomes(t *testing.T) {
	for settings, want := range map[string]string{
		"consent=deny":        "AccessDeniedException",
		"device-expired=true": "ExpiredTokenException",
		"consent=page":        "AuthorizationPendingException",
		"consent=ignore":      "AuthorizationPendingException",
	} {
		t.Run(settings, func(t *testing.T) {
			f := newFake(t)
			f.steer("set?pending=0&" + settings)
			r := f.register()
			wantError(t, r.poll(r.startDevice()["deviceCode"]), http.StatusBadRequest, want)
		})
	}
}

func TestDeviceCodeExpires(t *testing.T) {
	f := newFake(t)
	r := f.register()
	d := r.startDevice()
	f.clock = f.clock.Add(10 * time.Minute)
	wantError(t, r.poll(d["deviceCode"]), http.StatusBadRequest, "ExpiredTokenException")
}

func TestConsentByPage(t *testing.T) {
	for consent, want := range map[string]int{"page": http.StatusOK, "ignore": http.StatusBadRequest} {
		t.Run(consent, func(t *testing.T) {
			f := newFake(t)
			f.steer("set?pending=0&consent=" + consent)
			r := f.register()
			d := r.startDevice()
			if page := f.get(d["verificationUriComplete"].(string), ""); page.Code != http.StatusOK {
				t.Errorf("page: %d %s", page.Code, page.Body)
			}
			if got := r.poll(d["deviceCode"]).Code; got != want {
				t.Errorf("status %d, want %d", got, want)
			}
		})
	}
}

func TestConsentByControl(t *testing.T) {
	f := newFake(t)
	f.steer("set?pending=0&consent=page")
	r := f.register()
	d := r.startDevice()
	f.steer("approve")
	decode(t, r.poll(d["deviceCode"]))
}

func TestPageWithUnknownCode(t *testing.T) {
	f := newFake(t)
	if r := f.get(startURL+"/device?user_code=NONE", ""); r.Code != http.StatusNotFound {
		t.Errorf("status %d", r.Code)
	}
}

func TestStartURLMustBeAStartPage(t *testing.T) {
	f := newFake(t)
	r := f.register()
	for _, address := range []string{"http://acme.awsapps.com/start", "https://example.com/start", "%"} {
		answer := f.post(oidcURL+"/device_authorization", map[string]any{
			"clientId": r.id, "clientSecret": r.secret, "startUrl": address,
		})
		wantError(t, answer, http.StatusBadRequest, "InvalidRequestException")
	}
}

func TestAuthorizationCodeFlow(t *testing.T) {
	const redirect = "http://127.0.0.1:4711/oauth/callback"
	verifier := strings.Repeat("v", 64)
	f := newFake(t)
	r := f.register("sso:account:access")
	redeem := func(code, redirect, verifier string) *httptest.ResponseRecorder {
		return r.token("authorization_code", map[string]any{"code": code, "redirectUri": redirect, "codeVerifier": verifier})
	}
	back := r.authorizeCode(redirect, verifier)
	if back.Get("state") != "s1" || back.Get("error") != "" {
		t.Errorf("callback: %v", back)
	}
	out := decode(t, redeem(back.Get("code"), redirect, verifier))
	if out["refreshToken"] == nil {
		t.Error("no refresh token")
	}
	wantError(t, redeem(back.Get("code"), redirect, verifier), http.StatusBadRequest, "InvalidGrantException")
	back = r.authorizeCode(redirect, verifier)
	wantError(t, redeem(back.Get("code"), redirect, "another"), http.StatusBadRequest, "InvalidGrantException")
	back = r.authorizeCode(redirect, verifier)
	wantError(t, redeem(back.Get("code"), "http://127.0.0.1:1/oauth/callback", verifier), http.StatusBadRequest, "InvalidGrantException")
}

func TestAuthorizeDenied(t *testing.T) {
	f := newFake(t)
	f.steer("set?consent=deny")
	r := f.register()
	back := r.authorizeCode("http://127.0.0.1:4711/oauth/callback", "v")
	if back.Get("error") != "access_denied" || back.Has("code") || back.Get("state") != "s1" {
		t.Errorf("callback: %v", back)
	}
	f.wantLog("Authorize region=eu-west-1 status=302 error=access_denied")
}

func TestAuthorizeWithoutRedirect(t *testing.T) {
	f := newFake(t)
	r := f.register()
	for name, c := range map[string]struct {
		settings, redirect string
		want               int
	}{
		"ignored":      {"consent=ignore", "http://127.0.0.1:4711/oauth/callback", http.StatusOK},
		"other path":   {"consent=auto", "http://127.0.0.1:4711/elsewhere", http.StatusBadRequest},
		"other host":   {"consent=auto", "http://127.0.0.2:4711/oauth/callback", http.StatusBadRequest},
		"not loopback": {"consent=auto", "https://example.com/oauth/callback", http.StatusBadRequest},
	} {
		f.steer("set?" + c.settings)
		answer := f.get(oidcURL+"/authorize?"+url.Values{
			"response_type": {"code"}, "client_id": {r.id}, "redirect_uri": {c.redirect},
			"code_challenge_method": {"S256"}, "code_challenge": {"x"},
		}.Encode(), "")
		if answer.Code != c.want || answer.Header().Get("Location") != "" {
			t.Errorf("%s: status %d to %q", name, answer.Code, answer.Header().Get("Location"))
		}
	}
}

func TestRefresh(t *testing.T) {
	f := newFake(t)
	r := f.register("sso:account:access")
	access, refresh := r.signIn()
	ask := func(token string) *httptest.ResponseRecorder {
		return r.token("refresh_token", map[string]any{"refreshToken": token})
	}
	if out := decode(t, ask(refresh)); out["accessToken"] == access || out["refreshToken"] == nil {
		t.Errorf("refreshed: %v", out)
	}
	wantError(t, ask("unknown"), http.StatusBadRequest, "InvalidGrantException")
	f.steer("set?refresh=fail")
	wantError(t, ask(refresh), http.StatusBadRequest, "InvalidGrantException")
	f.steer("set?refresh=ok")
	f.steer("revoke")
	wantError(t, ask(refresh), http.StatusBadRequest, "InvalidGrantException")
}

func TestNoRefreshToken(t *testing.T) {
	f := newFake(t)
	if _, refresh := f.register().signIn(); refresh != "" {
		t.Error("a client without scopes got a refresh token")
	}
	f.steer("set?refresh-tokens=false")
	if _, refresh := f.register("sso:account:access").signIn(); refresh != "" {
		t.Error("got a refresh token in spite of the setting")
	}
}

func TestClientMustBeRegistered(t *testing.T) {
	f := newFake(t)
	r := f.register()
	wrong := r
	wrong.secret = "wrong"
	wantError(t, wrong.poll("x"), http.StatusUnauthorized, "InvalidClientException")
	wantError(t, r.token("password", map[string]any{}), http.StatusBadRequest, "UnsupportedGrantTypeException")
	f.clock = f.clock.Add(90 * 24 * time.Hour)
	wantError(t, r.poll("x"), http.StatusUnauthorized, "InvalidClientException")
	wantError(t, f.post(oidcURL+"/client/register", map[string]any{"clientName": "x", "clientType": "confidential"}),
		http.StatusBadRequest, "InvalidClientMetadataException")
}

package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// client is a registered client.
type client struct {
	secret       string
	scopes       []string
	grants       []string
	redirectURIs []string
	expires      time.Time
}

// device is a device code that was given out.
type device struct {
	clientID string
	userCode string
	expires  time.Time
	polls    int
	approved bool
	used     bool
}

// oidcErrors has the status and exception of each error code.
var oidcErrors = map[string]struct {
	status    int
	exception string
}{
	"access_denied":           {http.StatusBadRequest, "AccessDeniedException"},
	"authorization_pending":   {http.StatusBadRequest, "AuthorizationPendingException"},
	"expired_token":           {http.StatusBadRequest, "ExpiredTokenException"},
	"invalid_client":          {http.StatusUnauthorized, "InvalidClientException"},
	"invalid_grant":           {http.StatusBadRequest, "InvalidGrantException"},
	"invalid_request":         {http.StatusBadRequest, "InvalidRequestException"},
	"server_error":            {http.StatusInternalServerError, "InternalServerException"},
	"slow_down":               {http.StatusBadRequest, "SlowDownException"},
	"unsupported_grant_type":  {http.StatusBadRequest, "UnsupportedGrantTypeException"},
	"invalid_client_metadata": {http.StatusBadRequest, "InvalidClientMetadataException"},
}

func oidcError(code string) answer {
	e := oidcErrors[code]
	a := jsonError(e.status, e.exception, map[string]string{"error": code, "error_description": "fakesso: " + code})
	a.error = code
	return a
}

func (s *service) findOIDC(r *http.Request) (string, operation) {
	switch r.Method + " " + r.URL.Path {
	case "POST /client/register":
		return "RegisterClient", s.registerClient
	case "POST /device_authorization":
		return "StartDeviceAuthorization", s.startDeviceAuthorization
	case "POST /token":
		return "CreateToken", s.createToken
	case "GET /authorize":
		return "Authorize", s.authorize
	default:
		return "", nil
	}
}

func (s *service) registerClient(c *call) answer {
	var in struct {
		ClientName, ClientType           string
		Scopes, GrantTypes, RedirectURIs []string
	}
	if err := json.NewDecoder(c.Body).Decode(&in); err != nil {
		return oidcError("invalid_request")
	}
	facts := []fact{{"scopes", strings.Join(in.Scopes, ",")}, {"grants", strings.Join(in.GrantTypes, ",")}}
	if in.ClientName == "" || in.ClientType != "public" {
		return oidcError("invalid_client_metadata").with(facts...)
	}
	n := s.number()
	id := fmt.Sprintf("fake-client-%d", n)
	registered := &client{
		secret:       fmt.Sprintf("fake-client-secret-%d", n),
		scopes:       in.Scopes,
		grants:       in.GrantTypes,
		redirectURIs: in.RedirectURIs,
		expires:      s.now().Add(s.settings.registrationLifetime),
	}
	s.clients[id] = registered
	return jsonAnswer(http.StatusOK, map[string]any{
		"clientId":              id,
		"clientSecret":          registered.secret,
		"clientIdIssuedAt":      s.now().Unix(),
		"clientSecretExpiresAt": registered.expires.Unix(),
	}).with(facts...)
}

// clientFor is the registered client with this secret, or nil.
func (s *service) clientFor(id, secret string) *client {
	c := s.clients[id]
	if c == nil || c.secret != secret || !s.now().Before(c.expires) {
		return nil
	}
	return c
}

func (s *service) startDeviceAuthorization(c *call) answer {
	var in struct{ ClientID, ClientSecret, StartURL string }
	if err := json.NewDecoder(c.Body).Decode(&in); err != nil {
		return oidcError("invalid_request")
	}
	at := fact{"start_url", in.StartURL}
	if s.clientFor(in.ClientID, in.ClientSecret) == nil {
		return oidcError("invalid_client").with(at)
	}
	page, err := devicePage(in.StartURL)
	if err != nil {
		return oidcError("invalid_request").with(at)
	}
	n := s.number()
	code := fmt.Sprintf("fake-device-code-%d", n)
	d := &device{
		clientID: in.ClientID,
		userCode: fmt.Sprintf("FAKE-%04d", n),
		expires:  s.now().Add(s.settings.deviceLifetime),
	}
	s.devices[code] = d
	return jsonAnswer(http.StatusOK, map[string]any{
		"deviceCode":              code,
		"userCode":                d.userCode,
		"verificationUri":         page,
		"verificationUriComplete": page + "?user_code=" + d.userCode,
		"expiresIn":               seconds(s.settings.deviceLifetime),
		"interval":                s.settings.interval,
	}).with(at)
}

// devicePage is where the person types a user code, on the host of the start page.
func devicePage(startURL string) (string, error) {
	u, err := url.Parse(startURL)
	if err != nil {
		return "", err
	}
	if kind, _ := hostKind(u.Hostname()); u.Scheme != "https" || kind != "page" {
		return "", fmt.Errorf("%q is no start page", startURL)
	}
	return "https://" + u.Host + "/start/device", nil
}

// authorization is a code that the browser brought to the client, good for one use.
type authorization struct {
	clientID    string
	redirectURI string
	challenge   string
}

// authorize is the page of the authorization code flow. It asks nobody: the
// consent setting is the person's answer.
func (s *service) authorize(c *call) answer {
	q := c.URL.Query()
	id, redirect := q.Get("client_id"), q.Get("redirect_uri")
	if s.clients[id] == nil || !slices.Contains(s.clients[id].redirectURIs, withoutPort(redirect)) {
		return pageAnswer(http.StatusBadRequest, "This client or its redirect address is not registered.")
	}
	back := url.Values{"state": {q.Get("state")}}
	challenge := q.Get("code_challenge")
	switch {
	case q.Get("response_type") != "code" || q.Get("code_challenge_method") != "S256" || challenge == "":
		back.Set("error", "invalid_request")
	case s.settings.consent.word == "deny":
		back.Set("error", "access_denied")
	case s.settings.consent.word == "ignore":
		return pageAnswer(http.StatusOK, "Allow access?")
	default:
		code := fmt.Sprintf("fake-authorization-code-%d", s.number())
		s.codes[code] = &authorization{clientID: id, redirectURI: redirect, challenge: challenge}
		back.Set("code", code)
	}
	a := answer{status: http.StatusFound, header: http.Header{"Location": {redirect + "?" + back.Encode()}}}
	a.error = back.Get("error")
	return a
}

// withoutPort is how a native client registers its address on the loopback
// interface, whose port it chooses later (RFC 8252, 7.3).
func withoutPort(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() != "127.0.0.1" {
		return address
	}
	u.Host = u.Hostname()
	return u.String()
}

func seconds(d time.Duration) int {
	return int(d / time.Second)
}

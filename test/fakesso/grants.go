package main

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

// tokenRequest is CreateToken's input; which fields are set depends on the grant.
type tokenRequest struct {
	ClientID, ClientSecret, GrantType string
	DeviceCode                        string
	Code, RedirectURI, CodeVerifier   string
	RefreshToken                      string
}

func (s *service) createToken(c *call) answer {
	var in tokenRequest
	if err := json.NewDecoder(c.Body).Decode(&in); err != nil {
		return oidcError("invalid_request")
	}
	grant := fact{"grant", strings.TrimPrefix(in.GrantType, "urn:ietf:params:oauth:grant-type:")}
	owner := s.clientFor(in.ClientID, in.ClientSecret)
	if owner == nil {
		return oidcError("invalid_client").with(grant)
	}
	if code := s.checkGrant(in); code != "" {
		return oidcError(code).with(grant)
	}
	return s.giveToken(owner).with(grant)
}

// checkGrant gives the error code of a request that gets no token.
func (s *service) checkGrant(in tokenRequest) string {
	switch in.GrantType {
	case "urn:ietf:params:oauth:grant-type:device_code":
		return s.pollDevice(in)
	case "authorization_code":
		return s.redeemCode(in)
	case "refresh_token":
		return s.checkRefresh(in)
	default:
		return "unsupported_grant_type"
	}
}

func (s *service) pollDevice(in tokenRequest) string {
	d := s.devices[in.DeviceCode]
	if d == nil || d.used || d.clientID != in.ClientID {
		return "invalid_grant"
	}
	if !s.now().Before(d.expires) {
		return "expired_token"
	}
	d.polls++
	switch {
	case d.polls <= s.settings.slowDown:
		return "slow_down"
	case d.polls <= s.settings.slowDown+s.settings.pending:
		return "authorization_pending"
	case s.settings.deviceExpired:
		return "expired_token"
	case s.settings.consent.word == "deny":
		return "access_denied"
	case !d.approved && s.settings.consent.word != "auto":
		return "authorization_pending"
	default:
		d.used = true
		return ""
	}
}

func (s *service) redeemCode(in tokenRequest) string {
	a := s.codes[in.Code]
	delete(s.codes, in.Code)
	if a == nil || a.clientID != in.ClientID || a.redirectURI != in.RedirectURI || a.challenge != challengeOf(in.CodeVerifier) {
		return "invalid_grant"
	}
	return ""
}

// challengeOf is the S256 method of PKCE (RFC 7636).
func challengeOf(verifier string) string {
	sum := sha256.Sum256([]byte(verifier))
	return base64.RawURLEncoding.EncodeToString(sum[:])
}

func (s *service) checkRefresh(in tokenRequest) string {
	if s.settings.refresh.word == "fail" || !s.refreshes[in.RefreshToken] {
		return "invalid_grant"
	}
	return ""
}

// giveToken makes a new access token. As at AWS, only a client that registered
// with scopes gets a refresh token too.
func (s *service) giveToken(owner *client) answer {
	n := s.number()
	access := fmt.Sprintf("fake-access-token-%d", n)
	s.tokens[access] = s.now().Add(s.settings.tokenLifetime)
	out := map[string]any{
		"accessToken": access,
		"tokenType":   "Bearer",
		"expiresIn":   seconds(s.settings.tokenLifetime),
	}
	if s.settings.refreshTokens && len(owner.scopes) > 0 {
		refresh := fmt.Sprintf("fake-refresh-token-%d", n)
		s.refreshes[refresh] = true
		out["refreshToken"] = refresh
	}
	return jsonAnswer(http.StatusOK, out)
}

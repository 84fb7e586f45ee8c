package main

import (
	"net/http"
	"slices"
	"strings"
)

func (s *service) findPortal(r *http.Request) (string, operation) {
	switch r.Method + " " + r.URL.Path {
	case "GET /assignment/accounts":
		return "ListAccounts", s.signedIn(s.listAccounts)
	case "GET /assignment/roles":
		return "ListAccountRoles", s.signedIn(s.listAccountRoles)
	case "GET /federation/credentials":
		return "GetRoleCredentials", s.signedIn(s.getRoleCredentials)
	case "POST /logout":
		return "Logout", s.signedIn(s.logout)
	default:
		return "", nil
	}
}

const bearerHeader = "X-Amz-Sso_bearer_token"

// signedIn lets only calls with a live access token through.
func (s *service) signedIn(do operation) operation {
	return func(c *call) answer {
		expires, ok := s.tokens[c.Header.Get(bearerHeader)]
		if !ok || !s.now().Before(expires) {
			return portalError(http.StatusUnauthorized, "UnauthorizedException", "Session token not found or invalid")
		}
		return do(c)
	}
}

func portalError(status int, exception, message string) answer {
	return jsonError(status, exception, map[string]string{
		"message": message,
		"__type":  "com.amazonaws.switchboard.portal#" + exception,
	})
}

func (s *service) listAccounts(*call) answer {
	accounts := []map[string]string{}
	for _, account := range assignedAccounts(s.settings.roles.words) {
		accounts = append(accounts, map[string]string{
			"accountId":    account,
			"accountName":  "account-" + account,
			"emailAddress": account + "@example.com",
		})
	}
	return jsonAnswer(http.StatusOK, map[string]any{"accountList": accounts})
}

func (s *service) listAccountRoles(c *call) answer {
	account := c.URL.Query().Get("account_id")
	roles := []map[string]string{}
	for _, name := range rolesIn(s.settings.roles.words, account) {
		roles = append(roles, map[string]string{"accountId": account, "roleName": name})
	}
	return jsonAnswer(http.StatusOK, map[string]any{"roleList": roles}).with(fact{"account", account})
}

func (s *service) getRoleCredentials(c *call) answer {
	account, role := c.URL.Query().Get("account_id"), c.URL.Query().Get("role_name")
	facts := []fact{{"account", account}, {"role", role}}
	if !slices.Contains(s.settings.roles.words, account+"/"+role) {
		return portalError(http.StatusForbidden, "ForbiddenException", "No access").with(facts...)
	}
	who := identity{account: account, role: "AWSReservedSSO_" + role + "_0123456789abcdef", session: "jane@example.com"}
	return jsonAnswer(http.StatusOK, map[string]any{"roleCredentials": map[string]any{
		"accessKeyId":     who.accessKeyID(),
		"secretAccessKey": fakeSecret,
		"sessionToken":    fakeSessionToken,
		"expiration":      s.now().Add(s.settings.roleLifetime).UnixMilli(),
	}}).with(facts...)
}

// logout ends the session of one token.
func (s *service) logout(c *call) answer {
	delete(s.tokens, c.Header.Get(bearerHeader))
	return answer{status: http.StatusOK}
}

// assignedAccounts gives the accounts of ACCOUNT/ROLE pairs, each once.
func assignedAccounts(pairs []string) []string {
	var accounts []string
	for _, pair := range pairs {
		account, _, _ := strings.Cut(pair, "/")
		if !slices.Contains(accounts, account) {
			accounts = append(accounts, account)
		}
	}
	return accounts
}

// rolesIn gives the roles of one account.
func rolesIn(pairs []string, account string) []string {
	var roles []string
	for _, pair := range pairs {
		if role, ok := strings.CutPrefix(pair, account+"/"); ok {
			roles = append(roles, role)
		}
	}
	return roles
}

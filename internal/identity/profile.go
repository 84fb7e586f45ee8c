package identity

import "awsenv/internal/awsconfig"

// Account is the account that a profile says it is for: of its SSO role, of the role it assumes, or aws_account_id.
// It is empty where the files do not tell.
func Account(p *awsconfig.Profile) string {
	if account, _ := splitARN(p.Get("role_arn")); account != "" {
		return account
	}
	if IsSSO(p) {
		return p.Get("sso_account_id")
	}
	return p.Get("aws_account_id")
}

// Role is the name of the role that a profile says it is for, or empty.
func Role(p *awsconfig.Profile) string {
	if _, role := splitARN(p.Get("role_arn")); role != "" {
		return role
	}
	return p.Get("sso_role_name")
}

// IsSSO follows the AWS CLI v2, which takes a profile for SSO when it has the account or the role of one.
func IsSSO(p *awsconfig.Profile) bool {
	return p.Get("sso_account_id") != "" || p.Get("sso_role_name") != ""
}

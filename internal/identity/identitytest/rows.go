// Package identitytest is a table of situations and of whom the tools of AWS take the user for in each.
//
// What the tools say was observed by running them, and is observed again by the tests in
// test/sdk, but for JavaScript, which was run once: @aws-sdk/credential-provider-node 3.972.97,
// with stand-ins for the network.
//
// An identity is one line:
//
//	sso ACCOUNT ROLE
//	static KEYID                     keys from one of the two files
//	environment KEYID                keys from the environment
//	assume-role ROLE_ARN < SOURCE    SOURCE is such a line again
//	web-identity ROLE_ARN
//	process                          credential_process
//	login                            login_session
//	container
//	instance                         as a source only; elsewhere its metadata is switched off
//	none                             nothing was found
//	error WORD                       the tool refuses, or would when it asks for the credentials
//
// The words are unknown-profile, partial (half a key pair), missing-session,
// inconsistent-session (the profile contradicts its session), missing-source (a role without a
// source, or from a profile that is not there), circle, missing-account (SSO without account or
// role), missing-region (SSO without region or start URL), missing-credentials (the source has
// none) and other. The AWS CLI and boto3 refuse a missing session and one without region in every
// command that makes a client, whatever the credentials: they look for a bearer token besides.
package identitytest

// Row is one situation and what each family of tools makes of it.
type Row struct {
	Name        string
	Config      string
	Credentials string

	// Environ is NAME=value, besides the variables that name the two files. AWS_EC2_METADATA_DISABLED
	// is true in each.
	Environ []string

	// CLI is the AWS CLI v2, observed with 2.36.7.
	CLI string
	// Boto3 was observed with 1.43.11.
	Boto3 string
	// Old is what both said where it differs before they knew login_session: the CLI before
	// 2.32, observed with 2.9.19, and boto3 1.26.27.
	Old string
	// Go stands for programs built with the AWS SDK for Go, such as Terraform. A role with
	// mfa_serial is an error there unless the program can ask for the code.
	Go string
	// JavaScript is for programs built with the AWS SDK for JavaScript; the same holds for mfa_serial.
	JavaScript string
}

const session = `[sso-session s]
sso_start_url = https://s.awsapps.com/start
sso_region = eu-west-1

`

// Rows are about the profile p but where the environment says otherwise.
var Rows = []Row{
	// SSO beside keys, in each file.
	{
		Name: "sso-session",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "legacy SSO",
		Config: `[profile p]
sso_start_url = https://s.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "sso-session in config, keys in credentials",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "legacy SSO in config, keys in credentials",
		Config: `[profile p]
sso_start_url = https://s.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "sso-session and keys in one section of config",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "static EXAMPLECONFIG",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "legacy SSO and keys in one section of config",
		Config: `[profile p]
sso_start_url = https://s.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 111111111111
sso_role_name = ReadOnly
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "static EXAMPLECONFIG",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "sso-session in config, keys in both files",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "sso-session in config, only the id of a key in credentials",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "error partial",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "sso-session in config, only the secret of a key in credentials",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Credentials: `[p]
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "error partial",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "sso-session and only the id of a key in one section of config",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
aws_access_key_id = EXAMPLECONFIG
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "error partial",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "sso_role_name repeated in credentials",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Credentials: `[p]
sso_role_name = Admin
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "sso 111111111111 Admin",
		Boto3:      "sso 111111111111 Admin",
		Go:         "sso 111111111111 Admin",
		JavaScript: "sso 111111111111 Admin",
	},
	{
		Name:   "sso keys in credentials, session in config",
		Config: session,
		Credentials: `[p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "sso keys in credentials, keys in config",
		Config: session + `[profile p]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Credentials: `[p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "static EXAMPLECONFIG",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name:   "sso keys and keys in one section of credentials",
		Config: session,
		Credentials: `[p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "legacy SSO in credentials alone",
		Credentials: `[p]
sso_start_url = https://s.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "legacy SSO split over both files",
		Config: `[profile p]
sso_start_url = https://s.awsapps.com/start
sso_region = eu-west-1
`,
		Credentials: `[p]
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},

	// Half an SSO.
	{
		Name: "sso_session without account and role",
		Config: session + `[profile p]
sso_session = s
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "none",
		Boto3:      "none",
		Go:         "error missing-account",
		JavaScript: "error missing-account",
	},
	{
		Name: "sso_session without account and role, keys in credentials",
		Config: session + `[profile p]
sso_session = s
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "static EXAMPLECREDENTIALS",
		Boto3:      "static EXAMPLECREDENTIALS",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "sso_session without account and role, keys in config",
		Config: session + `[profile p]
sso_session = s
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "static EXAMPLECONFIG",
		Boto3:      "static EXAMPLECONFIG",
		Go:         "static EXAMPLECONFIG",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "sso_session without account and role, credential_process",
		Config: session + `[profile p]
sso_session = s
credential_process = echo '{"Version": 1, "AccessKeyId": "EXAMPLEPROCESS", "SecretAccessKey": "none"}'
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "process",
		Boto3:      "process",
		Go:         "error missing-account",
		JavaScript: "process",
	},
	{
		Name: "start URL and region without account and role",
		Config: `[profile p]
sso_start_url = https://s.awsapps.com/start
sso_region = eu-west-1
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "none",
		Boto3:      "none",
		Go:         "error missing-account",
		JavaScript: "error missing-account",
	},
	{
		Name: "start URL and region without account and role, keys in credentials",
		Config: `[profile p]
sso_start_url = https://s.awsapps.com/start
sso_region = eu-west-1
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "static EXAMPLECREDENTIALS",
		Boto3:      "static EXAMPLECREDENTIALS",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "start URL and region without account and role, credential_process",
		Config: `[profile p]
sso_start_url = https://s.awsapps.com/start
sso_region = eu-west-1
credential_process = echo '{"Version": 1, "AccessKeyId": "EXAMPLEPROCESS", "SecretAccessKey": "none"}'
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "process",
		Boto3:      "process",
		Go:         "error missing-account",
		JavaScript: "process",
	},
	{
		Name: "sso_session with account, without role",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-account",
		Boto3:      "error missing-account",
		Go:         "error missing-account",
		JavaScript: "error missing-account",
	},
	{
		Name: "sso_session with role, without account",
		Config: session + `[profile p]
sso_session = s
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-account",
		Boto3:      "error missing-account",
		Go:         "error missing-account",
		JavaScript: "error missing-account",
	},
	{
		Name: "sso_session with account, without role, keys in credentials",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-account",
		Boto3:      "error missing-account",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "sso_session with account, without role, keys in config",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-account",
		Boto3:      "error missing-account",
		Go:         "static EXAMPLECONFIG",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "sso_session with an empty account",
		Config: session + `[profile p]
sso_session = s
sso_account_id =
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-account",
		Boto3:      "error missing-account",
		Go:         "error missing-account",
		JavaScript: "error missing-account",
	},
	{
		Name: "sso_session with an empty role",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name =
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-account",
		Boto3:      "error missing-account",
		Go:         "error missing-account",
		JavaScript: "error missing-account",
	},
	{
		Name: "sso_session with an empty account, keys in credentials",
		Config: session + `[profile p]
sso_session = s
sso_account_id =
sso_role_name = ReadOnly
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-account",
		Boto3:      "error missing-account",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "sso_session with empty account and role",
		Config: session + `[profile p]
sso_session = s
sso_account_id =
sso_role_name =
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-account",
		Boto3:      "error missing-account",
		Go:         "error missing-account",
		JavaScript: "error missing-account",
	},
	{
		Name: "sso_account_id alone",
		Config: `[profile p]
sso_account_id = 111111111111
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-account",
		Boto3:      "error missing-account",
		Go:         "error missing-region",
		JavaScript: "error missing-account",
	},
	{
		Name: "sso_account_id alone, keys in credentials",
		Config: `[profile p]
sso_account_id = 111111111111
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-account",
		Boto3:      "error missing-account",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "account and role alone",
		Config: `[profile p]
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-region",
		Boto3:      "error missing-region",
		Go:         "error missing-region",
		JavaScript: "error missing-region",
	},
	{
		Name: "account and role alone, keys in credentials",
		Config: `[profile p]
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-region",
		Boto3:      "error missing-region",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "legacy SSO without region",
		Config: `[profile p]
sso_start_url = https://s.awsapps.com/start
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-region",
		Boto3:      "error missing-region",
		Go:         "error missing-region",
		JavaScript: "error missing-region",
	},
	{
		Name: "legacy SSO without start URL",
		Config: `[profile p]
sso_region = eu-west-1
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-region",
		Boto3:      "error missing-region",
		Go:         "error missing-region",
		JavaScript: "error missing-region",
	},
	{
		Name: "legacy SSO without role",
		Config: `[profile p]
sso_start_url = https://s.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 111111111111
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-account",
		Boto3:      "error missing-account",
		Go:         "error missing-account",
		JavaScript: "error missing-account",
	},
	{
		Name: "legacy SSO without account",
		Config: `[profile p]
sso_start_url = https://s.awsapps.com/start
sso_region = eu-west-1
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-account",
		Boto3:      "error missing-account",
		Go:         "error missing-account",
		JavaScript: "error missing-account",
	},
	{
		Name: "legacy SSO with an empty region",
		Config: `[profile p]
sso_start_url = https://s.awsapps.com/start
sso_region =
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-region",
		Boto3:      "error missing-region",
		Go:         "error missing-region",
		JavaScript: "error missing-region",
	},
	{
		Name: "empty sso_session",
		Config: `[profile p]
sso_session =
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-session",
		Boto3:      "error missing-session",
		Go:         "error missing-region",
		JavaScript: "error missing-region",
	},
	{
		Name: "empty sso_session, keys in credentials",
		Config: `[profile p]
sso_session =
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-session",
		Boto3:      "error missing-session",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "empty sso_session beside legacy SSO",
		Config: `[profile p]
sso_session =
sso_start_url = https://s.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-session",
		Boto3:      "error missing-session",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "empty sso_session alone, keys in config",
		Config: `[profile p]
sso_session =
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-session",
		Boto3:      "error missing-session",
		Go:         "static EXAMPLECONFIG",
		JavaScript: "static EXAMPLECONFIG",
	},

	// The session.
	{
		Name: "no such session",
		Config: `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-session",
		Boto3:      "error missing-session",
		Go:         "error missing-session",
		JavaScript: "error missing-session",
	},
	{
		Name: "no such session, keys in credentials",
		Config: `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-session",
		Boto3:      "error missing-session",
		Go:         "error missing-session",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "no such session, without account and role",
		Config: `[profile p]
sso_session = s
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-session",
		Boto3:      "error missing-session",
		Go:         "error missing-session",
		JavaScript: "error missing-session",
	},
	{
		Name: "no such session, without account and role, keys in credentials",
		Config: `[profile p]
sso_session = s
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-session",
		Boto3:      "error missing-session",
		Go:         "error missing-session",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "no such session, beside legacy SSO",
		Config: `[profile p]
sso_session = s
sso_start_url = https://s.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-session",
		Boto3:      "error missing-session",
		Go:         "error missing-session",
		JavaScript: "error missing-session",
	},
	{
		Name: "session only in credentials",
		Config: `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Credentials: session,
		Environ:     []string{"AWS_PROFILE=p"},
		CLI:         "error missing-session",
		Boto3:       "error missing-session",
		Go:          "sso 111111111111 ReadOnly",
		JavaScript:  "error missing-session",
	},
	{
		Name: "session without region",
		Config: `[sso-session s]
sso_start_url = https://s.awsapps.com/start

[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-region",
		Boto3:      "error missing-region",
		Go:         "error missing-region",
		JavaScript: "error missing-region",
	},
	{
		Name: "session without start URL",
		Config: `[sso-session s]
sso_region = eu-west-1

[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-region",
		Boto3:      "error missing-region",
		Go:         "error missing-region",
		JavaScript: "error missing-region",
	},
	{
		Name: "session without region, region in profile",
		Config: `[sso-session s]
sso_start_url = https://s.awsapps.com/start

[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
sso_region = eu-west-1
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-region",
		Boto3:      "error missing-region",
		Go:         "error missing-region",
		JavaScript: "error missing-region",
	},
	{
		Name: "session without start URL, start URL in profile",
		Config: `[sso-session s]
sso_region = eu-west-1

[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
sso_start_url = https://s.awsapps.com/start
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-region",
		Boto3:      "error missing-region",
		Go:         "error missing-region",
		JavaScript: "error missing-region",
	},
	{
		Name: "session without region, without account and role, keys in credentials",
		Config: `[sso-session s]
sso_start_url = https://s.awsapps.com/start

[profile p]
sso_session = s
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-region",
		Boto3:      "error missing-region",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "session without region, keys in config",
		Config: `[sso-session s]
sso_start_url = https://s.awsapps.com/start

[profile p]
sso_session = s
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-region",
		Boto3:      "error missing-region",
		Go:         "static EXAMPLECONFIG",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "session without region, source_profile",
		Config: `[sso-session s]
sso_start_url = https://s.awsapps.com/start

[profile p]
sso_session = s
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-region",
		Boto3:      "error missing-region",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
	},
	{
		Name: "inconsistent session, without account and role, keys in config",
		Config: session + `[profile p]
sso_session = s
sso_region = us-east-1
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "static EXAMPLECONFIG",
		Boto3:      "static EXAMPLECONFIG",
		Go:         "static EXAMPLECONFIG",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "empty session",
		Config: `[sso-session s]

[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-region",
		Boto3:      "error missing-region",
		Go:         "error missing-region",
		JavaScript: "error missing-session",
	},
	{
		Name: "start URL in profile like the session's",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
sso_start_url = https://s.awsapps.com/start
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "start URL in profile unlike the session's",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
sso_start_url = https://other.awsapps.com/start
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error inconsistent-session",
		Boto3:      "error inconsistent-session",
		Go:         "error inconsistent-session",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "region in profile unlike the session's",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
sso_region = us-east-1
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error inconsistent-session",
		Boto3:      "error inconsistent-session",
		Go:         "error inconsistent-session",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "start URL in profile unlike the session's, keys in credentials",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
sso_start_url = https://other.awsapps.com/start
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error inconsistent-session",
		Boto3:      "error inconsistent-session",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "start URL in profile with a slash more than the session's",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
sso_start_url = https://s.awsapps.com/start/
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error inconsistent-session",
		Boto3:      "error inconsistent-session",
		Go:         "error inconsistent-session",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "account and role in the session",
		Config: `[sso-session s]
sso_start_url = https://s.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile p]
sso_session = s
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "none",
		Boto3:      "none",
		Go:         "error missing-account",
		JavaScript: "error missing-account",
	},
	{
		Name: "role in the session",
		Config: `[sso-session s]
sso_start_url = https://s.awsapps.com/start
sso_region = eu-west-1
sso_role_name = ReadOnly

[profile p]
sso_session = s
sso_account_id = 111111111111
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "error missing-account",
		JavaScript: "error missing-account",
	},
	{
		Name: "scopes in profile unlike the session's",
		Config: `[sso-session s]
sso_start_url = https://s.awsapps.com/start
sso_region = eu-west-1
sso_registration_scopes = sso:account:access

[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
sso_registration_scopes = other
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error inconsistent-session",
		Boto3:      "error inconsistent-session",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},

	// Static keys.
	{
		Name: "keys in credentials",
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "static EXAMPLECREDENTIALS",
		Boto3:      "static EXAMPLECREDENTIALS",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "keys in config",
		Config: `[profile p]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "static EXAMPLECONFIG",
		Boto3:      "static EXAMPLECONFIG",
		Go:         "static EXAMPLECONFIG",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "keys in both files",
		Config: `[profile p]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "static EXAMPLECREDENTIALS",
		Boto3:      "static EXAMPLECREDENTIALS",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "keys with a session token in credentials",
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
aws_session_token = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "static EXAMPLECREDENTIALS",
		Boto3:      "static EXAMPLECREDENTIALS",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "only the id in config",
		Config: `[profile p]
aws_access_key_id = EXAMPLECONFIG
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error partial",
		Boto3:      "error partial",
		Go:         "error partial",
		JavaScript: "none",
	},
	{
		Name: "only the secret in config",
		Config: `[profile p]
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "none",
		Boto3:      "none",
		Go:         "error partial",
		JavaScript: "none",
	},
	{
		Name: "only the id in credentials",
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error partial",
		Boto3:      "error partial",
		Go:         "error partial",
		JavaScript: "none",
	},
	{
		Name: "only the secret in credentials",
		Credentials: `[p]
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "none",
		Boto3:      "none",
		Go:         "error partial",
		JavaScript: "none",
	},
	{
		Name: "id in config, secret in credentials",
		Config: `[profile p]
aws_access_key_id = EXAMPLECONFIG
`,
		Credentials: `[p]
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error partial",
		Boto3:      "error partial",
		Go:         "error partial",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "id in credentials, secret in config",
		Config: `[profile p]
aws_secret_access_key = none
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error partial",
		Boto3:      "error partial",
		Go:         "error partial",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "keys in config, only the id in credentials",
		Config: `[profile p]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error partial",
		Boto3:      "error partial",
		Go:         "error partial",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "keys in config, only the secret in credentials",
		Config: `[profile p]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Credentials: `[p]
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "static EXAMPLECONFIG",
		Boto3:      "static EXAMPLECONFIG",
		Go:         "error partial",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "only the id in config, keys in credentials",
		Config: `[profile p]
aws_access_key_id = EXAMPLECONFIG
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "static EXAMPLECREDENTIALS",
		Boto3:      "static EXAMPLECREDENTIALS",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "empty id and secret in credentials",
		Credentials: `[p]
aws_access_key_id =
aws_secret_access_key =
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error partial",
		Boto3:      "error partial",
		Go:         "none",
		JavaScript: "none",
	},
	{
		Name: "empty id and secret in credentials, keys in config",
		Config: `[profile p]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Credentials: `[p]
aws_access_key_id =
aws_secret_access_key =
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error partial",
		Boto3:      "error partial",
		Go:         "none",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "empty secret in credentials",
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key =
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error partial",
		Boto3:      "error partial",
		Go:         "none",
		JavaScript: "none",
	},
	{
		Name: "empty id in credentials",
		Credentials: `[p]
aws_access_key_id =
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error partial",
		Boto3:      "error partial",
		Go:         "none",
		JavaScript: "none",
	},
	{
		Name: "empty id and secret in config",
		Config: `[profile p]
aws_access_key_id =
aws_secret_access_key =
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error partial",
		Boto3:      "error partial",
		Go:         "none",
		JavaScript: "none",
	},
	{
		Name: "session token alone in credentials",
		Credentials: `[p]
aws_session_token = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "none",
		Boto3:      "none",
		Go:         "none",
		JavaScript: "none",
	},
	{
		Name: "profile without any credentials",
		Config: `[profile p]
region = eu-west-1
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "none",
		Boto3:      "none",
		Go:         "none",
		JavaScript: "none",
	},
	{
		Name: "profile without any keys at all",
		Config: `[profile p]
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "none",
		Boto3:      "none",
		Go:         "none",
		JavaScript: "none",
	},
	{
		Name: "profile without credentials, keys in default",
		Config: `[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
[profile p]
region = eu-west-1
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "none",
		Boto3:      "none",
		Go:         "none",
		JavaScript: "none",
	},
	{
		Name: "profile without credentials, keys in default of credentials",
		Config: `[profile p]
region = eu-west-1
`,
		Credentials: `[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "none",
		Boto3:      "none",
		Go:         "none",
		JavaScript: "none",
	},
	{
		Name: "keys in a profile of config without the word profile",
		Config: `[p]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error unknown-profile",
		Boto3:      "error unknown-profile",
		Go:         "error unknown-profile",
		JavaScript: "none",
	},
	{
		Name: "keys in the section profile p of credentials",
		Credentials: `[profile p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error unknown-profile",
		Boto3:      "error unknown-profile",
		Go:         "error unknown-profile",
		JavaScript: "none",
	},

	// Other sources in one profile.
	{
		Name: "credential_process",
		Config: `[profile p]
credential_process = echo '{"Version": 1, "AccessKeyId": "EXAMPLEPROCESS", "SecretAccessKey": "none"}'
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "process",
		Boto3:      "process",
		Go:         "process",
		JavaScript: "process",
	},
	{
		Name: "credential_process in credentials",
		Credentials: `[p]
credential_process = echo '{"Version": 1, "AccessKeyId": "EXAMPLEPROCESS", "SecretAccessKey": "none"}'
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "process",
		Boto3:      "process",
		Go:         "process",
		JavaScript: "process",
	},
	{
		Name: "credential_process in config, keys in credentials",
		Config: `[profile p]
credential_process = echo '{"Version": 1, "AccessKeyId": "EXAMPLEPROCESS", "SecretAccessKey": "none"}'
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "static EXAMPLECREDENTIALS",
		Boto3:      "static EXAMPLECREDENTIALS",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "credential_process and keys in config",
		Config: `[profile p]
credential_process = echo '{"Version": 1, "AccessKeyId": "EXAMPLEPROCESS", "SecretAccessKey": "none"}'
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "process",
		Boto3:      "process",
		Go:         "static EXAMPLECONFIG",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "credential_process and keys in credentials",
		Credentials: `[p]
credential_process = echo '{"Version": 1, "AccessKeyId": "EXAMPLEPROCESS", "SecretAccessKey": "none"}'
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "static EXAMPLECREDENTIALS",
		Boto3:      "static EXAMPLECREDENTIALS",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "credential_process and keys in credentials, other keys in config",
		Config: `[profile p]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Credentials: `[p]
credential_process = echo '{"Version": 1, "AccessKeyId": "EXAMPLEPROCESS", "SecretAccessKey": "none"}'
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "static EXAMPLECREDENTIALS",
		Boto3:      "static EXAMPLECREDENTIALS",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "credential_process and sso-session",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
credential_process = echo '{"Version": 1, "AccessKeyId": "EXAMPLEPROCESS", "SecretAccessKey": "none"}'
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "process",
	},
	{
		Name: "credential_process and legacy SSO",
		Config: `[profile p]
sso_start_url = https://s.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 111111111111
sso_role_name = ReadOnly
credential_process = echo '{"Version": 1, "AccessKeyId": "EXAMPLEPROCESS", "SecretAccessKey": "none"}'
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "process",
	},
	{
		Name: "empty credential_process, keys in config",
		Config: `[profile p]
credential_process =
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error other",
		Boto3:      "error other",
		Go:         "static EXAMPLECONFIG",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "login_session",
		Config: `[profile p]
login_session = arn:aws:iam::111111111111:user/alice
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "login",
		Boto3:      "login",
		Old:        "none",
		Go:         "login",
		JavaScript: "login",
	},
	{
		Name: "login_session, keys in credentials",
		Config: `[profile p]
login_session = arn:aws:iam::111111111111:user/alice
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "static EXAMPLECREDENTIALS",
		Boto3:      "static EXAMPLECREDENTIALS",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "login_session, keys in config",
		Config: `[profile p]
login_session = arn:aws:iam::111111111111:user/alice
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "login",
		Boto3:      "login",
		Old:        "static EXAMPLECONFIG",
		Go:         "static EXAMPLECONFIG",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "login_session and sso-session",
		Config: session + `[profile p]
login_session = arn:aws:iam::111111111111:user/alice
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "login_session and credential_process",
		Config: `[profile p]
login_session = arn:aws:iam::111111111111:user/alice
credential_process = echo '{"Version": 1, "AccessKeyId": "EXAMPLEPROCESS", "SecretAccessKey": "none"}'
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "login",
		Boto3:      "login",
		Old:        "process",
		Go:         "login",
		JavaScript: "process",
	},
	{
		Name: "login_session, start URL and region without account and role",
		Config: `[profile p]
login_session = arn:aws:iam::111111111111:user/alice
sso_start_url = https://s.awsapps.com/start
sso_region = eu-west-1
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "login",
		Boto3:      "login",
		Old:        "none",
		Go:         "error missing-account",
		JavaScript: "error missing-account",
	},

	// A role from a source profile.
	{
		Name: "source_profile with keys in config",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
	},
	{
		Name: "source_profile with keys in credentials",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base
`,
		Credentials: `[base]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECREDENTIALS",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECREDENTIALS",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECREDENTIALS",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECREDENTIALS",
	},
	{
		Name: "source_profile, keys of its own in credentials",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
	},
	{
		Name: "source_profile, keys of its own in config",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Credentials: `[base]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECREDENTIALS",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECREDENTIALS",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECREDENTIALS",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECREDENTIALS",
	},
	{
		Name: "source_profile with sso-session",
		Config: session + `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
	},
	{
		Name: "source_profile with legacy SSO",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
sso_start_url = https://s.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
	},
	{
		Name: "source_profile with SSO, keys of its own",
		Config: session + `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
	},
	{
		Name: "source_profile, SSO of its own",
		Config: session + `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base
sso_session = s
sso_account_id = 222222222222
sso_role_name = Admin

[profile base]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
	},
	{
		Name: "source_profile, legacy SSO of its own",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base
sso_start_url = https://s.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile base]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
	},
	{
		Name: "source_profile, no such session of its own",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile base]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-session",
		Boto3:      "error missing-session",
		Go:         "error missing-session",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
	},
	{
		Name: "source_profile with SSO and keys in config",
		Config: session + `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
	},
	{
		Name: "source_profile with SSO in config and keys in credentials",
		Config: session + `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Credentials: `[base]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECREDENTIALS",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECREDENTIALS",
	},
	{
		Name: "source_profile with SSO whose session is missing",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-session",
		Boto3:      "error missing-session",
		Go:         "error missing-session",
		JavaScript: "error missing-session",
	},
	{
		Name: "source_profile with SSO without role",
		Config: session + `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
sso_session = s
sso_account_id = 111111111111
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-account",
		Boto3:      "error missing-account",
		Go:         "error missing-account",
		JavaScript: "error missing-account",
	},
	{
		Name: "source_profile with sso_session alone",
		Config: session + `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
sso_session = s
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-credentials",
		Boto3:      "error missing-credentials",
		Go:         "error missing-account",
		JavaScript: "error missing-account",
	},
	{
		Name: "source_profile is itself, with keys in config",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = p
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
	},
	{
		Name: "source_profile is itself, with keys in credentials",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = p
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECREDENTIALS",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECREDENTIALS",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECREDENTIALS",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECREDENTIALS",
	},
	{
		Name: "source_profile is itself, with half a key pair",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = p
aws_access_key_id = EXAMPLECONFIG
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error partial",
		Boto3:      "error partial",
		Go:         "error partial",
		JavaScript: "none",
	},
	{
		Name: "source_profile is itself, with SSO",
		Config: session + `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = p
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error circle",
		Boto3:      "error circle",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
		JavaScript: "none",
	},
	{
		Name: "source_profile is itself, with SSO and keys",
		Config: session + `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = p
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECREDENTIALS",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECREDENTIALS",
	},
	{
		Name: "source_profile is itself, with credential_process",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = p
credential_process = echo '{"Version": 1, "AccessKeyId": "EXAMPLEPROCESS", "SecretAccessKey": "none"}'
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error circle",
		Boto3:      "error circle",
		Go:         "error other",
		JavaScript: "process",
	},
	{
		Name: "source_profile is itself, with nothing",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = p
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error circle",
		Boto3:      "error circle",
		Go:         "error missing-credentials",
		JavaScript: "none",
	},
	{
		Name: "source_profile of a source_profile with SSO",
		Config: session + `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = middle

[profile middle]
role_arn = arn:aws:iam::444444444444:role/Middle
source_profile = base

[profile base]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < assume-role arn:aws:iam::444444444444:role/Middle < sso 111111111111 ReadOnly",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < assume-role arn:aws:iam::444444444444:role/Middle < sso 111111111111 ReadOnly",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < assume-role arn:aws:iam::444444444444:role/Middle < sso 111111111111 ReadOnly",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < assume-role arn:aws:iam::444444444444:role/Middle < sso 111111111111 ReadOnly",
	},
	{
		Name: "source_profile of a source_profile with keys",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = middle

[profile middle]
role_arn = arn:aws:iam::444444444444:role/Middle
source_profile = base

[profile base]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < assume-role arn:aws:iam::444444444444:role/Middle < static EXAMPLECONFIG",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < assume-role arn:aws:iam::444444444444:role/Middle < static EXAMPLECONFIG",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < assume-role arn:aws:iam::444444444444:role/Middle < static EXAMPLECONFIG",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < assume-role arn:aws:iam::444444444444:role/Middle < static EXAMPLECONFIG",
	},
	{
		Name: "source_profile that is a role and has keys",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = middle

[profile middle]
role_arn = arn:aws:iam::444444444444:role/Middle
source_profile = base
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none

[profile base]
aws_access_key_id = EXAMPLEBASE
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < assume-role arn:aws:iam::444444444444:role/Middle < static EXAMPLECONFIG",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
	},
	{
		Name: "source_profile that is a role from itself",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = middle

[profile middle]
role_arn = arn:aws:iam::444444444444:role/Middle
source_profile = middle
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < assume-role arn:aws:iam::444444444444:role/Middle < static EXAMPLECONFIG",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
	},
	{
		Name: "source_profile that is a role with credential_source",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = middle

[profile middle]
role_arn = arn:aws:iam::444444444444:role/Middle
credential_source = Environment
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-credentials",
		Boto3:      "error missing-credentials",
		Go:         "error missing-credentials",
		JavaScript: "none",
	},
	{
		Name: "source_profile that is a role without source",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = middle

[profile middle]
role_arn = arn:aws:iam::444444444444:role/Middle
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-source",
		Boto3:      "error missing-source",
		Go:         "error missing-credentials",
		JavaScript: "none",
	},
	{
		Name: "source_profile that is a role from a missing profile",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = middle

[profile middle]
role_arn = arn:aws:iam::444444444444:role/Middle
source_profile = gone
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-source",
		Boto3:      "error missing-source",
		Go:         "error missing-source",
		JavaScript: "none",
	},
	{
		Name: "source_profile circle of two",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
role_arn = arn:aws:iam::444444444444:role/Middle
source_profile = p
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error circle",
		Boto3:      "error circle",
		Go:         "error missing-credentials",
		JavaScript: "none",
	},
	{
		Name: "source_profile circle of two, with keys in the second",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
role_arn = arn:aws:iam::444444444444:role/Middle
source_profile = p
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < assume-role arn:aws:iam::444444444444:role/Middle < static EXAMPLECONFIG",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
	},
	{
		Name: "source_profile circle of two, with keys in the first",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none

[profile base]
role_arn = arn:aws:iam::444444444444:role/Middle
source_profile = p
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error circle",
		Boto3:      "error circle",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < assume-role arn:aws:iam::444444444444:role/Middle < static EXAMPLECONFIG",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < assume-role arn:aws:iam::444444444444:role/Middle < static EXAMPLECONFIG",
	},
	{
		Name: "source_profile circle of two, with SSO in the first",
		Config: session + `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile base]
role_arn = arn:aws:iam::444444444444:role/Middle
source_profile = p
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error circle",
		Boto3:      "error circle",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < assume-role arn:aws:iam::444444444444:role/Middle < sso 111111111111 ReadOnly",
		JavaScript: "none",
	},
	{
		Name: "source_profile circle of three",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
role_arn = arn:aws:iam::444444444444:role/Middle
source_profile = third

[profile third]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error circle",
		Boto3:      "error circle",
		Go:         "error missing-credentials",
		JavaScript: "none",
	},
	{
		Name: "source_profile missing",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-source",
		Boto3:      "error missing-source",
		Go:         "error missing-source",
		JavaScript: "none",
	},
	{
		Name: "source_profile missing, keys of its own",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-source",
		Boto3:      "error missing-source",
		Go:         "error missing-source",
		JavaScript: "none",
	},
	{
		Name: "source_profile with nothing",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
region = eu-west-1
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-credentials",
		Boto3:      "error missing-credentials",
		Go:         "error missing-credentials",
		JavaScript: "none",
	},
	{
		Name: "source_profile with half a key pair",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
aws_access_key_id = EXAMPLECONFIG
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error partial",
		Boto3:      "error partial",
		Go:         "error partial",
		JavaScript: "none",
	},
	{
		Name: "source_profile with only the secret",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-credentials",
		Boto3:      "error missing-credentials",
		Go:         "error partial",
		JavaScript: "none",
	},
	{
		Name: "source_profile with credential_process",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
credential_process = echo '{"Version": 1, "AccessKeyId": "EXAMPLEPROCESS", "SecretAccessKey": "none"}'
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < process",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < process",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < process",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < process",
	},
	{
		Name: "source_profile with web identity",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
role_arn = arn:aws:iam::444444444444:role/Middle
web_identity_token_file = /dev/null
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < web-identity arn:aws:iam::444444444444:role/Middle",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < web-identity arn:aws:iam::444444444444:role/Middle",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < web-identity arn:aws:iam::444444444444:role/Middle",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < web-identity arn:aws:iam::444444444444:role/Middle",
	},
	{
		Name: "source_profile with login_session",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
login_session = arn:aws:iam::111111111111:user/alice
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < login",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < login",
		Old:        "error missing-credentials",
		Go:         "error missing-credentials",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < login",
	},
	{
		Name: "source_profile with login_session and keys in config",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
login_session = arn:aws:iam::111111111111:user/alice
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < login",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < login",
		Old:        "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
	},
	{
		Name: "source_profile is default",
		Config: `[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = default
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLEDEFAULT",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLEDEFAULT",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLEDEFAULT",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLEDEFAULT",
	},
	{
		Name: "source_profile is a missing default",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = default
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-source",
		Boto3:      "error missing-source",
		Go:         "error missing-source",
		JavaScript: "none",
	},
	{
		Name: "source_profile empty",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile =
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-source",
		Boto3:      "error missing-source",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < instance",
		JavaScript: "none",
	},
	{
		Name: "source_profile empty, keys in config",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile =
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-source",
		Boto3:      "error missing-source",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "source_profile without role_arn",
		Config: `[profile p]
source_profile = base

[profile base]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "none",
		Boto3:      "none",
		Go:         "error other",
		JavaScript: "none",
	},
	{
		Name: "source_profile without role_arn, keys of its own",
		Config: `[profile p]
source_profile = base
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none

[profile base]
aws_access_key_id = EXAMPLEBASE
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "static EXAMPLECONFIG",
		Boto3:      "static EXAMPLECONFIG",
		Go:         "error other",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "source_profile without role_arn, SSO of its own",
		Config: session + `[profile p]
source_profile = base
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile base]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "error other",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "source_profile with empty role_arn",
		Config: `[profile p]
role_arn =
source_profile = base

[profile base]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error other",
		Boto3:      "error other",
		Go:         "error other",
		JavaScript: "none",
	},
	{
		Name: "source_profile and credential_process",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base
credential_process = echo '{"Version": 1, "AccessKeyId": "EXAMPLEPROCESS", "SecretAccessKey": "none"}'

[profile base]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Go:         "error other",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
	},
	{
		Name: "source_profile and web identity",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base
web_identity_token_file = /dev/null

[profile base]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "web-identity arn:aws:iam::333333333333:role/Deploy",
		Boto3:      "web-identity arn:aws:iam::333333333333:role/Deploy",
		Go:         "error other",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
	},
	{
		Name: "mfa_serial",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base
mfa_serial = arn:aws:iam::111111111111:mfa/alice

[profile base]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Go:         "error other",
		JavaScript: "error other",
	},
	{
		Name: "mfa_serial, source_profile with SSO",
		Config: session + `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base
mfa_serial = arn:aws:iam::111111111111:mfa/alice

[profile base]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
		Go:         "error other",
		JavaScript: "error other",
	},

	// A role from elsewhere.
	{
		Name: "role_arn alone",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-source",
		Boto3:      "error missing-source",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < instance",
		JavaScript: "none",
	},
	{
		Name: "role_arn alone, keys in credentials",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-source",
		Boto3:      "error missing-source",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "role_arn alone, keys in config",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-source",
		Boto3:      "error missing-source",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "role_arn alone, with sso-session",
		Config: session + `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-source",
		Boto3:      "error missing-source",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "role_arn alone, with legacy SSO",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
sso_start_url = https://s.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-source",
		Boto3:      "error missing-source",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "role_arn alone, with credential_process",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
credential_process = echo '{"Version": 1, "AccessKeyId": "EXAMPLEPROCESS", "SecretAccessKey": "none"}'
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-source",
		Boto3:      "error missing-source",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < process",
		JavaScript: "process",
	},
	{
		Name: "role_arn alone, with login_session",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
login_session = arn:aws:iam::111111111111:user/alice
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-source",
		Boto3:      "error missing-source",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < login",
		JavaScript: "login",
	},
	{
		Name: "role_arn and source_profile in credentials",
		Credentials: `[p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[base]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECREDENTIALS",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECREDENTIALS",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECREDENTIALS",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECREDENTIALS",
	},
	{
		Name: "role_arn in config, source_profile in credentials",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy

[profile base]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Credentials: `[p]
source_profile = base
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
	},
	{
		Name: "role_arn in credentials alone, SSO in config",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Credentials: `[p]
role_arn = arn:aws:iam::333333333333:role/Deploy
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-source",
		Boto3:      "error missing-source",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "empty role_arn, keys in config",
		Config: `[profile p]
role_arn =
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-source",
		Boto3:      "error missing-source",
		Go:         "static EXAMPLECONFIG",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "credential_source Environment",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
credential_source = Environment
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-credentials",
		Boto3:      "error missing-credentials",
		Go:         "error missing-credentials",
		JavaScript: "none",
	},
	{
		Name: "credential_source Environment, keys of its own",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
credential_source = Environment
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-credentials",
		Boto3:      "error missing-credentials",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		JavaScript: "none",
	},
	{
		Name: "credential_source Environment, environment keys",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
credential_source = Environment
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "environment EXAMPLEENVIRONMENT",
		Boto3:      "environment EXAMPLEENVIRONMENT",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < environment EXAMPLEENVIRONMENT",
	},
	{
		Name: "credential_source Environment, only the id in the environment",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
credential_source = Environment
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT"},
		CLI:        "error partial",
		Boto3:      "error partial",
		Go:         "error missing-credentials",
		JavaScript: "none",
	},
	{
		Name: "credential_source Environment, environment web identity",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
credential_source = Environment
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "error missing-credentials",
		Boto3:      "error missing-credentials",
		Go:         "web-identity arn:aws:iam::555555555555:role/Pod",
		JavaScript: "web-identity arn:aws:iam::555555555555:role/Pod",
	},
	{
		Name: "credential_source Ec2InstanceMetadata",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
credential_source = Ec2InstanceMetadata
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < instance",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < instance",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < instance",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < instance",
	},
	{
		Name: "credential_source Ec2InstanceMetadata, keys of its own",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
credential_source = Ec2InstanceMetadata
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < instance",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < instance",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < instance",
	},
	{
		Name: "credential_source Ec2InstanceMetadata, with SSO",
		Config: session + `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
credential_source = Ec2InstanceMetadata
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < instance",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < instance",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < instance",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < instance",
	},
	{
		Name: "credential_source EcsContainer, no URI",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
credential_source = EcsContainer
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error missing-credentials",
		Boto3:      "error missing-credentials",
		Go:         "error missing-credentials",
		JavaScript: "none",
	},
	{
		Name: "credential_source EcsContainer, relative URI",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
credential_source = EcsContainer
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < container",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < container",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < container",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < container",
	},
	{
		Name: "credential_source EcsContainer, full URI",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
credential_source = EcsContainer
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_CONTAINER_CREDENTIALS_FULL_URI=http://127.0.0.1:1/x"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < container",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < container",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < container",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < container",
	},
	{
		Name: "credential_source of no known name",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
credential_source = Nonsense
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error other",
		Boto3:      "error other",
		Go:         "error other",
		JavaScript: "none",
	},
	{
		Name: "credential_source of no known name, keys of its own",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
credential_source = Nonsense
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error other",
		Boto3:      "error other",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		JavaScript: "none",
	},
	{
		Name: "credential_source in other case",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
credential_source = environment
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error other",
		Boto3:      "error other",
		Go:         "error other",
		JavaScript: "none",
	},
	{
		Name: "credential_source and source_profile",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base
credential_source = Environment

[profile base]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error other",
		Boto3:      "error other",
		Go:         "error other",
		JavaScript: "none",
	},
	{
		Name: "credential_source without role_arn",
		Config: `[profile p]
credential_source = Environment
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "none",
		Boto3:      "none",
		Go:         "error other",
		JavaScript: "none",
	},
	{
		Name: "credential_source without role_arn, keys of its own",
		Config: `[profile p]
credential_source = Environment
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "static EXAMPLECONFIG",
		Boto3:      "static EXAMPLECONFIG",
		Go:         "error other",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "web identity",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
web_identity_token_file = /dev/null
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "web-identity arn:aws:iam::333333333333:role/Deploy",
		Boto3:      "web-identity arn:aws:iam::333333333333:role/Deploy",
		Go:         "web-identity arn:aws:iam::333333333333:role/Deploy",
		JavaScript: "web-identity arn:aws:iam::333333333333:role/Deploy",
	},
	{
		Name: "web identity, keys in credentials",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
web_identity_token_file = /dev/null
`,
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "web-identity arn:aws:iam::333333333333:role/Deploy",
		Boto3:      "web-identity arn:aws:iam::333333333333:role/Deploy",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "web identity, keys in config",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
web_identity_token_file = /dev/null
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "web-identity arn:aws:iam::333333333333:role/Deploy",
		Boto3:      "web-identity arn:aws:iam::333333333333:role/Deploy",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "web identity, with SSO",
		Config: session + `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
web_identity_token_file = /dev/null
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "web-identity arn:aws:iam::333333333333:role/Deploy",
		Boto3:      "web-identity arn:aws:iam::333333333333:role/Deploy",
		Go:         "web-identity arn:aws:iam::333333333333:role/Deploy",
		JavaScript: "web-identity arn:aws:iam::333333333333:role/Deploy",
	},
	{
		Name: "web identity, with credential_process",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
web_identity_token_file = /dev/null
credential_process = echo '{"Version": 1, "AccessKeyId": "EXAMPLEPROCESS", "SecretAccessKey": "none"}'
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "web-identity arn:aws:iam::333333333333:role/Deploy",
		Boto3:      "web-identity arn:aws:iam::333333333333:role/Deploy",
		Go:         "error other",
		JavaScript: "web-identity arn:aws:iam::333333333333:role/Deploy",
	},
	{
		Name: "web identity, with credential_source",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
credential_source = Environment
web_identity_token_file = /dev/null
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "web-identity arn:aws:iam::333333333333:role/Deploy",
		Boto3:      "web-identity arn:aws:iam::333333333333:role/Deploy",
		Go:         "error other",
		JavaScript: "none",
	},
	{
		Name: "web identity without role_arn",
		Config: `[profile p]
web_identity_token_file = /dev/null
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error other",
		Boto3:      "error other",
		Go:         "error other",
		JavaScript: "none",
	},
	{
		Name: "web identity without role_arn, keys in config",
		Config: `[profile p]
web_identity_token_file = /dev/null
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error other",
		Boto3:      "error other",
		Go:         "error other",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "web identity without role_arn, with SSO",
		Config: session + `[profile p]
web_identity_token_file = /dev/null
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "error other",
		Boto3:      "error other",
		Go:         "error other",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "web identity with an empty token file",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
web_identity_token_file =
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "static EXAMPLECONFIG",
		Boto3:      "static EXAMPLECONFIG",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "a tilde in web_identity_token_file",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
web_identity_token_file = ~/token
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "web-identity arn:aws:iam::333333333333:role/Deploy",
		Boto3:      "web-identity arn:aws:iam::333333333333:role/Deploy",
		Go:         "web-identity arn:aws:iam::333333333333:role/Deploy",
		JavaScript: "web-identity arn:aws:iam::333333333333:role/Deploy",
	},

	// Which profile: p is SSO, q has keys, default has keys.
	{
		Name: "AWS_PROFILE=p AWS_DEFAULT_PROFILE=q",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile q]
aws_access_key_id = EXAMPLEQ
aws_secret_access_key = none

[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_DEFAULT_PROFILE=q"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "static EXAMPLEQ",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "AWS_PROFILE=q AWS_DEFAULT_PROFILE=p",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile q]
aws_access_key_id = EXAMPLEQ
aws_secret_access_key = none

[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=q", "AWS_DEFAULT_PROFILE=p"},
		CLI:        "static EXAMPLEQ",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "static EXAMPLEQ",
		JavaScript: "static EXAMPLEQ",
	},
	{
		Name: "AWS_DEFAULT_PROFILE=p alone",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile q]
aws_access_key_id = EXAMPLEQ
aws_secret_access_key = none

[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_DEFAULT_PROFILE=p"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "static EXAMPLEDEFAULT",
	},
	{
		Name: "no variable",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile q]
aws_access_key_id = EXAMPLEQ
aws_secret_access_key = none

[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		CLI:        "static EXAMPLEDEFAULT",
		Boto3:      "static EXAMPLEDEFAULT",
		Go:         "static EXAMPLEDEFAULT",
		JavaScript: "static EXAMPLEDEFAULT",
	},
	{
		Name: "no variable, default has SSO",
		Config: session + `[default]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "no variable, profile default",
		Config: `[profile default]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		CLI:        "static EXAMPLECONFIG",
		Boto3:      "static EXAMPLECONFIG",
		Go:         "static EXAMPLECONFIG",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "no variable, default and profile default",
		Config: `[default]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none

[profile default]
aws_access_key_id = EXAMPLEPROFILEDEFAULT
aws_secret_access_key = none
`,
		CLI:        "static EXAMPLEPROFILEDEFAULT",
		Boto3:      "static EXAMPLEPROFILEDEFAULT",
		Go:         "static EXAMPLEPROFILEDEFAULT",
		JavaScript: "static EXAMPLEPROFILEDEFAULT",
	},
	{
		Name: "no variable, keys in default of credentials",
		Credentials: `[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		CLI:        "static EXAMPLEDEFAULT",
		Boto3:      "static EXAMPLEDEFAULT",
		Go:         "static EXAMPLEDEFAULT",
		JavaScript: "static EXAMPLEDEFAULT",
	},
	{
		Name: "AWS_PROFILE=default",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile q]
aws_access_key_id = EXAMPLEQ
aws_secret_access_key = none

[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=default"},
		CLI:        "static EXAMPLEDEFAULT",
		Boto3:      "static EXAMPLEDEFAULT",
		Go:         "static EXAMPLEDEFAULT",
		JavaScript: "static EXAMPLEDEFAULT",
	},
	{
		Name: "no variable, no default",
		Config: `[profile p]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		CLI:        "none",
		Boto3:      "none",
		Go:         "none",
		JavaScript: "none",
	},
	{
		Name:       "no variable, no files",
		CLI:        "none",
		Boto3:      "none",
		Go:         "none",
		JavaScript: "none",
	},
	{
		Name: "AWS_PROFILE=default without such a profile",
		Config: `[profile p]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=default"},
		CLI:        "error unknown-profile",
		Boto3:      "error unknown-profile",
		Go:         "error unknown-profile",
		JavaScript: "none",
	},
	{
		Name: "AWS_DEFAULT_PROFILE=default without such a profile",
		Config: `[profile p]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_DEFAULT_PROFILE=default"},
		CLI:        "error unknown-profile",
		Boto3:      "error unknown-profile",
		Go:         "none",
		JavaScript: "none",
	},
	{
		Name: "AWS_PROFILE empty",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile q]
aws_access_key_id = EXAMPLEQ
aws_secret_access_key = none

[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE="},
		CLI:        "error unknown-profile",
		Boto3:      "error unknown-profile",
		Go:         "static EXAMPLEDEFAULT",
		JavaScript: "static EXAMPLEDEFAULT",
	},
	{
		Name: "AWS_PROFILE empty, no default",
		Config: `[profile p]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE="},
		CLI:        "error unknown-profile",
		Boto3:      "error unknown-profile",
		Go:         "none",
		JavaScript: "none",
	},
	{
		Name: "AWS_DEFAULT_PROFILE empty",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile q]
aws_access_key_id = EXAMPLEQ
aws_secret_access_key = none

[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_DEFAULT_PROFILE="},
		CLI:        "error unknown-profile",
		Boto3:      "error unknown-profile",
		Go:         "static EXAMPLEDEFAULT",
		JavaScript: "static EXAMPLEDEFAULT",
	},
	{
		Name: "AWS_PROFILE empty, AWS_DEFAULT_PROFILE=p",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile q]
aws_access_key_id = EXAMPLEQ
aws_secret_access_key = none

[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=", "AWS_DEFAULT_PROFILE=p"},
		CLI:        "error unknown-profile",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "static EXAMPLEDEFAULT",
	},
	{
		Name: "AWS_PROFILE=p, AWS_DEFAULT_PROFILE empty",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile q]
aws_access_key_id = EXAMPLEQ
aws_secret_access_key = none

[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_DEFAULT_PROFILE="},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "error unknown-profile",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "both empty",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile q]
aws_access_key_id = EXAMPLEQ
aws_secret_access_key = none

[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=", "AWS_DEFAULT_PROFILE="},
		CLI:        "error unknown-profile",
		Boto3:      "error unknown-profile",
		Go:         "static EXAMPLEDEFAULT",
		JavaScript: "static EXAMPLEDEFAULT",
	},
	{
		Name: "AWS_PROFILE empty, environment keys",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile q]
aws_access_key_id = EXAMPLEQ
aws_secret_access_key = none

[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "error unknown-profile",
		Boto3:      "error unknown-profile",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "environment EXAMPLEENVIRONMENT",
	},
	{
		Name: "AWS_PROFILE unknown",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile q]
aws_access_key_id = EXAMPLEQ
aws_secret_access_key = none

[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=gone"},
		CLI:        "error unknown-profile",
		Boto3:      "error unknown-profile",
		Go:         "error unknown-profile",
		JavaScript: "none",
	},
	{
		Name: "AWS_PROFILE unknown, environment keys",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile q]
aws_access_key_id = EXAMPLEQ
aws_secret_access_key = none

[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=gone", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "error unknown-profile",
		Boto3:      "error unknown-profile",
		Go:         "error unknown-profile",
		JavaScript: "none",
	},
	{
		Name: "AWS_PROFILE unknown, environment web identity",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile q]
aws_access_key_id = EXAMPLEQ
aws_secret_access_key = none

[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=gone", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "error unknown-profile",
		Boto3:      "error unknown-profile",
		Go:         "error unknown-profile",
		JavaScript: "web-identity arn:aws:iam::555555555555:role/Pod",
	},
	{
		Name: "AWS_PROFILE unknown, container",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile q]
aws_access_key_id = EXAMPLEQ
aws_secret_access_key = none

[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=gone", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x"},
		CLI:        "error unknown-profile",
		Boto3:      "error unknown-profile",
		Go:         "error unknown-profile",
		JavaScript: "container",
	},
	{
		Name:       "AWS_PROFILE unknown, no files",
		Environ:    []string{"AWS_PROFILE=gone"},
		CLI:        "error unknown-profile",
		Boto3:      "error unknown-profile",
		Go:         "error unknown-profile",
		JavaScript: "none",
	},
	{
		Name: "AWS_DEFAULT_PROFILE unknown",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile q]
aws_access_key_id = EXAMPLEQ
aws_secret_access_key = none

[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_DEFAULT_PROFILE=gone"},
		CLI:        "error unknown-profile",
		Boto3:      "error unknown-profile",
		Go:         "none",
		JavaScript: "static EXAMPLEDEFAULT",
	},
	{
		Name: "AWS_DEFAULT_PROFILE unknown, environment keys",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile q]
aws_access_key_id = EXAMPLEQ
aws_secret_access_key = none

[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_DEFAULT_PROFILE=gone", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "error unknown-profile",
		Boto3:      "error unknown-profile",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "environment EXAMPLEENVIRONMENT",
	},
	{
		Name: "AWS_PROFILE=p, AWS_DEFAULT_PROFILE unknown",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile q]
aws_access_key_id = EXAMPLEQ
aws_secret_access_key = none

[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_DEFAULT_PROFILE=gone"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "error unknown-profile",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "AWS_PROFILE unknown, AWS_DEFAULT_PROFILE=p",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly

[profile q]
aws_access_key_id = EXAMPLEQ
aws_secret_access_key = none

[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=gone", "AWS_DEFAULT_PROFILE=p"},
		CLI:        "error unknown-profile",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "error unknown-profile",
		JavaScript: "none",
	},

	// Keys in the environment.
	{
		Name:       "environment keys alone",
		Environ:    []string{"AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "environment EXAMPLEENVIRONMENT",
		Boto3:      "environment EXAMPLEENVIRONMENT",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "environment EXAMPLEENVIRONMENT",
	},
	{
		Name: "environment keys, default has keys",
		Config: `[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "environment EXAMPLEENVIRONMENT",
		Boto3:      "environment EXAMPLEENVIRONMENT",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "environment EXAMPLEENVIRONMENT",
	},
	{
		Name: "environment keys against sso-session",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "environment EXAMPLEENVIRONMENT",
		Boto3:      "environment EXAMPLEENVIRONMENT",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "environment keys against keys in credentials",
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "environment EXAMPLEENVIRONMENT",
		Boto3:      "environment EXAMPLEENVIRONMENT",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "environment keys against source_profile",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "environment EXAMPLEENVIRONMENT",
		Boto3:      "environment EXAMPLEENVIRONMENT",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
	},
	{
		Name: "environment keys against credential_process",
		Config: `[profile p]
credential_process = echo '{"Version": 1, "AccessKeyId": "EXAMPLEPROCESS", "SecretAccessKey": "none"}'
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "environment EXAMPLEENVIRONMENT",
		Boto3:      "environment EXAMPLEENVIRONMENT",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "process",
	},
	{
		Name: "environment keys against AWS_DEFAULT_PROFILE",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_DEFAULT_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "environment EXAMPLEENVIRONMENT",
		Boto3:      "environment EXAMPLEENVIRONMENT",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "environment EXAMPLEENVIRONMENT",
	},
	{
		Name: "environment keys against a missing source_profile",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "environment EXAMPLEENVIRONMENT",
		Boto3:      "environment EXAMPLEENVIRONMENT",
		Go:         "error missing-source",
		JavaScript: "none",
	},
	{
		Name: "environment keys against half a key pair in credentials",
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "environment EXAMPLEENVIRONMENT",
		Boto3:      "environment EXAMPLEENVIRONMENT",
		Go:         "error partial",
		JavaScript: "none",
	},
	{
		Name: "environment keys against a missing session",
		Config: `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "error missing-session",
		Boto3:      "error missing-session",
		Go:         "error missing-session",
		JavaScript: "error missing-session",
	},
	{
		Name: "environment keys against a session without region",
		Config: `[sso-session s]
sso_start_url = https://s.awsapps.com/start

[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "error missing-region",
		Boto3:      "error missing-region",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "error missing-region",
	},
	{
		Name: "environment keys against a missing session in default",
		Config: `[default]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "error missing-session",
		Boto3:      "error missing-session",
		Go:         "error missing-session",
		JavaScript: "environment EXAMPLEENVIRONMENT",
	},
	{
		Name: "container against a missing session",
		Config: `[profile p]
sso_session = s
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x"},
		CLI:        "error missing-session",
		Boto3:      "error missing-session",
		Go:         "error missing-session",
		JavaScript: "error missing-session",
	},
	{
		Name: "environment keys against an inconsistent session",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
sso_region = us-east-1
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "environment EXAMPLEENVIRONMENT",
		Boto3:      "environment EXAMPLEENVIRONMENT",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "environment keys against role_arn alone",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "environment EXAMPLEENVIRONMENT",
		Boto3:      "environment EXAMPLEENVIRONMENT",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "none",
	},
	{
		Name: "environment keys against web identity without role_arn",
		Config: `[profile p]
web_identity_token_file = /dev/null
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "environment EXAMPLEENVIRONMENT",
		Boto3:      "environment EXAMPLEENVIRONMENT",
		Go:         "error other",
		JavaScript: "none",
	},
	{
		Name: "environment keys against a circle",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
role_arn = arn:aws:iam::444444444444:role/Middle
source_profile = p
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "environment EXAMPLEENVIRONMENT",
		Boto3:      "environment EXAMPLEENVIRONMENT",
		Go:         "error missing-credentials",
		JavaScript: "none",
	},
	{
		Name: "environment keys with a session token",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none", "AWS_SESSION_TOKEN=none"},
		CLI:        "environment EXAMPLEENVIRONMENT",
		Boto3:      "environment EXAMPLEENVIRONMENT",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "only the id in the environment",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT"},
		CLI:        "error partial",
		Boto3:      "error partial",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "only the secret in the environment",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name:       "only the id in the environment, no profile",
		Environ:    []string{"AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT"},
		CLI:        "error partial",
		Boto3:      "error partial",
		Go:         "none",
		JavaScript: "none",
	},
	{
		Name: "only the id in the environment, secret empty",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY="},
		CLI:        "error partial",
		Boto3:      "error partial",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "only the secret in the environment, id empty",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "both keys empty in the environment",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=", "AWS_SECRET_ACCESS_KEY="},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "session token alone in the environment",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_SESSION_TOKEN=none"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "AWS_SECURITY_TOKEN alone",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_SECURITY_TOKEN=none"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "AWS_ACCESS_KEY and AWS_SECRET_KEY",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY=EXAMPLEENVIRONMENT", "AWS_SECRET_KEY=none"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "AWS_ACCESS_KEY alone",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY=EXAMPLEENVIRONMENT"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "AWS_ACCESS_KEY_ID and AWS_SECRET_KEY",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_KEY=none"},
		CLI:        "error partial",
		Boto3:      "error partial",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "AWS_ACCESS_KEY and AWS_SECRET_ACCESS_KEY",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "environment keys that have expired",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none", "AWS_CREDENTIAL_EXPIRATION=2020-01-01T00:00:00Z"},
		CLI:        "error other",
		Boto3:      "error other",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "environment keys of a far future",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none", "AWS_CREDENTIAL_EXPIRATION=2099-01-01T00:00:00Z"},
		CLI:        "environment EXAMPLEENVIRONMENT",
		Boto3:      "environment EXAMPLEENVIRONMENT",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "AWS_CREDENTIAL_EXPIRATION alone",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_CREDENTIAL_EXPIRATION=2020-01-01T00:00:00Z"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "environment keys against a profile with nothing",
		Config: `[profile p]
region = eu-west-1
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "environment EXAMPLEENVIRONMENT",
		Boto3:      "environment EXAMPLEENVIRONMENT",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "none",
	},
	{
		Name: "environment keys against login_session",
		Config: `[profile p]
login_session = arn:aws:iam::111111111111:user/alice
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "environment EXAMPLEENVIRONMENT",
		Boto3:      "environment EXAMPLEENVIRONMENT",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "login",
	},
	{
		Name: "environment keys against mfa_serial",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base
mfa_serial = arn:aws:iam::111111111111:mfa/alice

[profile base]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "environment EXAMPLEENVIRONMENT",
		Boto3:      "environment EXAMPLEENVIRONMENT",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "error other",
	},

	// A web identity in the environment.
	{
		Name:       "environment web identity alone",
		Environ:    []string{"AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "web-identity arn:aws:iam::555555555555:role/Pod",
		Boto3:      "web-identity arn:aws:iam::555555555555:role/Pod",
		Go:         "web-identity arn:aws:iam::555555555555:role/Pod",
		JavaScript: "web-identity arn:aws:iam::555555555555:role/Pod",
	},
	{
		Name: "environment web identity, default has keys",
		Config: `[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "web-identity arn:aws:iam::555555555555:role/Pod",
		Boto3:      "web-identity arn:aws:iam::555555555555:role/Pod",
		Go:         "web-identity arn:aws:iam::555555555555:role/Pod",
		JavaScript: "static EXAMPLEDEFAULT",
	},
	{
		Name: "environment web identity, default has SSO",
		Config: session + `[default]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "web-identity arn:aws:iam::555555555555:role/Pod",
		Boto3:      "web-identity arn:aws:iam::555555555555:role/Pod",
		Go:         "web-identity arn:aws:iam::555555555555:role/Pod",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "environment web identity against sso-session",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "web-identity arn:aws:iam::555555555555:role/Pod",
		Boto3:      "web-identity arn:aws:iam::555555555555:role/Pod",
		Go:         "web-identity arn:aws:iam::555555555555:role/Pod",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "environment web identity against keys in credentials",
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "web-identity arn:aws:iam::555555555555:role/Pod",
		Boto3:      "web-identity arn:aws:iam::555555555555:role/Pod",
		Go:         "web-identity arn:aws:iam::555555555555:role/Pod",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "environment web identity against keys in config",
		Config: `[profile p]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "web-identity arn:aws:iam::555555555555:role/Pod",
		Boto3:      "web-identity arn:aws:iam::555555555555:role/Pod",
		Go:         "web-identity arn:aws:iam::555555555555:role/Pod",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "environment web identity against source_profile",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Go:         "web-identity arn:aws:iam::555555555555:role/Pod",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
	},
	{
		Name: "environment web identity against source_profile in default",
		Config: `[default]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Go:         "web-identity arn:aws:iam::555555555555:role/Pod",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
	},
	{
		Name: "environment web identity against credential_source",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
credential_source = Ec2InstanceMetadata
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < instance",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < instance",
		Go:         "web-identity arn:aws:iam::555555555555:role/Pod",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < instance",
	},
	{
		Name: "environment web identity against role_arn alone",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "error missing-source",
		Boto3:      "error missing-source",
		Go:         "web-identity arn:aws:iam::555555555555:role/Pod",
		JavaScript: "web-identity arn:aws:iam::555555555555:role/Pod",
	},
	{
		Name: "environment web identity against role_arn alone with keys",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "error missing-source",
		Boto3:      "error missing-source",
		Go:         "web-identity arn:aws:iam::555555555555:role/Pod",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "environment web identity against web identity",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
web_identity_token_file = /dev/null
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "web-identity arn:aws:iam::555555555555:role/Pod",
		Boto3:      "web-identity arn:aws:iam::555555555555:role/Pod",
		Go:         "web-identity arn:aws:iam::555555555555:role/Pod",
		JavaScript: "web-identity arn:aws:iam::333333333333:role/Deploy",
	},
	{
		Name: "environment web identity against source_profile with web identity",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
role_arn = arn:aws:iam::444444444444:role/Middle
web_identity_token_file = /dev/null
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < web-identity arn:aws:iam::444444444444:role/Middle",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < web-identity arn:aws:iam::444444444444:role/Middle",
		Go:         "web-identity arn:aws:iam::555555555555:role/Pod",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < web-identity arn:aws:iam::444444444444:role/Middle",
	},
	{
		Name: "environment web identity against credential_process",
		Config: `[profile p]
credential_process = echo '{"Version": 1, "AccessKeyId": "EXAMPLEPROCESS", "SecretAccessKey": "none"}'
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "web-identity arn:aws:iam::555555555555:role/Pod",
		Boto3:      "web-identity arn:aws:iam::555555555555:role/Pod",
		Go:         "web-identity arn:aws:iam::555555555555:role/Pod",
		JavaScript: "process",
	},
	{
		Name: "environment web identity against a profile with nothing",
		Config: `[profile p]
region = eu-west-1
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "web-identity arn:aws:iam::555555555555:role/Pod",
		Boto3:      "web-identity arn:aws:iam::555555555555:role/Pod",
		Go:         "web-identity arn:aws:iam::555555555555:role/Pod",
		JavaScript: "web-identity arn:aws:iam::555555555555:role/Pod",
	},
	{
		Name: "environment web identity against half a key pair",
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "web-identity arn:aws:iam::555555555555:role/Pod",
		Boto3:      "web-identity arn:aws:iam::555555555555:role/Pod",
		Go:         "error partial",
		JavaScript: "web-identity arn:aws:iam::555555555555:role/Pod",
	},
	{
		Name: "environment web identity against a missing session",
		Config: `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "error missing-session",
		Boto3:      "error missing-session",
		Go:         "error missing-session",
		JavaScript: "error missing-session",
	},
	{
		Name: "environment web identity against a missing source_profile",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "error missing-source",
		Boto3:      "error missing-source",
		Go:         "error missing-source",
		JavaScript: "web-identity arn:aws:iam::555555555555:role/Pod",
	},
	{
		Name: "environment web identity against a circle",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
role_arn = arn:aws:iam::444444444444:role/Middle
source_profile = p
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "error circle",
		Boto3:      "error circle",
		Go:         "error missing-credentials",
		JavaScript: "web-identity arn:aws:iam::555555555555:role/Pod",
	},
	{
		Name: "environment web identity against login_session",
		Config: `[profile p]
login_session = arn:aws:iam::111111111111:user/alice
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "web-identity arn:aws:iam::555555555555:role/Pod",
		Boto3:      "web-identity arn:aws:iam::555555555555:role/Pod",
		Go:         "web-identity arn:aws:iam::555555555555:role/Pod",
		JavaScript: "login",
	},
	{
		Name: "environment web identity against AWS_DEFAULT_PROFILE",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_DEFAULT_PROFILE=p", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "web-identity arn:aws:iam::555555555555:role/Pod",
		Boto3:      "web-identity arn:aws:iam::555555555555:role/Pod",
		Go:         "web-identity arn:aws:iam::555555555555:role/Pod",
		JavaScript: "web-identity arn:aws:iam::555555555555:role/Pod",
	},
	{
		Name: "AWS_ROLE_ARN alone",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name:       "AWS_ROLE_ARN alone, no profile",
		Environ:    []string{"AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod"},
		CLI:        "none",
		Boto3:      "none",
		Go:         "none",
		JavaScript: "none",
	},
	{
		Name: "AWS_ROLE_ARN alone, web identity without role_arn in the profile",
		Config: `[profile p]
web_identity_token_file = /dev/null
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod"},
		CLI:        "web-identity arn:aws:iam::555555555555:role/Pod",
		Boto3:      "web-identity arn:aws:iam::555555555555:role/Pod",
		Go:         "error other",
		JavaScript: "none",
	},
	{
		Name: "AWS_ROLE_ARN alone, web identity in the profile",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
web_identity_token_file = /dev/null
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod"},
		CLI:        "web-identity arn:aws:iam::555555555555:role/Pod",
		Boto3:      "web-identity arn:aws:iam::555555555555:role/Pod",
		Go:         "web-identity arn:aws:iam::333333333333:role/Deploy",
		JavaScript: "web-identity arn:aws:iam::333333333333:role/Deploy",
	},
	{
		Name: "AWS_WEB_IDENTITY_TOKEN_FILE alone",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "error other",
		Boto3:      "error other",
		Go:         "error other",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name:       "AWS_WEB_IDENTITY_TOKEN_FILE alone, no profile",
		Environ:    []string{"AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "error other",
		Boto3:      "error other",
		Go:         "error other",
		JavaScript: "none",
	},
	{
		Name: "AWS_WEB_IDENTITY_TOKEN_FILE alone, keys in credentials",
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "error other",
		Boto3:      "error other",
		Go:         "error other",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "AWS_WEB_IDENTITY_TOKEN_FILE alone, role_arn in the profile",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "error missing-source",
		Boto3:      "error missing-source",
		Go:         "error other",
		JavaScript: "none",
	},
	{
		Name: "AWS_WEB_IDENTITY_TOKEN_FILE alone, source_profile",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Go:         "error other",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
	},
	{
		Name: "AWS_WEB_IDENTITY_TOKEN_FILE alone, web identity in the profile",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
web_identity_token_file = /dev/null
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "web-identity arn:aws:iam::333333333333:role/Deploy",
		Boto3:      "web-identity arn:aws:iam::333333333333:role/Deploy",
		Go:         "error other",
		JavaScript: "web-identity arn:aws:iam::333333333333:role/Deploy",
	},
	{
		Name: "AWS_WEB_IDENTITY_TOKEN_FILE empty",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE="},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "AWS_WEB_IDENTITY_TOKEN_FILE empty, web identity in the profile",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
web_identity_token_file = /dev/null
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_WEB_IDENTITY_TOKEN_FILE="},
		CLI:        "none",
		Boto3:      "none",
		Go:         "web-identity arn:aws:iam::333333333333:role/Deploy",
		JavaScript: "web-identity arn:aws:iam::333333333333:role/Deploy",
	},
	{
		Name: "AWS_ROLE_ARN empty",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN=", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "error other",
		Boto3:      "error other",
		Go:         "error other",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "AWS_ROLE_ARN empty, web identity in the profile",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
web_identity_token_file = /dev/null
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ROLE_ARN="},
		CLI:        "error other",
		Boto3:      "error other",
		Go:         "web-identity arn:aws:iam::333333333333:role/Deploy",
		JavaScript: "web-identity arn:aws:iam::333333333333:role/Deploy",
	},
	{
		Name: "environment keys and environment web identity",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "environment EXAMPLEENVIRONMENT",
		Boto3:      "environment EXAMPLEENVIRONMENT",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name:       "environment keys and environment web identity, no profile",
		Environ:    []string{"AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "environment EXAMPLEENVIRONMENT",
		Boto3:      "environment EXAMPLEENVIRONMENT",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "environment EXAMPLEENVIRONMENT",
	},
	{
		Name: "only the id in the environment, and web identity",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "error partial",
		Boto3:      "error partial",
		Go:         "web-identity arn:aws:iam::555555555555:role/Pod",
		JavaScript: "sso 111111111111 ReadOnly",
	},

	// A container in the environment.
	{
		Name:       "container with a relative URI, no profile",
		Environ:    []string{"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x"},
		CLI:        "container",
		Boto3:      "container",
		Go:         "container",
		JavaScript: "container",
	},
	{
		Name: "container with a relative URI against keys in default",
		Config: `[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x"},
		CLI:        "static EXAMPLEDEFAULT",
		Boto3:      "static EXAMPLEDEFAULT",
		Go:         "static EXAMPLEDEFAULT",
		JavaScript: "static EXAMPLEDEFAULT",
	},
	{
		Name: "container with a relative URI against sso-session",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "container with a relative URI against keys",
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x"},
		CLI:        "static EXAMPLECREDENTIALS",
		Boto3:      "static EXAMPLECREDENTIALS",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "container with a relative URI against a profile with nothing",
		Config: `[profile p]
region = eu-west-1
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x"},
		CLI:        "container",
		Boto3:      "container",
		Go:         "container",
		JavaScript: "container",
	},
	{
		Name:       "container with a full URI, no profile",
		Environ:    []string{"AWS_CONTAINER_CREDENTIALS_FULL_URI=http://127.0.0.1:1/x"},
		CLI:        "container",
		Boto3:      "container",
		Go:         "container",
		JavaScript: "container",
	},
	{
		Name: "container with a full URI against keys in default",
		Config: `[default]
aws_access_key_id = EXAMPLEDEFAULT
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_CONTAINER_CREDENTIALS_FULL_URI=http://127.0.0.1:1/x"},
		CLI:        "static EXAMPLEDEFAULT",
		Boto3:      "static EXAMPLEDEFAULT",
		Go:         "static EXAMPLEDEFAULT",
		JavaScript: "static EXAMPLEDEFAULT",
	},
	{
		Name: "container with a full URI against sso-session",
		Config: session + `[profile p]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_CONTAINER_CREDENTIALS_FULL_URI=http://127.0.0.1:1/x"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "container with a full URI against keys",
		Credentials: `[p]
aws_access_key_id = EXAMPLECREDENTIALS
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_CONTAINER_CREDENTIALS_FULL_URI=http://127.0.0.1:1/x"},
		CLI:        "static EXAMPLECREDENTIALS",
		Boto3:      "static EXAMPLECREDENTIALS",
		Go:         "static EXAMPLECREDENTIALS",
		JavaScript: "static EXAMPLECREDENTIALS",
	},
	{
		Name: "container with a full URI against a profile with nothing",
		Config: `[profile p]
region = eu-west-1
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_CONTAINER_CREDENTIALS_FULL_URI=http://127.0.0.1:1/x"},
		CLI:        "container",
		Boto3:      "container",
		Go:         "container",
		JavaScript: "container",
	},
	{
		Name: "container against SSO in default",
		Config: session + `[default]
sso_session = s
sso_account_id = 111111111111
sso_role_name = ReadOnly
`,
		Environ:    []string{"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x"},
		CLI:        "sso 111111111111 ReadOnly",
		Boto3:      "sso 111111111111 ReadOnly",
		Go:         "sso 111111111111 ReadOnly",
		JavaScript: "sso 111111111111 ReadOnly",
	},
	{
		Name: "container against source_profile",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
	},
	{
		Name: "container against role_arn alone",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x"},
		CLI:        "error missing-source",
		Boto3:      "error missing-source",
		Go:         "assume-role arn:aws:iam::333333333333:role/Deploy < container",
		JavaScript: "container",
	},
	{
		Name: "container against web identity",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
web_identity_token_file = /dev/null
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x"},
		CLI:        "web-identity arn:aws:iam::333333333333:role/Deploy",
		Boto3:      "web-identity arn:aws:iam::333333333333:role/Deploy",
		Go:         "web-identity arn:aws:iam::333333333333:role/Deploy",
		JavaScript: "web-identity arn:aws:iam::333333333333:role/Deploy",
	},
	{
		Name: "container against credential_process",
		Config: `[profile p]
credential_process = echo '{"Version": 1, "AccessKeyId": "EXAMPLEPROCESS", "SecretAccessKey": "none"}'
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x"},
		CLI:        "process",
		Boto3:      "process",
		Go:         "process",
		JavaScript: "process",
	},
	{
		Name: "container against login_session",
		Config: `[profile p]
login_session = arn:aws:iam::111111111111:user/alice
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x"},
		CLI:        "login",
		Boto3:      "login",
		Old:        "container",
		Go:         "login",
		JavaScript: "login",
	},
	{
		Name: "container against sso_session without account and role",
		Config: session + `[profile p]
sso_session = s
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x"},
		CLI:        "container",
		Boto3:      "container",
		Go:         "error missing-account",
		JavaScript: "error missing-account",
	},
	{
		Name: "container against half a key pair in config",
		Config: `[profile p]
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x"},
		CLI:        "container",
		Boto3:      "container",
		Go:         "error partial",
		JavaScript: "container",
	},
	{
		Name: "container against source_profile with nothing",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = base

[profile base]
region = eu-west-1
`,
		Environ:    []string{"AWS_PROFILE=p", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x"},
		CLI:        "error missing-credentials",
		Boto3:      "error missing-credentials",
		Go:         "error missing-credentials",
		JavaScript: "container",
	},
	{
		Name:       "container and environment keys",
		Environ:    []string{"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x", "AWS_ACCESS_KEY_ID=EXAMPLEENVIRONMENT", "AWS_SECRET_ACCESS_KEY=none"},
		CLI:        "environment EXAMPLEENVIRONMENT",
		Boto3:      "environment EXAMPLEENVIRONMENT",
		Go:         "environment EXAMPLEENVIRONMENT",
		JavaScript: "environment EXAMPLEENVIRONMENT",
	},
	{
		Name:       "container and environment web identity",
		Environ:    []string{"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x", "AWS_ROLE_ARN=arn:aws:iam::555555555555:role/Pod", "AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null"},
		CLI:        "web-identity arn:aws:iam::555555555555:role/Pod",
		Boto3:      "web-identity arn:aws:iam::555555555555:role/Pod",
		Go:         "web-identity arn:aws:iam::555555555555:role/Pod",
		JavaScript: "web-identity arn:aws:iam::555555555555:role/Pod",
	},
	{
		Name:       "both URIs of a container",
		Environ:    []string{"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=/x", "AWS_CONTAINER_CREDENTIALS_FULL_URI=http://127.0.0.1:1/x"},
		CLI:        "container",
		Boto3:      "container",
		Go:         "container",
		JavaScript: "container",
	},
	{
		Name:       "full URI of a container that is no local one",
		Environ:    []string{"AWS_CONTAINER_CREDENTIALS_FULL_URI=http://192.0.2.1/x"},
		CLI:        "error other",
		Boto3:      "error other",
		Go:         "error other",
		JavaScript: "none",
	},
	{
		Name:       "relative URI of a container empty",
		Environ:    []string{"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI="},
		CLI:        "container",
		Boto3:      "container",
		Go:         "none",
		JavaScript: "none",
	},

	// Names that not every tool reads from a header.
	{
		Name: "quoted name with a blank",
		Config: `[profile "team sandbox"]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=team sandbox"},
		CLI:        "static EXAMPLECONFIG",
		Boto3:      "static EXAMPLECONFIG",
		Go:         "error unknown-profile",
		JavaScript: "none",
	},
	{
		Name: "quoted name without need",
		Config: `[profile "p"]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "static EXAMPLECONFIG",
		Boto3:      "static EXAMPLECONFIG",
		Go:         "error unknown-profile",
		JavaScript: "static EXAMPLECONFIG",
	},
	{
		Name: "name with a backslash",
		Config: `[profile corp\alice]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=corpalice"},
		CLI:        "static EXAMPLECONFIG",
		Boto3:      "static EXAMPLECONFIG",
		Go:         "error unknown-profile",
		JavaScript: "none",
	},
	{
		Name: "name with a number sign",
		Config: `[profile a#b]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=a#b"},
		CLI:        "static EXAMPLECONFIG",
		Boto3:      "static EXAMPLECONFIG",
		Go:         "error unknown-profile",
		JavaScript: "none",
	},
	{
		Name: "source_profile with a quoted name",
		Config: `[profile p]
role_arn = arn:aws:iam::333333333333:role/Deploy
source_profile = q
[profile "q"]
aws_access_key_id = EXAMPLECONFIG
aws_secret_access_key = none
`,
		Environ:    []string{"AWS_PROFILE=p"},
		CLI:        "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Boto3:      "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
		Go:         "error missing-source",
		JavaScript: "assume-role arn:aws:iam::333333333333:role/Deploy < static EXAMPLECONFIG",
	},
}
